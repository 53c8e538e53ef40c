import { type GraphQLObjectType, getNamedType, isAbstractType, isCompositeType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { createGraph } from '../../support/graph.ts';

const schema = createSchema();
const nodeTypes = schema.getPossibleTypes(schema.getType('Node') as never) as readonly GraphQLObjectType[];

/** Everything of a type that can be asked without arguments, `depth` relations deep. */
function selectionFor(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return [field.name];
    if (depth === 0) return [];
    if (isAbstractType(named)) return [`${field.name} { __typename }`];
    return [
      `${field.name} ${selectionFor(named as GraphQLObjectType, depth - (named.name.endsWith('Connection') ? 0 : 1))}`,
    ];
  });
  return fields.length === 0
    ? '{ __typename }'
    : `{ ${[...new Set(fields)].filter((name) => !/^(edges|pageInfo) /.test(name)).join(' ')} }`;
}

describe('an answer as of an instant', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      config: { maxCost: Number.MAX_SAFE_INTEGER, maxDepth: 100, maxTokens: 100_000, maxAliases: 1000 },
    });
    await createGraph(app.client, 2);
  });
  afterAll(() => app.close());

  const lastInstant = async () => {
    const { at } = await app.client.changeSet.findFirstOrThrow({ orderBy: { id: 'desc' } });
    return at.toISOString();
  };

  it('is what was answered then, for every field of every node, when all of it is gone', async () => {
    const asked: { source: string; id: string; answer: unknown }[] = [];
    for (const type of nodeTypes) {
      const delegates = app.client as unknown as Record<
        string,
        { findFirst(args: object): Promise<{ id: string } | null> }
      >;
      const row = await delegates[type.name[0]?.toLowerCase() + type.name.slice(1)]?.findFirst({
        orderBy: { id: 'asc' },
      });
      // Keys and drafts are no facts: the graph has none.
      if (!row) continue;
      const id = Buffer.from(`${type.name}:${row.id}`).toString('base64');
      const source = `query Node($id: ID!, $asOf: DateTime) { node(id: $id, asOf: $asOf) { ... on ${type.name} ${selectionFor(type, 2)} } }`;
      const { data, errors } = await app.ask(source, { id });
      expect(errors).toBeUndefined();
      asked.push({ source, id, answer: data });
    }
    expect(asked.length).toBeGreaterThanOrEqual(20);
    const asOf = await lastInstant();
    await app.client.passage.updateMany({ data: { gist: 'Another gist.' } });
    await app.client.$executeRaw`update actor set slug = slug || '-renamed', name = 'Somebody'`;
    await app.client.$executeRaw`truncate country, topic, series, indicator, agreement cascade`;
    for (const { source, id, answer } of asked) {
      const now = await app.ask(source, { id });
      if (!source.includes('on LoggedChange')) expect(now.data).toEqual({ node: null });
      const past = await app.ask(source, { id, asOf });
      expect(past.errors).toBeUndefined();
      expect(past.data, source.slice(0, 80)).toEqual(answer);
    }
  });
});

