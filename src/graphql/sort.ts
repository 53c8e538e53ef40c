import { type Day, isoDay, parseDay } from '../lib/day.ts';
import { isUuid } from '../lib/uuid.ts';
import { badUserInput } from './bad-input.ts';

/** A column of a list's order. Absent values come last in both directions, as the contract asks of undated rows. */
export interface SortKey {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'day' | 'text' | 'integer' | 'bigint' | 'float' | 'id';
  readonly nullable?: boolean;
}

/** A total order: the last key is unique, so that a page has one possible neighbour. */
export interface Sort {
  /** Part of every cursor, which is thereby refused under another order. */
  readonly name: string;
  readonly keys: readonly [SortKey, ...SortKey[]];
}

export type SortValue = Day | string | number | bigint | null;

type Row = Readonly<Record<string, unknown>>;
type Direction = 'forward' | 'backward';

/** The order as Prisma takes it; backward is the exact reverse, absent values first. */
export function orderByOf(sort: Sort, direction: Direction): object[] {
  return sort.keys.map((key) => {
    const way = wayOf(key, direction);
    return { [key.field]: key.nullable ? { sort: way, nulls: direction === 'forward' ? 'last' : 'first' } : way };
  });
}

/** The order as SQL takes it: `[column, rest]` pairs, "start_date" and "asc nulls last". */
export function orderTermsOf(sort: Sort, direction: Direction): [field: string, rest: 'asc' | 'desc' | string][] {
  return sort.keys.map((key) => {
    const nulls = key.nullable ? ` nulls ${direction === 'forward' ? 'last' : 'first'}` : '';
    return [key.field, `${wayOf(key, direction)}${nulls}`];
  });
}

/** The rows that lie beyond the given one: a condition on values, so it holds when that row is long deleted. */
export function whereBeyond(sort: Sort, values: readonly SortValue[], direction: Direction): object {
  const alternatives: object[] = [];
  const same: object[] = [];
  sort.keys.forEach((key, index) => {
    const value = values[index] ?? null;
    const beyond = beyondKey(key, value, direction);
    if (beyond) alternatives.push({ AND: [...same, beyond] });
    same.push({ [key.field]: value });
  });
  return { OR: alternatives };
}

/** Opaque to clients; holds values rather than a row's id, and so outlives the row. */
export function cursorOf(sort: Sort, row: Row): string {
  const values = sort.keys.map(({ field }) => {
    const value = row[field];
    // JSON has no bigint.
    return value instanceof Date ? isoDay(value) : typeof value === 'bigint' ? String(value) : value;
  });
  return Buffer.from(JSON.stringify([sort.name, ...values])).toString('base64url');
}

/** The values of a cursor; BAD_USER_INPUT when it is not one of this list in this order. */
export function valuesOfCursor(sort: Sort, cursor: string, argument: string): readonly SortValue[] {
  const refusal = () =>
    badUserInput(
      `\`${argument}\` is no cursor of this list in this order. Pass a cursor as it came, with the same orderBy.`,
    );
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refusal();
  }
  if (!Array.isArray(parsed) || parsed[0] !== sort.name || parsed.length !== sort.keys.length + 1) throw refusal();
  return sort.keys.map((key, index) => {
    const value = fitting(key, parsed[index + 1]);
    if (value === undefined) throw refusal();
    return value;
  });
}

function fitting(key: SortKey, value: unknown): SortValue | undefined {
  if (value === null) return key.nullable ? null : undefined;
  if (typeof value === 'number') {
    if (key.type === 'float') return value;
    // More than 31 bits would not fit the column, and the database would say so in its own words.
    return key.type === 'integer' && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : undefined;
  }
  if (typeof value !== 'string' || value.includes('\0')) return undefined;
  if (key.type === 'day') return parseDay(value) ?? undefined;
  if (key.type === 'id') return isUuid(value) ? value : undefined;
  // Eighteen digits fit the column whatever they are.
  if (key.type === 'bigint') return /^\d{1,18}$/.test(value) ? BigInt(value) : undefined;
  return key.type === 'text' ? value : undefined;
}

function beyondKey(key: SortKey, value: SortValue, direction: Direction): object | null {
  // Absent values are last: nothing lies beyond them going forward, everything known lies before them.
  if (value === null) return direction === 'forward' ? null : { [key.field]: { not: null } };
  const beyond = { [key.field]: wayOf(key, direction) === 'asc' ? { gt: value } : { lt: value } };
  return key.nullable && direction === 'forward' ? { OR: [beyond, { [key.field]: null }] } : beyond;
}

function wayOf(key: SortKey, direction: Direction): 'asc' | 'desc' {
  if (direction === 'forward') return key.direction;
  return key.direction === 'asc' ? 'desc' : 'asc';
}
