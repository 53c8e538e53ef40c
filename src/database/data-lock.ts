import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { DataFolderInUseError } from './database.errors.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** An instant, RFC 3339. */
  readonly since: string;
  /** Tells this hold from one that an earlier process of the same pid left behind. */
  readonly token: string;
}

/** The locks of this process: its own pid in a file proves nothing, for in a container every process may be pid 1. */
const held = new Set<string>();

/** Writing a lock, and taking one over, are short; what is older was left by a process that ended in the middle. */
const UNFINISHED_MS = 10_000;

/**
 * Takes the lock of a data folder, or throws with a sentence that says who holds it. PGlite has none of its own, and two
 * processes in one folder lose rows. A live process is never robbed; what a dead one left behind is taken over.
 */
export async function acquireDataLock(file: string, folder: string): Promise<() => void> {
  const mine: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), token: randomUUID() };
  while (!createFile(file, JSON.stringify(mine))) {
    const holder = readHolder(file);
    if (holder && !isStale(holder)) throw new DataFolderInUseError(refusal(holder, file, folder));
    if (holder || isOld(file)) await removeStale(file);
    else await delay(50);
  }
  held.add(mine.token);
  const release = () => {
    process.off('exit', release);
    held.delete(mine.token);
    if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
  };
  // Also for whoever calls process.exit() without closing.
  process.on('exit', release);
  return release;
}

/** Of two processes that find the same stale lock, the slower one must not remove the lock of the faster. */
async function removeStale(file: string): Promise<void> {
  const claim = `${file}.claim`;
  if (!createFile(claim, '')) {
    if (isOld(claim)) rmSync(claim, { force: true });
    await delay(50);
    return;
  }
  try {
    const holder = readHolder(file);
    if (holder ? isStale(holder) : isOld(file)) rmSync(file, { force: true });
  } finally {
    rmSync(claim, { force: true });
  }
}

function isOld(file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > UNFINISHED_MS;
}

function isStale(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(holder.token);
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    // EPERM is a live process of somebody else.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function refusal(holder: Holder, file: string, folder: string): string {
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return `The data folder ${folder} is in use by process ${holder.pid}${where} since ${holder.since}: stop that process, or set DIGESTGRAPH_DATA_DIR to another folder (if no such process of Digestgraph runs, remove ${file}).`;
}

function createFile(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null where there is none, or one that is not (yet) written to its end. */
function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
