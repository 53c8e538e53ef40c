import { createClient, type DatabaseClient } from '../../src/database/client.ts';
import { clonePglite } from './pglite-image.ts';
import { clonePostgresql } from './postgresql-template.ts';
import type { Clone, Content } from './test-image.ts';

export interface TestDatabase {
  readonly client: DatabaseClient;
  /** Every SQL statement that was answered, oldest first; empty it with `statements.length = 0` before what is to be counted. */
  readonly statements: string[];
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** With the dataset of the first edition loaded; otherwise the tables are empty. */
  readonly seed?: boolean;
  /** With a generated graph of `GENERATED_EVENTS` events (bench/). */
  readonly generated?: boolean;
}

/** A migrated database of the caller's own: PostgreSQL where TEST_DATABASE_URL names a server, else PGlite in memory. */
export async function openTestDatabase({
  seed = false,
  generated = false,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const clone = await cloneDatabase(generated ? 'generated' : seed ? 'seeded' : 'migrated');
  const { client, close } = createClient({
    connection: clone.connection,
    size: testsPostgresql() ? 4 : 1,
    acquireTimeoutMs: 30_000,
    onPoolError: () => {},
  });
  const statements: string[] = [];
  client.$on('query', ({ query }) => statements.push(query));
  return {
    client,
    statements,
    async close() {
      await close();
      await clone.drop();
    },
  };
}

/** The place of a database, for whoever brings the client: `drop` it when done. */
export async function cloneDatabase(content: Content): Promise<Clone> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? clonePostgresql(url, content) : clonePglite(content);
}

/** PGlite has one session, so what happens between sessions can be seen only here. */
export function testsPostgresql(): boolean {
  return Boolean(process.env.TEST_DATABASE_URL);
}
