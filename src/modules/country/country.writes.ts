import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';

export type NewCountry = RowOf<'Country'>;

export async function upsertCountries(db: Database, countries: readonly NewCountry[]): Promise<Written> {
  return syncRows(db, 'Country', {
    rows: countries,
    key: ['id'],
    within: { field: 'id', ids: countries.map(({ id }) => id) },
  });
}
