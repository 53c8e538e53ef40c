import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyMigrations, diagnoseMigrations } from '../../src/database/migrate.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../../src/database/migration-files.ts';
import { cloneDatabase, testsPostgresql } from '../support/database.ts';
import type { Clone } from '../support/test-image.ts';

const UP_TO_DATE = { pending: [], failed: [], unknown: [], edited: [] };

let database: Clone;
let folder: string;
let all: string[];

beforeEach(async () => {
  database = await cloneDatabase('empty');
  folder = await mkdtemp(join(tmpdir(), 'digestgraph-migrations-'));
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  all = (await readMigrations()).migrationDirectories.map(({ path }) => path);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('applyMigrations', () => {
  it('applies what is missing, once', async () => {
    expect(await diagnoseMigrations(database.connection)).toEqual({ ...UP_TO_DATE, pending: all });
    expect(await applyMigrations(database.connection)).toEqual(all);
    expect(await diagnoseMigrations(database.connection)).toEqual(UP_TO_DATE);
    expect(await applyMigrations(database.connection)).toEqual([]);
    expect(await query('select count(*)::int as count from _prisma_migrations')).toEqual([{ count: all.length }]);
  });

  it.runIf(testsPostgresql())('lets several nodes start at once', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(database.connection)));
    expect(applied.flat()).toEqual(all);

    // The second comes while the first is in the middle, and must not take its work for a wreck.
    const name = '29990101000000_take_long';
    await writeMigration(name, 'SELECT pg_sleep(1);');
    const first = applyMigrations(database.connection, folder);
    await vi.waitUntil(
      async () => (await query('select from _prisma_migrations where finished_at is null')).length > 0,
    );
    expect(await applyMigrations(database.connection, folder)).toEqual([]);
    expect(await first).toEqual([name]);
  });

  it('keeps nothing of a migration that fails, and applies it when it is corrected', async () => {
    const name = '29990101000000_add_a_table';
    await writeMigration(name, "CREATE TABLE added (id int);\nINSERT INTO added VALUES ('a;b');");
    await expect(applyMigrations(database.connection, folder)).rejects.toThrow(
      new RegExp(
        `^The migration ${name} failed and nothing of it was kept \\(invalid input syntax.*a;b.*\\): correct it`,
      ),
    );
    expect(await query("select to_regclass('added') as added")).toEqual([{ added: null }]);
    expect(await diagnoseMigrations(database.connection, folder)).toEqual({ ...UP_TO_DATE, pending: [name] });

    await writeMigration(name, "CREATE TABLE added (id text);\nINSERT INTO added VALUES ('a;b');");
    expect(await applyMigrations(database.connection, folder)).toEqual([name]);
    expect(await query('select id from added')).toEqual([{ id: 'a;b' }]);
  });

  it('says what to do about a migration that was cut short', async () => {
    await applyMigrations(database.connection);
    await query('update _prisma_migrations set finished_at = null');
    await expect(applyMigrations(database.connection)).rejects.toThrow(
      new RegExp(`^The migration ${all.join(', ')} was begun and never finished: see whether`),
    );
    expect(await diagnoseMigrations(database.connection)).toMatchObject({ failed: all });
  });
});

describe('diagnoseMigrations', () => {
  it('tells what was edited, and what only a newer version knows', async () => {
    const name = '29990101000000_add_a_table';
    await writeMigration(name, 'CREATE TABLE added (id int);');
    await applyMigrations(database.connection, folder);
    expect(await diagnoseMigrations(database.connection)).toEqual({ ...UP_TO_DATE, unknown: [name] });
    await writeMigration(name, 'CREATE TABLE added (id text);');
    expect(await diagnoseMigrations(database.connection, folder)).toEqual({ ...UP_TO_DATE, edited: [name] });
  });
});
