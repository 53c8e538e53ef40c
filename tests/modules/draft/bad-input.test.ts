import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk } from './desk.ts';
import { SMALL } from './digests.ts';

let app: TestApp;
let desk: EditorsDesk;

beforeAll(async () => {
  app = await createTestApp();
  desk = new EditorsDesk(app, await app.createKey('EDIT'));
});
afterAll(() => app.close());

const EDITION = { series: 'tide-watch', period: '2031-03' };

describe('a text that cannot be taken in', () => {
  it.each([
    ['nothing', '', 'EMPTY_TEXT'],
    ['white space', ' \n\t\r\n \u00a0', 'EMPTY_TEXT'],
    ['a page without an article', '<html><body><nav>Home</nav></body></html>', 'EMPTY_TEXT'],
    ['what is no text', 'PNG\u0000\u0000\u0001\u0002', 'BINARY_FILE'],
  ])('is refused when it is %s, and nothing is written', async (_, text, code) => {
    expect((await desk.ingest({ ...EDITION, text })).code).toBe(code);
    expect(await app.client.draft.count()).toBe(0);
  });

  it.each([
    [{ series: 'Tide Watch' }, 'INVALID_SERIES'],
    [{ period: '2031' }, 'INVALID_PERIOD'],
    [{ period: '2031-00' }, 'INVALID_PERIOD'],
    [{ language: 'no language' }, 'INVALID_LANGUAGE'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'INVALID_SOURCE_URL'],
    [{ title: '  ' }, 'INVALID_TITLE'],
  ])('is refused with %o, and nothing is written', async (wrong, code) => {
    expect((await desk.ingest({ ...EDITION, text: SMALL, ...wrong })).code).toBe(code);
    expect(await app.client.draft.count()).toBe(0);
  });

  it('is refused before it is read when the request is larger than the server takes', async () => {
    const { errors } = await app.ask(
      'mutation Ingest($input: IngestReportInput!) { ingestReport(input: $input) { __typename } }',
      { input: { ...EDITION, text: 'word '.repeat(100_000) } },
      await app.createKey('EDIT'),
    );
    expect(errors?.[0]?.extensions.code).toBe('REQUEST_ENTITY_TOO_LARGE');
    expect(await app.client.draft.count()).toBe(0);
  });

  it('is refused to whoever may not edit', async () => {
    for (const key of [undefined, await app.createKey('READ_DRAFTS'), await app.createKey('REVIEW')]) {
      const { errors } = await app.ask(
        'mutation Ingest($input: IngestReportInput!) { ingestReport(input: $input) { __typename } }',
        { input: { ...EDITION, text: SMALL } },
        key,
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: key ? 'FORBIDDEN' : 'UNAUTHENTICATED', scope: 'EDIT' });
    }
    expect(await app.client.draft.count()).toBe(0);
  });
});

describe('a text that is only odd', () => {
  it.each([
    ['no headings', '2031-04', 'Just a paragraph.\nAnd another one.', 'NO_HEADINGS', null],
    ['a bullet before any paragraph', '2031-05', '— A bullet.\nA paragraph.', 'BULLET_OUTSIDE_PARAGRAPH', '1'],
    ['mixed line ends', '2031-06', 'One.\r\nTwo.\nThree.', 'MIXED_LINE_ENDINGS', null],
    [
      'impossible dates alone',
      '2031-07',
      'On July 40, 2031 they met.\nOn June 31, 2031 they met.',
      'IMPOSSIBLE_DATE',
      '2',
    ],
  ])('has a warning with the passage: %s', async (_, period, text, code, passage) => {
    const ingested = await desk.ingest({ ...EDITION, period, text });
    expect(ingested.outcome).toBe('CREATED');
    expect(ingested.warnings).toContainEqual({ code, passage });
    const { data } = await app.ask<{ draft: { warnings: object[] } }>(
      'query Warnings($draft: ID!) { draft(id: $draft) { warnings { code passage } } }',
      { draft: ingested.draft?.id },
      await app.createKey('READ_DRAFTS'),
    );
    expect(data.draft.warnings).toContainEqual({ code, passage });
  });
});
