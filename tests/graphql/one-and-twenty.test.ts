import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

// Every relation and every list is found by walking the schema, so that a new one cannot be left out.
const schema = createSchema();
const nodeTypes = schema.getPossibleTypes(schema.getType('Node') as never) as readonly GraphQLObjectType[];

const KNOTS = 20;
const MOST_IDS = 100;

/** What to ask of a type so that its rows have to be fetched: every scalar, and a page with its count. */
function selectionFor(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isAbstractType(named)) {
    const members = schema.getPossibleTypes(named).map((member) => `... on ${member.name} { id }`);
    return `{ __typename ${members.join(' ')} }`;
  }
  const fields = Object.values((named as GraphQLObjectType).getFields()).filter(
    (field) => !field.args.some(isRequiredArgument),
  );
  const scalars = fields.filter((field) => !isCompositeType(getNamedType(field.type))).map(({ name }) => name);
  return named.name.endsWith('Connection')
    ? `{ totalCount nodes ${selectionOfRows((named as GraphQLObjectType).getFields().nodes?.type)} }`
    : `{ __typename ${scalars.join(' ')} }`;
}

/** Rows that are no nodes but worked out, such as counterparts, hold relations of their own that no node leads to. */
function selectionOfRows(type: GraphQLOutputType | undefined): string {
  const row = getNamedType(type) as GraphQLObjectType;
  if (isAbstractType(row)) return selectionFor(row);
  if (nodeTypes.includes(row)) return '{ __typename id }';
  const parts = Object.values(row.getFields()).map((field) =>
    isCompositeType(getNamedType(field.type)) ? `${field.name} ${selectionFor(field.type)}` : field.name,
  );
  return `{ __typename ${parts.join(' ')} }`;
}

/** What the lists that ask for something are asked. Of one type, for each type found takes a statement of its own. */
const ARGUMENTS: Readonly<Record<string, string>> = { search: 'text: "event", types: [EVENT], ' };

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) ? value.length === 0 : (value as { totalCount?: number }).totalCount === 0);

describe('the number of SQL statements', () => {
  let app: TestApp;
  // What is not published stands in the schema, too.
  let admin: string;
  const idsOf = new Map<string, string[]>();

  beforeAll(async () => {
    // What an operation may cost is another test's matter.
    app = await createTestApp({ config: { maxCost: Number.MAX_SAFE_INTEGER } });
    await createGraph(app.client, KNOTS);
    admin = await app.createKey('ADMIN');
    // The first use of a key is noted, which is a statement more.
    await app.ask('{ __typename }', {}, admin);
    for (const { name } of nodeTypes) {
      const delegates = app.client as unknown as Record<string, { findMany(args: object): Promise<{ id: string }[]> }>;
      const rows = await delegates[name[0]?.toLowerCase() + name.slice(1)]?.findMany({ orderBy: { id: 'asc' } });
      idsOf.set(
        name,
        (rows ?? []).map(({ id }) => Buffer.from(`${name}:${id}`).toString('base64')),
      );
    }
  });
  afterAll(() => app.close());

  const relations = nodeTypes.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isCompositeType(getNamedType(field.type)))
      .map((field) => ({ type: type.name, name: field.name, field })),
  );

  it.each(relations)(
    'is the same for the $type of one knot and of many when asked for $name',
    async ({ type, field }) => {
      const args = field.args.some(isRequiredArgument) ? '(date: "2019-09-10")' : '';
      const source = `query Twin($ids: [ID!]!) {
      nodes(ids: $ids) { ... on ${type} { relation: ${field.name}${args} ${selectionFor(field.type)} } }
    }`;
      const ids = idsOf.get(type) ?? [];
      // Ids rise with time, so the rows of a knot stand together.
      const each = ids.length / KNOTS;
      const one = await app.ask(source, { ids: ids.slice(0, each) }, admin);
      const many = await app.ask(
        source,
        { ids: ids.slice(0, each * Math.min(KNOTS, Math.floor(MOST_IDS / each))) },
        admin,
      );

      expect([one.errors, many.errors]).toEqual([undefined, undefined]);
      expect((one.data.nodes as { relation: unknown }[]).some(({ relation }) => !isEmpty(relation))).toBe(true);
      expect(many.statements).toHaveLength(one.statements.length);
    },
  );

  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  );

  it.each(lists)('is the same for one row of $name and for twenty', async (field) => {
    const source = `query Twin($first: Int) { ${field.name}(${ARGUMENTS[field.name] ?? ''}first: $first) ${selectionFor(field.type)} }`;
    const one = await app.ask(source, { first: 1 }, admin);
    const twenty = await app.ask(source, { first: KNOTS }, admin);

    expect((twenty.data[field.name] as { nodes: unknown[] }).nodes).toHaveLength(KNOTS);
    expect(twenty.statements).toHaveLength(one.statements.length);
  });
});
