import type { Database } from '../database/database.ts';
import { writeAs } from '../database/transaction.ts';
import type { Context } from './context.ts';
import { authorOf } from './viewer.ts';

/** The one way for a mutation to write: in turn, as a whole or not at all, and in the name of whoever asks. */
export function writeAsViewer<Result>(
  { client, viewer }: Context,
  reason: string | null,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return writeAs(client, authorOf(viewer, reason), work);
}
