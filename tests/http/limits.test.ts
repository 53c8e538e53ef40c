import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { writeAs } from '../../src/database/transaction.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const { maxAliases, maxCost, maxDepth, maxDirectives, maxFilterDepth, maxFilters, maxTokens } = readConfig({});

const nest = (depth: number) => `${'parent { '.repeat(depth - 3)} slug ${'} '.repeat(depth - 3)}`;
const deep = (depth: number) => `{ events(first: 1) { nodes { ${nest(depth)} } } }`;
const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, n) => `a${n}: __typename`).join(' ')} }`;
const directives = (count: number) => `{ __typename ${'@include(if: true) '.repeat(count)} }`;
// All but the slugs are sixteen tokens.
const tokens = (count: number) => `{ events(filter: { actors: [${'"a" '.repeat(count - 16)}] }) { totalCount } }`;
/** `deepest` of the given depth, and as wide as asked, in every way in which filters nest. */
const filter = (depth: number): string =>
  depth === 1 ? '{ isKeyEvent: true }' : `{ ${nestings[depth % 3]?.(filter(depth - 1))} }`;
const nestings = [(f: string) => `and: [${f}]`, (f: string) => `or: [${f}]`, (f: string) => `not: ${f}`];
const deepFilter = (depth: number) =>
  `{ events(first: 1, filter: ${filter(depth)}) { nodes { slug parts { slug } } } }`;
const filters = (count: number) => `{ events(filter: { or: [${'{isPart:true}'.repeat(count - 1)}] }) { totalCount } }`;
const pages = (first: number) => `{
  actors(first: ${first}) { nodes { events(first: ${first}) { nodes { citations { passage { events: report { events(first: ${first}) { nodes { slug } } } } } } } } }
}`;

describe('a limit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it.each([
    ['depth', maxDepth, deep(maxDepth), deep(maxDepth + 1)],
    ['aliases', maxAliases, aliases(maxAliases), aliases(maxAliases + 1)],
    ['tokens', maxTokens, tokens(maxTokens), tokens(maxTokens + 1)],
    ['cost', maxCost, pages(5), pages(100)],
    ['filterDepth', maxFilterDepth, deepFilter(maxFilterDepth), deepFilter(maxFilterDepth + 1)],
    ['filters', maxFilters, filters(maxFilters), filters(maxFilters + 1)],
  ])('on %s lets %i pass, and refuses more with what it needs to be mended', async (limited, limit, within, beyond) => {
    expect((await app.ask(within)).errors).toBeUndefined();
    const { data, errors, statements } = await app.ask(beyond);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limited, limit });
    expect(statements).toEqual([]);
  });

  it('on directives refuses more than %i', async () => {
    const { errors } = await app.ask(directives(maxDirectives + 1));
    expect(errors?.map(({ extensions }) => extensions.limited)).toContain('directives');
  });

  it('counts what fragments multiply', async () => {
    const bomb = `query { events(first: 1) { nodes { ...A } } }
      fragment A on Event { a: parts { ...B } b: parts { ...B } } fragment B on Event { a: parts { ...C } b: parts { ...C } }
      fragment C on Event { a: parts { ...D } b: parts { ...D } } fragment D on Event { a: parts { ...E } b: parts { ...E } }
      fragment E on Event { a: parts { slug } b: parts { slug } }`;
    expect((await app.ask(bomb)).errors?.[0]?.extensions).toMatchObject({ limited: 'cost' });
  });

  it('costs an operation by its variables, also when the document has been seen before', async () => {
    const source = `query Pages($n: Int!) ${pages(7).replaceAll('first: 7', 'first: $n')}`;
    expect((await app.ask(source, { n: 5 })).errors).toBeUndefined();
    expect((await app.ask(source, { n: 100 })).errors?.[0]?.extensions.limited).toBe('cost');
  });

  it('counts a filter that comes as a variable as often as it is used', async () => {
    const source = (uses: number) =>
      `query($f: EventFilter) { ${Array.from({ length: uses }, (_, n) => `a${n}: events(filter: $f) { totalCount }`).join(' ')} }`;
    const f = { or: Array.from({ length: 59 }, () => ({ isPart: true })) };
    expect((await app.ask(source(3), { f })).errors).toBeUndefined();
    expect((await app.ask(source(4), { f })).errors?.[0]?.extensions).toMatchObject({
      limited: 'filters',
      actual: 240,
    });
  });

  it('says in a sentence what is too much', async () => {
    expect((await app.ask(deep(maxDepth + 1))).errors?.[0]?.message).toBe(
      `The operation nests fields ${maxDepth + 1} deep; at most ${maxDepth} are answered. Ask for less at once.`,
    );
  });

  it('looks at the operation that runs, not at the first one', async () => {
    const body = JSON.stringify({ query: `query A { __typename } query B ${pages(100)}`, operationName: 'B' });
    const response = await app.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect((await response.json()).errors[0].extensions.limited).toBe('cost');
  });

  it('on time gives a request up, and says so', async () => {
    const hasty = await createTestApp({ config: { requestTimeoutMs: 1 } });
    const { data, errors } = await hasty.ask(
      '{ events { nodes { slug } } network { isCut } statisticChecks { totalCount } }',
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['TIMEOUT']);
    expect(data ?? null).toBeNull();
    await hasty.close();
  });

  it('on time gives up what a request would write, too', async () => {
    const hasty = await createTestApp({ config: { requestTimeoutMs: 400 } });
    const key = await hasty.createKey('EDIT', 'PUBLISH');
    const record = `mutation { recordTopic(input: { slug: "late", name: "Late", kind: SUBJECT }) { __typename } }`;
    const ingest = `mutation { ingestReport(input: { series: "late", period: "2031-03", text: "A paragraph." }) { __typename } }`;
    // The first request of all takes its time.
    await hasty.ask('mutation { deleteTopic(input: { slug: "none", version: "" }) { __typename } }', {}, key);
    for (const document of [record, ingest]) {
      let answer: ReturnType<TestApp['ask']> | undefined;
      await writeAs(hasty.client, { by: 'tests', reason: null }, async () => {
        answer = hasty.ask(document, {}, key);
        expect((await answer).errors?.[0]?.extensions.code).toBe('TIMEOUT');
      });
    }
    // Whoever writes next has waited for those who came before.
    await writeAs(hasty.client, { by: 'tests', reason: null }, (db) => db.country.count());
    expect([await hasty.client.topic.count(), await hasty.client.draft.count()]).toEqual([0, 0]);
    await hasty.close();
  });

  it('takes the lists at the root that have no pages for long ones', async () => {
    const { errors, statements } = await app.ask(
      '{ countries { counterparts(first: 50) { nodes { offices { title actor { name } } meetings { nodes { title } } } } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ limited: 'cost' });
    expect(statements).toEqual([]);
  });

  it('lets the standard introspection query pass', async () => {
    expect(
      (await app.ask(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }))).errors,
    ).toBeUndefined();
  });

  it('on introspection gives away neither the schema nor hints at its names', async () => {
    const closed = await createTestApp({ config: { introspection: false } });
    expect((await closed.ask('{ __schema { types { name } } }')).errors?.[0]?.extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await closed.ask('{ actorz { totalCount } }')).errors?.[0]?.message).not.toMatch(/actors/);
    expect((await app.ask('{ actorz { totalCount } }')).errors?.[0]?.message).toMatch(/actors/);
    await closed.close();
  });
});
