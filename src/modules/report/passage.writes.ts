import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';

/** The published wording is not among what a digest's curators write: it stays as it is. */
export interface NewPassage extends Omit<RowOf<'Passage'>, 'text'> {
  readonly countryIds: readonly string[];
  readonly topicIds: readonly string[];
}

/** Takes all passages of each report at once, for their ordinals depend on one another. */
export async function upsertPassages(db: Database, passages: readonly NewPassage[]): Promise<Written> {
  await freeOrdinals(db, passages);
  const ids = passages.map(({ id }) => id);
  const own = await syncRows(db, 'Passage', {
    rows: passages,
    key: ['id'],
    within: { field: 'id', ids },
  });
  const countries = await syncRows(db, 'PassageCountry', {
    rows: passages.flatMap(({ id: passageId, countryIds }) =>
      countryIds.map((countryId, index) => ({ passageId, countryId, ordinal: index + 1 })),
    ),
    key: ['passageId', 'countryId'],
    within: { field: 'passageId', ids },
  });
  const topics = await syncRows(db, 'PassageTopic', {
    rows: passages.flatMap(({ id: passageId, topicIds }) =>
      topicIds.map((topicId, index) => ({ passageId, topicId, ordinal: index + 1 })),
    ),
    key: ['passageId', 'topicId'],
    within: { field: 'passageId', ids },
  });
  return withParts(own, countries.touched, topics.touched);
}

/** PostgreSQL looks at a unique index row by row: an ordinal must be free before another passage takes it. */
async function freeOrdinals(db: Database, passages: readonly NewPassage[]): Promise<void> {
  const present = await db.$queryRaw<{ id: string; ordinal: number }[]>`
    select id::text, ordinal from passage
    where report_id = any(${[...new Set(passages.map(({ reportId }) => reportId))]}::uuid[])`;
  const wanted = new Map(passages.map(({ id, ordinal }) => [id, ordinal]));
  const last = Math.max(0, ...wanted.values());
  const inTheWay = present.filter(({ id, ordinal }) => ordinal <= last && wanted.get(id) !== ordinal);
  if (inTheWay.length === 0) return;
  // Behind every ordinal there is, where a passage that is not given stays.
  const offset = Math.max(last, ...present.map(({ ordinal }) => ordinal));
  await db.$executeRaw`
    update passage set ordinal = ordinal + ${offset}::int where id = any(${inTheWay.map(({ id }) => id)}::uuid[])`;
}
