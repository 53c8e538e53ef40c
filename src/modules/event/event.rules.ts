import type { DateBasis, DatePrecision } from '../../generated/prisma/enums.ts';
import type { Day } from '../../lib/day.ts';
import { checkInterval } from '../../lib/interval.ts';
import type { EventDates } from './edtf.rules.ts';
import {
  EventBasisError,
  EventBoundsError,
  EventOutsideWholeError,
  EventPlaceError,
  EventPrecisionError,
} from './event.errors.ts';

export interface NewEventDates extends EventDates {
  /** Null exactly when the event is undated. */
  readonly dateBasis: DateBasis | null;
}

/** The one place that says which dates an event may have. Whether the days are right is for whoever reads the source. */
export function checkEventDates(dates: NewEventDates): void {
  const { startDate, endDate, notBefore, notAfter, dateBasis } = dates;
  checkInterval(startDate, endDate);
  checkInterval(notBefore, notAfter);
  checkPrecision(dates);
  const dated = startDate !== null;
  if (dated && (notBefore || notAfter)) throw new EventBoundsError();
  if (dated !== (dateBasis !== null)) throw new EventBasisError(dated);
}

/** A part happens inside its parent, as far as the days of both are known. */
export function checkPartDates(part: EventDates, whole: EventDates): void {
  if (!part.startDate || !whole.startDate) return;
  const end = part.endDate ?? part.startDate;
  if (part.startDate < whole.startDate || (whole.endDate && end > whole.endDate)) {
    throw new EventOutsideWholeError([part.startDate, end], [whole.startDate, whole.endDate]);
  }
}

/** Every venue, in the order given; a main place given alone is the only venue. */
export function normaliseVenues(placeId: string | null, placeIds: readonly string[]): readonly string[] {
  if (!placeId) return placeIds;
  if (placeIds.length === 0) return [placeId];
  if (!placeIds.includes(placeId)) throw new EventPlaceError(placeId);
  return placeIds;
}

function checkPrecision({ datePrecision, startDate, endDate }: EventDates): void {
  const refuse = (expected: string) => new EventPrecisionError(datePrecision, startDate, endDate, expected);
  if (datePrecision === 'UNKNOWN') {
    if (startDate || endDate) throw refuse('no dates');
    return;
  }
  // A day may be the first of an interval whose end the source does not tell.
  if (datePrecision === 'DAY') {
    if (!startDate) throw refuse('a start');
    return;
  }
  if (!startDate || !endDate) throw refuse('both a start and an end');
  const months = SPANS[datePrecision];
  if (months && !isSpan(startDate, endDate, months)) {
    throw refuse(`the first and the last day of one ${datePrecision.toLowerCase()}`);
  }
}

/** How many months a span has, and in which ones (January is 0) it may start: the northern meteorological seasons. */
const SPANS: Partial<Record<DatePrecision, { readonly length: number; readonly starts: readonly number[] }>> = {
  MONTH: { length: 1, starts: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  SEASON: { length: 3, starts: [2, 5, 8, 11] },
  YEAR: { length: 12, starts: [0] },
};

function isSpan(start: Day, end: Day, { length, starts }: { length: number; starts: readonly number[] }): boolean {
  // Day 0 of a month is the last day of the one before.
  const last = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + length, 0);
  return start.getUTCDate() === 1 && starts.includes(start.getUTCMonth()) && end.getTime() === last;
}
