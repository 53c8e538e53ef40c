import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { DatabaseClient } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { clonePostgresql, copyPostgresql } from '../../support/postgresql-template.ts';
import type { Clone } from '../../support/test-image.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));
const TEXT = fileURLToPath(new URL('fixtures/northern-waters-2031-10.txt', import.meta.url));
const TABLES = ['draft', 'draft_passage', 'draft_suggestion', 'report', 'passage', 'event', 'citation', 'seed_row'];

/** A database that outlives the processes that work in it. */
interface Place {
  readonly env: Readonly<Record<string, string>>;
  /** Another one that holds the same. */
  copy(): Promise<Place>;
}

let root: string;
const clones: Clone[] = [];

/** A folder of an embedded database, or a database of the PostgreSQL server that TEST_DATABASE_URL names. */
async function createPlace(): Promise<Place> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? placeOn(url, await clonePostgresql(url, 'migrated')) : placeIn(await mkdtemp(join(root, 'data-')));
}

function placeOn(url: string, clone: Clone): Place {
  clones.push(clone);
  return {
    env: { DATABASE_URL: clone.connection.connectionString ?? '' },
    copy: async () => placeOn(url, await copyPostgresql(url, clone)),
  };
}

function placeIn(folder: string): Place {
  return {
    env: { DIGESTGRAPH_DATA_DIR: folder },
    async copy() {
      const other = await mkdtemp(join(root, 'data-'));
      await cp(folder, other, { recursive: true });
      return placeIn(other);
    },
  };
}

interface Run {
  readonly signal: string | null;
  readonly statements: number;
}

function run(action: string, { env }: Place, killAt = 0): Promise<Run> {
  return new Promise((resolve, reject) => {
    const args = [CHILD, action, TEXT, String(killAt)];
    execFile(process.execPath, args, { env: { ...process.env, ...env, TMPDIR: root } }, (error, stdout, stderr) => {
      if (error && !error.signal) reject(new Error(stderr));
      else resolve({ signal: error?.signal ?? null, statements: Number(stdout) });
    });
  });
}

/** How many rows there are of what an ingest and a publication write, and where the draft stands. */
async function stateOf({ env }: Place): Promise<object> {
  const database = await openDatabase(readConfig({ ...env }), {
    warn: () => {},
    error: () => {},
  });
  try {
    await untilAlone(database.client);
    const counts: Record<string, unknown> = {};
    for (const table of TABLES) {
      const exists = await database.client.$queryRawUnsafe<object[]>(`select to_regclass('${table}')::text as name`);
      if (!(exists[0] as { name: string | null }).name) continue;
      const [row] = await database.client.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      counts[table] = row?.count;
    }
    const states = await database.client.$queryRawUnsafe<object[]>(`select state::text, version from draft`);
    return { ...counts, states };
  } finally {
    await database.close();
  }
}

/** A server goes on with the statement that it has when its client dies. */
async function untilAlone(client: DatabaseClient): Promise<void> {
  await expect
    .poll(
      () => client.$queryRaw`
        select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      { timeout: 30_000 },
    )
    .toEqual([]);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'digestgraph-crash-'));
});
afterAll(async () => {
  for (const clone of clones) await clone.drop();
  await rm(root, { recursive: true, force: true });
});

describe('a process that is killed', () => {
  it.each(['ingest', 'publish'])(
    'in the middle of %s leaves the old state or the new one',
    async (action) => {
      const base = await createPlace();
      if (action === 'publish') {
        await run('ingest', base);
        await run('accept', base);
      } else {
        // The tables are there, and nothing in them.
        await run('ingest', base, 1);
      }
      const before = await stateOf(base);
      const whole = await base.copy();
      const { statements } = await run(action, whole);
      const after = await stateOf(whole);
      expect(after).not.toEqual(before);
      expect(statements).toBeGreaterThan(10);

      // In the first statements of the transaction, in its midst, just before its end, and after it.
      for (const killAt of [statements - 1, Math.floor(statements / 2), statements - 4, statements]) {
        const place = await base.copy();
        expect((await run(action, place, killAt)).signal).toBe('SIGKILL');
        expect([before, after]).toContainEqual(await stateOf(place));
      }
    },
    300_000,
  );
});
