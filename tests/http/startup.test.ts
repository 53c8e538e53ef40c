import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the program as `npm start` does, and ends it by SIGTERM once it serves, after `meanwhile`. */
function start(
  env: Record<string, string>,
  meanwhile: (address: string) => Promise<void> = async () => {},
): Promise<Run> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['start.ts'], { cwd: root, env: { ...inherited, LOG_LEVEL: 'warn', ...env } });
  const run = { stdout: '', stderr: '' };
  child.stderr.on('data', (chunk) => {
    run.stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const said = /http:\S+/.test(run.stdout);
      run.stdout += chunk;
      const address = /http:\S+/.exec(run.stdout)?.[0];
      if (address && !said)
        meanwhile(address)
          .catch(reject)
          .finally(() => child.kill('SIGTERM'));
    });
    child.on('close', (code) => resolve({ ...run, code }));
  });
}

const count = async (address: string) => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ events { totalCount } }' }),
  });
  return (await response.json()).data.events.totalCount as number;
};

describe('npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'digestgraph-start-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('fills an empty folder, says in one line where it serves, refuses a second process, and ends in order', async () => {
    const env = { DIGESTGRAPH_DATA_DIR: join(folder, 'data'), PORT: '0' };
    let second: Run | undefined;
    let events = 0;
    const first = await start(env, async (address) => {
      events = await count(address);
      second = await start(env);
    });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^Digestgraph serves http:\/\/localhost:\d+\/graphql \(the embedded database in .+\)\.\n$/,
    );
    expect(events).toBeGreaterThan(50);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second?.stderr).toMatch(/^[^\n]*process \d+[^\n]*\n$/);

    let again = 0;
    const third = await start(env, async (address) => {
      again = await count(address);
    });
    expect([third.code, again]).toEqual([0, events]);
  });

  it.each([
    ['settings that are wrong', { PORT: 'x', MAX_COST: '-1' }, /^PORT .+\nMAX_COST .+\n$/],
    ['an address that is none', { DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL cannot be used: .+\n$/],
    [
      'a server that does not answer',
      { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' },
      /^[^\n]*127\.0\.0\.1:1[^\n]*\n$/,
    ],
  ])('says in a plain sentence what is wrong: %s', async (_what, env: Record<string, string>, sentence) => {
    const run = await start({ DIGESTGRAPH_DATA_DIR: join(folder, 'unused'), ...env });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).not.toMatch(/secret|\n\s+at /);
  });

  it('says so when the port is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const run = await start({ DIGESTGRAPH_DATA_DIR: join(folder, 'data'), PORT: String(port) });
    await new Promise((resolve) => other.close(resolve));
    expect(run).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is in use: stop what uses it, or set PORT to another.\n`,
    });
  });
});
