import { type Day, isoDay } from './day.ts';

/** Stretches of the calendar that days are counted in; weeks are those of ISO 8601, from Monday. */
export type CalendarUnit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

export interface CalendarPeriod {
  readonly from: Day;
  readonly to: Day;
}

const DAY_MS = 86_400_000;

// Not Date.UTC, which takes the years 0 to 99 for those of the 20th century.
const dayOf = (year: number, month: number, date = 1): Day => {
  const day = new Date(0);
  day.setUTCFullYear(year, month, date);
  return day;
};

const addDays = (day: Day, days: number): Day => new Date(day.getTime() + days * DAY_MS);

/** Monday is 0, as ISO 8601 orders the week. */
const weekday = (day: Day) => (day.getUTCDay() + 6) % 7;

/** How many months there are from one period's start to the next one's. */
const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

/** The period of that unit in which the day lies. */
export function periodOf(day: Day, unit: CalendarUnit): CalendarPeriod {
  if (unit === 'DAY') return { from: day, to: day };
  if (unit === 'WEEK') {
    const monday = addDays(day, -weekday(day));
    return { from: monday, to: addDays(monday, 6) };
  }
  const months = MONTHS[unit];
  const month = day.getUTCMonth() - (day.getUTCMonth() % months);
  const year = day.getUTCFullYear();
  return { from: dayOf(year, month), to: addDays(dayOf(year, month + months), -1) };
}

/** The periods from that in which `from` lies to that of `to`; at most `limit` of them, so that a range of millennia ends. */
export function listPeriods(from: Day, to: Day, unit: CalendarUnit, limit: number): readonly CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  for (let period = periodOf(from, unit); period.from <= to && periods.length < limit; ) {
    periods.push(period);
    period = periodOf(addDays(period.to, 1), unit);
  }
  return periods;
}

/** What the period that starts on that day is called: `2019-09-11`, `2019-W37`, `2019-09`, `2019-Q3`, `2019`. */
export function periodLabel(from: Day, unit: CalendarUnit): string {
  const text = isoDay(from);
  const year = text.slice(0, 4);
  if (unit === 'DAY') return text;
  if (unit === 'MONTH') return text.slice(0, 7);
  if (unit === 'QUARTER') return `${year}-Q${from.getUTCMonth() / 3 + 1}`;
  if (unit === 'YEAR') return year;
  // A week belongs to the year of its Thursday, and week 1 is that of 4 January.
  const thursday = addDays(from, 3);
  const first = periodOf(dayOf(thursday.getUTCFullYear(), 0, 4), 'WEEK').from;
  const number = Math.round((from.getTime() - first.getTime()) / (7 * DAY_MS)) + 1;
  return `${isoDay(thursday).slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}

export const earliest = (days: readonly (Day | null | undefined)[]): Day | null => extreme(days, (a, b) => a < b);
export const latest = (days: readonly (Day | null | undefined)[]): Day | null => extreme(days, (a, b) => a > b);

function extreme(days: readonly (Day | null | undefined)[], beats: (one: Day, other: Day) => boolean): Day | null {
  let found: Day | null = null;
  for (const day of days) if (day && (!found || beats(day, found))) found = day;
  return found;
}
