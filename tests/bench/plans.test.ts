import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, cases } from '../../bench/cases.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

/** A node of EXPLAIN's JSON, as far as it tells what was read. */
interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

interface Statement {
  readonly query: string;
  readonly parameters: readonly unknown[];
}

/** Few rows, or rows that a client asks for as a whole: to read them through is no fault. */
const SMALL = 200;

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const inner of plan.Plans ?? []) yield* nodesOf(inner);
}

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

  /** The statements that an answer cost. */
  async function statementsOf({ query }: Case): Promise<readonly Statement[]> {
    sent.length = 0;
    const { errors } = await app.ask(query);
    expect(errors).toBeUndefined();
    const statements = sent.filter((statement) => /^\s*(select|with)\b/i.test(statement.query));
    expect(statements.length).toBeGreaterThan(0);
    return statements;
  }

  /** What the database does for a statement; without `scans`, it reads a table through only where no index will do. */
  function plansOf({ query, parameters }: Statement, scans: boolean): Promise<Plan[]> {
    return app.client.$transaction(async (tx) => {
      if (!scans) await tx.$executeRawUnsafe('set local enable_seqscan = off');
      const [row] = await tx.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `explain (analyze, format json) ${query}`,
        ...parameters,
      );
      return [...nodesOf(row?.['QUERY PLAN'][0]?.Plan as Plan)];
    });
  }

  const isBig = (plan: Plan) => (sizes.get(plan['Relation Name'] ?? '') ?? 0) > SMALL;
  const readBy = (plan: Plan) => (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];

  it('has enough rows to tell', () => {
    expect(sizes.get('event')).toBe(3000);
    expect(sizes.get('participation')).toBeGreaterThan(9000);
  });

  it.each(cases.filter(({ reads }) => reads === 'index'))('is answered by indexes: $name', async (one) => {
    for (const statement of await statementsOf(one)) {
      const scanned = (await plansOf(statement, false)).filter(
        (plan) => plan['Node Type'] === 'Seq Scan' && isBig(plan),
      );
      expect(scanned.map((plan) => `${plan['Relation Name']}: ${statement.query}`)).toEqual([]);
    }
  });

  it.each(cases.filter(({ reads }) => reads === 'once'))('reads no row twice: $name', async (one) => {
    let seen = 0;
    for (const statement of await statementsOf(one)) {
      const read = new Map<string, number>();
      for (const plan of await plansOf(statement, true)) {
        const table = plan['Relation Name'];
        if (table && isBig(plan)) read.set(table, (read.get(table) ?? 0) + readBy(plan));
      }
      seen += read.size;
      for (const [table, rows] of read)
        expect([table, rows <= (sizes.get(table) ?? 0), rows]).toEqual([table, true, rows]);
    }
    // Or the question would be one about nothing.
    expect(seen).toBeGreaterThan(0);
  });

  it('would be seen to read a table through, and twice', async () => {
    const through = await plansOf({ query: "select id from event where summary like '%x%'", parameters: [] }, false);
    expect(through.some((plan) => plan['Node Type'] === 'Seq Scan' && isBig(plan))).toBe(true);
    const twice = await plansOf(
      { query: 'select 1 from participation a, participation b where a.ordinal = b.ordinal limit 9', parameters: [] },
      true,
    );
    expect(twice.filter((plan) => plan['Relation Name'] === 'participation')).toHaveLength(2);
  });
});
