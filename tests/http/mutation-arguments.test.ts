import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

const TOPIC = `recordTopic(input: { slug: "harbours", name: "Harbours", kind: SUBJECT })`;
const recordTopic = (selection: string) => `mutation { ${TOPIC} { __typename ... on Topic { ${selection} } } }`;

const TOO_MANY = '`first` must lie between 0 and 100; it is 101. Fetch further pages with cursors.';
const NO_CURSOR = /^`(after|before)` is no cursor of this list in this order\./;

/** What the database holds that a mutation here might have written. */
const written = async ({ client }: TestApp) => [await client.topic.count(), await client.changeSet.count()];

describe('the page of a list in the answer of a mutation', () => {
  let app: TestApp;
  let key: string;
  let before: number[];
  beforeAll(async () => {
    app = await createTestApp();
    key = await app.createKey('EDIT', 'PUBLISH', 'READ_DRAFTS');
    before = await written(app);
  });
  afterAll(() => app.close());

  it.each([
    ['too large', 'events(first: 101) { totalCount }', TOO_MANY],
    ['negative', 'history(first: -1) { totalCount }', /^`first` must lie between 0 and 100; it is -1\./],
    ['from both ends', 'events(first: 1, last: 1) { totalCount }', 'Pass either `first` or `last`, not both.'],
    ['after no cursor', 'events(after: "nowhere") { nodes { slug } }', NO_CURSOR],
    ['before no cursor', 'history(last: 1, before: "nowhere") { nodes { id } }', NO_CURSOR],
    [
      'too large, deep beneath',
      'events { nodes { citations { passage { report { events(first: 101) { totalCount } } } } } }',
      TOO_MANY,
    ],
    [
      'too large, of rows that are worked out',
      'events(first: 1) { nodes { participations { participant { ... on Actor { counterparts(first: 101) { totalCount } } } } } }',
      TOO_MANY,
    ],
    ['too large, in a fragment', '... { ... on Topic { events(first: 101) { totalCount } } }', TOO_MANY],
  ])('is refused before anything is written when it is %s', async (_, selection, message) => {
    const { data, errors, statements } = await app.ask(recordTopic(selection), {}, key);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toMatch(message);
    expect(data ?? null).toBeNull();
    expect(statements.filter((sql) => /^\s*(insert|update|delete)/i.test(sql) && !/api_key/.test(sql))).toEqual([]);
    expect(await written(app)).toEqual(before);
  });

  it('is read with the variables and their defaults, in fragments too', async () => {
    const source = (declared: string) =>
      `mutation(${declared}) { ${TOPIC} { ...Recorded } } fragment Recorded on Topic { events(first: $n) { totalCount } }`;
    for (const [declared, variables] of [
      ['$n: Int', { n: 101 }],
      ['$n: Int = 101', {}],
    ] as const) {
      const { errors } = await app.ask(source(declared), variables, key);
      expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
        [TOO_MANY, 'BAD_USER_INPUT'],
      ]);
      expect(await written(app)).toEqual(before);
    }
  });

  it('is refused for its filter, too', async () => {
    const { errors } = await app.ask(
      `mutation { ingestReport(input: { series: "tide-watch", period: "2031-03", text: "A paragraph." }) {
        ... on IngestedReport { draft { suggestions(filter: { drafts: ["nothing"] }) { totalCount } } } } }`,
      {},
      key,
    );
    expect(errors?.[0]).toMatchObject({
      message: 'That is no id of this API. Pass an `id` as it came in an answer.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(await app.client.draft.count()).toBe(0);
    expect(await written(app)).toEqual(before);
  });

  it('is refused in any of several mutations, and none of them is done', async () => {
    const { errors } = await app.ask(
      `mutation { one: ${TOPIC} { __typename }
        two: deleteTopic(input: { slug: "none", version: "" }) { __typename }
        three: recordTopic(input: { slug: "piers", name: "Piers", kind: SUBJECT }) { ... on Topic { events(first: 101) { totalCount } } } }`,
      {},
      key,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(await written(app)).toEqual(before);
  });

  it('is not looked at where a directive leaves it out', async () => {
    const { errors } = await app.ask(
      `mutation($no: Boolean = false) { ${TOPIC} { ... on Topic {
        slug
        events(first: 101) @include(if: $no) { totalCount }
        ... @skip(if: true) { events(first: 101) { totalCount } }
        history(first: 100) { totalCount }
      } } }`,
      {},
      key,
    );
    expect(errors).toBeUndefined();
    expect((await written(app))[0]).toBe(1);
  });

  it('is looked at in the operation that runs, whose refusal has the status of a bad request', async () => {
    const query = `mutation Good { deleteTopic(input: { slug: "none", version: "" }) { __typename } }
      mutation Bad ${recordTopic('events(first: 101) { totalCount }').slice('mutation '.length)}`;
    const send = (operationName: string) =>
      app.fetch('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          authorization: `Bearer ${key}`,
        },
        body: JSON.stringify({ query, operationName }),
      });
    expect((await (await send('Good')).json()).errors).toBeUndefined();
    const refused = await send('Bad');
    expect(refused.status).toBe(400);
    expect((await refused.json()).errors).toMatchObject([{ message: TOO_MANY, locations: [{}] }]);
  });

  it('is an error with its place in a query, whose other fields are answered', async () => {
    const { data, errors } = await app.ask(
      '{ topics { slug } topic(slug: "harbours") { events(first: 101) { totalCount } } }',
    );
    expect(data.topics).toEqual([{ slug: 'harbours' }]);
    expect(errors).toMatchObject([
      { message: TOO_MANY, path: ['topic', 'events'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
