import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';

export type NewPlace = Omit<RowOf<'Place'>, 'latitude' | 'longitude'>;

/** Coordinates stay as they are. */
export async function upsertPlaces(db: Database, places: readonly NewPlace[]): Promise<Written> {
  return syncRows(db, 'Place', {
    rows: places,
    key: ['id'],
    within: { field: 'id', ids: places.map(({ id }) => id) },
  });
}
