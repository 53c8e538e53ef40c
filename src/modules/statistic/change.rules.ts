import { type Day, isoDay } from '../../lib/day.ts';

export interface Period {
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
}

/** A figure against its baseline. Each part is null where it cannot be worked out. */
export interface Change {
  readonly absolute: number | null;
  readonly ratio: number | null;
  readonly percent: number | null;
  readonly periodsComparable: boolean | null;
}

/** How a figure compares with its baseline; a figure or baseline without a single value (a range) yields no numbers. */
export function changeOf(
  figure: Period & { readonly value: number | null },
  baseline: Period & { readonly value: number | null },
): Change {
  const known = figure.value !== null && baseline.value !== null;
  const absolute = known ? clean(Number(figure.value) - Number(baseline.value)) : null;
  const ratio = known && baseline.value !== 0 ? Number(figure.value) / Number(baseline.value) : null;
  return {
    absolute,
    ratio,
    percent: ratio === null ? null : clean((ratio - 1) * 100),
    periodsComparable: arePeriodsComparable(figure, baseline),
  };
}

/** Equal length, in months where both run from the first to the last day of months, else in days; null if one is unknown. */
export function arePeriodsComparable(one: Period, other: Period): boolean | null {
  if (!one.periodStart || !one.periodEnd || !other.periodStart || !other.periodEnd) return null;
  const months = [monthsOf(one.periodStart, one.periodEnd), monthsOf(other.periodStart, other.periodEnd)];
  if (months[0] !== null && months[1] !== null) return months[0] === months[1];
  return daysOf(one.periodStart, one.periodEnd) === daysOf(other.periodStart, other.periodEnd);
}

/** The share of a whole: part over whole in one unit, or a percentage as a fraction; null otherwise. */
export function shareOf(
  figure: { readonly value: number | null; readonly unit: string },
  whole: { readonly value: number | null; readonly unit: string },
): number | null {
  if (figure.value === null) return null;
  if (figure.unit === '%') return figure.value / 100;
  return figure.unit === whole.unit && whole.value ? figure.value / whole.value : null;
}

function monthsOf(start: Day, end: Day): number | null {
  const next = new Date(end.getTime() + 86_400_000);
  if (start.getUTCDate() !== 1 || next.getUTCDate() !== 1) return null;
  return (next.getUTCFullYear() - start.getUTCFullYear()) * 12 + next.getUTCMonth() - start.getUTCMonth();
}

const daysOf = (start: Day, end: Day) => (Date.parse(isoDay(end)) - Date.parse(isoDay(start))) / 86_400_000 + 1;

/** Decimal figures are subtracted as binary ones: 1054.6 − 449.11 is 605.49, not 605.4899999999999. */
const clean = (value: number) => Number(value.toPrecision(12));
