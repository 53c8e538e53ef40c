import type { Comparator } from '../../generated/prisma/enums.ts';
import { ANY_NUMBER, createInterval, exactly, type Interval } from '../../lib/interval-arithmetic.ts';

/** A number as it was published, with its hedge. */
export interface HedgedNumber {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly comparator: Comparator;
}

/** "About 65 thousand" leaves room for this much on either side, as a share of the figure. */
export const ABOUT_TOLERANCE = 0.05;

/** Hedges whose number is itself outside: more than 60 is not 60. */
const OPEN: ReadonlySet<Comparator> = new Set(['MORE_THAN', 'LESS_THAN', 'ALMOST']);

/** The numbers that the wording leaves possible. "About" implies no bound, and so leaves all. */
export function intervalOf({ lower, upper, comparator }: HedgedNumber): Interval {
  const open = OPEN.has(comparator);
  return createInterval(lower ?? Number.NEGATIVE_INFINITY, upper ?? Number.POSITIVE_INFINITY, {
    lower: open,
    upper: open,
  });
}

/**
 * The numbers that do not yet contradict the figure: "about" has its tolerance, and "more than 100" is not refuted by
 * somebody else's plain 100.
 */
export function toleratedInterval({ value, lower, upper, comparator }: HedgedNumber): Interval {
  if (comparator === 'ABOUT') {
    if (value === null) return ANY_NUMBER;
    const room = Math.abs(value) * ABOUT_TOLERANCE;
    return room === 0 ? exactly(value) : createInterval(value - room, value + room);
  }
  return createInterval(lower ?? Number.NEGATIVE_INFINITY, upper ?? Number.POSITIVE_INFINITY);
}

/** An interval as it is answered: an end is null where none is known. */
export interface NumberRange {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;
}

/** Null for an interval that says nothing: any number, or any of those that were possible beforehand. */
export function rangeOf(
  interval: Interval | null,
  possible: Interval = ANY_NUMBER,
  round: (value: number) => number = clean,
): NumberRange | null {
  if (!interval || (interval.lower <= possible.lower && interval.upper >= possible.upper)) return null;
  return {
    lower: Number.isFinite(interval.lower) ? round(interval.lower) : null,
    upper: Number.isFinite(interval.upper) ? round(interval.upper) : null,
    lowerIncluded: !interval.lowerOpen,
    upperIncluded: !interval.upperOpen,
  };
}

/** A plain quotient, which is answered to the last digit: rounded, it would lie outside of its own range. */
export const asIs = (value: number): number => value;

/** Decimal figures are reckoned with as binary ones: 1054.6 − 449.11 is 605.49, not 605.4899999999999. */
export const clean = (value: number): number => Number(value.toPrecision(12));

const WORDS: Readonly<Record<Exclude<Comparator, 'BETWEEN'>, string>> = {
  EXACT: '',
  ABOUT: 'about ',
  ALMOST: 'almost ',
  MORE_THAN: 'more than ',
  AT_LEAST: 'at least ',
  LESS_THAN: 'less than ',
  AT_MOST: 'at most ',
};

/** "more than 60", "101 to 102"; a percentage with its sign. */
export function describeFigure({ value, lower, upper, comparator, unit }: HedgedNumber & { readonly unit: string }) {
  const sign = unit === '%' ? ' %' : '';
  if (comparator === 'BETWEEN') return `${describeNumber(lower ?? 0)} to ${describeNumber(upper ?? 0)}${sign}`;
  return `${WORDS[comparator]}${describeNumber(value ?? 0)}${sign}`;
}

/** "61,750 to 68,250", "above 7.5". */
export function describeInterval({ lower, upper, lowerOpen, upperOpen }: Interval): string {
  if (lower === upper) return describeNumber(lower);
  if (Number.isFinite(lower) && Number.isFinite(upper)) return `${describeNumber(lower)} to ${describeNumber(upper)}`;
  if (Number.isFinite(lower)) return lowerOpen ? `above ${describeNumber(lower)}` : `${describeNumber(lower)} or more`;
  if (Number.isFinite(upper)) return upperOpen ? `below ${describeNumber(upper)}` : `${describeNumber(upper)} or less`;
  return 'any number';
}

const numbers = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 12 });

export const describeNumber = (value: number): string => numbers.format(value);
