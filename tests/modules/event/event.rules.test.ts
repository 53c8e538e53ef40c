import { describe, expect, it } from 'vitest';
import type { DatePrecision } from '../../../src/generated/prisma/enums.ts';
import { parseDay } from '../../../src/lib/day.ts';
import {
  checkEventDates,
  checkPartDates,
  type NewEventDates,
  normaliseVenues,
} from '../../../src/modules/event/event.rules.ts';
import { refusalOf } from '../refusal.ts';

const day = (text: string | null) => (text === null ? null : parseDay(text));

function dates(
  datePrecision: DatePrecision,
  start: string | null,
  end: string | null,
  more: object = {},
): NewEventDates {
  const dateBasis = start === null ? null : 'STATED';
  return {
    datePrecision,
    startDate: day(start),
    endDate: day(end),
    notBefore: null,
    notAfter: null,
    dateBasis,
    ...more,
  };
}

describe('the dates of an event', () => {
  it.each<readonly [DatePrecision, string | null, string | null]>([
    ['DAY', '2019-09-11', '2019-09-11'],
    ['DAY', '2019-09-08', '2019-09-11'],
    ['DAY', '2019-09-11', null],
    ['MONTH', '2019-09-01', '2019-09-30'],
    ['MONTH', '2020-02-01', '2020-02-29'],
    ['MONTH', '2019-12-01', '2019-12-31'],
    ['SEASON', '2019-03-01', '2019-05-31'],
    ['SEASON', '2019-12-01', '2020-02-29'],
    ['YEAR', '2019-01-01', '2019-12-31'],
    ['WITHIN', '2019-09-03', '2019-09-20'],
    ['UNKNOWN', null, null],
  ])('may be %s with %s to %s', (precision, start, end) => {
    expect(() => checkEventDates(dates(precision, start, end))).not.toThrow();
  });

  it.each<readonly [DatePrecision, string | null, string | null]>([
    ['DAY', null, null],
    ['DAY', null, '2019-09-11'],
    ['MONTH', '2019-09-01', '2019-09-29'],
    ['MONTH', '2019-09-02', '2019-09-30'],
    ['MONTH', '2019-09-01', '2019-10-31'],
    ['MONTH', '2019-09-01', null],
    ['SEASON', '2019-01-01', '2019-03-31'],
    ['SEASON', '2019-12-01', '2020-02-28'],
    ['YEAR', '2019-09-01', '2020-08-31'],
    ['WITHIN', '2019-09-03', null],
    ['UNKNOWN', '2019-09-03', null],
  ])('are not %s with %s to %s', (precision, start, end) => {
    expect(refusalOf(() => checkEventDates(dates(precision, start, end)))).toMatchObject({
      code: 'EVENT_PRECISION',
      precision,
    });
  });

  it('run forwards, and so do the bounds', () => {
    const backwards = { startDate: day('2019-09-12'), endDate: day('2019-09-11') };
    expect(refusalOf(() => checkEventDates(dates('DAY', '2019-09-12', '2019-09-11'))).code).toBe('INTERVAL_BACKWARDS');
    const bounds = { notBefore: backwards.startDate, notAfter: backwards.endDate };
    expect(refusalOf(() => checkEventDates(dates('UNKNOWN', null, null, bounds))).code).toBe('INTERVAL_BACKWARDS');
  });

  it('have bounds only where the event is undated', () => {
    const bounds = { notAfter: day('2019-09-30') };
    expect(() => checkEventDates(dates('UNKNOWN', null, null, bounds))).not.toThrow();
    expect(refusalOf(() => checkEventDates(dates('DAY', '2019-09-11', null, bounds))).code).toBe(
      'EVENT_BOUNDS_OF_DATED',
    );
  });

  it('have a basis exactly where the event is dated', () => {
    const refusal = (precision: DatePrecision, start: string | null, dateBasis: string | null) =>
      refusalOf(() => checkEventDates(dates(precision, start, null, { dateBasis })));
    expect(refusal('DAY', '2019-09-11', null)).toMatchObject({ code: 'EVENT_DATE_BASIS', dated: true });
    expect(refusal('UNKNOWN', null, 'INFERRED')).toMatchObject({ code: 'EVENT_DATE_BASIS', dated: false });
  });
});

describe('a part', () => {
  const whole = dates('DAY', '2019-09-08', '2019-09-11');

  it.each([
    ['2019-09-08', '2019-09-11'],
    ['2019-09-11', null],
    [null, null],
  ])('may run from %s to %s in a parent from the 8th to the 11th', (start, end) => {
    expect(() => checkPartDates(dates(start === null ? 'UNKNOWN' : 'DAY', start, end), whole)).not.toThrow();
  });

  it.each([
    ['2019-09-07', '2019-09-09'],
    ['2019-09-10', '2019-09-12'],
    ['2019-09-12', null],
  ])('does not run from %s to %s there', (start, end) => {
    expect(refusalOf(() => checkPartDates(dates('DAY', start, end), whole)).code).toBe('EVENT_OUTSIDE_WHOLE');
  });

  it('may go on for as long as it likes where the end of its parent is not told, but not start before it', () => {
    const open = dates('DAY', '2019-09-08', null);
    expect(() => checkPartDates(dates('DAY', '2019-09-20', '2019-09-21'), open)).not.toThrow();
    expect(refusalOf(() => checkPartDates(dates('DAY', '2019-09-07', null), open)).code).toBe('EVENT_OUTSIDE_WHOLE');
  });
});

describe('the venues of an event', () => {
  it('are the places, or the main place alone', () => {
    expect(normaliseVenues(null, [])).toEqual([]);
    expect(normaliseVenues('minsk', [])).toEqual(['minsk']);
    expect(normaliseVenues('minsk', ['minsk', 'brest'])).toEqual(['minsk', 'brest']);
    expect(normaliseVenues(null, ['brest'])).toEqual(['brest']);
  });

  it('hold the main place', () => {
    expect(refusalOf(() => normaliseVenues('minsk', ['brest']))).toMatchObject({
      code: 'EVENT_PLACE_NOT_AMONG_VENUES',
      placeId: 'minsk',
    });
  });
});
