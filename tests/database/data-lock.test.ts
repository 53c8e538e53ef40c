import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireDataLock } from '../../src/database/data-lock.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digestgraph-lock-'));
  file = join(folder, 'postgresql.lock');
});
afterEach(() => rm(folder, { recursive: true }));

const holder = (change: object) =>
  JSON.stringify({ pid: process.pid, host: hostname(), since: '2026-01-01T00:00:00.000Z', token: 'other', ...change });

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid as number;
}

describe('acquireDataLock', () => {
  it('says who holds the folder, and lets it go when released', async () => {
    const release = await acquireDataLock(file, folder);
    const { since } = JSON.parse(await readFile(file, 'utf8'));
    await expect(acquireDataLock(file, folder)).rejects.toThrow(
      `The data folder ${folder} is in use by process ${process.pid} since ${since}: stop that process, or set DIGESTGRAPH_DATA_DIR to another folder`,
    );
    release();
    expect(existsSync(file)).toBe(false);
    (await acquireDataLock(file, folder))();
  });

  it('never robs a live process, on this machine or another', async () => {
    for (const [change, said] of [
      [{ pid: process.ppid }, `process ${process.ppid} since`],
      [{ pid: 1, host: 'elsewhere.example' }, 'process 1 on elsewhere.example since'],
    ] as const) {
      await writeFile(file, holder(change));
      await expect(acquireDataLock(file, folder)).rejects.toThrow(said);
      expect(existsSync(file)).toBe(true);
    }
  });

  it('takes over what a dead process left behind, and what an earlier one of its own pid did', async () => {
    for (const pid of [await endedPid(), process.pid]) {
      await writeFile(file, holder({ pid }));
      const release = await acquireDataLock(file, folder);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    }
  });

  it('gives a stale lock to one of several that want it', async () => {
    await writeFile(file, holder({ pid: await endedPid() }));
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => acquireDataLock(file, folder)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'fulfilled') result.value();
  });

  it('leaves a stale lock to whoever is already taking it over', async () => {
    await writeFile(file, holder({ pid: await endedPid() }));
    await writeFile(`${file}.claim`, '');
    const waiting = acquireDataLock(file, folder);
    // The faster process puts its own lock in place, and gives its claim up.
    await writeFile(file, holder({ pid: process.ppid }));
    await rm(`${file}.claim`);
    await expect(waiting).rejects.toThrow(`process ${process.ppid}`);
  });

  it('waits for a lock that is being written, and not for one that nobody will finish', async () => {
    await writeFile(file, '');
    const waiting = acquireDataLock(file, folder);
    await writeFile(file, holder({ pid: process.ppid }));
    await expect(waiting).rejects.toThrow(`process ${process.ppid}`);

    await writeFile(file, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(file, longAgo, longAgo);
    (await acquireDataLock(file, folder))();
  });
});
