import { type Day, isoDay } from '../../lib/day.ts';

export interface Period {
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
}

export const DAY_MS = 86_400_000;

/** A twelfth of the Gregorian year of 365.2425 days. */
export const DAYS_A_MONTH = 30.436875;

/** Equal length, in months where both run from the first to the last day of months, else in days; null if one is unknown. */
export function arePeriodsComparable(one: Period, other: Period): boolean | null {
  const [days, otherDays] = [countDays(one), countDays(other)];
  if (days === null || otherDays === null) return null;
  const [months, otherMonths] = [countWholeMonths(one), countWholeMonths(other)];
  return months !== null && otherMonths !== null ? months === otherMonths : days === otherDays;
}

/** How many months a period has: whole ones are counted, any other stretch goes by its days; null if an end is unknown. */
export function countMonths(period: Period): number | null {
  const days = countDays(period);
  return days === null ? null : (countWholeMonths(period) ?? days / DAYS_A_MONTH);
}

function countWholeMonths({ periodStart, periodEnd }: Period): number | null {
  if (!periodStart || !periodEnd) return null;
  const next = new Date(periodEnd.getTime() + DAY_MS);
  if (periodStart.getUTCDate() !== 1 || next.getUTCDate() !== 1) return null;
  return (next.getUTCFullYear() - periodStart.getUTCFullYear()) * 12 + next.getUTCMonth() - periodStart.getUTCMonth();
}

function countDays({ periodStart, periodEnd }: Period): number | null {
  return periodStart && periodEnd ? (periodEnd.getTime() - periodStart.getTime()) / DAY_MS + 1 : null;
}

/** "8 months" or "3 days". */
export function describeLength(period: Period): string {
  const months = countWholeMonths(period);
  const [count, noun] = months === null ? [countDays(period), 'day'] : [months, 'month'];
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2019-01-01 to 2019-08-31", as it follows "for". */
export function describePeriod({ periodStart, periodEnd }: Period): string {
  if (periodStart && periodEnd) {
    const [start, end] = [isoDay(periodStart), isoDay(periodEnd)];
    return start === end ? start : `${start} to ${end}`;
  }
  if (periodStart) return `a time from ${isoDay(periodStart)} on, whose end is not told`;
  if (periodEnd) return `a time up to ${isoDay(periodEnd)}, whose start is not told`;
  return 'a period that is not told';
}
