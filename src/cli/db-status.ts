import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { diagnoseMigrations } from '../database/migrate.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const database = await openDatabase(readConfig(process.env));
  try {
    const { pending, failed, unknown, edited } = await diagnoseMigrations(database.connection);
    for (const name of failed) console.log(`${name} was begun and never finished.`);
    for (const name of pending) console.log(`${name} is not applied: run \`npm run db:migrate\`.`);
    for (const name of edited)
      console.log(`${name} was changed after it had been applied: restore the file and write a new migration.`);
    for (const name of unknown)
      console.log(`${name} is in the database and not on disk: a newer version has been here.`);
    // For scripts: anything that is not as it should be.
    if (failed.length + pending.length + edited.length + unknown.length > 0) process.exitCode = 1;
    else console.log(`Every migration is applied to ${database.describe}.`);
  } finally {
    await database.close();
  }
});
