import { divide, exactly } from '../../lib/interval-arithmetic.ts';
import { clean, type HedgedNumber, intervalOf, rangeOf } from './figure.rules.ts';
import { countMonths, type Period } from './period.rules.ts';

/** An amount spread evenly over the months of its period. */
export interface MonthlyAmount {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly months: number;
}

/**
 * The months over which a figure's amount came about; null where it cannot be spread over them: its period is unknown or
 * shorter than a month (a headcount on a day), or its unit is a percentage or already something per something.
 */
export function countAccruedMonths(figure: Period & { readonly unit: string }): number | null {
  if (figure.unit === '%' || figure.unit.includes('/')) return null;
  const months = countMonths(figure);
  return months !== null && months >= 1 ? months : null;
}

export function monthlyAmountOf(figure: HedgedNumber & Period & { readonly unit: string }): MonthlyAmount | null {
  const months = countAccruedMonths(figure);
  if (months === null) return null;
  const range = rangeOf(divide(intervalOf(figure), exactly(months)));
  return {
    value: figure.value === null ? null : clean(figure.value / months),
    lower: range?.lower ?? null,
    upper: range?.upper ?? null,
    months: clean(months),
  };
}
