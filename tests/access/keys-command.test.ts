import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type OpenDatabase, openDatabase } from '../../src/database/database.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createApp } from '../../src/http/server.ts';
import { clonePostgresql } from '../support/postgresql-template.ts';

// Each run opens a database, on a machine that may be busy.
const TIMEOUT_MS = 180_000;

const SECRET = /^dgk_[\w-]{43}\n$/;

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as `npm run keys --` does. */
async function keys(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  const file = fileURLToPath(new URL('../../src/cli/keys.ts', import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  const run = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (run.stdout += chunk));
  child.stderr.on('data', (chunk) => (run.stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ...run, code };
}

const testUrl = process.env.TEST_DATABASE_URL;

describe.each(['embedded', ...(testUrl ? ['PostgreSQL'] : [])])(
  'npm run keys on the %s database',
  { timeout: TIMEOUT_MS },
  (where) => {
    let folder: string;
    let env: Record<string, string>;
    let drop = async () => {};
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'digestgraph-keys-'));
      env = { DIGESTGRAPH_DATA_DIR: join(folder, 'data') };
      if (where === 'PostgreSQL' && testUrl) {
        const clone = await clonePostgresql(testUrl, 'migrated');
        env = { DATABASE_URL: clone.connection.connectionString ?? '' };
        drop = () => clone.drop();
      }
    });
    afterAll(async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    });

    it('makes a key in a new database, prints its secret alone, lists it and revokes it', async () => {
      const made = await keys(
        env,
        'create',
        '--name',
        'desk',
        '--scope',
        'EDIT',
        '--scope',
        'review',
        '--expires-in',
        '90d',
      );
      expect(made.stdout).toMatch(SECRET);
      expect(made.stderr).toMatch(
        /^Made the key "desk" \(EDIT, REVIEW; until \d{4}-\d\d-\d\dT\d\d:\d\dZ\)\. [^\n]+\n$/,
      );
      expect(made.code).toBe(0);

      const listed = await keys(env, 'list');
      expect(listed.stdout).toMatch(
        /^NAME +SECRET +SCOPES +STATE +LAST USED +ID\ndesk +dgk_[\w-]{6} +EDIT,REVIEW +until \S+ +never +\S{36}\n$/,
      );
      expect(listed.stdout).not.toContain(made.stdout.trim());

      const again = await keys(env, 'create', '--name', 'desk', '--scope', 'EDIT');
      expect(again).toEqual({
        code: 1,
        stdout: '',
        stderr: 'There is a key named "desk": revoke it first, or give another name.\n',
      });
      expect((await keys(env, 'revoke', 'desk', '--reason', 'lost')).stdout).toMatch(
        /^Revoked the key "desk" \(dgk_[\w-]{6}…\)\.\n$/,
      );
      expect((await keys(env, 'list')).stdout).toMatch(/\ndesk .* revoked \S+ by npm run keys /);
      expect(await keys(env, 'revoke', 'desk')).toMatchObject({ code: 1, stderr: expect.stringContaining('No key') });
    });
  },
);

describe('npm run keys', { timeout: TIMEOUT_MS }, () => {
  it.each([
    [
      'a scope that there is not',
      ['create', '--name', 'x', '--scope', 'ROOT'],
      'READ_DRAFTS, EDIT, REVIEW, PUBLISH, ADMIN',
    ],
    ['no scope', ['create', '--name', 'x'], '--scope'],
    ['no name', ['create', '--scope', 'EDIT'], '--name'],
    ['a day that there is not', ['create', '--name', 'x', '--scope', 'EDIT', '--expires', '2027-02-30'], 'Give a day'],
    ['a span of nothing', ['create', '--name', 'x', '--scope', 'EDIT', '--expires-in', '0d'], 'Give hours'],
    [
      'two ends',
      ['create', '--name', 'x', '--scope', 'EDIT', '--expires', '2999-01-01', '--expires-in', '1d'],
      'cannot be used with',
    ],
    ['a server without a key', ['--server', 'http://127.0.0.1:9', 'list'], 'DIGESTGRAPH_API_KEY'],
  ])('refuses %s in a sentence, and opens nothing', async (_, args, part) => {
    const run = await keys({ DIGESTGRAPH_DATA_DIR: '/nowhere/at/all' }, ...args);
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(part) });
    expect(run.stderr).not.toMatch(/\n +at /);
  });
});

describe('npm run keys --server', { timeout: TIMEOUT_MS }, () => {
  let folder: string;
  let env: Record<string, string>;
  let database: OpenDatabase;
  let server: ReturnType<ReturnType<typeof createApp>['createServer']>;
  let address: string;
  let admin: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'digestgraph-keys-'));
    env = { DIGESTGRAPH_DATA_DIR: join(folder, 'data') };
    admin = (await keys(env, 'create', '--name', 'first', '--scope', 'ADMIN')).stdout.trim();
    const config = readConfig(env);
    database = await openDatabase(config);
    const logger = pino({ level: 'silent' });
    server = createApp({ schema: createSchema(), client: database.client, config, logger }).createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, TIMEOUT_MS);
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('does through a running server what the lock of its folder keeps from everyone else', async () => {
    const locked = await keys(env, 'list');
    expect(locked).toMatchObject({ code: 1, stderr: expect.stringMatching(/in use by process .* --server/s) });

    const remote = (...args: string[]) => keys({ DIGESTGRAPH_API_KEY: admin }, ...args, '--server', address);
    const made = await remote('create', '--name', 'desk', '--scope', 'EDIT', '--expires', '2999-01-01');
    expect([made.stdout, made.code]).toEqual([expect.stringMatching(SECRET), 0]);
    expect((await remote('list')).stdout).toMatch(/\ndesk +dgk_.* until 2999-01-01T00:00Z .*\nfirst +/);
    expect(await remote('create', '--name', 'desk', '--scope', 'EDIT')).toMatchObject({ code: 1, stdout: '' });

    const edit = { DIGESTGRAPH_API_KEY: made.stdout.trim() };
    const refused = await keys(edit, '--server', `${address}/graphql`, 'list');
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('needs ADMIN') });
    expect((await remote('revoke', 'desk', '--reason', 'lost')).stdout).toMatch(/^Revoked/);
    expect((await remote('list')).stdout).toMatch(/\ndesk .* revoked \S+ by key /);
    const dead = await keys(edit, '--server', address, 'list');
    expect(dead).toMatchObject({ code: 1, stderr: expect.stringContaining('not valid') });
    expect(dead.stderr).not.toContain(edit.DIGESTGRAPH_API_KEY);
  });

  it('says what it met where no such server answers', async () => {
    const send = (to: string) => keys({ DIGESTGRAPH_API_KEY: admin }, '--server', to, 'list');
    expect(await send('http://127.0.0.1:9')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('does not answer'),
    });
    expect(await send(`${address}/health`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no Digestgraph'),
    });
    expect(await send('localhost:4000')).toMatchObject({ code: 1, stderr: expect.stringContaining('no address') });
  });
});
