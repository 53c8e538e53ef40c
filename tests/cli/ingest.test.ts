import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/database.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = fileURLToPath(new URL('../modules/draft/fixtures/northern-waters-2031-10.txt', import.meta.url));
const EDITION = ['--series', 'northern-waters', '--period', '2031-10'];

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digestgraph-ingest-'));
  env = { DIGESTGRAPH_DATA_DIR: join(folder, 'data') };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function ingest(args: readonly string[], more: Record<string, string> = {}): Promise<Run> {
  return run([process.execPath, 'src/cli/ingest.ts', ...args], more);
}

/** The same in a terminal, of which `out` is all that it was sent. */
function ingestInTerminal(args: readonly string[], more: Record<string, string>): Promise<Run> {
  const command = [process.execPath, 'src/cli/ingest.ts', ...args].map((word) => `'${word}'`).join(' ');
  return run(['script', '-qec', command, '/dev/null'], { SHELL: '/bin/sh', TERM: 'xterm', ...more });
}

/** util-linux's, which Debian and most others always have; the one of BSD and macOS takes its command in another way. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

function run([file = '', ...args]: readonly string[], more: Record<string, string>): Promise<Run> {
  const { DATABASE_URL: _, DIGESTGRAPH_API_KEY: __, ...inherited } = process.env;
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...inherited, ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('npm run ingest', () => {
  it('makes a draft, tells how far it is in plain lines, and says so when there is nothing new', async () => {
    const first = await ingest([TEXT, ...EDITION]);
    expect(first.err).toBe(
      [
        'Passage 9: There is no such day as "October 32, 2031", so that nothing is dated by it. (IMPOSSIBLE_DATE)',
        'Read 14 of 14 passages.',
        'Looked for facts in 4 of 14 passages.',
        'Looked for facts in 8 of 14 passages.',
        'Looked for facts in 12 of 14 passages.',
        'Looked for facts in 14 of 14 passages.',
        '',
      ].join('\n'),
    );
    expect(first.out).toMatch(/^northern-waters-2031-10 is a draft now\.\nDraft \S+, \d+ suggestions open\.\n$/);
    expect(first.code).toBe(0);
    const second = await ingest([TEXT, ...EDITION]);
    expect(second.out).toMatch(/^Nothing has changed: northern-waters-2031-10 has this text already\.\nDraft/);
    expect(second.code).toBe(0);
  }, 60_000);

  it.skipIf(!hasScript)(
    'draws a bar in a terminal, takes it away, and gives the cursor back',
    async () => {
      const { code, out } = await ingestInTerminal([TEXT, ...EDITION], {
        DIGESTGRAPH_DATA_DIR: join(folder, 'terminal'),
      });
      const bars = [...out.matchAll(/Reading ([█░]+) (\d+)\/14 passages/g)];
      expect(bars.length).toBeGreaterThan(0);
      // As far filled as it says.
      for (const [, bar = '', done] of bars) {
        expect([...bar].filter((cell) => cell === '█').length / bar.length).toBeCloseTo(Number(done) / 14, 1);
      }
      expect(out).not.toContain('Looked for facts');
      // Hidden while it is drawn (DEC private mode 25), and what comes last is the answer on a line of its own.
      expect(out.indexOf('\u001b[?25l')).toBeLessThan(out.indexOf('Reading'));
      expect(out.lastIndexOf('\u001b[?25h')).toBeGreaterThan(out.lastIndexOf('Reading'));
      expect(out).toMatch(/northern-waters-2031-10 is a draft now\.\r\nDraft \S+, \d+ suggestions open\.\r\n$/);
      expect(code).toBe(0);
    },
    60_000,
  );

  it('says in a sentence which server has the database, and how to send it the text', async () => {
    const database = await openDatabase(readConfig(env));
    try {
      const { code, err } = await ingest([TEXT, ...EDITION]);
      expect(code).toBe(1);
      expect(err).toMatch(
        new RegExp(
          `is in use by process ${process.pid} .* send it the text with --server and its address\\. \\(DATA_FOLDER_IN_USE\\)\n$`,
        ),
      );
    } finally {
      await database.close();
    }
  }, 60_000);

  it.each([
    ['empty.txt', Buffer.from(' \n\n'), 'EMPTY_TEXT'],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), 'BINARY_FILE'],
    ['latin.txt', Buffer.from('Caf\xe9 in the port.', 'latin1'), 'UNREADABLE_ENCODING'],
  ])('refuses %s with a code', async (name, bytes, code) => {
    await writeFile(join(folder, name), bytes);
    const run = await ingest([join(folder, name), ...EDITION]);
    expect([run.code, run.out]).toEqual([1, '']);
    expect(run.err).toContain(`(${code})`);
  });

  it('refuses 50 MB before it reads them, a file that is not there, and an edition that cannot be', async () => {
    await writeFile(join(folder, 'huge.txt'), 'x');
    await truncate(join(folder, 'huge.txt'), 50_000_000);
    expect((await ingest([join(folder, 'huge.txt'), ...EDITION])).err).toContain('(TEXT_TOO_LARGE)');
    expect((await ingest([join(folder, 'nothing.txt'), ...EDITION])).err).toMatch(
      /^There is no file .*nothing\.txt\.\n$/,
    );
    const bad = await ingest([TEXT, '--series', 'northern-waters', '--period', 'October']);
    expect(bad.err).toContain('"October" is no month: write it as in 2019-10. (INVALID_PERIOD)');
  }, 60_000);
});

describe('npm run ingest -- --server', () => {
  let app: TestApp;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    app = await createTestApp();
    server = app.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await app.close();
  });

  it('sends the text as it was read here, and tells the same', async () => {
    const key = await app.createKey('EDIT');
    const run = await ingest([TEXT, ...EDITION, '--server', url], { DIGESTGRAPH_API_KEY: key });
    expect(run.err).toMatch(/^Passage 9: .*\(IMPOSSIBLE_DATE\)\n$/);
    expect(run.out).toMatch(/^northern-waters-2031-10 is a draft now\.\nDraft \S+, \d+ suggestions open\.\n$/);
    expect(await app.client.draft.count()).toBe(1);
  }, 60_000);

  it('has the sections that the mark-up of the file opens', async () => {
    const file = join(folder, 'marked.md');
    await writeFile(file, '# Tides\n\n## Key events\n\nThe mole was mended.\n\n## Weather\n\nIt rained.\n');
    const edition = ['--series', 'tides', '--period', '2031-10'];
    const key = await app.createKey('EDIT');
    await ingest([file, ...edition, '--server', url], { DIGESTGRAPH_API_KEY: key });
    const draft = await app.client.draft.findUniqueOrThrow({ where: { reportSlug: 'tides-2031-10' } });
    expect(draft.sections).toEqual([
      { kind: 'KEY_EVENTS', heading: 'Key events' },
      { kind: 'OTHER', heading: 'Weather' },
    ]);
    expect(draft.text).toBe('Key events. The mole was mended.\nIt rained.');
    const again = await ingest([file, ...edition, '--server', url], { DIGESTGRAPH_API_KEY: key });
    expect(again.out).toMatch(/^Nothing has changed/);
  }, 60_000);

  it('needs a key that may', async () => {
    const none = await ingest([TEXT, ...EDITION, '--server', url]);
    expect(none.err).toContain('Set DIGESTGRAPH_API_KEY');
    const reader = await app.createKey('READ_DRAFTS');
    const run = await ingest([TEXT, ...EDITION, '--server', url], { DIGESTGRAPH_API_KEY: reader });
    expect([run.code, run.err]).toEqual([1, expect.stringMatching(/This needs EDIT.* \(FORBIDDEN\)\n$/)]);
  }, 60_000);

  it('says what to do about a text that is more than a request may be', async () => {
    await writeFile(join(folder, 'long.txt'), 'word '.repeat(60_000));
    const key = await app.createKey('EDIT');
    const run = await ingest([join(folder, 'long.txt'), ...EDITION, '--server', url], { DIGESTGRAPH_API_KEY: key });
    expect(run.err).toMatch(/more than 262144 bytes.* MAX_BODY_BYTES raised\. \(REQUEST_ENTITY_TOO_LARGE\)\n$/);
  }, 60_000);
});
