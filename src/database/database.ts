import type { Config } from '../config.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type Connection, createClient, type DatabaseClient } from './client.ts';
import type { DatabaseError } from './database.errors.ts';
import { openEmbedded } from './embedded.ts';
import { connectionTo, greetPostgresql } from './postgresql.ts';

/** What reads and writes take: the client itself, or a transaction on it. */
export type Database = Prisma.TransactionClient;

/** The part of a logger that the database speaks to; pino's fits. */
export interface DatabaseLogger {
  warn(message: string): void;
  error(message: string): void;
}

export interface OpenDatabase {
  readonly client: DatabaseClient;
  readonly connection: Connection;
  /** For people: "PostgreSQL 15.4 at localhost:5432/digestgraph". */
  readonly describe: string;
  /** Settles when the embedded database has stopped by itself, for good; with PostgreSQL never. */
  readonly lost: Promise<DatabaseError>;
  close(): Promise<void>;
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'databasePoolSize' | 'databaseStatementTimeoutMs'>;

/** Opens PostgreSQL where an address is given, and the embedded database where none is. Migrates nothing. */
export async function openDatabase(config: DatabaseConfig, logger: DatabaseLogger = console): Promise<OpenDatabase> {
  const onPoolError = (error: Error) => logger.warn(`A connection to the database broke: ${error.message}.`);
  if (config.databaseUrl !== null) return openPostgresql(config, config.databaseUrl, onPoolError);
  const database = await openEmbeddedDatabase(config.dataDir, onPoolError);
  void database.lost.then(({ message }) => logger.error(message));
  return database;
}

async function openPostgresql(
  config: DatabaseConfig,
  url: string,
  onPoolError: (error: Error) => void,
): Promise<OpenDatabase> {
  const connection = connectionTo(url);
  const { client, pool, close } = createClient({
    connection,
    size: config.databasePoolSize,
    acquireTimeoutMs: 10_000,
    idleTimeoutMs: 30_000,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    onPoolError,
  });
  try {
    const describe = await greetPostgresql(connection, pool);
    return { client, connection, describe, lost: new Promise(() => {}), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openEmbeddedDatabase(folder: string, onPoolError: (error: Error) => void): Promise<OpenDatabase> {
  const embedded = await openEmbedded(folder);
  const { client, close } = createClient({
    connection: embedded.connection,
    // PGlite is one session: with more connections the names of prepared statements collide.
    size: 1,
    acquireTimeoutMs: 30_000,
    onPoolError,
  });
  return {
    client,
    connection: embedded.connection,
    describe: `the embedded database in ${folder}`,
    lost: embedded.lost,
    async close() {
      await close();
      await embedded.close();
    },
  };
}
