import {
  createInterval,
  divide,
  exactly,
  type Interval,
  intersect,
  NOT_NEGATIVE,
  subtract,
} from '../../lib/interval-arithmetic.ts';
import { asIs, clean, type HedgedNumber, intervalOf, type NumberRange, rangeOf } from './figure.rules.ts';

export type Amount = HedgedNumber & { readonly unit: string };

/** What is left of a whole without one part. */
export interface Remainder {
  readonly value: number | null;
  readonly range: NumberRange | null;
  readonly unit: string;
}

const FRACTION = createInterval(0, 1);
const HUNDRED = exactly(100);

/** The share of a whole: part over whole in one unit, or a percentage as a fraction; null otherwise. */
export function shareOf(
  figure: { readonly value: number | null; readonly unit: string },
  whole: { readonly value: number | null; readonly unit: string },
): number | null {
  if (figure.value === null) return null;
  if (figure.unit === '%') return figure.value / 100;
  return figure.unit === whole.unit && whole.value ? figure.value / whole.value : null;
}

/** `shareOf` carried through the hedges, and through what being a part tells: neither is negative, nor the part the greater. */
export function shareRangeOf(figure: Amount, whole: Amount): NumberRange | null {
  if (figure.unit === '%') return rangeOf(within(divide(intervalOf(figure), HUNDRED), FRACTION), FRACTION, asIs);
  if (figure.unit !== whole.unit) return null;
  return rangeOf(within(divide(amountOf(figure), amountOf(whole)), FRACTION), FRACTION, asIs);
}

/** Whole minus part in their unit, or what a percentage leaves of a hundred; null where they have no unit in common. */
export function remainderOf(figure: Amount, whole: Amount): Remainder | null {
  if (figure.unit === '%') {
    const left = subtract(HUNDRED, intervalOf(figure));
    const possible = createInterval(0, 100);
    return {
      value: figure.value === null ? null : clean(100 - figure.value),
      range: rangeOf(within(left, possible), possible),
      unit: '%',
    };
  }
  if (figure.unit !== whole.unit) return null;
  return {
    value: figure.value === null || whole.value === null ? null : clean(whole.value - figure.value),
    range: rangeOf(within(subtract(amountOf(whole), amountOf(figure)), NOT_NEGATIVE), NOT_NEGATIVE),
    unit: figure.unit,
  };
}

/** A figure that says "less than nothing" keeps its words: only a possible assumption is made. */
const amountOf = (figure: HedgedNumber): Interval => intersect(intervalOf(figure), NOT_NEGATIVE) ?? intervalOf(figure);

/** A part greater than its whole contradicts the assumption; then the numbers speak for themselves. */
const within = (interval: Interval | null, possible: Interval): Interval | null =>
  interval && (intersect(interval, possible) ?? interval);
