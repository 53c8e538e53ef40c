import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { syncCitations } from '../citation/citation.writes.ts';
import type { NewName } from '../name/name.rules.ts';
import { syncNames } from '../name/name.writes.ts';
import { type NewParticipation, syncParticipations } from '../participation/participation.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export interface NewEvent extends Omit<RowOf<'Event'>, 'isKeyEvent'> {
  /** Empty where the source has no other name for it than the title. */
  readonly names: readonly NewName[];
  /** Every venue, the main one first. */
  readonly placeIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly participations: readonly NewParticipation[];
  readonly citations: readonly NewCitation[];
}

export async function upsertEvents(db: Database, events: readonly NewEvent[], reach: Reach): Promise<Written> {
  const ids = events.map(({ id }) => id);
  const isKeyEvent = await findKeyEvents(db, events, reach);
  const own = await syncRows(db, 'Event', {
    rows: events.map((event) => ({ ...event, isKeyEvent: isKeyEvent(event) })),
    key: ['id'],
    within: { field: 'id', ids },
  });
  const places = await syncRows(db, 'EventPlace', {
    rows: events.flatMap(({ id: eventId, placeIds }) =>
      placeIds.map((placeId, index) => ({ eventId, placeId, ordinal: index + 1 })),
    ),
    key: ['eventId', 'placeId'],
    within: { field: 'eventId', ids },
    keep: (row) => reach.sharedIds.has(row.eventId),
  });
  const topics = await syncRows(db, 'EventTopic', {
    rows: events.flatMap(({ id: eventId, topicIds }) =>
      topicIds.map((topicId, index) => ({ eventId, topicId, ordinal: index + 1 })),
    ),
    key: ['eventId', 'topicId'],
    within: { field: 'eventId', ids },
    keep: (row) => reach.sharedIds.has(row.eventId),
  });
  return withParts(
    own,
    places.touched,
    topics.touched,
    await syncNames(db, 'eventId', events, reach),
    await syncParticipations(db, events, reach),
    await syncCitations(db, 'eventId', events, reach),
  );
}

/** A key event is one that some passage of a lead section tells, be it of another edition than the one being written. */
async function findKeyEvents(
  db: Database,
  events: readonly NewEvent[],
  { passageIds }: Reach,
): Promise<(event: NewEvent) => boolean> {
  const cited = new Set(events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)));
  const rows = await db.$queryRaw<{ passage_id: string; event_id: string | null }[]>`
    select p.id::text as passage_id, c.event_id::text
    from passage p
    join section s on s.id = p.section_id
    left join citation c on c.passage_id = p.id and c.event_id = any(${events.map(({ id }) => id)}::uuid[])
    where s.kind = 'KEY_EVENTS' and (c.id is not null or p.id = any(${[...cited]}::uuid[]))`;
  const leadIds = new Set(rows.map(({ passage_id }) => passage_id));
  // A citation that stands and that this write leaves alone.
  const toldElsewhere = new Set(
    rows.filter(({ passage_id }) => !passageIds.has(passage_id)).map((row) => row.event_id),
  );
  return ({ id, citations }) => toldElsewhere.has(id) || citations.some(({ passageId }) => leadIds.has(passageId));
}
