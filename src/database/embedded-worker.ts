import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { extensions } from './embedded-extensions.ts';

export interface WorkerOptions {
  /** The folder of PostgreSQL's own files. */
  readonly data: string;
  /** The path of a Unix socket; absent: a free port of the loopback interface. */
  readonly socket: string | undefined;
}

export type WorkerMessage =
  | { readonly kind: 'listening'; readonly port: number | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

/** Enough for the server and a migration beside it; they all share PGlite's one session. */
const MAX_CONNECTIONS = 4;

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

async function main({ data, socket }: WorkerOptions): Promise<void> {
  if (!existsSync(data)) await initialise(data);
  const database = await PGlite.create(data, { extensions });
  endWithDatabase(database);
  const server = new PGLiteSocketServer({
    db: database,
    ...(socket ? { path: socket } : { host: '127.0.0.1', port: 0 }),
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  tell({ kind: 'listening', port: socket ? undefined : Number(server.getServerConn().split(':').at(-1)) });
  parentPort?.once('message', async () => {
    await server.stop();
    await database.close();
    process.exit(0);
  });
}

/**
 * A query that breaks PGlite itself (a refused one does not) would leave the socket waiting for ever, and every later query
 * with it. The thread ends instead, which its owner sees.
 */
function endWithDatabase(database: PGlite): void {
  const execute = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = async (...query) => {
    try {
      await execute(...query);
    } catch (error) {
      setImmediate(() => {
        throw error;
      });
      throw error;
    }
  };
}

/** Made beside its place and moved there when whole: a first start that is interrupted leaves no half a database behind. */
async function initialise(data: string): Promise<void> {
  const draft = `${data}.new`;
  await rm(draft, { recursive: true, force: true });
  const database = await PGlite.create(draft, { extensions });
  await database.close();
  await rename(draft, data);
}

main(workerData as WorkerOptions).catch((error: unknown) => {
  tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
});
