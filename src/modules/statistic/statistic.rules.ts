import type { Comparator } from '../../generated/prisma/enums.ts';
import {
  BaselineIndicatorError,
  StatisticBoundError,
  StatisticRangeBackwardsError,
  StatisticValueError,
} from './statistic.errors.ts';

export interface Bounds {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Which bounds the wording of a figure implies: "more than 2 thousand" is 2000 or above. */
const IMPLIED: Readonly<Record<Exclude<Comparator, 'BETWEEN'>, { readonly lower: boolean; readonly upper: boolean }>> =
  {
    EXACT: { lower: true, upper: true },
    ABOUT: { lower: false, upper: false },
    MORE_THAN: { lower: true, upper: false },
    AT_LEAST: { lower: true, upper: false },
    LESS_THAN: { lower: false, upper: true },
    ALMOST: { lower: false, upper: true },
    AT_MOST: { lower: false, upper: true },
  };

/** The figure with the bounds that its comparator implies: filled in where left out, refused where they say otherwise. */
export function normaliseBounds(comparator: Comparator, { value, lower, upper }: Bounds): Bounds {
  if (comparator === 'BETWEEN') {
    if (value !== null || lower === null || upper === null) throw new StatisticValueError(comparator);
    if (lower > upper) throw new StatisticRangeBackwardsError(lower, upper);
    return { value, lower, upper };
  }
  if (value === null) throw new StatisticValueError(comparator);
  const implied = {
    lower: IMPLIED[comparator].lower ? value : null,
    upper: IMPLIED[comparator].upper ? value : null,
  };
  if (lower !== null && lower !== implied.lower)
    throw new StatisticBoundError(comparator, 'lower', lower, implied.lower);
  if (upper !== null && upper !== implied.upper)
    throw new StatisticBoundError(comparator, 'upper', upper, implied.upper);
  return { value, ...implied };
}

export function checkBaseline(indicatorId: string, baselineIndicatorId: string): void {
  if (indicatorId !== baselineIndicatorId) throw new BaselineIndicatorError(indicatorId, baselineIndicatorId);
}
