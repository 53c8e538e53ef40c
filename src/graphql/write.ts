import type { Database } from '../database/database.ts';
import { writeAs } from '../database/transaction.ts';
import { checkText } from './bad-input.ts';
import type { Context } from './context.ts';
import { authorOf } from './viewer.ts';

/** The one way for a mutation to write: in turn, as a whole or not at all, and in the name of whoever asks. */
export async function writeAsViewer<Result>(
  context: Context,
  reason: string | null,
  work: (db: Database) => Promise<Result>,
  action?: string,
): Promise<Result> {
  checkText('reason', reason);
  const author = { ...authorOf(context.viewer, reason), ...(action !== undefined && { action }) };
  const result = await writeAs(context.client, author, work, context.ended);
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
