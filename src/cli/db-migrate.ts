import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { applyMigrations } from '../database/migrate.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const database = await openDatabase(readConfig(process.env));
  try {
    const applied = await applyMigrations(database.connection);
    for (const name of applied) console.log(`Applied ${name}.`);
    if (applied.length === 0) console.log(`Nothing to do: every migration is applied to ${database.describe}.`);
  } finally {
    await database.close();
  }
});
