import { runCommand } from '../src/cli/run-command.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/database.ts';
import { applyMigrations } from '../src/database/migrate.ts';
import { EditionError } from '../src/edition/edition.errors.ts';
import { formatReport } from './format-report.ts';
import { loadAllEditions } from './load.ts';

await runCommand(async () => {
  const database = await openDatabase(readConfig(process.env));
  try {
    await applyMigrations(database.connection);
    for (const report of await loadAllEditions(database.client)) console.log(formatReport(report));
  } catch (error) {
    if (!(error instanceof EditionError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
});
