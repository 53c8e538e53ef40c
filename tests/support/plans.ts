/** A node of EXPLAIN's JSON, as far as it tells what was read. */
export interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** A statement as it was sent. */
export interface Statement {
  readonly query: string;
  readonly parameters: readonly unknown[];
}

interface Client {
  $queryRawUnsafe<Rows>(query: string, ...parameters: unknown[]): Promise<Rows>;
}

/** Runs a statement, and answers with every node of the plan by which the database went about it. */
export async function explain(client: Client, { query, parameters }: Statement): Promise<readonly Plan[]> {
  const [row] = await client.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    `explain (analyze, format json) ${query}`,
    ...parameters,
  );
  return [...nodesOf(row?.['QUERY PLAN'][0]?.Plan as Plan)];
}

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const inner of plan.Plans ?? []) yield* nodesOf(inner);
}

/** How many rows a node took from what it reads, kept or not. */
export const readBy = (plan: Plan) =>
  (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
