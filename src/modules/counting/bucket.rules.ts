import {
  type CalendarPeriod,
  type CalendarUnit,
  earliest,
  latest,
  listPeriods,
  periodLabel,
  periodOf,
} from '../../lib/calendar.ts';
import { type Day, isoDay, parseDay } from '../../lib/day.ts';
import type { DateRange } from '../../lib/where.ts';

/** One coordinate of a bucket, as a client sees it. */
export interface BucketKey {
  readonly grouping: string;
  /** Null for the undated alone. */
  readonly value: string | null;
  readonly label: string;
  /** The row that the key names, or null where it names none. */
  readonly node: { readonly model: string; readonly id: string } | null;
  readonly period: CalendarPeriod | null;
}

export interface Bucket {
  readonly keys: readonly BucketKey[];
  readonly facts: number;
  readonly mentions: number;
  readonly actors: number;
}

const UNDATED: BucketKey = { grouping: 'TIME', value: null, label: 'undated', node: null, period: null };

/** The key of the period that starts on that day, or of the undated for "". */
export function timeKey(start: string, unit: CalendarUnit): BucketKey {
  const day = parseDay(start);
  return day ? timeKeyOf(periodOf(day, unit), unit) : UNDATED;
}

/** The key of a period. */
export const timeKeyOf = (period: CalendarPeriod, unit: CalendarUnit): BucketKey => ({
  grouping: 'TIME',
  value: isoDay(period.from),
  label: periodLabel(period.from, unit),
  node: null,
  period,
});

/** Why these groupings cannot be counted by, or null where they can. */
export function refusalOfGroupings(groupBy: readonly string[], unit: CalendarUnit | null): string | null {
  if (groupBy.length < 1 || groupBy.length > 2) {
    return `\`groupBy\` takes one grouping, or two to be crossed; it has ${groupBy.length}.`;
  }
  if (groupBy[0] === groupBy[1]) return `\`groupBy\` names ${groupBy[0]} twice: cross two different groupings.`;
  if (groupBy.includes('TIME') && !unit) return 'Grouping by TIME needs an `interval`: say how long the periods are.';
  if (!groupBy.includes('TIME') && unit) {
    return '`interval` is of use for the grouping TIME alone: add TIME to `groupBy`, or leave `interval` out.';
  }
  return null;
}

interface EmptyPeriods {
  readonly unit: CalendarUnit;
  /** Whether there is a grouping beside TIME. */
  readonly crossed: boolean;
  readonly range: DateRange | null;
  readonly limit: number;
}

/**
 * The buckets with the empty periods of the range put in: from its first day to its last, or, where a bound is open, from
 * the first or to the last period found. Crossed, every group has every period. At most `limit` and one more.
 */
export function withEmptyPeriods(
  buckets: readonly Bucket[],
  { unit, crossed, range, limit }: EmptyPeriods,
): readonly Bucket[] {
  const at = (bucket: Bucket) => bucket.keys.findIndex(({ grouping }) => grouping === 'TIME');
  const found = buckets.map((bucket) => bucket.keys[at(bucket)]?.period);
  const first = earliest([range?.from, ...found.map((period) => period?.from)]);
  const last = latest([range?.to, ...found.map((period) => period?.to)]);
  if (!first || !last) return buckets;
  const known = new Set(buckets.map((bucket) => idOf(bucket)));
  // One row of keys a group, in which each period takes the place of time; by time alone there is one such row.
  const rows = crossed
    ? [...new Map(buckets.map((bucket) => [idOf(bucket, at(bucket)), bucket])).values()]
    : [{ keys: [UNDATED] }];
  const filled = [...buckets];
  for (const period of listPeriods(first, last, unit, limit + 1)) {
    for (const row of rows) {
      const keys = row.keys.map((key) => (key.grouping === 'TIME' ? timeKeyOf(period, unit) : key));
      const empty = { keys, facts: 0, mentions: 0, actors: 0 };
      if (!known.has(idOf(empty))) filled.push(empty);
      if (filled.length > limit) return filled;
    }
  }
  return filled;
}

/** A bucket's keys as one text; without the one at `but`, where it is given. */
const idOf = ({ keys }: Pick<Bucket, 'keys'>, but = -1): string =>
  JSON.stringify(keys.filter((_, index) => index !== but).map(({ value }) => value));

/** By time where it is a grouping, the undated last; then the fullest first, ties by key. */
export function compareBuckets(one: Bucket, other: Bucket): number {
  const day = ({ keys }: Bucket): number => {
    const time = keys.find(({ grouping }) => grouping === 'TIME');
    return time ? (time.period?.from.getTime() ?? Number.MAX_VALUE) : 0;
  };
  if (day(one) !== day(other)) return day(one) < day(other) ? -1 : 1;
  if (one.facts !== other.facts) return other.facts - one.facts;
  return idOf(one) < idOf(other) ? -1 : 1;
}

/** A filter as a client may send it: days as text. */
export function filterAsJson(filter: object): Record<string, unknown> {
  const json = (value: unknown): unknown => {
    if (value instanceof Date) return isoDay(value as Day);
    if (Array.isArray(value)) return value.map(json);
    return typeof value === 'object' && value !== null ? filterAsJson(value) : value;
  };
  return Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, json(value)]));
}

/** What both filters find; neither is looked into, for a field may stand in both. */
export function joinFilters(filter: object | null, narrower: object): object {
  return filter && Object.keys(filter).length > 0 ? { and: [filter, narrower] } : narrower;
}

/** `COMMITTEE_SESSION` in words. */
export const wordsOf = (value: string): string => value.toLowerCase().replaceAll('_', ' ');
