import type { Database } from '../../database/database.ts';
import { columnName, identifier, tableName } from '../../database/where-sql.ts';
import { getDatamodel } from '../../generated/pothos.ts';
import { Prisma } from '../../generated/prisma/client.ts';

/** A row of the log that is to be undone. */
export interface LoggedRow {
  readonly id: bigint;
  readonly changeId: string;
  readonly tableName: string;
  readonly rowKey: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly withheld: readonly string[];
}

/** A table that is logged, and the columns that are its primary key. */
export interface Table {
  readonly name: string;
  readonly keys: readonly string[];
}

interface Reference {
  readonly from: string;
  readonly column: string;
  readonly to: string;
}

/** Every foreign key; what a load noted of its own work goes with the report, and nobody misses it. */
const references: readonly Reference[] = Object.entries(getDatamodel().datamodel.models).flatMap(
  ([model, { fields }]) =>
    fields.flatMap(({ type, relationFromFields }) =>
      relationFromFields?.[0] && model !== 'SeedRow'
        ? [{ from: tableName(model), column: columnName(relationFromFields[0]), to: tableName(type) }]
        : [],
    ),
);

/** The logged tables of the rows: what is referred to stands before what refers to it. */
export async function listTables(db: Database, rows: readonly LoggedRow[]): Promise<readonly Table[]> {
  const names = [...new Set(rows.map((row) => row.tableName))];
  const tables = await db.$queryRaw<Table[]>`
    select table_name as name, keys from change_log_table where table_name = any(${names}::text[])`;
  const keysOf = new Map(tables.map(({ name, keys }) => [name, keys]));
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    for (const { from, to } of references) if (from === name && to !== name) visit(to);
    ordered.add(name);
  };
  for (const name of names) visit(name);
  return [...ordered].flatMap((name) => {
    const keys = keysOf.get(name);
    return keys ? [{ name, keys }] : [];
  });
}

/** `present` and `given` are the same row. */
export const isSameRow = ({ keys }: Table): Prisma.Sql =>
  Prisma.join(
    keys.map((key) => Prisma.sql`present.${identifier(key)} = given.${identifier(key)}`),
    ' and ',
  );

/** The first of the rows, all of one table, that is no longer what its change left, or null. */
export async function findChangedSince(
  db: Database,
  table: Table,
  rows: readonly LoggedRow[],
): Promise<LoggedRow | null> {
  const name = Prisma.sql`public.${identifier(table.name)}`;
  // A column that was added since is in no image, so the image has to be a part of the row.
  const changed = await db.$queryRaw<{ id: bigint }[]>`
    select r.id from changed_row r
    left join lateral (
      select to_jsonb(present) as image
      from ${name} present, jsonb_populate_record(null::${name}, coalesce(r.after, r.before)) given
      where ${isSameRow(table)}
    ) live on true
    where r.id = any(${rows.map(({ id }) => String(id))}::bigint[])
      and case when r.after is null then live.image is not null else live.image @> r.after is not true end
    order by r.id limit 1`;
  return rows.find(({ id }) => id === changed[0]?.id) ?? null;
}

/** The change that last wrote a row. */
export async function findLastChange(db: Database, table: string, rowKey: string) {
  const row = await db.changedRow.findFirst({
    where: { tableName: table, rowKey },
    orderBy: { id: 'desc' },
    select: { change: { select: { id: true, entityId: true, entityType: true, key: true } } },
  });
  return row?.change ?? null;
}

/** A row, itself none of them, that refers to one of these of a table, whatever would become of it if they went; or null. */
export async function findReference(
  db: Database,
  table: string,
  ids: readonly string[],
): Promise<{ readonly table: string; readonly rowKey: string; readonly id: string } | null> {
  for (const { from, column, to } of references) {
    if (to !== table) continue;
    // Rows of one table that refer to each other go together.
    const outside = from === table ? Prisma.sql`and t.id <> all(${ids}::uuid[])` : Prisma.empty;
    const [found] = await db.$queryRaw<{ rowKey: string; id: string }[]>`
      select concat_ws(',', ${Prisma.join(await keysOf(db, from))}) as "rowKey", ${identifier(column)}::text as id
      from public.${identifier(from)} t where ${identifier(column)} = any(${ids}::uuid[]) ${outside} limit 1`;
    if (found) return { table: from, ...found };
  }
  return null;
}

async function keysOf(db: Database, table: string): Promise<Prisma.Sql[]> {
  const [row] = await db.$queryRaw<{ keys: string[] }[]>`
    select keys from change_log_table where table_name = ${table}`;
  // What is not logged is known by its id.
  return (row?.keys ?? ['id']).map((key) => Prisma.sql`${identifier(key)}`);
}

/** Those of the facts of a table that nothing attests: their slugs, or their ids where they have none. */
export async function listUncited(db: Database, table: string, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select coalesce(to_jsonb(f)->>'slug', f.id::text) as name from public.${identifier(table)} f
    where f.id = any(${ids}::uuid[])
      and not exists (select from citation c where c.${identifier(`${table}_id`)} = f.id)`;
  return rows.map(({ name }) => name);
}
