import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk, type Reviewed } from './desk.ts';
import { SMALL } from './digests.ts';

let app: TestApp;
let key: string;
let desk: EditorsDesk;
let draftId: string;
let passage: Reviewed;

beforeAll(async () => {
  app = await createTestApp();
  key = await app.createKey('EDIT', 'REVIEW');
  desk = new EditorsDesk(app, key);
  const { draft } = await desk.ingest({ series: 'tide-watch', period: '2031-03', text: SMALL });
  draftId = draft?.id ?? '';
  passage = await desk.find(draftId, 'PASSAGES', '1');
});
afterAll(() => app.close());

const REVIEW = `mutation Review($input: ReviewSuggestionsInput!) {
  reviewSuggestions(input: $input) { results { __typename } }
}`;

const decide = (more: object = {}) => ({
  id: passage.id,
  version: passage.version,
  decision: 'ACCEPT' as const,
  ...more,
});

describe('decisions', () => {
  it('are taken as many at once as the schema says, and no more', async () => {
    const items = (count: number) => ({
      input: { items: Array.from({ length: count }, () => decide({ version: 99 })) },
    });
    const most = await app.ask<{ reviewSuggestions: { results: object[] } }>(REVIEW, items(500), key);
    expect(most.errors).toBeUndefined();
    expect(most.data.reviewSuggestions.results).toHaveLength(500);
    const more = await app.ask(REVIEW, items(501), key);
    expect(more.errors?.[0]).toMatchObject({
      message: '`items` holds 501 decisions; at most 500 are taken at once.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each([
    ['a NUL', 'seen\0twice'],
    ['half a surrogate pair', 'seen\ud800twice'],
  ])('with %s in them are refused for it', async (_, text) => {
    const reasoned = await app.ask(REVIEW, { input: { items: [decide({ reason: text })] } }, key);
    expect(reasoned.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const [edited] = await desk.review(decide({ decision: 'EDIT', record: { ...passage.record, gist: text } }));
    expect(edited?.mistakes).toEqual([
      { path: 'gist', reason: expect.stringMatching(/^holds (a NUL character|half a)/) },
    ]);
    expect((await desk.find(draftId, 'PASSAGES', '1')).version).toBe(passage.version);
  });
});
