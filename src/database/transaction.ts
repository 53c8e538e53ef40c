import { checkReason } from '../lib/reason.ts';
import type { DatabaseClient } from './client.ts';
import type { Database } from './database.ts';

/** Who writes and why, as the change log keeps it. */
export interface Author {
  /** A key's or a token's name, or the command that runs: "seed". */
  readonly by: string;
  readonly reason: string | null;
  /** What all of it is, where it is more than a change: PUBLISHED, WITHDRAWN, REVERTED. */
  readonly action?: string;
}

/** Far above what a load takes: it is one transaction, and a slow disk must not cut it off. */
const TIMEOUT_MS = 300_000;

/** Writers take turns, so that what they write gets its place in the change log in the order in which it is committed. */
const LOCK_KEY = 520_190_931;

/**
 * The one way to write: all of `work` happens, in the author's name, or nothing. Tells `client.commits` when it has. Nothing
 * happens either once `ended` is aborted, for then somebody has been told that it did not; its reason is thrown.
 * A reason that is too long is refused before anything else.
 */
export async function writeAs<Result>(
  client: DatabaseClient,
  author: Author,
  work: (db: Database) => Promise<Result>,
  ended?: AbortSignal,
): Promise<Result> {
  checkReason(author.reason);
  const result = await client.$transaction(
    async (db) => {
      // Without the cast the answer would be of type void, which Prisma cannot read.
      await db.$queryRaw`select pg_advisory_xact_lock(${LOCK_KEY}::bigint)::text`;
      // For this transaction alone; the triggers of the change log read them.
      await db.$queryRaw`
        select set_config('digestgraph.by', ${author.by}, true), set_config('digestgraph.reason', ${author.reason ?? ''}, true),
          set_config('digestgraph.action', ${author.action ?? ''}, true)`;
      ended?.throwIfAborted();
      const result = await work(db);
      ended?.throwIfAborted();
      return result;
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
  client.commits.tell();
  return result;
}
