import { Command } from 'commander';
import { runCommand } from '../src/cli/run-command.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/database.ts';
import { applyMigrations } from '../src/database/migrate.ts';
import { EditionError } from '../src/edition/edition.errors.ts';
import { formatReport } from './format-report.ts';
import { loadAllEditions, SEED_FOLDER } from './load.ts';

const { overwrite } = new Command('npm run seed --')
  .description('Loads the editions that come with Digestgraph, as far as they are not there yet.')
  .option('--overwrite', 'undo what was corrected or deleted since the last load in records that the files have')
  .allowExcessArguments(false)
  .parse()
  .opts<{ overwrite?: boolean }>();

await runCommand(async () => {
  const database = await openDatabase(readConfig(process.env));
  try {
    await applyMigrations(database.connection);
    for (const report of await loadAllEditions(database.client, SEED_FOLDER, { overwrite })) {
      console.log(formatReport(report));
    }
  } catch (error) {
    if (!(error instanceof EditionError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
});
