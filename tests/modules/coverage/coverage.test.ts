import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAllEditions } from '../../../seed/load.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

interface Cell {
  readonly keys: readonly { readonly value: string }[];
  readonly status: string;
  readonly events: number;
  readonly filter: object;
}

interface Answer {
  readonly coverage: {
    readonly totalCount: number;
    readonly undated: number;
    readonly outside: number;
    readonly months: readonly (Omit<Cell, 'keys'> & {
      readonly from: string;
      readonly reports: readonly { readonly slug: string }[];
      readonly cells: readonly Cell[];
    })[];
  };
}

const QUERY = `query Coverage($filter: EventFilter, $by: [CoverageDimension!]! = [KIND], $series: String) {
  coverage(filter: $filter, by: $by, series: $series) {
    totalCount undated outside
    months { from reports { slug } status events filter cells { keys { value } status events filter } }
  }
}`;

/** The two invented editions: May tells of a visit and a signing in May, and of an undated delivery; June of that alone. */
const EDITIONS = fileURLToPath(new URL('../../seed/fixtures', import.meta.url));

describe('coverage', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await loadAllEditions(app.client, EDITIONS);
    const recalled = await app.client.passage.findFirstOrThrow({
      where: { report: { slug: 'harbour-watch-2021-05' } },
    });
    await app.client.event.create({
      data: {
        slug: '2021-03-02-old-visit',
        kind: 'VISIT',
        title: 'An earlier visit',
        summary: 'Recalled in May.',
        startDate: new Date('2021-03-02'),
        endDate: new Date('2021-03-02'),
        dateBasis: 'STATED',
        datePrecision: 'DAY',
        modality: 'HELD',
        isKeyEvent: false,
        citations: { create: [{ passageId: recalled.id, ordinal: 9 }] },
      },
    });
    await app.client.series.create({
      data: {
        slug: 'other-watch',
        title: 'Other Watch',
        reports: {
          create: [
            {
              slug: 'other-watch-2021-07',
              title: 'Other Watch, July 2021',
              periodStart: new Date('2021-06-20'),
              periodEnd: new Date('2021-07-19'),
              language: 'en',
            },
          ],
        },
      },
    });
  });
  afterAll(() => app.close());

  async function coverage(variables: object = {}) {
    const { data, errors } = await app.ask<Answer>(QUERY, variables);
    expect(errors).toBeUndefined();
    return data.coverage;
  }

  const told = ({ months }: Answer['coverage']) =>
    months.map(({ from, status, events, cells }) => [
      from.slice(0, 7),
      `${status} ${events}`,
      ...cells.map((cell) => `${cell.keys.map(({ value }) => value).join(' ')}: ${cell.status} ${cell.events}`),
    ]);

  it('tells silence from a month that nobody reports on', async () => {
    const answer = await coverage({ filter: { starts: { from: '2021-03-15', to: '2021-08-01' } } });
    expect(told(answer)).toEqual([
      // 2 March is outside the filter.
      ['2021-03', 'NO_REPORT 0', 'AGREEMENT_STEP: NO_REPORT 0', 'VISIT: NO_REPORT 0'],
      ['2021-04', 'NO_REPORT 0', 'AGREEMENT_STEP: NO_REPORT 0', 'VISIT: NO_REPORT 0'],
      ['2021-05', 'EVENTS 2', 'AGREEMENT_STEP: EVENTS 1', 'VISIT: EVENTS 1'],
      ['2021-06', 'NO_EVENTS 0', 'AGREEMENT_STEP: NO_EVENTS 0', 'VISIT: NO_EVENTS 0'],
      ['2021-07', 'NO_EVENTS 0', 'AGREEMENT_STEP: NO_EVENTS 0', 'VISIT: NO_EVENTS 0'],
      ['2021-08', 'NO_REPORT 0', 'AGREEMENT_STEP: NO_REPORT 0', 'VISIT: NO_REPORT 0'],
    ]);
    expect(answer.months.map(({ reports }) => reports.map(({ slug }) => slug))).toEqual([
      [],
      [],
      ['harbour-watch-2021-05'],
      ['harbour-watch-2021-06', 'other-watch-2021-07'],
      ['other-watch-2021-07'],
      [],
    ]);
  });

  it('runs from the first report to the last, and says what lies elsewhere', async () => {
    const answer = await coverage();
    expect(told(answer).map(([month, all]) => [month, all])).toEqual([
      ['2021-05', 'EVENTS 2'],
      ['2021-06', 'NO_EVENTS 0'],
      ['2021-07', 'NO_EVENTS 0'],
    ]);
    expect([answer.totalCount, answer.undated, answer.outside]).toEqual([4, 1, 1]);
  });

  it('counts what a month without a report is recalled for, and still says that it has none', async () => {
    expect(told(await coverage({ filter: { dates: { from: '2021-03-01', to: '2021-03-31' } } }))).toEqual([
      ['2021-03', 'NO_REPORT 1', 'VISIT: NO_REPORT 1'],
    ]);
  });

  it('divides by country, and by both', async () => {
    expect(told(await coverage({ by: ['COUNTRY'], series: 'harbour-watch' }))).toEqual([
      ['2021-05', 'EVENTS 2', 'NO: EVENTS 2', 'SE: EVENTS 2'],
      ['2021-06', 'NO_EVENTS 0', 'NO: NO_EVENTS 0', 'SE: NO_EVENTS 0'],
    ]);
    expect(told(await coverage({ by: ['COUNTRY', 'KIND'], filter: { kinds: ['VISIT'] } }))[0]).toEqual([
      '2021-05',
      'EVENTS 1',
      'NO VISIT: EVENTS 1',
      'SE VISIT: EVENTS 1',
    ]);
  });

  it('keeps to the reports of a series', async () => {
    const other = await coverage({ series: 'other-watch' });
    expect(told(other)).toEqual([
      ['2021-06', 'NO_EVENTS 0'],
      ['2021-07', 'NO_EVENTS 0'],
    ]);
    expect(other.totalCount).toBe(0);
    expect(told(await coverage({ series: 'nobody' }))).toEqual([]);
  });

  it('leads by its filters to exactly what it counts', async () => {
    const filters = fc.constantFrom(
      {},
      { kinds: ['VISIT'] },
      { starts: { from: '2021-03-01' } },
      { dates: { from: '2021-05-11', to: '2021-07-01' } },
      { not: { isKeyEvent: true } },
    );
    const by = fc.constantFrom(['KIND'], ['COUNTRY'], ['KIND', 'COUNTRY']);
    const series = fc.constantFrom(null, 'harbour-watch');
    await fc.assert(
      fc.asyncProperty(filters, by, series, async (filter, dimensions, slug) => {
        const answer = await coverage({ filter, by: dimensions, series: slug });
        const { months, totalCount, undated, outside } = answer;
        expect(months.reduce((sum, { events }) => sum + events, 0) + undated + outside).toBe(totalCount);
        for (const counted of months.flatMap((month) => [month, ...month.cells])) {
          const { data } = await app.ask<{ events: { totalCount: number } }>(
            'query Open($filter: EventFilter) { events(filter: $filter) { totalCount } }',
            { filter: counted.filter },
          );
          expect(data.events.totalCount).toBe(counted.events);
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['no dimension', { by: [] }, /each of them once/],
    ['a dimension twice', { by: ['KIND', 'KIND'] }, /each of them once/],
    ['more cells than it answers', { filter: { starts: { from: '0001-01-01' } } }, /more than 5000 cells/],
  ])('refuses %s', async (_what, variables, message) => {
    const { errors } = await app.ask(QUERY, variables);
    expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([
      ['BAD_USER_INPUT', expect.stringMatching(message)],
    ]);
  });
});
