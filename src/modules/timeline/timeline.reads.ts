import type { Database } from '../../database/database.ts';
import { whereSql } from '../../database/where-sql.ts';
import type { Day } from '../../lib/day.ts';
import { type DateRange, DateRangeBackwardsError, whereDates } from '../../lib/where.ts';
import { type EventFilter, whereEvent } from '../event/event.reads.ts';
import type { TimelineEvent } from './timeline.rules.ts';

/**
 * What may belong into the range, in order: dated events that touch it, undated ones whose bounds do not keep them out of
 * it, and those of which no day is known at all. At most `limit`, so ask for one more than will do.
 */
export async function listTimelineEvents(
  db: Database,
  filter: EventFilter | null,
  range: DateRange,
  limit: number,
): Promise<readonly TimelineEvent[]> {
  const { from, to } = range;
  if (from && to && from > to) throw new DateRangeBackwardsError(from, to);
  const where = { AND: [filter ? whereEvent(filter) : {}, { OR: [whereDatedWithin(range), whereMayLieIn(range)] }] };
  return db.$queryRaw<TimelineEvent[]>`
    select event.id, event.start_date as "startDate", event.end_date as "endDate",
      event.not_before as "notBefore", event.not_after as "notAfter"
    from event
    where ${whereSql('Event', where, 'event')}
    order by event.start_date nulls last, coalesce(event.not_before, event.not_after) nulls last, event.slug
    limit ${limit}`;
}

const whereDatedWithin = (range: DateRange) => ({
  AND: [
    { startDate: { not: null } },
    whereDates('startDate', 'endDate', { from: range.from ?? null, to: range.to ?? null }),
  ],
});

/** Undated, and no bound puts it wholly before or after the range. */
const whereMayLieIn = ({ from, to }: DateRange) => ({
  AND: [
    { startDate: null },
    ...(from ? [unlessKnown('notAfter', { gte: from })] : []),
    ...(to ? [unlessKnown('notBefore', { lte: to })] : []),
  ],
});

const unlessKnown = (field: string, condition: { gte: Day } | { lte: Day }) => ({
  OR: [{ [field]: null }, { [field]: condition }],
});
