import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireDataLock } from '../../src/database/data-lock.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digestgraph-data-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function seed(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../seed/main.ts', import.meta.url))], {
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

  it('makes the database, loads it and ends with the counts', async () => {
    const { code, output } = await seed();
    expect(output).toMatch(/^belarus-security-2019-09\n +created +updated +unchanged +removed +kept\n/);
    expect(output).toMatch(/\nevents +[1-9]\d* +0 +0 +0 +0\n[\s\S]*\ntotal +[1-9]\d* +0 +0 +0 +0\n$/);
    expect(code).toBe(0);
  });
});
