import type { DatePrecision } from '../../generated/prisma/enums.ts';
import { type Day, isoDay } from '../../lib/day.ts';

export interface EventDates {
  readonly startDate: Day | null;
  readonly endDate: Day | null;
  readonly notBefore: Day | null;
  readonly notAfter: Day | null;
  readonly datePrecision: DatePrecision;
}

/** Sub-year groupings of ISO 8601-2 §4.8 (EDTF level 1), by the month in which a northern season starts. */
const SEASONS: Readonly<Record<string, number>> = { '03': 21, '06': 22, '09': 23, '12': 24 };

/**
 * The dates as one EDTF string (ISO 8601-2, level 2): a day, a month, a season, a year, an interval, or for "some day
 * within" and for mere bounds a set of which one member holds (`[..]`). Null when nothing is known.
 */
export function edtfOf({ startDate, endDate, notBefore, notAfter, datePrecision }: EventDates): string | null {
  if (!startDate) {
    if (!notBefore && !notAfter) return null;
    return `[${notBefore ? isoDay(notBefore) : ''}..${notAfter ? isoDay(notAfter) : ''}]`;
  }
  const start = isoDay(startDate);
  const [year, month] = start.split('-') as [string, string];
  switch (datePrecision) {
    case 'YEAR':
      return year;
    case 'SEASON':
      return `${year}-${SEASONS[month]}`;
    case 'MONTH':
      return `${year}-${month}`;
    case 'WITHIN':
      return `[${start}..${endDate ? isoDay(endDate) : ''}]`;
    default: {
      // An unknown end leaves the interval's end blank (§4.4); ".." would say that it has none.
      if (!endDate) return `${start}/`;
      const end = isoDay(endDate);
      return start === end ? start : `${start}/${end}`;
    }
  }
}
