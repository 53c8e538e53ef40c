import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EditorsDesk, FISH_BANK, FISH_BANK_SAYS } from '../modules/draft/desk.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const PAGE = fileURLToPath(new URL('../../docs/editing.md', import.meta.url));
const TEXT = readFileSync(new URL('../modules/draft/fixtures/northern-waters-2031-10.txt', import.meta.url), 'utf8');

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await createTestApp();
  const create = `mutation Create($scopes: [Scope!]!) {
    createApiKey(input: { name: "desk", scopes: $scopes }) { ... on ApiKeyCreated { secret } }
  }`;
  const { data } = await app.ask<{ createApiKey: { secret: string } }>(
    create,
    { scopes: ['EDIT', 'REVIEW', 'PUBLISH'] },
    await app.createKey('ADMIN'),
  );
  key = data.createApiKey.secret;
});
afterAll(() => app.close());

/** The page with every answer as it is given now, in the order in which they stand. */
function withAnswers(page: string, answers: readonly unknown[]): string {
  const left = [...answers];
  return page.replaceAll(/```json\n[\s\S]*?```/g, () => `\`\`\`json\n${JSON.stringify(left.shift(), null, 2)}\n\`\`\``);
}

it('walks an editor through, with the answers that there are', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const documents = [...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, document]) => document ?? '');
  const document = (operation: string) => documents.find((one) => one.includes(` ${operation}`)) ?? '';
  const ask = async (operation: string, variables: object) => {
    const { data, errors } = await app.ask(document(operation), variables, key);
    expect(errors).toBeUndefined();
    return data;
  };
  const desk = new EditorsDesk(app, key);
  const { draft: made } = await desk.ingest({ series: 'northern-waters', period: '2031-10', text: TEXT });
  const draft = made?.id ?? '';
  const open = (await desk.list(draft, { isOpen: true })).length;

  const answers: unknown[] = [await ask('Passage2', { draft })];
  await desk.add(draft, FISH_BANK, FISH_BANK_SAYS);
  const [meeting, gist, body] = [
    await desk.find(draft, 'EVENTS', /meeting-of-ingrid-solvang-and-bjarki/),
    await desk.find(draft, 'PASSAGES', '4'),
    await desk.find(draft, 'ORGANISATIONS', 'fish-bank'),
  ];
  const said = (words: string) => ({
    id: gist.id,
    version: gist.version,
    decision: 'EDIT',
    record: { ...gist.record, gist: words },
  });
  const items = [
    { id: meeting.id, version: meeting.version, decision: 'ACCEPT' },
    said('It was stated that the new pier will be finished by 2033.'),
    said('The board of the harbours expects a pier by 2033.'),
    { id: body.id, version: body.version, decision: 'REJECT', reason: 'There is no such bank.' },
    { id: gist.id, version: gist.version, decision: 'REOPEN' },
  ];
  answers.push(await ask('Decide', { items }), await ask('Decided', { suggestion: gist.id }));
  answers.push(await ask('Publish', { draft }));

  await desk.acceptAll(draft);
  answers.push(await ask('Publish', { draft }));

  const saying = await desk.find(draft, 'STATEMENTS', 'fish-bank-says');
  const { speaker: _, ...record } = saying.record;
  await desk.review({ id: saying.id, version: saying.version, decision: 'EDIT', record });
  answers.push(await ask('Publish', { draft }), await ask('Withdraw', {}));

  const expected = withAnswers(page, answers).replace(/\d+ suggestions open/, `${open} suggestions open`);
  // `UPDATE_DOCS=1 npm test -- tests/docs` writes the page; read the difference.
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, expected);
  else expect(page).toBe(expected);
});
