import type { GraphQLEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../../bench/cases.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { explain, type Plan, readBy, type Statement } from '../support/plans.ts';

/** Few rows, or rows that a client asks for as a whole: to read them through is no fault. */
const SMALL = 200;

describe('a worked question over a generated graph', () => {
  let app: TestApp;
  const sizes = new Map<string, number>();
  const sent: Statement[] = [];

  beforeAll(async () => {
    app = await createTestApp({ generated: true });
    const tables = await app.client.$queryRaw<{ name: string; rows: number }[]>`
      select relname as name, reltuples::int as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
    for (const { name, rows } of tables) sizes.set(name, rows);
    app.client.$on('query', ({ query, params }) => sent.push({ query, parameters: JSON.parse(params) as unknown[] }));
  });
  afterAll(() => app.close());

  /** The statements that a question costs, whatever comes of it. */
  async function statementsOf(query: string): Promise<readonly Statement[]> {
    sent.length = 0;
    await app.ask(query);
    const statements = sent.filter((statement) => /^\s*(select|with)\b/i.test(statement.query));
    expect(statements.length).toBeGreaterThan(0);
    return statements;
  }

  /** What the database does for a statement; without `scans`, it reads a table through only where no index will do. */
  function plansOf(statement: Statement, scans: boolean): Promise<readonly Plan[]> {
    return app.client.$transaction(async (tx) => {
      if (!scans) await tx.$executeRawUnsafe('set local enable_seqscan = off');
      return explain(tx, statement);
    });
  }

  const isBig = (plan: Plan) => (sizes.get(plan['Relation Name'] ?? '') ?? 0) > SMALL;

  /** How many rows of each big table a statement reads, a row twice where it reads it twice. */
  async function rowsReadBy(statement: Statement): Promise<ReadonlyMap<string, number>> {
    const read = new Map<string, number>();
    for (const plan of await plansOf(statement, true)) {
      const table = plan['Relation Name'];
      if (table && isBig(plan)) read.set(table, (read.get(table) ?? 0) + readBy(plan));
    }
    return read;
  }

  /** No statement reads more rows of a table than it has, and no second one goes through the table again. */
  async function expectEachRowReadOnce(query: string, passes = 1): Promise<void> {
    const twice: string[] = [];
    const through = new Map<string, number>();
    let seen = 0;
    for (const statement of await statementsOf(query)) {
      for (const [table, rows] of await rowsReadBy(statement)) {
        const size = sizes.get(table) ?? 0;
        seen += 1;
        if (rows > size) twice.push(`${rows} of ${size} rows of ${table}: ${statement.query}`);
        // A page's rows are looked up by their ids after they have been counted: that is no second pass.
        if (rows > size / 2) through.set(table, (through.get(table) ?? 0) + 1);
      }
    }
    expect(twice).toEqual([]);
    expect([...through].filter(([, times]) => times > passes)).toEqual([]);
    // Or the question would be one about nothing.
    expect(seen).toBeGreaterThan(0);
  }

  it('has enough rows to tell', () => {
    expect(sizes.get('event')).toBe(3000);
    expect(sizes.get('participation')).toBeGreaterThan(9000);
    expect(sizes.get('statistic')).toBeGreaterThan(SMALL);
  });

  it.each(cases)('is answered: $name', async ({ query }) => {
    expect((await app.ask(query)).errors).toBeUndefined();
  });

  it.each(cases.filter(({ reads }) => reads === 'index'))('is answered by indexes: $name', async ({ query }) => {
    for (const statement of await statementsOf(query)) {
      const scanned = (await plansOf(statement, false)).filter(
        (plan) => plan['Node Type'] === 'Seq Scan' && isBig(plan),
      );
      expect(scanned.map((plan) => `${plan['Relation Name']}: ${statement.query}`)).toEqual([]);
    }
  });

  it.each(cases.filter(({ reads }) => reads === 'once'))('reads no row twice: $name', ({ query, passes }) =>
    expectEachRowReadOnce(query, passes),
  );

  // Whatever is grouped by, alone and crossed with the next; where that makes too many groups it is refused once counted.
  const groupings = (['Event', 'Statistic', 'Agreement'] as const).flatMap((noun) => {
    const values = (createSchema().getType(`${noun}Grouping`) as GraphQLEnumType).getValues().map(({ name }) => name);
    const field = `${noun.toLowerCase()}Stats`;
    return values.flatMap((name, index) =>
      [name, `${name}, ${values[(index + 1) % values.length]}`].map((groupBy) => ({ field, groupBy })),
    );
  });

  it.each(groupings)('reads no row twice: $field by $groupBy', async ({ field, groupBy }) => {
    const interval = groupBy.includes('TIME') ? ', interval: YEAR' : '';
    await expectEachRowReadOnce(`{ ${field}(groupBy: [${groupBy}]${interval}) { totalCount buckets { mentions } } }`);
  });

  it('would be seen to read a table through, and twice', async () => {
    const through = await plansOf({ query: "select id from event where summary like '%x%'", parameters: [] }, false);
    expect(through.some((plan) => plan['Node Type'] === 'Seq Scan' && isBig(plan))).toBe(true);
    const twice = { query: 'select 1 from statistic a join statistic b on a.label = b.label', parameters: [] };
    expect((await rowsReadBy(twice)).get('statistic')).toBeGreaterThan(sizes.get('statistic') ?? 0);
  });
});
