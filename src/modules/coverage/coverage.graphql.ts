import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { getRows } from '../../graphql/rows.ts';
import { findRepeated } from '../../lib/repeated.ts';
import { joinFilters, timeKeyOf } from '../counting/bucket.rules.ts';
import { BucketKey } from '../counting/bucket-key.graphql.ts';
import { filterOfEventKey } from '../counting/counting.graphql.ts';
import { filterOfBucket } from '../counting/define-stats.graphql.ts';
import { EVENT_GROUPS, EVENTS } from '../counting/groupings.reads.ts';
import { countInGroups, type Stats } from '../counting/stats.reads.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { type EventFilter as Filter, whereEvent } from '../event/event.reads.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { listEditions } from './coverage.reads.ts';
import {
  type CoverageCell as Cell,
  coverageOf,
  listMonths,
  listRows,
  type CoverageMonth as Month,
} from './coverage.rules.ts';

/** Above this an answer is refused, not cut. */
const MAX_CELLS = 5000;

/** More months than the calendar of LocalDate has, so that none is left out. */
const EVERY_MONTH = 120_000;

const CoverageDimension = builder.enumType('CoverageDimension', {
  description: 'What the months of a coverage are divided by.',
  values: {
    KIND: { description: 'The kind of event.' },
    COUNTRY: { description: 'Countries taking part, as in `Event.countries`; an event counts for each of them.' },
  } as const,
});

const CoverageStatus = builder.enumType('CoverageStatus', {
  description: 'What it means that there are events in a month, or none.',
  values: {
    NO_REPORT: {
      description:
        'No report covers any day of the month: that nothing is told of it means nothing. `events` are those that reports of other months recall, if any.',
    },
    NO_EVENTS: { description: 'A report covers the month, and none tells of such an event that began in it: silence.' },
    EVENTS: { description: 'A report covers the month, and such events began in it.' },
  } as const,
});

/** What a cell and a month need beside their own numbers to tell the filter that finds their events. */
interface Asked {
  readonly filter: Filter | null;
}

const CoverageCell = builder.objectRef<Cell & Asked>('CoverageCell').implement({
  description: 'A kind, a country or both in one month.',
  fields: (t) => ({
    keys: t.field({
      type: [BucketKey],
      description: 'Which kind or country, in the order of `by`.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ keys }) => [...keys],
    }),
    status: t.expose('status', { type: CoverageStatus, description: 'How the number is to be read.' }),
    events: t.exposeInt('events', { description: 'How many such events began in the month.' }),
    filter: t.field({
      type: 'JSONObject',
      description: 'Finds exactly these: pass it as the `filter` of `events`, by way of a variable.',
      resolve: ({ filter, keys, period }) =>
        filterOfBucket(filter, [timeKeyOf(period, 'MONTH'), ...keys], filterOfEventKey),
    }),
  }),
});

const CoverageMonth = builder.objectRef<Month & Asked>('CoverageMonth').implement({
  description: 'A calendar month: which reports cover it, and what they tell.',
  fields: (t) => ({
    from: t.field({ type: 'LocalDate', description: 'Its first day.', resolve: ({ period }) => period.from }),
    to: t.field({ type: 'LocalDate', description: 'Its last day.', resolve: ({ period }) => period.to }),
    reports: t.field({
      type: [ReportNode],
      description: 'Reports that cover at least one day of it, earliest first; empty where none does.',
      resolve: ({ reportIds }, _args, context, info) => getRows(context, info, 'Report', reportIds),
    }),
    status: t.expose('status', { type: CoverageStatus, description: 'How the number is to be read.' }),
    events: t.exposeInt('events', { description: 'How many events under the filter began in it.' }),
    filter: t.field({
      type: 'JSONObject',
      description: 'Finds exactly these: pass it as the `filter` of `events`, by way of a variable.',
      resolve: ({ filter, period }) => filterOfBucket(filter, [timeKeyOf(period, 'MONTH')], filterOfEventKey),
    }),
    cells: t.field({
      type: [CoverageCell],
      description:
        'The month by kind or country: the same cells in the same order, by label, in every month, one for all that is found under the filter in any month.',
      complexity: { field: 1, multiplier: 20 },
      resolve: ({ cells, filter }) => cells.map((cell) => ({ ...cell, filter })),
    }),
  }),
});

const Coverage = builder
  .objectRef<Asked & { readonly months: readonly Month[]; readonly stats: Stats }>('Coverage')
  .implement({
    description: 'What is told month by month, and what is not, with the reason.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many events the filter finds, and a report of the series tells where one is named.',
        resolve: ({ stats }) => stats.totalCount,
      }),
      undated: t.int({
        description: 'How many of them have no known first day, and so no month.',
        resolve: ({ stats }) => stats.undated,
      }),
      outside: t.int({
        description: 'How many of them began outside the months told: what the reports recall or announce.',
        resolve: ({ stats, months }) =>
          stats.totalCount - stats.undated - months.reduce((sum, { events }) => sum + events, 0),
      }),
      months: t.field({
        type: [CoverageMonth],
        description: 'Every month, in order.',
        complexity: { field: 1, multiplier: 24 },
        resolve: ({ months, filter }) => months.map((month) => ({ ...month, filter })),
      }),
    }),
  });

builder.queryField('coverage', (t) =>
  t.field({
    type: Coverage,
    description: `Where there are reports, where they are silent, and what they tell: months by kind of event or country. At most ${MAX_CELLS} cells; a question that has more is BAD_USER_INPUT, never cut.`,
    args: {
      filter: t.arg({
        type: EventFilter,
        description:
          'Which events; leave it out for all. Its `starts` or `dates` choose the months; where they leave a side open, the first or the last report does.',
      }),
      by: t.arg({
        type: [CoverageDimension],
        required: true,
        defaultValue: ['KIND'],
        description: 'What to divide the months by: one dimension, or both.',
      }),
      series: t.arg.string({
        description:
          'Slug of a series, of whose reports alone is to be told; leave it out for all reports. One that nobody bears covers nothing.',
      }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_root, { filter: asked, by, series }, { db }) => {
      if (by.length === 0 || findRepeated(by, (name) => name)) {
        throw badUserInput('`by` takes KIND, COUNTRY or both, each of them once.');
      }
      const editions = await listEditions(db, series ?? null);
      const told = series == null ? {} : { reports: editions.map(({ slug }) => slug) };
      const filter: Filter = series == null ? (asked ?? {}) : joinFilters(asked ?? null, told);
      const request = { countable: EVENTS, where: whereEvent(filter), groups: EVENT_GROUPS, unit: 'MONTH' as const };
      const stats = await countInGroups(db, { ...request, groupBy: ['TIME'], limit: EVERY_MONTH });
      const cells = await countInGroups(db, { ...request, groupBy: ['TIME', ...by], limit: MAX_CELLS + 1 });
      const periods = listMonths(editions, asked?.starts ?? asked?.dates ?? null, MAX_CELLS + 1);
      const rows = listRows(cells.buckets);
      if (cells.buckets.length > MAX_CELLS || periods.length * Math.max(1, rows.length) > MAX_CELLS) {
        throw badUserInput(
          `There are more than ${MAX_CELLS} cells. Narrow the filter or the range, or divide by less.`,
        );
      }
      const months = coverageOf(periods, editions, rows, [...stats.buckets, ...cells.buckets]);
      return { filter, months, stats };
    },
  }),
);
