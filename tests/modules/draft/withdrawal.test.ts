import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAllEditions, loadEdition, SEED_FOLDER } from '../../../seed/load.ts';
import { changes, readState } from '../../seed/state.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk, type Reviewed } from './desk.ts';

const REPORT = 'belarus-security-2019-09';

let app: TestApp;
let desk: EditorsDesk;

beforeAll(async () => {
  app = await createTestApp({ seed: true });
  desk = new EditorsDesk(app, await app.createKey('EDIT', 'REVIEW', 'PUBLISH'));
});
afterAll(() => app.close());

describe('an edition beside the dataset', () => {
  const TEXT = [
    'The developments within the month. On October 3, 2019 Andrei Raukou met Stanislau Zas.',
    'On October 4, 2019 Andrej Raukou visited Baku.',
  ].join('\n');

  /** The graph, row by row; drafts, keys and words that searches have met are none of it. */
  const graph = async () =>
    Object.fromEntries(
      Object.entries(await readState(app.client)).filter(
        ([table]) => !/^draft|^api_key|^search_word$|^change_log/.test(table),
      ),
    );

  it('is withdrawn without a trace', async () => {
    const before = await graph();
    const { draft: made } = await desk.ingest({ series: 'belarus-security', period: '2019-10', text: TEXT });
    const draft = made?.id ?? '';
    expect(await desk.acceptAll(draft)).toEqual([]);
    expect((await desk.find(draft, 'ACTORS', 'andrei-raukou')).state).toBe('ACCEPTED');
    expect(await desk.publish({ draft })).toMatchObject({ __typename: 'PublishedReport' });
    expect(await graph()).not.toEqual(before);
    const withdrawn = await desk.withdraw({ report: 'belarus-security-2019-10', reason: 'A test.' });
    expect(withdrawn).toMatchObject({ __typename: 'WithdrawnReport' });
    expect(await graph()).toEqual(before);
  });
});

describe('an edition of the dataset', () => {
  it('is withdrawn into a draft, and published again as it was', async () => {
    const withdrawn = await desk.withdraw({ report: REPORT, reason: 'To see whether it comes back.' });
    expect([withdrawn.__typename, withdrawn.kept]).toEqual(['WithdrawnReport', []]);
    for (const table of ['report', 'event', 'actor', 'citation', 'name', 'country', 'series', 'indicator', 'topic']) {
      const [row] = await app.client.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      expect([table, row?.count]).toEqual([table, 0]);
    }
    const draft = withdrawn.draft?.id ?? '';
    const suggestions = await desk.list(draft);
    expect(new Set(suggestions.map(({ state }) => state))).toEqual(new Set(['ACCEPTED']));

    // The files do not bring back what was taken out by hand.
    await loadAllEditions(app.client);
    expect(await app.client.report.count()).toBe(0);

    const published = await desk.publish({ draft });
    expect(published).toMatchObject({ __typename: 'PublishedReport' });
    // Its files find nothing to change.
    expect(changes(await loadEdition(app.client, join(SEED_FOLDER, REPORT)))).toEqual([]);
  });
});

describe('an edition that is withdrawn to be corrected', () => {
  it('takes another figure and another place without a word on what followed from the old ones', async () => {
    const harbour = await createTestApp();
    try {
      const editor = new EditorsDesk(harbour, await harbour.createKey('EDIT', 'REVIEW', 'PUBLISH'));
      await loadEdition(harbour.client, join('tests', 'seed', 'fixtures', 'harbour-watch-2021-05'));
      const withdrawn = await editor.withdraw({ report: 'harbour-watch-2021-05', reason: 'Two facts are wrong.' });
      const draft = withdrawn.draft?.id ?? '';
      const figure = await editor.find(draft, 'STATISTICS', '2021-05-port-calls');
      const visit = await editor.find(draft, 'EVENTS', '2021-05-10-tug-works-visit');
      const change = ({ id, version, record }: Reviewed, changes: object) =>
        ({ id, version, decision: 'EDIT', record: { ...record, ...changes } }) as const;
      const results = await editor.review(change(figure, { value: 50 }), change(visit, { place: 'pier-nine' }));
      expect(results.map(({ __typename }) => __typename)).toEqual(['ReviewedSuggestion', 'ReviewedSuggestion']);
      expect(await editor.publish({ draft })).toMatchObject({ __typename: 'PublishedReport' });
      const { data } = await harbour.ask(`{
        statistic(slug: "2021-05-port-calls") { value lower upper }
        event(slug: "2021-05-10-tug-works-visit") { place { slug } places { slug } }
      }`);
      expect(data).toEqual({
        statistic: { value: 50, lower: 50, upper: null },
        event: { place: { slug: 'pier-nine' }, places: [{ slug: 'pier-nine' }] },
      });
    } finally {
      await harbour.close();
    }
  });
});
