import type { Database } from '../database/database.ts';
import { writeAs } from '../database/transaction.ts';
import type { Context } from './context.ts';
import { authorOf } from './viewer.ts';

/** The one way in which a mutation writes: in the viewer's name, with the reason given, all of `work` or nothing. */
export async function write<Result>(
  context: Context,
  reason: string | null,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const result = await writeAs(context.db, authorOf(context.viewer, reason), work);
  forgetLoaded(context);
  return result;
}

/** Whatever the request has loaded is out of date once it has written: mutations after the first read anew. */
function forgetLoaded({ loaders, batches }: Context): void {
  batches.clear();
  for (const group of Object.values(loaders)) {
    for (const loader of Object.values(group)) loader.clearAll();
  }
}
