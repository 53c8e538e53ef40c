import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/database/database.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));
const TEXT = fileURLToPath(new URL('fixtures/northern-waters-2031-10.txt', import.meta.url));
const TABLES = ['draft', 'draft_passage', 'draft_suggestion', 'report', 'passage', 'event', 'citation', 'seed_row'];

let root: string;

interface Run {
  readonly signal: string | null;
  readonly statements: number;
}

function run(action: string, folder: string, killAt = 0): Promise<Run> {
  return new Promise((resolve, reject) => {
    const args = [CHILD, action, folder, TEXT, String(killAt)];
    execFile(process.execPath, args, { env: { ...process.env, TMPDIR: root } }, (error, stdout, stderr) => {
      if (error && !error.signal) reject(new Error(stderr));
      else resolve({ signal: error?.signal ?? null, statements: Number(stdout) });
    });
  });
}

/** How many rows there are of what an ingest and a publication write, and where the draft stands. */
async function stateOf(folder: string): Promise<object> {
  const database = await openDatabase(readConfig({ DIGESTGRAPH_DATA_DIR: folder }), {
    warn: () => {},
    error: () => {},
  });
  try {
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

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'digestgraph-crash-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('a process that is killed', () => {
  it.each(['ingest', 'publish'])(
    'in the middle of %s leaves the old state or the new one',
    async (action) => {
      const base = join(root, `${action}-base`);
      if (action === 'publish') {
        await run('ingest', base);
        await run('accept', base);
      } else {
        // The tables are there, and nothing in them.
        await run('ingest', base, 1);
      }
      const before = await stateOf(base);
      const whole = join(root, `${action}-whole`);
      await cp(base, whole, { recursive: true });
      const { statements } = await run(action, whole);
      const after = await stateOf(whole);
      expect(after).not.toEqual(before);
      expect(statements).toBeGreaterThan(10);

      // In the first statements of the transaction, in its midst, just before its end, and after it.
      for (const killAt of [statements - 1, Math.floor(statements / 2), statements - 4, statements]) {
        const folder = join(root, `${action}-${killAt}`);
        await cp(base, folder, { recursive: true });
        expect((await run(action, folder, killAt)).signal).toBe('SIGKILL');
        expect([before, after]).toContainEqual(await stateOf(folder));
      }
    },
    300_000,
  );
});
