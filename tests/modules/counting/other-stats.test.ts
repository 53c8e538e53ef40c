import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { createGraph } from '../../support/graph.ts';

interface Stats {
  readonly totalCount: number;
  readonly undated: number;
  readonly ungrouped: number;
  readonly buckets: readonly { readonly keys: readonly { readonly label: string }[]; readonly count: number }[];
}

// Three knots of four figures each, about a country each, one of them for September 2019 and the others without a period, and of
// a plan each signed on 1, 2 and 3 September 2019 by a country and a body of it.
describe('what is counted beside events', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, 3);
    await app.client.statistic.update({
      where: { slug: 'figure-1' },
      data: { periodStart: new Date('2018-12-31'), periodEnd: new Date('2019-06-30'), nature: 'PLANNED' },
    });
    await app.client.agreement.update({ where: { slug: 'agreement-3' }, data: { signedOn: null, status: 'PROPOSED' } });
  });
  afterAll(() => app.close());

  async function stats(field: string, counted: string): Promise<unknown[]> {
    const { data, errors } = await app.ask<Record<string, Stats>>(
      `{ stats: ${field} { totalCount undated ungrouped buckets { keys { label } count: ${counted} mentions } } }`,
    );
    expect(errors).toBeUndefined();
    const { totalCount, undated, ungrouped, buckets } = data.stats as Stats;
    return [
      [totalCount, undated, ungrouped],
      ...buckets.map(({ keys, count }) => `${keys.map(({ label }) => label).join(' / ')}: ${count}`),
    ];
  }

  it('are figures, by area, giver, standing and the first day that they cover', async () => {
    expect(await stats('statisticStats(groupBy: [AREA, NATURE])', 'statistics')).toEqual([
      [12, 9, 0],
      'Country 2 / reported: 4',
      'Country 3 / reported: 4',
      'Country 1 / reported: 3',
      'Country 1 / planned: 1',
    ]);
    expect(await stats('statisticStats(groupBy: [ORGANISATION])', 'statistics')).toEqual([
      [12, 9, 9],
      'Office 1: 1',
      'Office 2: 1',
      'Office 3: 1',
    ]);
    expect(await stats('statisticStats(groupBy: [TIME, UNIT], interval: QUARTER)', 'statistics')).toEqual([
      [12, 9, 0],
      '2018-Q4 / {person}: 1',
      '2019-Q1 / {person}: 0',
      '2019-Q2 / {person}: 0',
      '2019-Q3 / {person}: 2',
      'undated / {person}: 9',
    ]);
  });

  it('are agreements, by party, status and the day of signing', async () => {
    expect(await stats('agreementStats(groupBy: [TIME], interval: DAY)', 'agreements')).toEqual([
      [3, 1, 0],
      '2019-09-01: 1',
      '2019-09-02: 1',
      'undated: 1',
    ]);
    // The country and its body are one country.
    expect(await stats('agreementStats(groupBy: [COUNTRY, STATUS])', 'agreements')).toEqual([
      [3, 1, 0],
      'Country 1 / signed: 1',
      'Country 2 / signed: 1',
      'Country 3 / proposed: 1',
    ]);
  });

  it('are refused as events are', async () => {
    for (const field of ['statisticStats(groupBy: [TIME])', 'agreementStats(groupBy: [KIND], interval: YEAR)']) {
      const { errors } = await app.ask(`{ ${field} { totalCount } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});
