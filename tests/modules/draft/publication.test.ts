import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk } from './desk.ts';

const TEXT = readFileSync(new URL('fixtures/northern-waters-2031-10.txt', import.meta.url), 'utf8');
const EDITION = { series: 'northern-waters', period: '2031-10', seriesTitle: 'Northern waters' };
const REPORT = 'northern-waters-2031-10';

let app: TestApp;
let desk: EditorsDesk;
let draft: string;

beforeAll(async () => {
  app = await createTestApp();
  desk = new EditorsDesk(app, await app.createKey('EDIT', 'REVIEW', 'PUBLISH'));
});
afterAll(() => app.close());

describe('from a text to published facts, one step after another', () => {
  it('takes the text in', async () => {
    const { outcome, report, passageCount, dropped, warnings, ...ingested } = await desk.ingest({
      ...EDITION,
      text: TEXT,
    });
    draft = ingested.draft?.id ?? '';
    expect({ outcome, report, passageCount, dropped }).toEqual({
      outcome: 'CREATED',
      report: REPORT,
      passageCount: 14,
      dropped: 0,
    });
    expect(warnings).toEqual([{ code: 'IMPOSSIBLE_DATE', passage: '9' }]);
    expect(ingested.draft?.title).toBe('Northern waters, October 2031');
    const keys = (await desk.list(draft, { nouns: ['EVENTS'] })).map(({ key }) => key);
    expect(keys).toContain('2031-10-08-meeting-of-ingrid-solvang-and-bjarki-thorsson');
  });

  it('accepts what holds', async () => {
    const refused = await desk.acceptAll(draft);
    console.log(JSON.stringify(refused, null, 1));
    const published = await desk.publish({ draft });
    console.log(JSON.stringify(published, null, 1));
  });
});
