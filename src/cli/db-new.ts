import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { diffMigrationsToModels } from '../database/diff.ts';
import { MIGRATIONS_FOLDER } from '../database/migration-files.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name)) {
    console.error('Name the migration, verb first: `npm run db:new -- add_event_location`.');
    process.exitCode = 1;
    return;
  }
  const sql = await diffMigrationsToModels();
  if (sql === null) {
    console.log('Nothing to write: the models and the migrations agree.');
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const newest = (await readdir(MIGRATIONS_FOLDER))
    .filter((entry) => /^\d{14}_/.test(entry))
    .sort()
    .at(-1);
  if (newest && stamp <= newest.slice(0, 14)) {
    console.error(
      `The clock stands at ${stamp}, before the migration ${newest}, and the new one must come after it: set the clock.`,
    );
    process.exitCode = 1;
    return;
  }
  const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  console.log(
    `Wrote ${relative(process.cwd(), join(folder, 'migration.sql'))}: read it, and add by hand what the models cannot say.`,
  );
});
