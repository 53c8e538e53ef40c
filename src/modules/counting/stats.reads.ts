import type { Database } from '../../database/database.ts';
import type { CalendarUnit } from '../../lib/calendar.ts';
import type { DateRange } from '../../lib/where.ts';
import { type Bucket, type BucketKey, compareBuckets, timeKey, withEmptyPeriods, wordsOf } from './bucket.rules.ts';
import { type Countable, type CountedBucket, countBuckets, type GroupSource } from './counting.reads.ts';

/** What is to be counted, and by what. */
export interface GroupsRequest {
  readonly countable: Countable;
  readonly where: object;
  readonly groups: Readonly<Record<string, GroupSource>>;
  /** Names of groups, or TIME. */
  readonly groupBy: readonly string[];
  /** How long the periods of TIME are; read where TIME is among the groupings. */
  readonly unit: CalendarUnit | null;
  /** The fullest buckets come first, so ask for one more than will do. */
  readonly limit: number;
}

export interface StatsRequest extends GroupsRequest {
  /** The days of which empty periods are told too. */
  readonly range: DateRange | null;
}

export interface Stats {
  readonly totalCount: number;
  readonly undated: number;
  readonly ungrouped: number;
  readonly buckets: readonly Bucket[];
}

/** The buckets that hold something, the fullest first. */
export async function countInGroups(db: Database, request: GroupsRequest): Promise<Stats> {
  const { countable, where, groups, groupBy, unit, limit } = request;
  const sources = groupBy.map((name) => (name === 'TIME' && unit ? { name, unit } : sourceOf(groups, name)));
  const count = await countBuckets(db, countable, where, sources, limit);
  return {
    totalCount: count.total,
    undated: count.undated,
    ungrouped: count.total - count.placed,
    buckets: count.buckets.map((bucket) => ({
      keys: sources.map((source, index) =>
        'unit' in source ? timeKey(bucket.keys[index] ?? '', source.unit) : keyAt(bucket, index, source),
      ),
      facts: bucket.facts,
      mentions: bucket.mentions,
      actors: bucket.actors,
    })),
  };
}

/** The buckets in order, empty periods included. More than `limit` of them mean that there are more than that: refuse. */
export async function getStats(db: Database, { range, limit, ...request }: StatsRequest): Promise<Stats> {
  const { unit, groupBy } = request;
  const stats = await countInGroups(db, { ...request, limit: limit + 1 });
  const buckets =
    unit && groupBy.includes('TIME') && stats.buckets.length <= limit
      ? withEmptyPeriods(stats.buckets, { unit, crossed: groupBy.length > 1, range, limit })
      : stats.buckets;
  return { ...stats, buckets: buckets.toSorted(compareBuckets) };
}

function sourceOf(groups: Readonly<Record<string, GroupSource>>, name: string): GroupSource {
  const source = groups[name];
  if (!source) throw new Error(`There is no grouping ${name}.`);
  return source;
}

function keyAt({ keys, values, labels }: CountedBucket, index: number, source: GroupSource): BucketKey {
  const key = keys[index] ?? '';
  const value = values[index] ?? key;
  return {
    grouping: source.name,
    value,
    // An enum value in words; a unit stays as it is.
    label: labels[index] ?? (source.name === 'UNIT' ? value : wordsOf(value)),
    node: source.noun ? { model: source.noun.model, id: key } : null,
    period: null,
  };
}
