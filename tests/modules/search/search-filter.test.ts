import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { createGraph } from '../../support/graph.ts';

/** Everything that is found of knots 1 to 3 of the graph, as "Type slug". */
const QUERY = `query Filtered($filter: SearchFilter) {
  search(text: "1 or 2 or 3", filter: $filter, first: 100) {
    totalCount
    nodes {
      __typename
      ... on Actor { slug } ... on Organisation { slug } ... on Event { slug } ... on Agreement { slug }
      ... on Statistic { slug } ... on Indicator { slug } ... on Statement { slug } ... on Assessment { slug }
      ... on Topic { slug } ... on Report { slug } ... on Passage { slug: gist }
    }
  }
}`;

const ALL = 'Actor Agreement Assessment Event Indicator Organisation Passage Report Statement Statistic Topic'.split(
  ' ',
);

describe('the filter of a search', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, 3);
  });
  afterAll(() => app.close());

  const find = async (filter: object) => {
    const { data, errors } = await app.ask<{
      search: { totalCount: number; nodes: { __typename: string; slug: string }[] };
    }>(QUERY, { filter });
    expect(errors).toBeUndefined();
    expect(data.search.nodes).toHaveLength(data.search.totalCount);
    return data.search.nodes;
  };
  const typesOf = (nodes: readonly { __typename: string }[]) =>
    [...new Set(nodes.map(({ __typename }) => __typename))].sort();

  it.each([
    ['reports', { reports: ['report-2', 'nowhere'] }],
    ['countries', { countries: ['AE'] }],
    ['topics', { topics: ['topic-2'] }],
    ['all of them', { reports: ['report-2'], countries: ['AE'], topics: ['topic-2'] }],
  ])('finds every type by %s, and only there', async (_name, filter) => {
    const nodes = await find(filter);
    expect(typesOf(nodes)).toEqual(ALL);
    for (const { slug } of nodes) expect(slug).toMatch(/[- ]2$/);
  });

  it('finds by dates what has some: of figures without a period and their indicators none', async () => {
    const dates = { from: '2019-09-02', to: '2019-09-02' };
    expect(typesOf(await find({ dates }))).toEqual(ALL);
    await app.client.statistic.updateMany({ data: { periodStart: null, periodEnd: null } });
    const nodes = await find({ dates });
    expect(typesOf(nodes)).toEqual(ALL.filter((type) => type !== 'Statistic' && type !== 'Indicator'));
    // The periods of all reports hold the day.
    for (const { __typename, slug } of nodes) expect(slug).toMatch(__typename === 'Report' ? /-[123]$/ : /[- ]2$/);
  });

  it('finds nothing by an empty list or by what nobody bears, and everything without restriction', async () => {
    expect(await find({ reports: [] })).toEqual([]);
    expect(await find({ topics: ['nothing'] })).toEqual([]);
    expect(typesOf(await find({ reports: null, dates: {} }))).toEqual(ALL);
  });
});
