import { MIGRATIONS_FOLDER, readMigrations, readModels, SCHEMA_FILTER } from './migration-files.ts';
import { openSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that takes a database which has all migrations to what the models say, or null where they agree. It works in
 * databases in memory that nobody else sees: the engine's diff through adapter-pg fails, and its shadow database could be
 * the real one.
 */
export async function diffMigrationsToModels(folder = MIGRATIONS_FOLDER): Promise<string | null> {
  // Development dependencies: a server never needs a diff.
  const [{ PGlite }, { extensions }, { PrismaPGlite }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./embedded-extensions.ts'),
    import('pglite-prisma-adapter'),
  ]);
  const opened: InstanceType<typeof PGlite>[] = [];
  const connect = async () => {
    const database = await PGlite.create({ extensions });
    opened.push(database);
    return new PrismaPGlite(database).connect();
  };
  const models = await readModels();
  const engine = await openSchemaEngine(
    { provider: 'postgres', adapterName: 'pglite-prisma-adapter', connect, connectToShadowDb: connect } as never,
    models,
  );
  try {
    const result = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations(folder)) },
      to: { tag: 'schemaDatamodel', ...models },
      script: true,
      exitCode: true,
      filters: SCHEMA_FILTER,
    });
    // Exit code 2 is the engine's word for "they differ".
    return result.exitCode === 2 ? (result.stdout ?? '') : null;
  } finally {
    engine.free();
    await Promise.all(opened.map((database) => (database.closed ? undefined : database.close())));
  }
}
