import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ask, listen } from '../support/live.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('a server that is told to stop ends its subscriptions at once, also that of a reader who takes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'digestgraph-stop-'));
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['start.ts'], {
    cwd: root,
    env: { ...inherited, LOG_LEVEL: 'warn', PORT: '0', DIGESTGRAPH_DATA_DIR: join(folder, 'data') },
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
        const address = /http:\S+/.exec(stdout)?.[0];
        if (address) resolve(address);
      });
      child.on('close', () => reject(new Error(stderr)));
    });
    const { data } = await ask(url, '{ changes(first: 1) { pageInfo { endCursor } } }');
    const after = (data as { changes: { pageInfo: { endCursor: string } } }).changes.pageInfo.endCursor;
    // The whole dataset, many times over: far more than a connection holds.
    const much = Array.from({ length: 25 }, (_, n) => `a${n}: after`).join(' ');
    const stalled = await listen(url, `subscription ($after: String) { changed(after: $after) { ${much} } }`, {
      after,
    });
    stalled.stall();
    const readers = await Promise.all(
      Array.from({ length: 20 }, () => listen(url, 'subscription { changed { key } }')),
    );
    // Whose connection stays open for another request.
    const kept = await fetch(`${url}?query=${encodeURIComponent('subscription { changed { key } }')}`, {
      headers: { accept: 'text/event-stream' },
    });
    await new Promise((resolve) => setTimeout(resolve, 500));

    const told = performance.now();
    child.kill('SIGTERM');
    for (const reader of readers) {
      expect(await reader.take(1)).toMatchObject([{ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] }]);
      expect(await reader.next()).toEqual({ done: true, value: undefined });
    }
    expect(await kept.text()).toMatch(/event: next\ndata: .*SERVICE_UNAVAILABLE.*\n\nevent: complete\ndata:\n\n$/);
    expect(performance.now() - told).toBeLessThan(2000);
    expect(await ended).toBe(0);
    // Far below the ten seconds that answers under way are given.
    expect(performance.now() - told).toBeLessThan(4000);
    expect(stderr).toBe('');
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
