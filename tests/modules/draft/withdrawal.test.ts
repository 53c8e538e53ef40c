import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAllEditions, loadEdition, SEED_FOLDER } from '../../../seed/load.ts';
import { changes } from '../../seed/state.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk } from './desk.ts';

const REPORT = 'belarus-security-2019-09';

let app: TestApp;
let desk: EditorsDesk;

beforeAll(async () => {
  app = await createTestApp({ seed: true });
  desk = new EditorsDesk(app, await app.createKey('EDIT', 'REVIEW', 'PUBLISH'));
});
afterAll(() => app.close());

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
