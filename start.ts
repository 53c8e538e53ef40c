import { loadAllEditions } from './seed/load.ts';
import { ConfigError, readConfig } from './src/config.ts';
import { DatabaseError } from './src/database/database.errors.ts';
import { EditionError } from './src/edition/edition.errors.ts';
import { StartupError, startServer } from './src/http/main.ts';

// `npm start`. It stands outside of src because it knows both the server and the dataset, and src knows nothing of the
// latter.
try {
  await startServer(readConfig(process.env), async (client) => {
    if ((await client.report.count()) === 0) await loadAllEditions(client);
  });
} catch (error) {
  const expected = [ConfigError, DatabaseError, StartupError, EditionError].some((kind) => error instanceof kind);
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
}
