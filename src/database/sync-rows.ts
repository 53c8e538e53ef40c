import { randomBytes } from 'node:crypto';
import { getDatamodel } from '../generated/pothos.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { isoDay } from '../lib/day.ts';
import type { Database } from './database.ts';
import { columnName, identifier, tableName } from './where-sql.ts';

export type Model = Prisma.ModelName;

/** The columns of a model's table, save the one that the database works out from the others. */
export type RowOf<M extends Model> = Omit<Prisma.TypeMap['model'][M]['payload']['scalars'], 'searchText'>;

type FieldOf<M extends Model> = Extract<keyof RowOf<M>, string>;
type Json = string | number | boolean | null;
type JsonRow = Record<string, Json>;

export interface RowSync<M extends Model, Row extends Partial<RowOf<M>>> {
  /**
   * The rows as they are to stand, all with the same fields. Columns that they leave out are left alone, and fields that
   * are no columns are passed over.
   */
  readonly rows: readonly Row[];
  /** The fields by which a row is known again: it keeps its id for as long as they stay the same. */
  readonly key: readonly FieldOf<M>[];
  /** Which rows of the table these replace: all whose field holds one of the ids. */
  readonly within: { readonly field: FieldOf<M>; readonly ids: readonly string[] };
  /** Says of a row that stands that others have written it too: it is neither deleted nor moved to another ordinal. */
  readonly keep?: (row: Readonly<Record<string, unknown>>) => boolean;
}

/** What a write came to, by the ids of the records that it was given. */
export interface Written {
  readonly created: ReadonlySet<string>;
  /** Created, or changed in themselves or in what belongs to them. */
  readonly touched: ReadonlySet<string>;
}

export interface SyncedRows<Row> extends Written {
  /** The given rows with their ids, in the given order. `created` and `touched` hold values of `within`. */
  readonly rows: readonly (Row & { readonly id: string })[];
}

/** A record's own row and the parts that belong to it, as one. */
export const withParts = (own: Written, ...parts: readonly ReadonlySet<string>[]): Written => ({
  created: own.created,
  touched: new Set([own.touched, ...parts].flatMap((ids) => [...ids])),
});

const { models } = getDatamodel().datamodel;

/**
 * Makes the rows of a table what is given: inserts, updates and deletes what differs, one statement each and none where
 * nothing does. The rows travel as one JSON parameter, so their number meets no limit and the statements stay few.
 */
export async function syncRows<M extends Model, Row extends Partial<RowOf<M>>>(
  db: Database,
  model: M,
  { rows, key, within, keep = () => false }: RowSync<M, Row>,
): Promise<SyncedRows<Row>> {
  const scalars = models[model]?.fields.filter(({ kind }) => kind !== 'object') ?? [];
  const hasId = scalars.some(({ isId }) => isId);
  const identity = hasId ? ['id'] : key;
  const given = new Set([...identity, ...key, within.field, ...Object.keys(rows[0] ?? {})]);
  const fields = scalars.map(({ name }) => name).filter((name) => given.has(name));
  const keyOf = (row: JsonRow) => JSON.stringify(key.map((field) => row[field]));

  const present = await readRows(db, model, fields, within);
  const byKey = new Map(present.map((row) => [keyOf(row), row]));
  const wanted = rows.map((row): JsonRow => {
    const json = toJson(row, fields);
    const match = byKey.get(keyOf(json));
    if (hasId) json.id ??= match?.id ?? createId();
    if (match && 'ordinal' in json && keep(match)) json.ordinal = match.ordinal ?? null;
    return json;
  });

  const matched = new Set(wanted.map((row) => byKey.get(keyOf(row))));
  const deleted = present.filter((row) => !matched.has(row) && !keep(row));
  const inserted = wanted.filter((row) => !byKey.has(keyOf(row)));
  const updated = wanted.filter((row) => {
    const match = byKey.get(keyOf(row));
    return match !== undefined && fields.some((field) => row[field] !== match[field]);
  });
  if (deleted.length > 0) await deleteRows(db, model, identity, deleted);
  if (updated.length > 0) await updateRows(db, model, fields, identity, updated);
  if (inserted.length > 0) await insertRows(db, model, fields, inserted);

  const owners = (changed: readonly JsonRow[]) => changed.map((row) => String(row[within.field]));
  return {
    rows: rows.map((row, index) => ({ ...row, id: String(wanted[index]?.id) })),
    created: new Set(owners(inserted)),
    touched: new Set(owners([...inserted, ...updated, ...deleted])),
  };
}

/** A UUID of version 7 (RFC 9562 §5.7): ids made later sort later, which keeps their index compact. */
export function createId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const table = (model: Model) => identifier(tableName(model));
const columns = (fields: readonly string[]) => Prisma.join(fields.map((field) => identifier(columnName(field))));

/** The rows of a JSON array as rows of the table's own type, so that the database reads every value by its column. */
function recordset(model: Model, rows: readonly JsonRow[]): Prisma.Sql {
  const byColumn = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field), value])),
  );
  // With its schema, for PostgreSQL has a type "name" of its own.
  return Prisma.sql`json_populate_recordset(null::public.${table(model)}, ${JSON.stringify(byColumn)}::json)`;
}

async function readRows(
  db: Database,
  model: Model,
  fields: readonly string[],
  within: { readonly field: string; readonly ids: readonly string[] },
): Promise<readonly JsonRow[]> {
  const pairs = fields.map((field) => Prisma.sql`${Prisma.raw(`'${field}'`)}, ${identifier(columnName(field))}`);
  const rows = await db.$queryRaw<{ row: JsonRow }[]>`
    select jsonb_build_object(${Prisma.join(pairs)}) as row from ${table(model)}
    where ${identifier(columnName(within.field))} = any(${within.ids}::uuid[])`;
  return rows.map(({ row }) => row);
}

async function insertRows(db: Database, model: Model, fields: readonly string[], rows: readonly JsonRow[]) {
  await db.$executeRaw`
    insert into ${table(model)} (${columns(fields)}) select ${columns(fields)} from ${recordset(model, rows)}`;
}

async function updateRows(
  db: Database,
  model: Model,
  fields: readonly string[],
  identity: readonly string[],
  rows: readonly JsonRow[],
) {
  const changes = fields
    .filter((field) => !identity.includes(field))
    .map((field) => Prisma.sql`${identifier(columnName(field))} = given.${identifier(columnName(field))}`);
  await db.$executeRaw`
    update ${table(model)} as present set ${Prisma.join(changes)} from ${recordset(model, rows)} as given
    where ${isSame(identity)}`;
}

async function deleteRows(db: Database, model: Model, identity: readonly string[], rows: readonly JsonRow[]) {
  await db.$executeRaw`
    delete from ${table(model)} as present using ${recordset(model, rows)} as given where ${isSame(identity)}`;
}

function isSame(identity: readonly string[]): Prisma.Sql {
  const pairs = identity.map((field) => {
    const column = identifier(columnName(field));
    return Prisma.sql`present.${column} = given.${column}`;
  });
  return Prisma.join(pairs, ' and ');
}

/** A row in the form in which PostgreSQL gives it as JSON, so that the two compare by `===`. */
function toJson(row: Readonly<Record<string, unknown>>, fields: readonly string[]): JsonRow {
  const entries = fields
    .filter((field) => row[field] !== undefined)
    .map((field) => [field, row[field]] as const)
    .map(([field, value]) => [field, value instanceof Date ? isoDay(value) : (value as Json)]);
  return Object.fromEntries(entries);
}
