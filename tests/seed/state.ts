import type { LoadReport, NounCount } from '../../src/edition/write-edition.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';

/** Every row of every table, ids and all, as text; but for the change log, which tells how the state came about. */
export async function readState(client: PrismaClient): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_name not in ('_prisma_migrations', 'change_set', 'logged_change', 'changed_row')
    order by 1`;
  const state: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const rows = await client.$queryRawUnsafe<{ row: string }[]>(
      `select to_jsonb(t)::text as row from public."${name}" t order by 1`,
    );
    state[name] = rows.map(({ row }) => row);
  }
  return state;
}

/** The counts that are not 0, without those of what stayed as it was. */
export function changes({ counts }: LoadReport): readonly string[] {
  const columns = ['created', 'updated', 'removed', 'kept'] as const satisfies readonly (keyof NounCount)[];
  return counts.flatMap((count) =>
    columns.filter((column) => count[column] > 0).map((column) => `${count.noun} ${column} ${count[column]}`),
  );
}
