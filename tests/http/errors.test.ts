import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const get = (search: string) =>
  [`/graphql?${search}`, { headers: { accept: 'application/graphql-response+json' } }] as const;
const post = (body: unknown) => ['/graphql', json(body)] as const;
const FILTERED = 'query($filter: EventFilter) { events(filter: $filter) { totalCount } }';
const nestedFilter = (depth: number): object =>
  Array.from({ length: depth }).reduce<object>((not) => ({ not }), { isKeyEvent: true });
const nested = (depth: number) => `{ ${'a { '.repeat(depth)} b ${'} '.repeat(depth)} }`;

// What must not stand in any answer: a stack, a path of the server, SQL, or the name of a library's error.
const LEAK = /node_modules|\.ts:\d|file:\/\/|\bat .+\(|select |prisma|originalError|stack/i;

describe('a bad request', () => {
  let app: TestApp;
  const log: string[] = [];
  beforeAll(async () => {
    app = await createTestApp({ log });
  });
  afterAll(() => app.close());

  it.each([
    ['no GraphQL', post({ query: '{ events( }' }), 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', post({ query: '{ nothing }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong literal', post({ query: '{ events(first: "x") { totalCount } }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a wrong variable',
      post({ query: 'query($n: Int) { events(first: $n) { totalCount } }', variables: { n: 'x' } }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a day that is none',
      post({
        query: 'query($d: LocalDate) { events(filter: { dates: { from: $d } }) { totalCount } }',
        variables: { d: '2019-02-30' },
      }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a day of the year 0, which PostgreSQL has not',
      post({
        query: 'query($d: LocalDate) { events(filter: { dates: { from: $d } }) { totalCount } }',
        variables: { d: '0000-01-01' },
      }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a country code that is none',
      post({ query: 'query($c: CountryCode!) { country(code: $c) { name } }', variables: { c: 'XX1' } }),
      400,
      'BAD_USER_INPUT',
    ],
    ['a missing variable', post({ query: 'query($s: String!) { actor(slug: $s) { name } }' }), 400, 'BAD_USER_INPUT'],
    [
      'an unknown enum value',
      post({
        query: 'query($k: [EventKind!]) { events(filter: { kinds: $k }) { totalCount } }',
        variables: { k: ['PARTY'] },
      }),
      400,
      'BAD_USER_INPUT',
    ],
    ['a malformed id', post({ query: '{ node(id: "x") { id } }' }), 200, 'BAD_USER_INPUT'],
    ['a page above the limit', post({ query: '{ events(first: 101) { totalCount } }' }), 200, 'BAD_USER_INPUT'],
    [
      'a NUL in a slug of a filter',
      post({
        query: 'query($t: String!) { events(filter: { actors: [$t] }) { totalCount } }',
        variables: { t: 'a\0b' },
      }),
      200,
      'BAD_USER_INPUT',
    ],
    [
      'a NUL in a slug',
      post({ query: 'query($t: String!) { actor(slug: $t) { name } }', variables: { t: 'a\0b' } }),
      200,
      'BAD_USER_INPUT',
    ],
    [
      'several operations and no name',
      post({ query: 'query A { __typename } query B { __typename }' }),
      400,
      'BAD_REQUEST',
    ],
    ['a name of no operation', post({ query: 'query A { __typename }', operationName: 'B' }), 400, 'BAD_REQUEST'],
    ['a body that is no JSON', post('{"query": '), 400, 'BAD_REQUEST'],
    ['an empty body', post(''), 400, 'BAD_REQUEST'],
    ['no query', post({ variables: {} }), 400, 'BAD_REQUEST'],
    ['a batch', post([{ query: '{ __typename }' }]), 400, 'BAD_REQUEST'],
    ['variables by GET that are no JSON', get('query={__typename}&variables=x'), 400, 'BAD_REQUEST'],
    ['a mutation by GET', get('query=mutation{x}'), 405, 'BAD_REQUEST'],
    ['another method', ['/graphql', { method: 'DELETE' }] as const, 405, 'BAD_REQUEST'],
    [
      'a body of another type',
      ['/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }] as const,
      415,
      'BAD_REQUEST',
    ],
    [
      'a body above the limit',
      post({ query: `{ __typename } #${'x'.repeat(262_144)}` }),
      413,
      'REQUEST_ENTITY_TOO_LARGE',
    ],
    ['a nest without end', post({ query: nested(20_000) }), 400, 'QUERY_TOO_COMPLEX'],
    [
      'a filter without end',
      post({ query: FILTERED, variables: { filter: nestedFilter(3000) } }),
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a type that we do not answer in',
      ['/graphql?query={__typename}', { headers: { accept: 'application/xml' } }] as const,
      406,
      'BAD_REQUEST',
    ],
    ['another path', ['/nowhere', {}] as const, 404, 'NOT_FOUND'],
  ])('gets a code, and nothing of our inside: %s', async (_what, [path, init], status, code) => {
    const response = await app.fetch(path, init);
    const text = await response.text();
    expect([response.status, text && JSON.parse(text).errors?.[0]?.extensions?.code]).toEqual([status, code]);
    expect(text).not.toMatch(LEAK);
  });

  it('is told where it is wrong, also for a day of the year 0', async () => {
    const { errors } = await (
      await app.fetch(...post({ query: '{ events(filter: { dates: { from: "0000-01-01" } }) { totalCount } }' }))
    ).json();
    expect(errors).toMatchObject([
      { locations: [{ line: 1, column: 35 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('keeps a fault to itself, and logs it whole under the id that it tells', async () => {
    await app.client.$executeRawUnsafe('alter table "place" rename to "place_away"');
    try {
      await app.client.event.create({
        data: {
          slug: 'e',
          kind: 'OTHER',
          title: 'E',
          summary: 'E',
          datePrecision: 'UNKNOWN',
          modality: 'HELD',
          isKeyEvent: false,
        },
      });
      log.length = 0;
      const failed = await app.fetch(...post({ query: '{ events { nodes { slug places { name } } } }' }));
      const text = await failed.text();
      const [error] = JSON.parse(text).errors;
      expect(error.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        requestId: failed.headers.get('x-request-id'),
      });
      expect(text).not.toMatch(LEAK);
      const line = log.map((entry) => JSON.parse(entry)).find(({ err }) => err);
      expect(line).toMatchObject({ requestId: error.extensions.requestId, level: 50 });
      expect(JSON.stringify(line.err)).toMatch(/place/);
    } finally {
      await app.client.$executeRawUnsafe('alter table "place_away" rename to "place"');
    }
  });
});
