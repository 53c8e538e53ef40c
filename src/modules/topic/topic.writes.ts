import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';

export type NewTopic = RowOf<'Topic'>;

export async function upsertTopics(db: Database, topics: readonly NewTopic[]): Promise<Written> {
  return syncRows(db, 'Topic', {
    rows: topics,
    key: ['id'],
    within: { field: 'id', ids: topics.map(({ id }) => id) },
  });
}
