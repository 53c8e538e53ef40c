import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Config } from '../src/config.ts';
import { DatabaseError } from '../src/database/database.errors.ts';
import { type OpenDatabase, openDatabase } from '../src/database/database.ts';
import { extensions } from '../src/database/embedded-extensions.ts';
import { applyMigrations } from '../src/database/migrate.ts';
import { copyInto, copyTables, copyThrough } from './copy.ts';
import { generateTables } from './generate.ts';

/**
 * The generated database of so many events: the one that DATABASE_URL names, filled if it is empty, or an embedded one
 * beside the real one. A database that holds anything else is left alone.
 */
export async function openGenerated(config: Config, events: number): Promise<OpenDatabase> {
  const settings = { ...config, dataDir: join(config.dataDir, `bench-${events}`), databaseStatementTimeoutMs: 600_000 };
  let database = await openDatabase(settings);
  try {
    await applyMigrations(database.connection);
    const found = await database.client.event.count();
    if (found === 0) {
      console.log(`Generating ${events} events in ${database.describe} ...`);
      if (settings.databaseUrl === null) {
        await database.close();
        await fillEmbedded(join(settings.dataDir, 'postgresql'), events);
        database = await openDatabase(settings);
      } else await fillPostgresql(database.connection, events);
    } else if (found !== events) {
      throw new DatabaseError(`${database.describe} holds ${found} events, not ${events}: name an empty database.`);
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function fillEmbedded(folder: string, events: number): Promise<void> {
  const database = await PGlite.create(folder, { extensions });
  try {
    // All or nothing, as on PostgreSQL: half a graph would be taken for somebody's data the next time.
    await database.exec('begin');
    await copyTables(generateTables(events), copyInto(database));
    await database.exec('commit');
    await database.exec('vacuum analyze');
  } finally {
    await database.close();
  }
}

async function fillPostgresql(connection: OpenDatabase['connection'], events: number): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('begin');
    await copyTables(generateTables(events), copyThrough(client));
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
