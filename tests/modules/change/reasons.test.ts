import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';

const idOf = (model: string) => Buffer.from(`${model}:01900000-0000-7000-8000-000000000000`).toString('base64');

/** Every mutation that takes a reason, with an input that is refused for it before anything else. */
const TAKING: readonly (readonly [string, string, object])[] = [
  ['recordTopic', 'RecordTopicInput', { slug: 'harbours', name: 'Harbours', kind: 'SUBJECT' }],
  ['updateTopic', 'UpdateTopicInput', { slug: 'harbours', version: '' }],
  ['deleteTopic', 'DeleteInput', { slug: 'harbours', version: '' }],
  ['judgeIdentity', 'JudgeIdentityInput', { a: { actor: 'one' }, b: { actor: 'two' }, verdict: 'SAME' }],
  ['revokeJudgement', 'RevokeJudgementInput', { id: idOf('Judgement') }],
  ['setQuotePolicy', 'SetQuotePolicyInput', { series: 'tide-watch', policy: 'FULL' }],
  ['reviewSuggestions', 'ReviewSuggestionsInput', { items: [] }],
  ['publishReport', 'PublishReportInput', { draft: idOf('Draft') }],
  ['withdrawReport', 'WithdrawReportInput', { report: 'tide-watch-2031-03' }],
  ['revert', 'RevertInput', { changeId: idOf('LoggedChange') }],
  ['revokeApiKey', 'RevokeApiKeyInput', { key: 'desk' }],
];

const LONGEST = 'r'.repeat(2000);
const REFUSAL = {
  message: '`reason` has 2001 characters; at most 2000 are kept. Say it in fewer.',
  extensions: { code: 'BAD_USER_INPUT' },
};

describe('a reason', () => {
  let app: TestApp;
  let key: string;
  beforeAll(async () => {
    app = await createTestApp();
    key = await app.createKey('ADMIN', 'EDIT', 'PUBLISH', 'READ_DRAFTS', 'REVIEW');
  });
  afterAll(() => app.close());

  const ask = (field: string, type: string, input: object) =>
    app.ask(`mutation Give($input: ${type}!) { ${field}(input: $input) { __typename } }`, { input }, key);

  it.each(TAKING)('of %s that is too long is refused, and nothing is written', async (field, type, input) => {
    const before = await app.client.changeSet.count();
    const { errors } = await ask(field, type, { ...input, reason: `${LONGEST}r` });
    expect(errors).toMatchObject([REFUSAL]);
    expect(await app.client.changeSet.count()).toBe(before);
    expect((await ask(field, type, { ...input, reason: LONGEST })).errors).toBeUndefined();
  });

  it.each([
    ['reviewSuggestions', 'ReviewSuggestionsInput', { id: idOf('DraftSuggestion'), version: 1, decision: 'ACCEPT' }],
    ['addSuggestions', 'AddSuggestionsInput', { noun: 'STATEMENTS', passage: '1', record: {} }],
  ])('of one item of %s is no longer', async (field, type, item) => {
    const more = field === 'addSuggestions' ? { draft: idOf('Draft') } : {};
    const input = (reason: string) => ({ ...more, items: [item, { ...item, reason }] });
    expect((await ask(field, type, input(`${LONGEST}r`))).errors).toMatchObject([REFUSAL]);
    expect((await ask(field, type, input(LONGEST))).errors).toBeUndefined();
  });

  it('is taken by every mutation that says so, and all of them are tried here', async () => {
    const { data } = await app.ask<{ __schema: { types: { name: string; inputFields: { name: string }[] | null }[] } }>(
      '{ __schema { types { name inputFields { name } } } }',
    );
    const { types } = data.__schema;
    const taking = types.filter(({ inputFields }) => inputFields?.some(({ name }) => name === 'reason'));
    // All nouns share what happens in corrections (define-corrections.graphql.ts).
    const corrections = /^(Record|Update)(?!Topic)\w+Input$/;
    const items = ['ReviewItem', 'SuggestionItem'];
    expect(
      taking
        .map(({ name }) => name)
        .filter((name) => !corrections.test(name))
        .sort(),
    ).toEqual([...new Set(TAKING.map(([, type]) => type)), ...items].sort());
  });
});
