import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type OpenDatabase, openDatabase } from '../../src/database/database.ts';
import { EMBEDDED_MAJOR } from '../../src/database/embedded.ts';
import { applyMigrations } from '../../src/database/migrate.ts';

let root: string;
let dataDir: string;

const logged: string[] = [];
const logger = { warn: (message: string) => logged.push(message), error: (message: string) => logged.push(message) };
const open = (folder: string): Promise<OpenDatabase> =>
  openDatabase(readConfig({ DIGESTGRAPH_DATA_DIR: folder }), logger);

/** Another process that opens the folder, says "open" or why not, and stays until it is killed. */
function openElsewhere(folder: string) {
  const code = `
    const { openDatabase } = await import(${JSON.stringify(new URL('../../src/database/database.ts', import.meta.url))});
    const { readConfig } = await import(${JSON.stringify(new URL('../../src/config.ts', import.meta.url))});
    await openDatabase(readConfig({ DIGESTGRAPH_DATA_DIR: ${JSON.stringify(folder)} })).then(
      () => console.log('open'),
      (error) => console.log(error.message),
    );`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What a killed process leaves behind goes with the test.
    env: { ...process.env, TMPDIR: root },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'digestgraph-embedded-'));
  dataDir = join(root, 'data');
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('makes its folder, keeps what is written, and is the PostgreSQL that the folder says', async () => {
    const first = await open(dataDir);
    await applyMigrations(first.connection);
    await first.client.country.create({ data: { code: 'BY', name: 'Belarus' } });
    await first.close();

    const second = await open(dataDir);
    expect(second.describe).toBe(`the embedded database in ${dataDir}`);
    expect(await applyMigrations(second.connection)).toEqual([]);
    expect(await second.client.country.findMany({ select: { code: true } })).toEqual([{ code: 'BY' }]);
    const [session] = await second.client.$queryRaw<object[]>`
      select split_part(current_setting('server_version'), '.', 1) as major, current_setting('TimeZone') as zone`;
    expect(session).toEqual({ major: EMBEDDED_MAJOR, zone: 'UTC' });
    await second.close();
  });

  it('serves many at once, and its thread does not hold up ours', async () => {
    const database = await open(dataDir);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 10);
    await Promise.all([
      database.client.$queryRaw`select count(*)::int from generate_series(1, 3000000)`,
      ...Array.from({ length: 30 }, () => database.client.$transaction((tx) => tx.country.count())),
    ]);
    clearInterval(timer);
    await database.close();
    expect(ticks).toBeGreaterThan(5);
  });

  it('refuses a second process with a sentence, and outlives one that is killed', async () => {
    const first = openElsewhere(dataDir);
    expect(String((await once(first.stdout, 'data'))[0])).toBe('open\n');

    await expect(open(dataDir)).rejects.toThrow(
      new RegExp(`^The data folder ${dataDir} is in use by process ${first.pid} since 20`),
    );

    first.kill('SIGKILL');
    await once(first, 'exit');
    const after = await open(dataDir);
    expect(await after.client.country.count()).toBe(1);
    await after.close();
  });

  it('tells its owner when it stops by itself, and gives the folder free', async () => {
    const [[thread], database] = await Promise.all([once(process, 'worker') as Promise<[Worker]>, open(dataDir)]);
    await thread.terminate();
    const { message } = await database.lost;
    expect(message).toMatch(/^The embedded database in .* has stopped \(.*\): start Digestgraph again\.$/);
    expect(logged).toContain(message);
    await expect(database.client.country.count()).rejects.toThrow();
    await database.close();
    await (await open(dataDir)).close();
  });

  it('refuses a folder of another PostgreSQL, and leaves it as it is', async () => {
    const folder = join(root, 'old');
    await mkdir(join(folder, 'postgresql'), { recursive: true });
    await writeFile(join(folder, 'postgresql/PG_VERSION'), '16\n');
    await expect(open(folder)).rejects.toThrow(`The data folder ${folder} was written by PostgreSQL 16 and`);
    await expect(stat(join(folder, 'postgresql.lock'))).rejects.toThrow('ENOENT');
  });

  it('says so when the folder cannot be used', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    await expect(open(join(file, 'data'))).rejects.toThrow(
      /^The data folder .* cannot be written \(ENOTDIR.*\): make it writable, or set DIGESTGRAPH_DATA_DIR/,
    );
    const broken = join(root, 'broken');
    await mkdir(join(broken, 'postgresql'), { recursive: true });
    await writeFile(join(broken, 'postgresql/PG_VERSION'), `${EMBEDDED_MAJOR}\n`);
    await expect(open(broken)).rejects.toThrow(/^The embedded database in .* cannot be opened \(/);
  });
});
