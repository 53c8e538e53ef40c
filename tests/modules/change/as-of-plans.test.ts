import { type GraphQLObjectType, getNamedType, isCompositeType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historicalClientOf } from '../../../src/database/client.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { explain, readBy, type Statement } from '../../support/plans.ts';

/** How often the log of the first edition is laid beside itself, with ids and slugs of other graphs. */
const COPIES = 15;
const copyId = (id: string) =>
  `regexp_replace(${id}, '(^|,)[0-9a-f]{8}-', '\\1' || lpad(to_hex(i), 8, 'c') || '-', 'g')`;
const COPY = `
  insert into changed_row (change_id, set_id, table_name, row_key, after)
  select change_id, set_id, table_name, ${copyId('row_key')}, (
    select jsonb_object_agg(key, case
      when value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-' then to_jsonb(${copyId("value #>> '{}'")})
      when key = 'slug' then to_jsonb((value #>> '{}') || '-' || i)
      else value end)
    from jsonb_each(after))
  from changed_row, generate_series(1, ${COPIES}) i`;

const schema = createSchema();
const bySlug = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
  ['slug', 'asOf'].every((name) => args.some((arg) => arg.name === name)),
);

/** What a type has in itself. */
const scalarsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields())
    .filter((field) => !isCompositeType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map(({ name }) => name);

/** With each, some of what hangs on it: parts, references, and lists under a filter. */
const BENEATH: Readonly<Record<string, string>> = {
  actor:
    'names { text } tenures { office { title } citations { quote } } events(first: 5) { totalCount nodes { title } }',
  agreement: 'parties { __typename } signatories { name } citations { passage { number } }',
  event: 'place { name } participations { role citations { quote } } citations { passage { number report { title } } }',
  indicator: 'statistics(first: 5) { totalCount nodes { label } }',
  organisation: 'names { text } offices(first: 5) { nodes { title } } country { name }',
  report: 'sections { kind } passages(first: 5) { totalCount nodes { gist topics { name } } }',
  statistic: 'indicator { name } area { name } citations { passage { number } }',
};

describe('a log of many graphs, of which one thing is asked as of an instant', () => {
  let app: TestApp;
  let logged: number;
  const sent: Statement[] = [];

  beforeAll(async () => {
    app = await createTestApp({ seed: true });
    await app.client.$executeRawUnsafe(COPY);
    await app.client.$executeRawUnsafe('analyze changed_row');
    logged = await app.client.changedRow.count();
    historicalClientOf(app.client).$on('query', ({ query, params }) =>
      sent.push({ query, parameters: JSON.parse(params) as unknown[] }),
    );
  });
  afterAll(() => app.close());

  /** The rows of the log that a statement reads. */
  function readRows(statement: Statement): Promise<number> {
    return app.client.$transaction(async (tx) => {
      await tx.$queryRawUnsafe(
        "select set_config('digestgraph.as_of', max(id)::text, true), set_config('search_path', 'as_of, public', true) from change_set",
      );
      const plans = await explain(tx, statement);
      return plans
        .filter((plan) => plan['Relation Name'] === 'changed_row')
        .reduce((sum, plan) => sum + readBy(plan), 0);
    });
  }

  it('is long enough to tell, and would be seen to be read through', async () => {
    expect(logged).toBeGreaterThan(40_000);
    const through = { query: "select id from as_of.event where title like '%x%'", parameters: [] };
    expect(await readRows(through)).toBeGreaterThan(1000);
  });

  it.each(bySlug.map((field) => [field.name, field] as const))('reads of it by keys: %s', async (name, field) => {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const delegates = app.client as unknown as Record<string, { findFirstOrThrow(): Promise<{ slug: string }> }>;
    const { slug } = (await delegates[name]?.findFirstOrThrow()) ?? { slug: '' };
    sent.length = 0;
    const { data, errors } = await app.ask(
      `query Past($slug: String!, $asOf: DateTime) { ${name}(slug: $slug, asOf: $asOf) { ${scalarsOf(type).join(' ')} ${BENEATH[name] ?? ''} } }`,
      { slug, asOf: new Date().toISOString() },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ [name]: { slug } });
    const statements = sent.filter(({ query }) => /^\s*(select|with)\b/i.test(query) && !query.includes('set_config'));
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const rows = await readRows(statement);
      expect([rows < 500, rows, statement.query]).toEqual([true, rows, statement.query]);
    }
  });
});
