import { type DatabaseClient, historicalClientOf } from './client.ts';
import type { Database } from './database.ts';

/**
 * Reads the graph as it stood at an instant: every statement of `work` meets the views of the schema as_of in the place of
 * the tables. One transaction, and so one connection; whoever reads the present knows nothing of it.
 */
export function readAsOf<Result>(
  client: DatabaseClient,
  instant: Date,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return historicalClientOf(client).$transaction(
    async (db) => {
      await db.$executeRaw`set transaction read only`;
      // The set is looked up among all sets, so before the views cover them.
      await db.$queryRaw`
        select set_config('digestgraph.as_of', coalesce(max(id), 0)::text, true) from public.change_set
        where at <= ${instant.toISOString()}::timestamptz`;
      // SQL written by hand names its tables without a schema.
      await db.$queryRaw`select set_config('search_path', 'as_of, public', true)`;
      return work(db);
    },
    // All of it from one snapshot: a row of the present may not come between.
    { isolationLevel: 'RepeatableRead' },
  );
}
