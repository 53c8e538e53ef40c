import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows } from '../../database/sync-rows.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { syncCitations } from '../citation/citation.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export interface NewParticipation extends Omit<RowOf<'Participation'>, 'id' | 'eventId' | 'ordinal'> {
  readonly citations: readonly NewCitation[];
}

/** Makes the participations of each event the given ones. Answers with the events that changed. */
export async function syncParticipations(
  db: Database,
  events: readonly { readonly id: string; readonly participations: readonly NewParticipation[] }[],
  reach: Reach,
): Promise<ReadonlySet<string>> {
  const { rows: participations, touched } = await syncRows(db, 'Participation', {
    rows: events.flatMap(({ id: eventId, participations }) =>
      participations.map((participation, index) => ({ ...participation, eventId, ordinal: index + 1 })),
    ),
    key: ['eventId', 'actorId', 'organisationId', 'countryId', 'role'],
    within: { field: 'eventId', ids: events.map(({ id }) => id) },
    keep: (row) => reach.sharedIds.has(row.eventId),
  });
  const cited = await syncCitations(db, 'participationId', participations, reach);
  const changed = participations.filter(({ id }) => cited.has(id)).map(({ eventId }) => eventId);
  return new Set([...touched, ...changed]);
}
