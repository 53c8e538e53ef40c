import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';

export type NewOffice = RowOf<'Office'>;

export async function upsertOffices(db: Database, offices: readonly NewOffice[]): Promise<Written> {
  return syncRows(db, 'Office', {
    rows: offices,
    key: ['id'],
    within: { field: 'id', ids: offices.map(({ id }) => id) },
  });
}
