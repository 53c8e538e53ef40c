import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows } from '../../database/sync-rows.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { syncCitations } from '../citation/citation.writes.ts';
import type { NewName } from '../name/name.rules.ts';
import { syncNames } from '../name/name.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export interface NewTenure extends Omit<RowOf<'Tenure'>, 'id' | 'actorId' | 'ordinal'> {
  /** The office's title first, then the wordings of it that were met. */
  readonly names: readonly NewName[];
  readonly citations: readonly NewCitation[];
}

/** Makes the tenures of each actor the given ones. Answers with the actors that changed. */
export async function syncTenures(
  db: Database,
  actors: readonly { readonly id: string; readonly tenures: readonly NewTenure[] }[],
  reach: Reach,
): Promise<ReadonlySet<string>> {
  const { rows: tenures, touched } = await syncRows(db, 'Tenure', {
    rows: actors.flatMap(({ id: actorId, tenures }) =>
      tenures.map((tenure, index) => ({ ...tenure, actorId, ordinal: index + 1 })),
    ),
    key: ['actorId', 'officeId', 'from'],
    within: { field: 'actorId', ids: actors.map(({ id }) => id) },
    keep: (row) => reach.sharedIds.has(row.actorId),
  });
  const shared = tenures.filter(({ actorId }) => reach.sharedIds.has(actorId)).map(({ id }) => id);
  const named = await syncNames(db, 'tenureId', tenures, { sharedIds: new Set(shared) });
  const cited = await syncCitations(db, 'tenureId', tenures, reach);
  const changed = tenures.filter(({ id }) => named.has(id) || cited.has(id)).map(({ actorId }) => actorId);
  return new Set([...touched, ...changed]);
}
