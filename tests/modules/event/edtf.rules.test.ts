import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/day.ts';
import { edtfOf } from '../../../src/modules/event/edtf.rules.ts';

const of = (
  datePrecision: Parameters<typeof edtfOf>[0]['datePrecision'],
  start = '',
  end = '',
  notBefore = '',
  notAfter = '',
) =>
  edtfOf({
    datePrecision,
    startDate: parseDay(start),
    endDate: parseDay(end),
    notBefore: parseDay(notBefore),
    notAfter: parseDay(notAfter),
  });

describe('the EDTF string of an event', () => {
  it.each([
    ['a day', of('DAY', '2019-09-12', '2019-09-12'), '2019-09-12'],
    ['days', of('DAY', '2019-09-11', '2019-09-13'), '2019-09-11/2019-09-13'],
    ['days without a known end', of('DAY', '2019-09-02'), '2019-09-02/'],
    ['a month', of('MONTH', '2019-09-01', '2019-09-30'), '2019-09'],
    ['a spring', of('SEASON', '2019-03-01', '2019-05-31'), '2019-21'],
    ['a winter, by the year in which it starts', of('SEASON', '2018-12-01', '2019-02-28'), '2018-24'],
    ['a year', of('YEAR', '2018-01-01', '2018-12-31'), '2018'],
    ['some day within', of('WITHIN', '2019-09-01', '2019-09-30'), '[2019-09-01..2019-09-30]'],
    ['an earlier day', of('UNKNOWN', '', '', '', '2019-09-04'), '[..2019-09-04]'],
    ['a later day', of('UNKNOWN', '', '', '2019-09-04'), '[2019-09-04..]'],
    ['nothing', of('UNKNOWN'), null],
  ])('is right for %s', (_what, actual, expected) => {
    expect(actual).toBe(expected);
  });
});
