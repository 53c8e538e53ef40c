import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewName } from '../name/name.rules.ts';
import { syncNames } from '../name/name.writes.ts';
import { type NewTenure, syncTenures } from '../office/tenure.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export interface NewActor extends Omit<RowOf<'Actor'>, 'canonicalId' | 'isMerged'> {
  /** The preferred one first. */
  readonly names: readonly NewName[];
  readonly tenures: readonly NewTenure[];
}

export async function upsertActors(db: Database, actors: readonly NewActor[], reach: Reach): Promise<Written> {
  const own = await syncRows(db, 'Actor', {
    rows: actors,
    key: ['id'],
    within: { field: 'id', ids: actors.map(({ id }) => id) },
  });
  return withParts(own, await syncNames(db, 'actorId', actors, reach), await syncTenures(db, actors, reach));
}
