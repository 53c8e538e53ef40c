import { ANY_NUMBER, add, divide, exactly, type Interval, scale, subtract } from '../../lib/interval-arithmetic.ts';
import { asIs, clean, type HedgedNumber, intervalOf, type NumberRange, rangeOf } from './figure.rules.ts';
import { countAccruedMonths } from './monthly.rules.ts';
import { arePeriodsComparable, describeLength, type Period } from './period.rules.ts';

export type ChangeWarning = 'UNEQUAL_PERIODS' | 'UNKNOWN_PERIOD' | 'HEDGED';

/** A figure against its baseline. Each part is null where it cannot be worked out. */
export interface Change {
  readonly absolute: number | null;
  readonly absoluteRange: NumberRange | null;
  readonly ratio: number | null;
  readonly ratioRange: NumberRange | null;
  readonly percent: number | null;
  readonly percentRange: NumberRange | null;
  readonly perMonthRatio: number | null;
  readonly perMonthRatioRange: NumberRange | null;
  readonly periodsComparable: boolean | null;
  readonly warnings: readonly ChangeWarning[];
  readonly note: string | null;
}

export type Comparable = HedgedNumber & Period & { readonly unit: string };

/** How a figure compares with its baseline; one that is a range yields ranges alone. */
export function changeOf(figure: Comparable, baseline: Comparable): Change {
  const known = figure.value !== null && baseline.value !== null;
  const absolute = known ? clean(Number(figure.value) - Number(baseline.value)) : null;
  const ratio = known && baseline.value !== 0 ? Number(figure.value) / Number(baseline.value) : null;
  const interval = intervalOf(figure);
  const ratios = divide(interval, intervalOf(baseline));
  // A ratio of monthly amounts is the ratio of the amounts, put right by this.
  const correction = monthlyCorrection(figure, baseline);
  const periodsComparable = arePeriodsComparable(figure, baseline);
  const warnings = warningsOn(figure, baseline, periodsComparable);
  return {
    absolute,
    absoluteRange: rangeOf(subtract(interval, intervalOf(baseline))),
    ratio,
    ratioRange: rangeOf(ratios, ANY_NUMBER, asIs),
    percent: ratio === null ? null : clean((ratio - 1) * 100),
    percentRange: rangeOf(ratios && percentOf(ratios)),
    perMonthRatio: ratio === null || correction === null ? null : clean(ratio * correction),
    perMonthRatioRange: rangeOf(ratios && correction !== null ? scale(ratios, correction) : null),
    periodsComparable,
    warnings,
    note: noteOn(figure, baseline, warnings),
  };
}

const percentOf = (ratios: Interval) => scale(add(ratios, exactly(-1)), 100);

function monthlyCorrection(figure: Comparable, baseline: Comparable): number | null {
  const [months, before] = [countAccruedMonths(figure), countAccruedMonths(baseline)];
  return months === null || before === null ? null : before / months;
}

function warningsOn(figure: Comparable, baseline: Comparable, periodsComparable: boolean | null): ChangeWarning[] {
  const warnings: ChangeWarning[] = [];
  if (periodsComparable === false) warnings.push('UNEQUAL_PERIODS');
  if (periodsComparable === null) warnings.push('UNKNOWN_PERIOD');
  if (isHedged(figure) || isHedged(baseline)) warnings.push('HEDGED');
  return warnings;
}

const isHedged = ({ comparator }: HedgedNumber) => comparator !== 'EXACT';

function noteOn(figure: Comparable, baseline: Comparable, warnings: readonly ChangeWarning[]): string | null {
  const sentences: Readonly<Record<ChangeWarning, () => string>> = {
    UNEQUAL_PERIODS: () => `A figure for ${describeLength(figure)} is set against one for ${describeLength(baseline)}.`,
    UNKNOWN_PERIOD: () => 'Whether the periods are of equal length is not known, for one of them is not told.',
    HEDGED: () => 'A number is hedged: the ranges tell what is certain, the plain numbers take the hedge away.',
  };
  return warnings.length === 0 ? null : warnings.map((warning) => sentences[warning]()).join(' ');
}
