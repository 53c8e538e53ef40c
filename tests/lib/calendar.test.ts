import { describe, expect, it } from 'vitest';
import { type CalendarUnit, listPeriods, periodLabel, periodOf } from '../../src/lib/calendar.ts';
import { isoDay, parseDay } from '../../src/lib/day.ts';

const day = (text: string) => parseDay(text) as Date;

describe('the period of a day', () => {
  it.each([
    ['DAY', '2019-09-11', '2019-09-11', '2019-09-11', '2019-09-11'],
    ['WEEK', '2019-09-11', '2019-09-09', '2019-09-15', '2019-W37'],
    ['WEEK', '2019-09-15', '2019-09-09', '2019-09-15', '2019-W37'],
    // ISO 8601: the last days of a year may lie in week 1 of the next, and the first in the last of the one before.
    ['WEEK', '2018-12-31', '2018-12-31', '2019-01-06', '2019-W01'],
    ['WEEK', '2021-01-03', '2020-12-28', '2021-01-03', '2020-W53'],
    ['MONTH', '2020-02-29', '2020-02-01', '2020-02-29', '2020-02'],
    ['MONTH', '2019-12-31', '2019-12-01', '2019-12-31', '2019-12'],
    ['QUARTER', '2019-09-30', '2019-07-01', '2019-09-30', '2019-Q3'],
    ['QUARTER', '2019-10-01', '2019-10-01', '2019-12-31', '2019-Q4'],
    ['YEAR', '2019-09-11', '2019-01-01', '2019-12-31', '2019'],
    ['YEAR', '0033-04-03', '0033-01-01', '0033-12-31', '0033'],
  ] as const)('of a %s is right for %s', (unit: CalendarUnit, of, from, to, label) => {
    const period = periodOf(day(of), unit);
    expect([isoDay(period.from), isoDay(period.to), periodLabel(period.from, unit)]).toEqual([from, to, label]);
  });
});

describe('the periods of a range', () => {
  it('are all that it touches', () => {
    const periods = listPeriods(day('2019-11-30'), day('2020-02-01'), 'MONTH', 100);
    expect(periods.map(({ from }) => isoDay(from))).toEqual(['2019-11-01', '2019-12-01', '2020-01-01', '2020-02-01']);
  });

  it('end at the limit', () => {
    expect(listPeriods(day('0001-01-01'), day('9999-12-31'), 'DAY', 3)).toHaveLength(3);
  });
});
