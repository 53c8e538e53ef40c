import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';

interface Noun {
  readonly model: string;
  readonly stats: string;
  readonly list: string;
  /** Groupings in which a record has exactly one place, or one at most. */
  readonly single: readonly string[];
  readonly multiple: readonly string[];
  /** Filters that find some of the dataset, and one that finds nothing. */
  readonly filters: readonly object[];
}

const days = { from: '2019-09-03', to: '2019-10-12' };

const NOUNS: readonly Noun[] = [
  {
    model: 'Event',
    stats: 'eventStats',
    list: 'events',
    single: ['KIND', 'MODALITY', 'TIME'],
    multiple: ['COUNTRY', 'ACTOR', 'ORGANISATION', 'PLACE', 'TOPIC', 'REPORT'],
    filters: [
      { dates: days },
      { dates: { ...days, match: 'WITHIN' }, isPart: false },
      { starts: days },
      { isDated: false },
      { countries: ['CN'] },
      { participantCountries: ['RU', 'UA'], modalities: ['HELD'] },
      { organisations: ['security-council-of-belarus'] },
      { not: { kinds: ['MEETING'] } },
      { topics: ['military-cooperation'], kinds: null },
      { kinds: ['VISIT', 'INSPECTION'] },
      { text: 'nobody wrote this' },
    ],
  },
  {
    model: 'Statistic',
    stats: 'statisticStats',
    list: 'statistics',
    single: ['INDICATOR', 'AREA', 'NATURE', 'UNIT', 'REPORT', 'ACTOR', 'ORGANISATION', 'TIME'],
    multiple: [],
    filters: [{ period: { from: '2019-01-01' } }, { natures: ['REPORTED'] }, { isDated: false }, { units: [] }],
  },
  {
    model: 'Agreement',
    stats: 'agreementStats',
    list: 'agreements',
    single: ['KIND', 'STATUS', 'TIME'],
    multiple: ['COUNTRY', 'ORGANISATION', 'REPORT'],
    filters: [{ signed: days }, { isDated: true }, { countries: ['CN'] }, { statuses: ['SIGNED', 'PROPOSED'] }],
  },
];

interface Stats {
  readonly totalCount: number;
  readonly undated: number;
  readonly ungrouped: number;
  readonly buckets: readonly { keys: readonly { value: string | null }[]; count: number; filter: object }[];
}

const SMALL = { numRuns: 12 };

describe.each(NOUNS)('the buckets of $stats', ({ model, stats, list, single, multiple, filters }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      seed: true,
      config: { maxAliases: 1000, maxTokens: 50_000, maxCost: 1_000_000, maxFilters: 1000 },
    });
  });
  afterAll(() => app.close());

  // A filter of its own, or two at once.
  const some = fc.constantFrom({}, ...filters);
  const filter = fc.oneof(
    some,
    fc.tuple(some, some).map(([one, other]) => ({ or: [one, other] })),
  );
  const interval = fc.constantFrom('WEEK', 'MONTH', 'QUARTER', 'YEAR');

  async function count(groupBy: readonly string[], filterOf: object, unit: string): Promise<Stats> {
    const { data, errors } = await app.ask<Record<string, Stats>>(
      `query Count($filter: ${model}Filter, $groupBy: [${model}Grouping!]!, $interval: Interval) {
        stats: ${stats}(filter: $filter, groupBy: $groupBy, interval: $interval) {
          totalCount undated ungrouped buckets { keys { value } count: ${list} filter }
        }
      }`,
      { groupBy, filter: filterOf, ...(groupBy.includes('TIME') ? { interval: unit } : {}) },
    );
    expect(errors).toBeUndefined();
    return data.stats as Stats;
  }

  /** What the list holds under each filter, a hundred of them a request. */
  async function listed(wanted: readonly object[]): Promise<number[]> {
    const counts: number[] = [];
    for (let from = 0; from < wanted.length; from += 100) {
      const some = wanted.slice(from, from + 100);
      const variables = some.map((_, n) => `$f${n}: ${model}Filter`).join(' ');
      const fields = some.map((_, n) => `a${n}: ${list}(filter: $f${n}) { totalCount }`).join(' ');
      const { data, errors } = await app.ask<Record<string, { totalCount: number }>>(
        `query List(${variables}) { ${fields} }`,
        Object.fromEntries(some.map((each, n) => [`f${n}`, each])),
      );
      expect(errors).toBeUndefined();
      counts.push(...some.map((_, n) => data[`a${n}`]?.totalCount ?? -1));
    }
    return counts;
  }

  const sum = (buckets: Stats['buckets']) => buckets.reduce((total, { count: each }) => total + each, 0);

  it.each([...single, ...multiple])('are found again by their filters: %s', async (grouping) => {
    await fc.assert(
      fc.asyncProperty(filter, interval, async (filterOf, unit) => {
        const { buckets } = await count([grouping], filterOf, unit);
        expect(await listed(buckets.map((bucket) => bucket.filter))).toEqual(buckets.map((bucket) => bucket.count));
      }),
      { numRuns: 4 },
    );
  });

  it('are found again by their filters when crossed', async () => {
    const pair = fc.subarray([...single, ...multiple], { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(pair, fc.constantFrom(...filters), async (groupBy, filterOf) => {
        const { buckets } = await count(groupBy, filterOf, 'QUARTER');
        const checked = buckets.slice(0, 100);
        expect(await listed(checked.map((bucket) => bucket.filter))).toEqual(checked.map((bucket) => bucket.count));
      }),
      SMALL,
    );
  });

  it('add up, with those in none, to the whole where a record is in one at most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...single), filter, interval, async (grouping, filterOf, unit) => {
        const { totalCount, undated, ungrouped, buckets } = await count([grouping], filterOf, unit);
        expect(sum(buckets) + ungrouped).toBe(totalCount);
        expect([totalCount]).toEqual(await listed([filterOf]));
        if (grouping === 'TIME') {
          expect(ungrouped).toBe(0);
          expect(sum(buckets.filter(({ keys }) => keys[0]?.value === null))).toBe(undated);
        }
      }),
      SMALL,
    );
  });

  it('add up, when crossed with a kind of their own each, to those that are not', async () => {
    const whole = model === 'Statistic' ? 'NATURE' : 'KIND';
    const others = [...single, ...multiple].filter((grouping) => grouping !== whole);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...others), filter, async (grouping, filterOf) => {
        const [alone, crossed] = await Promise.all([
          count([grouping], filterOf, 'YEAR'),
          count([grouping, whole], filterOf, 'YEAR'),
        ]);
        const added = Map.groupBy(crossed.buckets, ({ keys }) => keys[0]?.value);
        const filled = alone.buckets.filter(({ count: each }) => each > 0);
        expect(filled.map(({ keys }) => sum(added.get(keys[0]?.value) ?? []))).toEqual(
          filled.map(({ count: each }) => each),
        );
        expect(sum(crossed.buckets)).toBe(sum(alone.buckets));
      }),
      SMALL,
    );
  });
});
