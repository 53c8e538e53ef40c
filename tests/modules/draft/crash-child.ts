import { readFileSync } from 'node:fs';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { applyMigrations } from '../../../src/database/migrate.ts';
import { writeAs } from '../../../src/database/transaction.ts';
import { readDigest } from '../../../src/ingest/digest/read-digest.ts';
import { ingestReport } from '../../../src/ingest/ingest-report.ts';
import { createIngestTools } from '../../../src/ingest/tools.ts';
import { publishDraft } from '../../../src/modules/draft/publish.writes.ts';

// A process that ingests or publishes in the database of its environment, and is killed after so many statements; 0: never.
const [, , action = '', text = '', killAt = '0'] = process.argv;

const database = await openDatabase(readConfig(process.env));
await applyMigrations(database.connection);
const { client } = database;
const author = { by: 'crash', reason: null };
const edition = { series: 'northern-waters', period: '2031-10' };

let statements = 0;
client.$on('query', () => {
  statements += 1;
  if (statements === Number(killAt)) process.kill(process.pid, 'SIGKILL');
});

if (action === 'ingest') {
  await ingestReport(client, edition, () => readDigest(readFileSync(text)), { ...createIngestTools(null), author });
} else {
  const draft = await client.draft.findFirstOrThrow();
  if (action === 'accept') {
    await client.draftSuggestion.updateMany({ data: { state: 'ACCEPTED' } });
  } else {
    await writeAs(client, author, (db) => publishDraft(db, draft.id, null, author.by));
  }
}
console.log(statements);
await database.close();
process.exit();
