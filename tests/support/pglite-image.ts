import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { copyInto } from '../../bench/copy.ts';
import type { Connection } from '../../src/database/client.ts';
import { extensions } from '../../src/database/embedded-extensions.ts';
import { type Clone, type Content, fillDatabase, imageName, LEFT_OVER_MS, ROOT } from './test-image.ts';

const CACHE = join(ROOT, 'node_modules/.cache/digestgraph-tests');

/** Making an image takes seconds, cloning one a fraction: they are kept from run to run, by the name of their content. */
export async function clonePglite(content: Content): Promise<Clone> {
  const database = await PGlite.create({ extensions, loadDataDir: new Blob([await readImage(content)]) });
  const { connection, stop } = await serve(database);
  return {
    connection,
    async drop() {
      await stop();
      await database.close();
    },
  };
}

async function readImage(content: Content): Promise<Uint8Array<ArrayBuffer>> {
  await mkdir(CACHE, { recursive: true });
  const file = join(CACHE, `${imageName(content)}.tar`);
  const building = `${file}.building`;
  for (;;) {
    const image = await readFile(file).catch(() => null);
    if (image) {
      const now = new Date();
      await utimes(file, now, now).catch(() => {});
      return image;
    }
    // One worker makes it, the others wait.
    const mine = await mkdir(building).then(
      () => true,
      () => false,
    );
    if (!mine) {
      await removeLeftOver(building, 120_000);
      await delay(100);
      continue;
    }
    try {
      await makeImage(file, content);
      for (const name of await readdir(CACHE)) await removeLeftOver(join(CACHE, name), LEFT_OVER_MS);
    } finally {
      await rm(building, { recursive: true, force: true });
    }
  }
}

async function makeImage(file: string, content: Content): Promise<void> {
  const database = await PGlite.create({ extensions });
  const { connection, stop } = await serve(database);
  try {
    await fillDatabase(connection, content, copyInto(database));
    await database.exec('analyze');
  } finally {
    await stop();
  }
  const image = await database.dumpDataDir('none');
  await database.close();
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, new Uint8Array(await image.arrayBuffer()));
  await rename(draft, file);
}

async function removeLeftOver(path: string, ageMs: number): Promise<void> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  if (Date.now() - mtimeMs > ageMs) await rm(path, { recursive: true, force: true });
}

async function serve(database: PGlite): Promise<{ connection: Connection; stop(): Promise<void> }> {
  const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 4 });
  await server.start();
  const port = Number(server.getServerConn().split(':').at(-1));
  return {
    connection: { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' },
    stop: () => server.stop(),
  };
}
