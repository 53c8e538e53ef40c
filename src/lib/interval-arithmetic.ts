/** The numbers between two ends, never none. An open end is not one of them; an infinite end is always open. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

interface End {
  readonly value: number;
  readonly open: boolean;
}

export function createInterval(
  lower: number,
  upper: number,
  open: { lower?: boolean; upper?: boolean } = {},
): Interval {
  const lowerOpen = open.lower === true || lower === Number.NEGATIVE_INFINITY;
  const upperOpen = open.upper === true || upper === Number.POSITIVE_INFINITY;
  if (!(lower < upper || (lower === upper && !lowerOpen && !upperOpen))) {
    throw new RangeError(`No number lies between ${lower} and ${upper}.`);
  }
  // −0 and 0 are one number here, and 1 / −0 is not what a reader expects of 1 / 0.
  return { lower: lower + 0, upper: upper + 0, lowerOpen, upperOpen };
}

export const exactly = (value: number): Interval => createInterval(value, value);

export const ANY_NUMBER: Interval = createInterval(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Nothing below zero: what amounts of things are known to be. */
export const NOT_NEGATIVE: Interval = createInterval(0, Number.POSITIVE_INFINITY);

export function contains({ lower, upper, lowerOpen, upperOpen }: Interval, value: number): boolean {
  return (lowerOpen ? value > lower : value >= lower) && (upperOpen ? value < upper : value <= upper);
}

/** The numbers in both; null where there is none. */
export function intersect(one: Interval, other: Interval): Interval | null {
  const lower = outermost([lowerOf(one), lowerOf(other)], Math.max, (ends) => ends.some(({ open }) => open));
  const upper = outermost([upperOf(one), upperOf(other)], Math.min, (ends) => ends.some(({ open }) => open));
  const empty = lower.value > upper.value || (lower.value === upper.value && (lower.open || upper.open));
  return empty ? null : between(lower, upper);
}

/*
 * Each operation answers with every number that it makes of a number of the one and a number of the other. They rest on
 * rounding to the nearest double being monotone: no result of numbers inside is rounded past the result at the ends.
 */

export function add(one: Interval, other: Interval): Interval {
  const sum = (a: End, b: End): End => ({ value: a.value + b.value, open: a.open || b.open });
  return between(sum(lowerOf(one), lowerOf(other)), sum(upperOf(one), upperOf(other)));
}

export const negate = ({ lower, upper, lowerOpen, upperOpen }: Interval): Interval =>
  createInterval(-upper, -lower, { lower: upperOpen, upper: lowerOpen });

export const subtract = (one: Interval, other: Interval): Interval => add(one, negate(other));

export const multiply = (one: Interval, other: Interval): Interval => hull(corners(one, other, product));

export const scale = (one: Interval, factor: number): Interval => multiply(one, exactly(factor));

/**
 * Quotients by every number of the divisor but zero. Null where the divisor is zero alone; any number where zero lies
 * strictly inside it, for the quotients are then unbounded on both sides.
 */
export function divide(one: Interval, divisor: Interval): Interval | null {
  if (divisor.lower === 0 && divisor.upper === 0) return null;
  if (divisor.lower < 0 && divisor.upper > 0) {
    return one.lower === 0 && one.upper === 0 ? exactly(0) : ANY_NUMBER;
  }
  // An end at zero is approached from the side on which the divisor lies, and never reached.
  const ends = [lowerOf(divisor), upperOf(divisor)].map(({ value, open }) =>
    value === 0 ? { value: divisor.upper === 0 ? -0 : 0, open: true } : { value, open },
  );
  return hull(ends.flatMap((end) => [quotient(lowerOf(one), end), quotient(upperOf(one), end)]));
}

const lowerOf = ({ lower, lowerOpen }: Interval): End => ({ value: lower, open: lowerOpen });
const upperOf = ({ upper, upperOpen }: Interval): End => ({ value: upper, open: upperOpen });

const between = (lower: End, upper: End): Interval =>
  createInterval(lower.value, upper.value, { lower: lower.open, upper: upper.open });

/** The greatest or least of the ends; where several are that, `isOpen` tells whether it is open. */
function outermost(
  ends: readonly End[],
  pick: (...values: number[]) => number,
  isOpen: (ends: readonly End[]) => boolean,
): End {
  const value = pick(...ends.map((end) => end.value));
  return { value, open: isOpen(ends.filter((end) => end.value === value)) };
}

/** What the results at the corners span; an end is closed as soon as one corner reaches it. */
function hull(ends: readonly End[]): Interval {
  // Infinity over infinity is no number, and what it would bound the other corners bound as well.
  const known = ends.filter(({ value }) => !Number.isNaN(value));
  const allOpen = (same: readonly End[]) => same.every(({ open }) => open);
  return between(outermost(known, Math.min, allOpen), outermost(known, Math.max, allOpen));
}

function corners(one: Interval, other: Interval, operation: (a: End, b: End) => End): End[] {
  return [lowerOf(one), upperOf(one)].flatMap((a) => [operation(a, lowerOf(other)), operation(a, upperOf(other))]);
}

function product(a: End, b: End): End {
  const zeros = [a, b].filter(({ value }) => value === 0);
  if (zeros.length === 0) return { value: a.value * b.value, open: a.open || b.open };
  // Zero times anything is zero, however far the other one reaches, and is reached where that zero is.
  return { value: 0, open: zeros.every(({ open }) => open) };
}

function quotient(a: End, b: End): End {
  if (a.value === 0 && b.value === 0) return { value: Number.NaN, open: true };
  return { value: a.value / b.value, open: a.value === 0 ? a.open : a.open || b.open };
}
