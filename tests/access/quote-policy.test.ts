import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

const WORDING = 'The quokka admired the lighthouse.';

const TEXT = `query Text($id: ID!) {
  passage(report: "report-1", number: "1") { id text section { passages { text } } report { passages { nodes { text } } } }
  event(slug: "event-1") { citations { passage { text } } }
  node(id: $id) { ... on Passage { text } }
  nodes(ids: [$id]) { ... on Passage { text } }
}`;
const SEARCH = `query Find($text: String!) {
  search(text: $text) { totalCount nodes { __typename ... on Passage { number text } } edges { highlights { field fragment } } }
}`;
const SET = `mutation Set($series: String!, $policy: QuotePolicy!) {
  setQuotePolicy(input: { series: $series, policy: $policy }) {
    ... on Series { quotePolicy } ... on Problem { code }
  }
}`;

interface Found {
  readonly search: { totalCount: number; edges: { highlights: { field: string; fragment: string }[] }[] };
}

describe('the published wording', () => {
  let app: TestApp;
  let reader: string;
  let editor: string;
  let admin: string;
  let id: string;
  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, 2);
    [reader, editor, admin] = [
      await app.createKey('READ_DRAFTS'),
      await app.createKey('EDIT'),
      await app.createKey('ADMIN'),
    ];
    await app.client.passage.updateMany({ data: { text: WORDING } });
    const passage = await app.client.passage.findFirstOrThrow({ where: { report: { slug: 'report-1' } } });
    id = Buffer.from(`Passage:${passage.id}`).toString('base64');
  });
  beforeEach(() => app.client.series.updateMany({ data: { quotePolicy: 'NONE' } }));
  afterAll(() => app.close());

  const read = async (key?: string) => JSON.stringify(await app.ask(TEXT, { id }, key));
  const find = async (text: string, key?: string) => (await app.ask<Found>(SEARCH, { text }, key)).data.search;
  const set = async (series: string, policy: string, key?: string) => app.ask(SET, { series, policy }, key);

  it('is null by every way for whoever may not read drafts', async () => {
    const answer = await app.ask(TEXT, { id });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      passage: {
        text: null,
        section: { passages: [{ text: null }] },
        report: { passages: { nodes: [{ text: null }] } },
      },
      event: { citations: [{ passage: { text: null } }] },
      node: { text: null },
      nodes: [{ text: null }],
    });
    expect(await read()).not.toContain('quokka');
    expect((await read(reader)).match(/quokka/g)).toHaveLength(6);
    expect((await read(editor)).match(/quokka/g)).toHaveLength(6);
  });

  it('finds nothing and marks nothing where it may not be quoted', async () => {
    for (const text of ['quokka', '"admired the lighthouse"', 'lighthou', 'gist quokka', 'quoka'])
      expect((await find(text)).totalCount).toBe(0);
    // What is found by its gist shows the gist alone, though the wording is there.
    const byGist = await find('gist or quokka');
    expect(byGist.totalCount).toBe(2);
    expect(JSON.stringify(byGist)).not.toMatch(/quokka|lighthouse/);
    const beneath = await app.ask(
      '{ report(slug: "report-1") { passages(filter: { text: "quokka" }) { totalCount } } }',
    );
    expect(beneath.data).toEqual({ report: { passages: { totalCount: 0 } } });
    // It leaves no word behind to be offered as the right spelling of another.
    expect(JSON.stringify((await app.ask('{ suggest(prefix: "quok") { text } }')).data)).not.toContain('quokka');
  });

  it('is everybody’s under FULL, in one series and not in another, and nobody’s again under NONE', async () => {
    expect((await set('series-1', 'FULL', admin)).data).toEqual({ setQuotePolicy: { quotePolicy: 'FULL' } });
    expect((await read()).match(/quokka/g)).toHaveLength(6);
    const found = await find('quokka');
    expect(found.totalCount).toBe(1);
    expect(found.edges[0]?.highlights).toEqual([{ field: 'text', fragment: expect.stringContaining('quokka') }]);

    await set('series-1', 'NONE', admin);
    expect(await read()).not.toContain('quokka');
    expect((await find('quokka')).totalCount).toBe(0);
  });

  it('is indexed by the policy of the series in which it stands, whenever and however that comes to hold', async () => {
    await set('series-1', 'FULL', admin);
    const { id: seriesId } = await app.client.series.findUniqueOrThrow({ where: { slug: 'series-1' } });
    const second = await app.client.report.findUniqueOrThrow({ where: { slug: 'report-2' } });
    await app.client.report.update({ where: { id: second.id }, data: { seriesId } });
    expect((await find('quokka')).totalCount).toBe(2);
    await app.client.passage.updateMany({ where: { reportId: second.id }, data: { text: 'A wombat.' } });
    expect([(await find('quokka')).totalCount, (await find('wombat')).totalCount]).toEqual([1, 1]);
    await app.client.report.update({ where: { id: second.id }, data: { seriesId: second.seriesId } });
    expect((await find('wombat')).totalCount).toBe(0);
    await app.client.passage.updateMany({ data: { text: WORDING } });
    expect((await find('quokka')).totalCount).toBe(1);
  });

  it('is opened by ADMIN alone', async () => {
    expect((await set('series-1', 'FULL')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await set('series-1', 'FULL', editor)).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      scope: 'ADMIN',
    });
    expect((await set('nowhere', 'FULL', admin)).data).toEqual({ setQuotePolicy: { code: 'UNKNOWN_SERIES' } });
    expect(await app.client.series.count({ where: { quotePolicy: 'FULL' } })).toBe(0);
  });
});
