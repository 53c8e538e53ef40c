import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewName } from '../name/name.rules.ts';
import { syncNames } from '../name/name.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export interface NewOrganisation extends Omit<RowOf<'Organisation'>, 'canonicalId' | 'isMerged'> {
  /** The preferred one first. */
  readonly names: readonly NewName[];
}

export async function upsertOrganisations(
  db: Database,
  organisations: readonly NewOrganisation[],
  reach: Reach,
): Promise<Written> {
  const own = await syncRows(db, 'Organisation', {
    rows: organisations,
    key: ['id'],
    within: { field: 'id', ids: organisations.map(({ id }) => id) },
  });
  return withParts(own, await syncNames(db, 'organisationId', organisations, reach));
}
