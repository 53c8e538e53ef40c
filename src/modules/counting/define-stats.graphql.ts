import type { EnumRef, InputRef } from '@pothos/core';
import { badUserInput } from '../../graphql/bad-input.ts';
import { builder, type SchemaTypes } from '../../graphql/builder.ts';
import type { CalendarUnit } from '../../lib/calendar.ts';
import type { DateRange } from '../../lib/where.ts';
import { type Bucket, filterAsJson, joinFilters, type BucketKey as Key, refusalOfGroupings } from './bucket.rules.ts';
import { BucketKey } from './bucket-key.graphql.ts';
import type { Countable, GroupSource } from './counting.reads.ts';
import { Interval } from './interval.graphql.ts';
import { getStats, type Stats } from './stats.reads.ts';

/** Above this an answer is refused, not cut. */
export const MAX_BUCKETS = 1000;

/** What a bucket is taken to cost, though it may be one of a thousand: few questions have more than this many. */
const USUAL_BUCKETS = 250;

/** How one kind of record is counted. */
export interface StatsOptions<Filter, Grouping extends string> {
  readonly countable: Countable;
  readonly groups: Readonly<Record<string, GroupSource>>;
  readonly grouping: EnumRef<SchemaTypes, Grouping, Grouping>;
  readonly filter: InputRef<Filter>;
  readonly where: (filter: Filter) => object;
  /** The days that a filter asks for, which decide which periods may be empty. */
  readonly range: (filter: Filter) => DateRange | null;
  /** The filter that finds what is in a group. */
  readonly filterOf: FilterOfKey;
  /** In the plural, as fields and descriptions have it: "events". */
  readonly plural: string;
  /** What places a record in time, in words. */
  readonly day: string;
  readonly description: string;
}

export type FilterOfKey = (grouping: string, value: string | null, to: string | null) => object;

/** The filter that finds exactly the records that have these keys. */
export function filterOfBucket(
  filter: object | null,
  keys: readonly Key[],
  filterOf: FilterOfKey,
): Record<string, unknown> {
  const parts = keys.map(({ grouping, value, period }) =>
    filterAsJson(filterOf(grouping, value, period ? (filterAsJson(period).to as string) : null)),
  );
  return { ...joinFilters(filter && filterAsJson(filter), Object.assign({}, ...parts)) };
}

/** Adds the field that counts a kind of record, with its types. */
export function defineStats<Filter extends object, Grouping extends string>(
  options: StatsOptions<Filter, Grouping>,
): void {
  const { plural, countable } = options;
  const noun = countable.model;
  const field = `${noun[0]?.toLowerCase()}${noun.slice(1)}Stats`;
  type Parent = Stats & { readonly filter: Filter | null };
  const bucketRef = builder.objectRef<Bucket & { readonly filter: Filter | null }>(`${noun}Bucket`).implement({
    description: `The ${plural} that have their keys in common.`,
    fields: (t) => ({
      keys: t.field({
        type: [BucketKey],
        description: 'What they have in common: a key a grouping, in the order of `groupBy`.',
        complexity: { field: 1, multiplier: 2 },
        resolve: ({ keys }) => [...keys],
      }),
      [plural]: t.int({
        description: `How many ${plural}. Zero only for a period in which there are none.`,
        resolve: ({ facts }) => facts,
      }),
      mentions: t.exposeInt('mentions', { description: 'How many citations they have: passages that tell them.' }),
      ...(countable.actors
        ? {
            actors: t.exposeInt('actors', {
              description:
                'How many different actors take part in them; bodies and states that act are not among them.',
            }),
          }
        : {}),
      filter: t.field({
        type: 'JSONObject',
        description: `Finds exactly these: pass it as the \`filter\` of \`${plural}\`, by way of a variable, and so open the bucket down to its passages.`,
        resolve: (bucket) => filterOfBucket(bucket.filter, bucket.keys, options.filterOf),
      }),
    }),
  });

  const statsRef = builder.objectRef<Parent>(`${noun}Stats`).implement({
    description: `The ${plural} under a filter, counted in groups.`,
    fields: (t) => ({
      totalCount: t.exposeInt('totalCount', { description: `How many ${plural} the filter finds.` }),
      undated: t.exposeInt('undated', {
        description: `How many of them have no known ${options.day}. Grouped by TIME they are one bucket, whose key has no value.`,
      }),
      ungrouped: t.exposeInt('ungrouped', {
        description: `How many are in no bucket, for a grouping has nothing to say of them. Where each of the ${plural} is in one group at most, the buckets and these add up to \`totalCount\`.`,
      }),
      buckets: t.field({
        type: [bucketRef],
        description:
          'The groups: by time first where that is a grouping, the undated last; else the fullest first, ties by key.',
        complexity: { field: 1, multiplier: USUAL_BUCKETS },
        resolve: ({ buckets, filter }) => buckets.map((bucket) => ({ ...bucket, filter })),
      }),
    }),
  });

  builder.queryField(field, (t) =>
    t.field({
      type: statsRef,
      description: `${options.description} At most ${MAX_BUCKETS} buckets; a question that has more is BAD_USER_INPUT, never cut.`,
      args: {
        filter: t.arg({ type: options.filter, description: `Which ${plural} to count; leave it out for all.` }),
        groupBy: t.arg({
          type: [options.grouping],
          required: true,
          description: 'One grouping, or two to be crossed. None, three, or one twice is BAD_USER_INPUT.',
        }),
        interval: t.arg({
          type: Interval,
          description:
            'How long the periods of TIME are; needed with that grouping and refused without it. Periods without any are there too: from the first to the last day of the filter, or, where it leaves a side open, to where the records end.',
        }),
      },
      complexity: { field: 100, multiplier: 1 },
      resolve: async (
        _root: unknown,
        args: { filter?: Filter | null; groupBy: Grouping[]; interval?: CalendarUnit | null },
        { db }: { db: Parameters<typeof getStats>[0] },
      ) => {
        const filter = args.filter ?? null;
        const unit = args.interval ?? null;
        const refusal = refusalOfGroupings(args.groupBy, unit);
        if (refusal) throw badUserInput(refusal);
        const stats = await getStats(db, {
          countable,
          where: filter ? options.where(filter) : {},
          groups: options.groups,
          groupBy: args.groupBy,
          unit,
          range: filter && options.range(filter),
          limit: MAX_BUCKETS,
        });
        if (stats.buckets.length > MAX_BUCKETS) throw tooManyBuckets(MAX_BUCKETS);
        return { ...stats, filter };
      },
      // Pothos cannot follow types that are parameters here; the options are typed above.
    } as never),
  );
}

export const tooManyBuckets = (limit: number) =>
  badUserInput(
    `There are more than ${limit} buckets. Narrow the filter, or choose longer periods or another grouping.`,
  );
