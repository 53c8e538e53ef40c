import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';

type Coordinates = Pick<RowOf<'Place'>, 'latitude' | 'longitude'>;

/** Without coordinates it keeps those that it has. */
export type NewPlace = Omit<RowOf<'Place'>, keyof Coordinates> & Partial<Coordinates>;

export async function upsertPlaces(db: Database, places: readonly NewPlace[]): Promise<Written> {
  const silent = places.filter(({ latitude }) => latitude === undefined).map(({ id }) => id);
  const standing = await db.place.findMany({
    where: { id: { in: silent } },
    select: { id: true, latitude: true, longitude: true },
  });
  const coordinates = new Map(standing.map(({ id, latitude, longitude }) => [id, { latitude, longitude }]));
  return syncRows(db, 'Place', {
    rows: places.map((place) => ({ latitude: null, longitude: null, ...place, ...coordinates.get(place.id) })),
    key: ['id'],
    within: { field: 'id', ids: places.map(({ id }) => id) },
  });
}
