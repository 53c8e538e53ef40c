import { type CalendarPeriod, earliest, latest, listPeriods } from '../../lib/calendar.ts';
import { type Day, isoDay } from '../../lib/day.ts';
import type { DateRange } from '../../lib/where.ts';
import type { Bucket, BucketKey } from '../counting/bucket.rules.ts';

export type CoverageStatus = 'NO_REPORT' | 'NO_EVENTS' | 'EVENTS';

export interface Edition {
  readonly id: string;
  readonly slug: string;
  readonly periodStart: Day;
  readonly periodEnd: Day;
}

/** What was counted under one set of keys in one month. */
export interface CoverageCell {
  /** Those of the dimensions; the month is that of the row. */
  readonly keys: readonly BucketKey[];
  readonly period: CalendarPeriod;
  readonly status: CoverageStatus;
  readonly events: number;
}

export interface CoverageMonth {
  readonly period: CalendarPeriod;
  readonly reportIds: readonly string[];
  readonly status: CoverageStatus;
  readonly events: number;
  readonly cells: readonly CoverageCell[];
}

/** A month that no report covers is not silent, whatever reports of other months recall of it. */
const statusOf = (covered: boolean, events: number): CoverageStatus => {
  if (!covered) return 'NO_REPORT';
  return events === 0 ? 'NO_EVENTS' : 'EVENTS';
};

/** The months of the range, and where it is open those from the first edition's to the last one's; at most `limit`. */
export function listMonths(
  editions: readonly Edition[],
  range: DateRange | null,
  limit: number,
): readonly CalendarPeriod[] {
  const first = range?.from ?? earliest(editions.map(({ periodStart }) => periodStart));
  const last = range?.to ?? latest(editions.map(({ periodEnd }) => periodEnd));
  return first && last ? listPeriods(first, last, 'MONTH', limit) : [];
}

/** The sets of keys beside the month that are found in any month, by label. The buckets have TIME for first key. */
export function listRows(buckets: readonly Bucket[]): readonly (readonly BucketKey[])[] {
  const rows = new Map(buckets.map(({ keys }) => [idOf(keys.slice(1)), keys.slice(1)]));
  return [...rows.values()].sort((one, other) => (labelOf(one) < labelOf(other) ? -1 : 1));
}

/** Every month with every row, whether there is anything under it or not. */
export function coverageOf(
  months: readonly CalendarPeriod[],
  editions: readonly Edition[],
  rows: readonly (readonly BucketKey[])[],
  buckets: readonly Bucket[],
): readonly CoverageMonth[] {
  const eventsOf = new Map(buckets.map(({ keys, facts }) => [idOf(keys), facts]));
  return months.map((period) => {
    const month = { value: isoDay(period.from) };
    const covering = editions.filter(
      ({ periodStart, periodEnd }) => periodStart <= period.to && periodEnd >= period.from,
    );
    const tell = (keys: readonly BucketKey[]) => {
      const events = eventsOf.get(idOf([month, ...keys])) ?? 0;
      return { events, status: statusOf(covering.length > 0, events) };
    };
    return {
      period,
      reportIds: covering.map(({ id }) => id),
      ...tell([]),
      cells: rows.map((keys) => ({ keys, period, ...tell(keys) })),
    };
  });
}

const idOf = (keys: readonly Pick<BucketKey, 'value'>[]): string => JSON.stringify(keys.map(({ value }) => value));

const labelOf = (keys: readonly BucketKey[]): string => JSON.stringify(keys.map(({ label, value }) => [label, value]));