describe('asOf', () => {
  let app: TestApp;
  /** Before anything was written, after the graph, and after the second title. */
  let instants: readonly [string, string, string];

  beforeAll(async () => {
    app = await createTestApp();
    const before = new Date(Date.now() - 60_000).toISOString();
    await createGraph(app.client, 1);
    const at = async () => (await app.client.changeSet.findFirstOrThrow({ orderBy: { id: 'desc' } })).at.toISOString();
    const created = await at();
    await app.client.event.update({ where: { slug: 'event-1' }, data: { title: 'Second title' } });
    instants = [before, created, await at()];
    await app.client.event.update({ where: { slug: 'event-1' }, data: { title: 'Third title' } });
    await app.client.participation.deleteMany({ where: { event: { slug: 'event-1' } } });
  });
  afterAll(() => app.close());

  const QUERY = `query Event($asOf: DateTime) {
    event(slug: "event-1", asOf: $asOf) { title participations { role } history { totalCount } }
  }`;

  it('tells each state that there was, and null before there was one', async () => {
    const answers = await Promise.all([...instants, null].map((asOf) => app.ask(QUERY, { asOf })));
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
    expect(answers.map(({ data }) => data.event)).toMatchObject([
      null,
      { title: 'Event 1', history: { totalCount: 1 } },
      { title: 'Second title', history: { totalCount: 2 } },
      { title: 'Third title', participations: [], history: { totalCount: 4 } },
    ]);
    expect((answers[2]?.data.event as { participations: unknown[] } | undefined)?.participations).toHaveLength(6);
  });

  it('is taken by every field that finds one thing', async () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    const ofOneThing = fields.filter(({ args }) => args.some(({ name }) => name === 'slug' || name === 'code'));
    expect(ofOneThing.length).toBeGreaterThanOrEqual(14);
    const without = ofOneThing.filter(({ args }) => !args.some(({ name }) => name === 'asOf'));
    expect(without.map(({ name }) => name)).toEqual([]);
    const source = `query Ones($asOf: DateTime) {
      statement(slug: "statement-1", asOf: $asOf) { slug }
      assessment(slug: "assessment-1", asOf: $asOf) { slug }
      place(slug: "place-1", asOf: $asOf) { slug }
    }`;
    expect((await app.ask(source, { asOf: instants[0] })).data).toEqual({
      statement: null,
      assessment: null,
      place: null,
    });
    expect((await app.ask(source, { asOf: instants[1] })).data).toEqual({
      statement: { slug: 'statement-1' },
      assessment: { slug: 'assessment-1' },
      place: { slug: 'place-1' },
    });
  });

  it('leaves the present and its cost as they are', async () => {
    const { statements } = await app.ask(QUERY, { asOf: null });
    await app.ask(QUERY, { asOf: instants[1] });
    const again = await app.ask(QUERY, { asOf: null });
    expect(again.statements).toEqual(statements);
    expect((await app.ask('{ actors { totalCount } }')).data).toEqual({ actors: { totalCount: 2 } });
  });

  it('answers many at once, though the embedded database has one session', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => app.ask(QUERY, { asOf: instants[1 + (index % 2)] })),
    );
    expect(answers.map(({ data }) => (data.event as { title: string }).title)).toEqual(
      answers.map((_, index) => (index % 2 === 0 ? 'Event 1' : 'Second title')),
    );
  });

  it('serves lists with their filters, orders, cursors and counts', async () => {
    const source = `query Lists($asOf: DateTime) {
      actor(slug: "actor-1", asOf: $asOf) {
        events(filter: { kinds: [MEETING], dates: { from: "2019-09-01" }, not: { modalities: [PLANNED] } }, first: 1) {
          totalCount nodes { title kind } pageInfo { hasNextPage }
        }
      }
    }`;
    const { data, errors } = await app.ask(source, { asOf: instants[2] });
    expect(errors).toBeUndefined();
    expect(data.actor).toMatchObject({ events: { totalCount: 3, pageInfo: { hasNextPage: true } } });
  });

  it('is found in fragments, literals and fields that are left out', async () => {
    const source = `query Then($no: Boolean = false) {
      ...Root
      events @include(if: $no) { totalCount }
      __typename
    }
    fragment Root on Query { ... { event(slug: "event-1", asOf: "${instants[2]}") { title } } }`;
    const { data, errors } = await app.ask(source);
    expect(errors).toBeUndefined();
    expect(data.event).toEqual({ title: 'Second title' });
  });

  const refused = async (source: string, variables = {}) => {
    const { data, errors } = await app.ask(source, variables);
    expect(data?.event ?? null).toBeNull();
    return errors?.map(({ message, extensions }) => `${extensions.code} ${message.slice(0, 50)}`);
  };

  it('is refused where fields differ in it', async () => {
    const message = ['BAD_USER_INPUT All fields of an operation are answered as of one '];
    expect(
      await refused(`{ a: event(slug: "event-1", asOf: "${instants[1]}") { title } event(slug: "event-1") { title } }`),
    ).toEqual(message);
    expect(await refused(`{ event(slug: "event-1", asOf: "${instants[1]}") { title } events { totalCount } }`)).toEqual(
      message,
    );
  });

  it('is refused in the future, and what is no instant is', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await refused(QUERY, { asOf: tomorrow })).toEqual([
      'BAD_USER_INPUT `asOf` lies in the future, of which nothing is kno',
    ]);
    expect(await refused(QUERY, { asOf: 'yesterday' })).toEqual([
      expect.stringMatching(/^BAD_USER_INPUT Variable "\$asOf" got invalid value/),
    ]);
  });

  it('is refused beside a search by text, which would otherwise find nothing', async () => {
    const source = `query Text($asOf: DateTime) {
      event(slug: "event-1", asOf: $asOf) { title }
      actor(slug: "actor-1", asOf: $asOf) { events(filter: { text: "title" }) { totalCount } }
    }`;
    expect(await refused(source, { asOf: instants[1] })).toEqual([
      'BAD_USER_INPUT `actor.events.totalCount` needs what is not kept f',
    ]);
  });

  it('never tells the published wording', async () => {
    await app.client.passage.updateMany({ data: { text: 'As it was printed.' } });
    const { at } = await app.client.changeSet.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const source = `query Wording($asOf: DateTime) { passage(report: "report-1", number: "1", asOf: $asOf) { gist text } }`;
    const { data } = await app.ask(source, { asOf: at.toISOString() });
    expect(data.passage).toEqual({ gist: 'Gist 1', text: null });
  });
});
