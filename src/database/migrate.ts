import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { type Connection, createAdapters } from './client.ts';
import { DatabaseError } from './database.errors.ts';
import { MIGRATIONS_FOLDER, readMigrations, SCHEMA_FILTER } from './migration-files.ts';
import { type Engine, openSchemaEngine } from './schema-engine.ts';

export interface MigrationStatus {
  /** On disk and not in the database, oldest first. */
  readonly pending: readonly string[];
  /** Begun in the database and never finished. */
  readonly failed: readonly string[];
  /** In the database and not on disk: a newer version has been here. */
  readonly unknown: readonly string[];
  /** Changed on disk since they were applied. */
  readonly edited: readonly string[];
}

/** The key that Prisma's own engine locks on, so that `prisma migrate` waits for us and we for it. */
const LOCK_KEY = 72_707_369;
const LOCK_TIMEOUT = '60s';

/**
 * Applies what the database lacks, and answers with the names. Several nodes may start at once: they take turns, and all
 * but the first find nothing left to do.
 */
export async function applyMigrations(connection: Connection, folder = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  return withEngine(connection, folder, async ({ engine, migrationsList, pool, failure }) => {
    await lock(pool);
    const { failed } = await diagnose(engine, migrationsList);
    if (failed.length > 0) {
      throw new DatabaseError(
        `The migration ${failed.join(', ')} was begun and never finished: see whether its changes are in the database, then set finished_at (they are) or rolled_back_at (they are not) in its row of the table _prisma_migrations.`,
      );
    }
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: SCHEMA_FILTER });
      if (appliedMigrationNames.length > 0) await makeViewsOfPast(pool);
      return appliedMigrationNames;
    } catch (error) {
      const cause = failure();
      const [name] = (await diagnose(engine, migrationsList)).failed;
      if (!cause || !name) throw error;
      // The script was one transaction, so there is nothing to clean up and the next run may try again.
      await engine.markMigrationRolledBack({ migrationName: name });
      throw new DatabaseError(
        `The migration ${name} failed and nothing of it was kept (${cause.message}): correct it and migrate again.`,
        { cause },
      );
    }
  });
}

/** How the database stands to the migrations on disk; changes nothing. */
export async function diagnoseMigrations(connection: Connection, folder = MIGRATIONS_FOLDER): Promise<MigrationStatus> {
  return withEngine(connection, folder, ({ engine, migrationsList }) => diagnose(engine, migrationsList));
}

async function diagnose(engine: Engine.SchemaEngine, migrationsList: Engine.MigrationList): Promise<MigrationStatus> {
  // With a shadow database the engine could look deeper, but it might take the real one for it.
  const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: SCHEMA_FILTER,
  });
  return {
    pending: (history && 'unappliedMigrationNames' in history && history.unappliedMigrationNames) || [],
    failed: failedMigrationNames,
    unknown: (history && 'unpersistedMigrationNames' in history && history.unpersistedMigrationNames) || [],
    edited: editedMigrationNames,
  };
}

interface Session {
  readonly engine: Engine.SchemaEngine;
  readonly migrationsList: Engine.MigrationList;
  readonly pool: pg.Pool;
  /** Why the last script was refused. */
  failure(): Error | undefined;
}

async function withEngine<T>(
  connection: Connection,
  folder: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  // One connection that is never dropped: the lock is of the session. No timeouts: a migration takes as long as it takes.
  const pool = new pg.Pool({ ...connection, application_name: 'digestgraph migrate', max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => {});
  const { adapters, failure } = createMigrationAdapters(pool);
  try {
    const migrationsList = await readMigrations(folder);
    const engine = await openSchemaEngine(adapters);
    try {
      return await work({ engine, migrationsList, pool, failure });
    } finally {
      engine.free();
      await unlock(pool);
    }
  } finally {
    await pool.end();
  }
}

async function lock(pool: pg.Pool): Promise<void> {
  await pool.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  } catch (error) {
    throw new DatabaseError(
      `Another process has been migrating the database for ${LOCK_TIMEOUT}: wait until it has ended, then start again.`,
      { cause: error },
    );
  }
  await pool.query('RESET lock_timeout');
}

/** A migration may have given a table of the graph another column. Migrations that have no change log have no views either. */
async function makeViewsOfPast(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query("SELECT to_regprocedure('as_of.make_views()') IS NOT NULL AS present");
  if (rows[0]?.present) await pool.query('SELECT as_of.make_views()');
}

/** The engine keeps its lock until the session ends, and the session of the embedded database never does. */
async function unlock(pool: pg.Pool): Promise<void> {
  await pool.query('SELECT pg_advisory_unlock_all()').catch(() => {});
}

/**
 * adapter-pg cuts a script at every semicolon, also inside a string or a function, and lets each statement stand alone.
 * Here a script goes to the server whole, which makes it one transaction.
 */
function createMigrationAdapters(pool: pg.Pool): {
  adapters: SqlMigrationAwareDriverAdapterFactory;
  failure: Session['failure'];
} {
  const factory = createAdapters(pool);
  let failed: Error | undefined;
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        failed = error as Error;
        throw error;
      }
    };
    return adapter;
  };
  return {
    adapters: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect,
      connectToShadowDb: () => Promise.reject(new Error('Migrations are applied without a shadow database.')),
    },
    failure: () => failed,
  };
}
