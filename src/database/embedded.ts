import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Connection } from './client.ts';
import { acquireDataLock } from './data-lock.ts';
import { DatabaseError } from './database.errors.ts';
import type { WorkerMessage, WorkerOptions } from './embedded-worker.ts';

/** The major version of PostgreSQL that this PGlite is; its files are of no use to another. */
export const EMBEDDED_MAJOR = '18';

export interface Embedded {
  readonly connection: Connection;
  /** Settles when the database has stopped without being asked to. */
  readonly lost: Promise<DatabaseError>;
  close(): Promise<void>;
}

/**
 * Opens the embedded database of a folder, and makes it where there is none. It runs in a thread of its own (a statement
 * stops the thread it runs in) and speaks PostgreSQL's protocol on a socket, so that everything above uses one driver.
 */
export async function openEmbedded(folder: string): Promise<Embedded> {
  const data = join(folder, 'postgresql');
  const release = await lockFolder(folder, `${data}.lock`);
  const socket = createSocketFolder();
  const cleanUp = () => {
    socket.remove();
    release();
  };
  try {
    refuseOtherMajor(data, folder);
    const worker = await startWorker({ data, socket: socket.path }, folder);
    const lost = worker.stopped.then((reason) => {
      cleanUp();
      return new DatabaseError(`The embedded database in ${folder} has stopped (${reason}): start Digestgraph again.`);
    });
    return {
      connection: {
        ...(socket.path ? { host: socket.folder } : { host: '127.0.0.1' }),
        port: worker.port,
        user: 'postgres',
        database: 'postgres',
      },
      lost,
      async close() {
        await worker.close();
        cleanUp();
      },
    };
  } catch (error) {
    cleanUp();
    throw error;
  }
}

async function lockFolder(folder: string, file: string): Promise<() => void> {
  try {
    await mkdir(folder, { recursive: true });
    return await acquireDataLock(file, folder);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      `The data folder ${folder} cannot be written (${reasonOf(error)}): make it writable, or set DIGESTGRAPH_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

function refuseOtherMajor(data: string, folder: string): void {
  let major: string;
  try {
    major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return;
  }
  if (major !== EMBEDDED_MAJOR) {
    throw new DatabaseError(
      `The data folder ${folder} was written by PostgreSQL ${major} and the embedded database is PostgreSQL ${EMBEDDED_MAJOR}: use the version of Digestgraph that wrote it, or set DIGESTGRAPH_DATA_DIR to another folder.`,
    );
  }
}

/**
 * A folder that only this user may enter, for the socket: the database asks for no password. `path` is undefined where
 * Unix sockets do not work, or where the path would be longer than the 104 bytes that some systems allow; then a port of
 * the loopback interface has to do.
 */
function createSocketFolder(): { folder: string; path: string | undefined; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'digestgraph-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', remove);
  // The name by which pg finds a socket in a folder.
  const path = join(folder, `.s.PGSQL.${SOCKET_PORT}`);
  const usable = process.platform !== 'win32' && Buffer.byteLength(path) < 104;
  return { folder, path: usable ? path : undefined, remove };
}

const SOCKET_PORT = 5432;
const CLOSE_TIMEOUT_MS = 5000;

interface RunningWorker {
  readonly port: number;
  /** Settles, with the reason, when the thread ends without having been asked to. */
  readonly stopped: Promise<string>;
  close(): Promise<void>;
}

/**
 * V8 compiles a function that WebAssembly calls often, and frees the code that it replaces through a registry which all
 * threads of a process share; with WebAssembly in two threads, as here, that ends the process now and then
 * (nodejs/node#64500; the last frames are TierUpWasmToJSWrapper and FreeDeadCode). So nothing is ever called often enough.
 * It costs nothing that could be measured.
 */
function keepWrappersOfWebAssembly(): void {
  setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647');
}

async function startWorker(options: WorkerOptions, folder: string): Promise<RunningWorker> {
  keepWrappersOfWebAssembly();
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: options,
    // What the process was started with may be of no sense to a thread, such as --input-type.
    execArgv: [],
  });
  const ended = new Promise<string>((resolve) => {
    worker.once('error', (error) => resolve(reasonOf(error)));
    worker.once('exit', (code) => resolve(`its thread ended with code ${code}`));
  });
  const first = await Promise.race([
    new Promise<WorkerMessage>((resolve) => worker.once('message', resolve)),
    ended.then((reason): WorkerMessage => ({ kind: 'failed', reason })),
  ]);
  if (first.kind === 'failed') {
    await worker.terminate();
    throw new DatabaseError(
      `The embedded database in ${folder} cannot be opened (${first.reason}): set DIGESTGRAPH_DATA_DIR to another folder, or restore this one.`,
    );
  }
  let closing = false;
  return {
    port: first.port ?? SOCKET_PORT,
    stopped: new Promise((resolve) => {
      void ended.then((reason) => {
        if (!closing) resolve(reason);
      });
    }),
    async close() {
      closing = true;
      worker.postMessage('close');
      // A statement that never ends must not keep the process from ending; what was acknowledged is on disk.
      const deadline = setTimeout(() => void worker.terminate(), CLOSE_TIMEOUT_MS);
      await ended;
      clearTimeout(deadline);
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
