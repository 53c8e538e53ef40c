import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into it by the shape that it expects.
type Answer = Record<string, any>;

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await createTestApp();
  key = await app.createKey('ADMIN');
});
afterAll(() => app.close());

async function ask(document: string, variables: object = {}): Promise<Answer> {
  const { data, errors } = await app.ask<Answer>(document, variables, key);
  expect(errors).toBeUndefined();
  return data;
}

const record = (slug: string) =>
  ask(
    `mutation R($input: RecordOrganisationInput!) { recordOrganisation(input: $input) { ... on Organisation { slug } ... on Problem { message } } }`,
    { input: { slug, name: slug, kind: 'OTHER' } },
  );

const versionOf = async (slug: string) =>
  (await ask(`query V($slug: String!) { organisation(slug: $slug) { version } }`, { slug })).organisation.version;

const remove = async (slug: string, version: string) =>
  (
    await ask(
      `mutation D($input: DeleteInput!) { deleteOrganisation(input: $input) {
        ... on Deletion { slug }
        ... on StillReferredToProblem { code message referrers { type count } judgements { id slug } } } }`,
      { input: { slug, version } },
    )
  ).deleteOrganisation;

const judge = async (a: string, b: string) =>
  (
    await ask(
      `mutation J($input: JudgeIdentityInput!) { judgeIdentity(input: $input) { ... on IdentityJudgement { id } } }`,
      { input: { a: { organisation: a }, b: { organisation: b }, verdict: 'DIFFERENT' } },
    )
  ).judgeIdentity.id;

const revoke = (id: string) =>
  ask(
    `mutation U($input: RevokeJudgementInput!) { revokeJudgement(input: $input) { ... on IdentityJudgement { revokedBy } } }`,
    { input: { id } },
  );

const listJudgements = async () =>
  (await ask('{ judgements(first: 10) { nodes { id a { slug } b { slug } } } }')).judgements.nodes;

describe('the deletion of a record whose identity was judged', () => {
  it('is refused while a judgement holds, which the refusal names', async () => {
    await record('harbour-club');
    await record('harbour-clubs');
    const version = await versionOf('harbour-club');
    const id = await judge('harbour-club', 'harbour-clubs');
    expect(await remove('harbour-club', version)).toEqual({
      code: 'STILL_REFERRED_TO',
      message: expect.stringContaining(
        `The judgement ${id} holds, DIFFERENT of it and harbour-clubs: revoke that first.`,
      ),
      referrers: [{ type: 'IdentityJudgement', count: 1 }],
      judgements: [{ id, slug: 'harbour-clubs' }],
    });
    // The refused deletion has taken nothing out.
    expect(await listJudgements()).toHaveLength(1);
  });

  it('takes with it what was judged and revoked, which the change log keeps', async () => {
    const [{ id }] = await listJudgements();
    await revoke(id);
    // One that holds of another pair stays.
    await record('harbour-choir');
    const other = await judge('harbour-clubs', 'harbour-choir');
    expect(await remove('harbour-club', await versionOf('harbour-club'))).toEqual({ slug: 'harbour-club' });
    expect((await listJudgements()).map((one: Answer) => one.id)).toEqual([other]);
    const logged = await app.client.changedRow.findMany({
      where: { tableName: 'identity_judgement', rowKey: id },
      orderBy: { id: 'asc' },
    });
    expect(logged.at(-1)).toMatchObject({ before: { id, verdict: 'DIFFERENT' }, after: null });
    await revoke(other);
  });

  it('can be reverted as a whole, and brings the revoked judgement back', async () => {
    const change = await app.client.loggedChange.findFirstOrThrow({
      where: { key: 'harbour-club', kind: 'DELETED' },
    });
    const { revert } = await ask(
      `mutation B($input: RevertInput!) { revert(input: $input) { __typename ... on Problem { code message } } }`,
      {
        input: {
          changeId: Buffer.from(`LoggedChange:${change.id}`).toString('base64'),
          wholeSet: true,
          reason: 'deleted by mistake',
        },
      },
    );
    expect(revert).not.toHaveProperty('code');
    expect(await versionOf('harbour-club')).toEqual(expect.any(String));
    expect(await listJudgements()).toHaveLength(2);
  });
});
