import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { acquireDataLock } from '../../src/database/data-lock.ts';
import { openDatabase } from '../../src/database/database.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digestgraph-data-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function seed(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../seed/main.ts', import.meta.url)), ...args], {
    env: { PATH: process.env.PATH, DIGESTGRAPH_DATA_DIR: folder },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

describe('npm run seed', () => {
  it('refuses in one sentence while another process has the data folder', async () => {
    const release = await acquireDataLock(join(folder, 'postgresql.lock'), folder);
    const { code, output } = await seed();
    release();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^The data folder ${folder} is in use by process ${process.pid} .*\\n$`));
  });

  it('makes the database, loads it, ends with the counts, and keeps what was corrected since', async () => {
    const { code, output } = await seed();
    expect(output).toMatch(/^belarus-security-2019-09\n +created +updated +unchanged +removed +kept\n/);
    expect(output).toMatch(/\nevents +[1-9]\d* +0 +0 +0 +0\n[\s\S]*\ntotal +[1-9]\d* +0 +0 +0 +0\n$/);
    expect(code).toBe(0);

    // What was corrected since it keeps and says so, and overwrites when told to.
    const database = await openDatabase(readConfig({ DIGESTGRAPH_DATA_DIR: folder }));
    const { slug } = await database.client.event.findFirstOrThrow({ orderBy: { slug: 'asc' } });
    await database.client.event.update({ where: { slug }, data: { title: 'Corrected' } });
    await database.close();
    const again = await seed();
    expect(again.output).toMatch(/\ntotal +0 +0 +[1-9]\d* +0 +1\n/);
    expect(again.output.split('\n').at(-2)).toBe(`Kept 1 record corrected since: events/${slug}.`);
    const overwritten = await seed('--overwrite');
    expect(overwritten.output).toMatch(/\nevents +0 +1 +[1-9]\d* +0 +0\n[\s\S]*\ntotal +0 +1 +[1-9]\d* +0 +0\n$/);
  }, 120_000);
});
