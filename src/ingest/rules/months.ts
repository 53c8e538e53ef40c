import { type Day, parseDay } from '../../lib/day.ts';

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** With a capital: "may" and "march" are other words. */
export const MONTH_PATTERN = `${MONTH_NAMES.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec`;

/** 1 to 12. */
export function monthOf(name: string): number | null {
  const index = MONTH_NAMES.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name)));
  return index < 0 ? null : index + 1;
}

const pad = (number: number, length = 2) => String(number).padStart(length, '0');

export const isoOf = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** Null where the calendar has no such day. */
export const dayOf = (year: number, month: number, day: number): Day | null => parseDay(isoOf(year, month, day));

/** The last day of a month, as a number. */
export const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
