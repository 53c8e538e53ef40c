import { type Day, isoDay } from './day.ts';
import { DomainError } from './domain-error.ts';
import { foldText, keyOf } from './fold.ts';

/** What every filter can do besides its own fields. Null is the same as absence everywhere in a filter. */
export interface Combinators<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

// Prisma reads a negated empty AND as everything and a negated empty OR as nothing, so neither is ever written.
const NOTHING = { id: { in: [] } };
const EVERYTHING = { NOT: NOTHING };

const every = (conditions: readonly object[]) => (conditions.length === 0 ? EVERYTHING : { AND: conditions });
const some = (conditions: readonly object[]) => (conditions.length === 0 ? NOTHING : { OR: conditions });

/**
 * A filter as a Prisma `where`: its own conditions and those of `and`, `or` and `not`. An empty list matches nothing,
 * `and: []` included, as the contract has it for every list in a filter.
 */
export function whereFilter<Filter extends Combinators<Filter>>(
  filter: Filter,
  own: (filter: Filter) => readonly (object | null)[],
): object {
  const inner = (other: Filter) => whereFilter(other, own);
  const { and, or, not } = filter;
  const conditions = own(filter).filter((condition) => condition !== null);
  if (and) conditions.push(and.length === 0 ? NOTHING : every(and.map(inner)));
  if (or) conditions.push(some(or.map(inner)));
  if (not) conditions.push({ NOT: inner(not) });
  return every(conditions);
}

/** The condition for a field of a filter that was given, or null for one that restricts nothing. */
export function given<T>(value: T | null | undefined, condition: (value: T) => object): object | null {
  return value === null || value === undefined ? null : condition(value);
}

/** One of the values; an unknown one matches nothing. */
export const oneOf = <T>(values: readonly T[]) => ({ in: [...values] });

/** `%` and `_` stand for themselves. */
const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** A column that contains the text, in any case of letters: for the few whose wording is not indexed. */
export const containing = (text: string) => ({ contains: escaped(text), mode: 'insensitive' as const });

/**
 * What a filter's `text` finds: rows whose indexed wording contains it, whatever its case, accents, apostrophes and script.
 * A text of which nothing is left by folding restricts nothing.
 */
export const whereWording = (text: string) => ({ searchText: { contains: escaped(foldText(text)) } });

/** A key shorter than this is a part of too many names. */
const LEAST_KEY = 4;

/** `whereWording` for what has names: it also finds them in another romanisation. */
export function whereNamed(text: string): object {
  const folded = foldText(text);
  const key = keyOf(folded);
  // A key knows letters only: by key, "Brigade 103" would be any brigade.
  if (key.length < LEAST_KEY || !/^[a-z -]+$/.test(folded)) return whereWording(text);
  return { OR: [whereWording(text), { searchText: { contains: key.toUpperCase() } }] };
}

export type DateMatch = 'OVERLAPS' | 'WITHIN';

/** Days, both inclusive; an absent bound is open. */
export interface DateRange {
  readonly from?: Day | null;
  readonly to?: Day | null;
  readonly match?: DateMatch | null;
}

export class DateRangeBackwardsError extends DomainError {
  readonly code = 'BAD_USER_INPUT';
  readonly from: Day;
  readonly to: Day;

  constructor(from: Day, to: Day) {
    super(`The range runs backwards: from ${isoDay(from)} to ${isoDay(to)}.`);
    this.from = from;
    this.to = to;
  }
}

/**
 * A row whose interval of days meets the range. A row without a start never does; one without an end counts as its first
 * day alone. Every comparison says first that its column is known, so that a negation is the complement.
 */
export function whereDates(start: string, end: string, { from, to, match }: DateRange): object {
  if (from && to && from > to) throw new DateRangeBackwardsError(from, to);
  const conditions: object[] = [];
  if (from || to) conditions.push({ [start]: { not: null } });
  const known = (condition: object) => ({ AND: [{ [end]: { not: null } }, condition] });
  if (match === 'WITHIN') {
    if (from) conditions.push({ [start]: { gte: from } });
    if (to) conditions.push({ [start]: { lte: to } }, { OR: [{ [end]: null }, known({ [end]: { lte: to } })] });
  } else {
    if (from) conditions.push({ OR: [{ [start]: { gte: from } }, known({ [end]: { gte: from } })] });
    if (to) conditions.push({ [start]: { lte: to } });
  }
  return every(conditions);
}
