import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('figures', () => {
  let app: TestApp;
  let made = 0;
  const keys = { reportId: '', indicatorId: '', unit: '{person}' };
  const ids = new Map<string, string>();

  async function addIndicator(slug: string, unit = '{person}') {
    const { id } = await app.client.indicator.create({ data: { slug, name: slug, definition: slug, unit } });
    Object.assign(keys, { indicatorId: id, unit });
  }

  /** Adds a figure to the indicator made last. */
  async function add(slug: string, more: Partial<Prisma.StatisticUncheckedCreateInput> & { value: number }) {
    made += 1;
    const { id } = await app.client.statistic.create({
      data: {
        ...keys,
        slug,
        ordinal: made,
        label: slug,
        lower: more.value,
        upper: more.value,
        comparator: 'EXACT',
        nature: 'REPORTED',
        ...more,
      },
    });
    ids.set(slug, id);
    return id;
  }

  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, 1);
    keys.reportId = (await app.client.report.findFirstOrThrow()).id;
    const areaId = (await app.client.country.findFirstOrThrow()).id;
    const givenByActorId = (await app.client.actor.findUniqueOrThrow({ where: { slug: 'actor-1' } })).id;

    await addIndicator('weapons', '{unit}');
    const before = await add('weapons-2018', {
      value: 80,
      periodStart: day('2018-01-01'),
      periodEnd: day('2018-12-31'),
    });
    await add('weapons-2019', {
      value: 60,
      upper: null,
      comparator: 'MORE_THAN',
      periodStart: day('2019-01-01'),
      periodEnd: day('2019-08-31'),
      baselineId: before,
    });
    await addIndicator('strength');
    await add('strength-a', { value: 75, areaId, givenByActorId });
    await add('strength-b', { value: 70, areaId });
    await add('strength-c', { value: 72, lower: null, upper: null, comparator: 'ABOUT', areaId });
    await add('strength-d', { value: 9 });
    await addIndicator('months');
    await add('months-march', { value: 3, periodStart: day('2019-03-01'), periodEnd: day('2019-03-31') });
    await add('months-january', { value: 1, periodStart: day('2019-01-01'), periodEnd: day('2019-01-31'), areaId });
    await add('months-whenever', { value: 2 });
    await addIndicator('people');
    const three = await add('people-three', { value: 3 });
    const ten = await add('people-ten', { value: 10 });
    await add('people-four', { value: 4, partOfId: ten });
    await add('people-seven', { value: 7, partOfId: ten });
    await addIndicator('percentages', '%');
    await add('percentage-of-three', { value: 70, partOfId: three });
    await add('percentage-of-ten', { value: 70, partOfId: ten });
  });
  afterAll(() => app.close());

  it('carry their hedges into the change and into what comes of it a month', async () => {
    const { data, errors } = await app.ask(`{ statistic(slug: "weapons-2019") {
      change {
        absolute absoluteRange { lower upper } ratio ratioRange { lower upper lowerIncluded }
        perMonthRatio periodsComparable warnings note
      }
      perMonth { value lower upper months }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.statistic).toEqual({
      change: {
        absolute: -20,
        absoluteRange: { lower: -20, upper: null },
        ratio: 0.75,
        ratioRange: { lower: 0.75, upper: null, lowerIncluded: false },
        perMonthRatio: 1.125,
        periodsComparable: false,
        warnings: ['UNEQUAL_PERIODS', 'HEDGED'],
        note: expect.stringContaining('8 months is set against one for 12 months'),
      },
      perMonth: { value: 7.5, lower: 7.5, upper: null, months: 8 },
    });
  });

  it('make up a series with its gaps, also of some of them only', async () => {
    const query = `query Series($filter: StatisticFilter) { indicator(slug: "months") { series(filter: $filter) {
      periodStart periodEnd isGap statistics { slug }
    } } }`;
    const point = (start: string | null, end: string | null, ...slugs: string[]) => ({
      periodStart: start,
      periodEnd: end,
      isGap: slugs.length === 0,
      statistics: slugs.map((slug) => ({ slug })),
    });
    expect((await app.ask(query)).data.indicator).toEqual({
      series: [
        point('2019-01-01', '2019-01-31', 'months-january'),
        point('2019-02-01', '2019-02-28'),
        point('2019-03-01', '2019-03-31', 'months-march'),
        point(null, null, 'months-whenever'),
      ],
    });
    expect((await app.ask(query, { filter: { areas: ['AD'] } })).data.indicator).toEqual({
      series: [point('2019-01-01', '2019-01-31', 'months-january')],
    });
    expect((await app.ask(query, { filter: { areas: [] } })).data.indicator).toEqual({ series: [] });
  });

  it('are set side by side where they conflict, and where they only seem to', async () => {
    const pairs = 'totalCount pageInfo { hasNextPage endCursor } nodes { figure { slug } other { slug } verdict }';
    const { data, errors } = await app.ask(`{ indicator(slug: "strength") {
      conflicts {
        statistics { slug }
        pairs { totalCount nodes {
          figure { slug } other { slug } distance figureRange { lower upper } otherRange { upper } caveats explanation
        } }
      }
      apparentConflicts(first: 2) { ${pairs} }
    } }`);
    expect(errors).toBeUndefined();
    const indicator = data.indicator as {
      conflicts: unknown;
      apparentConflicts: { pageInfo: { endCursor: string } };
    };
    expect(indicator.conflicts).toEqual([
      {
        statistics: [{ slug: 'strength-a' }, { slug: 'strength-b' }],
        pairs: {
          totalCount: 1,
          nodes: [
            {
              figure: { slug: 'strength-a' },
              other: { slug: 'strength-b' },
              distance: 5,
              figureRange: { lower: 75, upper: 75 },
              otherRange: { upper: 70 },
              caveats: ['PERIOD_NOT_TOLD', 'LABELS_DIFFER'],
              explanation:
                'Actor actor 1 gives 75 in Country 1 for a period that is not told; Nobody named gives 70 in Country 1 for a period that is not told. They allow 75 and 70, which leaves 5 between them.',
            },
          ],
        },
      },
    ]);
    const apart = (figure: string, other: string, verdict: string) => ({
      figure: { slug: `strength-${figure}` },
      other: { slug: `strength-${other}` },
      verdict,
    });
    expect(indicator.apparentConflicts).toMatchObject({
      totalCount: 5,
      pageInfo: { hasNextPage: true },
      nodes: [apart('a', 'c', 'RANGES_MEET'), apart('a', 'd', 'DIFFERENT_SCOPE')],
    });
    const next = await app.ask(
      `query Next($after: String) { indicator(slug: "strength") { apparentConflicts(after: $after) { ${pairs} } } }`,
      { after: indicator.apparentConflicts.pageInfo.endCursor },
    );
    expect(next.data.indicator).toMatchObject({
      apparentConflicts: {
        totalCount: 5,
        pageInfo: { hasNextPage: false },
        nodes: [apart('b', 'c', 'RANGES_MEET'), apart('b', 'd', 'DIFFERENT_SCOPE'), apart('c', 'd', 'DIFFERENT_SCOPE')],
      },
    });
  });

  it('are recomputed where they state a percentage or a sum', async () => {
    const query = `query Checks($filter: StatisticFilter, $kinds: [CheckKind!], $verdicts: [CheckVerdict!]) {
      statisticChecks(filter: $filter, kinds: $kinds, verdicts: $verdicts) {
        totalCount nodes { statistic { slug } kind verdict against { slug } expected { lower } }
      }
    }`;
    const check = (slug: string, kind: string, verdict: string, lower: number, ...against: string[]) => ({
      statistic: { slug },
      kind,
      verdict,
      against: against.map((other) => ({ slug: other })),
      expected: { lower },
    });
    const filter = { indicators: ['people', 'percentages'] };
    const { data, errors } = await app.ask(query, { filter });
    expect(errors).toBeUndefined();
    const nodes = [
      check('people-four', 'PART_OF_WHOLE', 'CONSISTENT', 0, 'people-ten'),
      check('people-seven', 'PART_OF_WHOLE', 'CONSISTENT', 0, 'people-ten'),
      check('people-ten', 'SUM_OF_PARTS', 'INCONSISTENT', 11, 'people-four', 'people-seven'),
      check('percentage-of-ten', 'PERCENTAGE_OF_WHOLE', 'CONSISTENT', 70, 'people-ten'),
      check('percentage-of-three', 'PERCENTAGE_OF_WHOLE', 'INCONSISTENT', 66.6666666667, 'people-three'),
    ];
    expect(data.statisticChecks).toEqual({ totalCount: 5, nodes });
    const wrong = await app.ask(query, { filter, verdicts: ['INCONSISTENT'], kinds: ['PERCENTAGE_OF_WHOLE'] });
    expect(wrong.data.statisticChecks).toEqual({ totalCount: 1, nodes: nodes.slice(4) });
    expect((await app.ask(query, { verdicts: [] })).data.statisticChecks).toEqual({ totalCount: 0, nodes: [] });
  });

  it.each([
    ['statisticChecks(first: 101) { totalCount }', 'BAD_USER_INPUT'],
    ['statisticChecks(after: "bm90aGluZw") { totalCount }', 'BAD_USER_INPUT'],
    [
      'indicators(first: 100) { nodes { apparentConflicts(first: 100) { nodes { figure { indicator { apparentConflicts { totalCount } } } } } } }',
      'QUERY_TOO_COMPLEX',
    ],
    [
      'indicators(first: 100) { nodes { series { statistics { indicator { series { isGap } } } } } }',
      'QUERY_TOO_COMPLEX',
    ],
  ])('refuse %s before any statement', async (selection, code) => {
    const { errors, statements } = await app.ask(`{ ${selection} }`);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(statements).toEqual([]);
  });
});
