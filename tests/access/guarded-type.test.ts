import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/context.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { ANONYMOUS } from '../../src/graphql/viewer.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

// A type that is in the middle of everything, guarded as that of a draft would be: what a module declares is read again when
// the schema is built.
const { extensions } = createSchema().getType('Actor') as { extensions: { pothosOptions?: { authScopes?: object } } };
Object.assign(extensions.pothosOptions ?? {}, { authScopes: { scope: 'READ_DRAFTS' } });
const schema = createSchema();

const REFUSED: readonly [string, string][] = [
  ['a field', '{ actor(slug: "actor-1") { name } }'],
  ['a field about nobody', '{ actor(slug: "nobody") { name } }'],
  ['a list', '{ actors { nodes { name } } }'],
  ['a count', '{ actors { totalCount } }'],
  ['its type name alone', '{ actor(slug: "actor-1") { __typename } }'],
  ['an alias', '{ x: actor(slug: "actor-1") { __typename } }'],
  ['a fragment', 'query Q { ...F } fragment F on Query { ...G } fragment G on Query { actors { totalCount } }'],
  ['an inline fragment', '{ ... on Query { ... { actors { totalCount } } } }'],
  ['a directive that lets it in', 'query Q($yes: Boolean = true) { actors @include(if: $yes) { totalCount } }'],
  ['something beside what is public', '{ events { totalCount } actors { totalCount } }'],
  ['a list of it beneath an event', '{ events { nodes { slug } } agreements { nodes { signatories { name } } } }'],
];

describe('a type that needs a scope', () => {
  let app: TestApp;
  let reader: string;
  let other: string;
  let id: string;
  beforeAll(async () => {
    app = await createTestApp({ schema });
    await createGraph(app.client, 2);
    reader = await app.createKey('READ_DRAFTS');
    other = await app.createKey('EDIT');
    const { id: key } = await app.client.actor.findUniqueOrThrow({ where: { slug: 'actor-1' } });
    id = Buffer.from(`Actor:${key}`).toString('base64');
  });
  afterAll(() => app.close());

  it.each(REFUSED)('refuses %s before anything is read', async (_, operation) => {
    const { data, errors, statements } = await app.ask(operation);
    expect([data ?? null, statements]).toEqual([null, []]);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', scope: 'READ_DRAFTS' } }]);
    expect((await app.ask(operation, {}, reader)).errors).toBeUndefined();
    expect((await app.ask(operation, {}, other)).errors).toBeUndefined();
  });

  it('is not there for node and nodes, whether the id is taken or not', async () => {
    const unknown = Buffer.from('Actor:00000000-0000-7000-8000-000000000000').toString('base64');
    const source =
      'query Q($id: ID!) { node(id: $id) { __typename id ... on Actor { name } } nodes(ids: [$id]) { id } }';
    const answers = [await app.ask(source, { id }), await app.ask(source, { id: unknown })];
    for (const answer of answers) expect(answer).toEqual({ data: { node: null, nodes: [null] }, statements: [] });
    expect((await app.ask(source, { id }, reader)).data).toMatchObject({ node: { __typename: 'Actor' } });
  });

  it('is refused where a union turns out to hold it, and nothing of it is told', async () => {
    const sources = [
      '{ event(slug: "event-1") { participations { participant { ... on Actor { name } } } } }',
      '{ event(slug: "event-1") { participations { participant { __typename } } } }',
      '{ search(text: "actor") { nodes { __typename ... on Actor { name } } } }',
    ];
    for (const source of sources) {
      const { data, errors } = await app.ask(source);
      expect(errors?.map(({ extensions: { code } }) => code)).toContain('UNAUTHENTICATED');
      expect(JSON.stringify(data ?? null)).not.toMatch(/Actor/);
      expect((await app.ask(source, {}, reader)).errors).toBeUndefined();
    }
  });

  it('is refused a second time as it is reached, should the first check ever let it through', async () => {
    for (const source of [
      '{ actor(slug: "actor-1") { __typename } }',
      '{ actors { nodes { slug } } }',
      '{ apiKeys { id } }',
    ]) {
      const contextValue = createContext(app.client, ANONYMOUS);
      const { data, errors } = await graphql({ schema, source, contextValue });
      expect([source, errors?.map(({ extensions: { code } }) => code)]).toEqual([source, ['UNAUTHENTICATED']]);
      expect(JSON.stringify(data ?? null)).not.toContain('ctor-1');
    }
  });

  it('leaves alone what does not ask for it', async () => {
    const source = `query Q($no: Boolean = false) {
      event(slug: "event-1") { title participations { role } }
      actors @include(if: $no) { totalCount }
      organisations { nodes { name } }
    }`;
    const { errors, data } = await app.ask(source);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ event: { title: 'Event 1' } });
  });

  it('is refused with a status and a challenge that HTTP knows', async () => {
    const send = (key: string | null, accept: string) =>
      app.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ query: '{ apiKeys { id } }' }),
      });
    const anonymous = await send(null, 'application/graphql-response+json');
    expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const lacking = await send(other, 'application/graphql-response+json');
    expect([lacking.status, lacking.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer error="insufficient_scope"',
    ]);
    // A client that knows GraphQL's older media type reads the code in the errors.
    expect((await send(null, 'application/json')).status).toBe(200);
  });
});
