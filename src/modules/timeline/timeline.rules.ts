import { type CalendarUnit, earliest, latest, listPeriods } from '../../lib/calendar.ts';
import type { Day } from '../../lib/day.ts';
import type { DateRange } from '../../lib/where.ts';

/** An event as far as its place in time goes. */
export interface TimelineEvent {
  readonly id: string;
  readonly startDate: Day | null;
  readonly endDate: Day | null;
  readonly notBefore: Day | null;
  readonly notAfter: Day | null;
}

/** The part in one period of an event that began before it. */
export interface Stretch {
  readonly eventId: string;
  /** The last day in the period; the first is that of the period. */
  readonly to: Day;
  readonly goesOn: boolean;
}

export interface TimelinePeriod {
  /** The days of the calendar's period that lie in the range. */
  readonly from: Day;
  readonly to: Day;
  readonly startedIds: readonly string[];
  readonly underWay: readonly Stretch[];
}

export interface Timeline {
  readonly periods: readonly TimelinePeriod[];
  readonly boundedIds: readonly string[];
  readonly undatedIds: readonly string[];
}

const lastDay = ({ startDate, endDate }: TimelineEvent): Day | null => endDate ?? startDate;

/**
 * Events, in their order, put into periods from the range's first day to its last; where the range is open, from the first
 * day of an event or to the last one. At most `limit` periods and one more.
 */
export function timelineOf(
  events: readonly TimelineEvent[],
  range: DateRange,
  unit: CalendarUnit,
  limit: number,
): Timeline {
  const undated = events.filter(({ startDate }) => !startDate);
  const isBounded = ({ notBefore, notAfter }: TimelineEvent) => notBefore !== null || notAfter !== null;
  const ids = (some: readonly TimelineEvent[]) => some.map(({ id }) => id);
  const first = range.from ?? earliest([range.to, ...events.map(({ startDate }) => startDate)]);
  const last = range.to ?? latest([range.from, ...events.map(lastDay)]);
  return {
    periods: first && last ? periodsOf(events, first, last, unit, limit) : [],
    boundedIds: ids(undated.filter(isBounded)),
    undatedIds: ids(undated.filter((event) => !isBounded(event))),
  };
}

function periodsOf(
  events: readonly TimelineEvent[],
  first: Day,
  last: Day,
  unit: CalendarUnit,
  limit: number,
): TimelinePeriod[] {
  return listPeriods(first, last, unit, limit + 1).map((period) => {
    const from = latest([period.from, first]) as Day;
    const to = earliest([period.to, last]) as Day;
    const startedIds: string[] = [];
    const underWay: Stretch[] = [];
    for (const event of events) {
      const { id, startDate } = event;
      const end = lastDay(event);
      if (!startDate || !end || startDate > to || end < from) continue;
      if (startDate >= from) startedIds.push(id);
      else underWay.push({ eventId: id, to: earliest([end, to]) as Day, goesOn: end > to });
    }
    return { from, to, startedIds, underWay };
  });
}
