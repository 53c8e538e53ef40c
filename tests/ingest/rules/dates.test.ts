import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/ingest/rules/dates.ts';
import { findRelativeDates } from '../../../src/ingest/rules/relative-dates.ts';

const OCTOBER = { start: '2030-10-01', end: '2030-10-31' };
const JANUARY = { start: '2031-01-01', end: '2031-01-31' };
const read = (text: string, period = OCTOBER) =>
  findDates(text, period).map(({ from, to, precision }) => [from, to, precision]);

describe('findDates', () => {
  it.each([
    ['On October 3 the boat sank.', ['2030-10-03', '2030-10-03', 'DAY']],
    ['On October 3, 2029, the boat sank.', ['2029-10-03', '2029-10-03', 'DAY']],
    ['On the 3rd of October it sank.', ['2030-10-03', '2030-10-03', 'DAY']],
    ['It sank on 3 October.', ['2030-10-03', '2030-10-03', 'DAY']],
    ['On October 3-5 they fished.', ['2030-10-03', '2030-10-05', 'DAY']],
    ['From 3 to 5 October they fished.', ['2030-10-03', '2030-10-05', 'DAY']],
    ['From October 3 to 5 they fished.', ['2030-10-03', '2030-10-05', 'DAY']],
    ['Between October 3 and 5 they fished.', ['2030-10-03', '2030-10-05', 'DAY']],
    ['Between September 28 and October 2, 2030 they fished.', ['2030-09-28', '2030-10-02', 'DAY']],
    ['On September 28 – October 2 they fished.', ['2030-09-28', '2030-10-02', 'DAY']],
    ['In October, nets were mended.', ['2030-10-01', '2030-10-31', 'MONTH']],
    ['In early May 2029 nets were mended.', ['2029-05-01', '2029-05-31', 'MONTH']],
    ['In the autumn of 2029 nets were mended.', ['2029-09-01', '2029-11-30', 'SEASON']],
    ['In the winter of 2030 the lake froze.', ['2029-12-01', '2030-02-28', 'SEASON']],
    ['On 2030-10-07 it rained.', ['2030-10-07', '2030-10-07', 'DAY']],
    ['On 07.10.2030 it rained.', ['2030-10-07', '2030-10-07', 'DAY']],
    ['On 7-9.10.2030 it rained.', ['2030-10-07', '2030-10-09', 'DAY']],
    ['From October 3 through October 5 they fished.', ['2030-10-03', '2030-10-05', 'DAY']],
    ['From 30 September till 2 October they fished.', ['2030-09-30', '2030-10-02', 'DAY']],
    ['From December 30, 2029 to January 2, 2030 they fished.', ['2029-12-30', '2030-01-02', 'DAY']],
    ['On October 3, 4 and 5 they fished.', ['2030-10-03', '2030-10-05', 'DAY']],
    ['On 3 and 4 October they fished.', ['2030-10-03', '2030-10-04', 'DAY']],
    ['On the night of October 3 to 4 it rained.', ['2030-10-03', '2030-10-04', 'WITHIN']],
    ['By Decree No. 7 of October 3 it was mended.', ['2030-10-03', '2030-10-03', 'DAY']],
    ['It had rained as early as September.', ['2030-09-01', '2030-09-30', 'MONTH']],
    ['On Thursday, October 3, it rained.', ['2030-10-03', '2030-10-03', 'DAY']],
    ['In the first decade of October it rained.', ['2030-10-01', '2030-10-10', 'WITHIN']],
    ['In the second half of October it rained.', ['2030-10-16', '2030-10-31', 'WITHIN']],
    ['During the last ten days of October it rained.', ['2030-10-22', '2030-10-31', 'WITHIN']],
    ['At the end of the month it rained.', ['2030-10-01', '2030-10-31', 'MONTH']],
    ['Mid-October was dry.', ['2030-10-01', '2030-10-31', 'MONTH']],
    ['In August and September nets were mended.', ['2030-08-01', '2030-09-30', 'MONTH']],
    ['In the second quarter of 2030 nets were mended.', ['2030-04-01', '2030-06-30', 'WITHIN']],
    ['In the second half of 2030 nets were mended.', ['2030-07-01', '2030-12-31', 'WITHIN']],
    ['The ship was built back in 2024.', ['2024-01-01', '2024-12-31', 'YEAR']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('takes the year that is nearest to the period', () => {
    expect(read('On December 30 and then on January 2 it snowed.', JANUARY)).toEqual([
      ['2030-12-30', '2030-12-30', 'DAY'],
      ['2031-01-02', '2031-01-02', 'DAY'],
    ]);
    expect(read('On December 30 – January 2 it snowed.', JANUARY)).toEqual([['2030-12-30', '2031-01-02', 'DAY']]);
  });

  it.each([
    'On October 32 nothing happened.',
    'On 30 February it did.',
    'They may march on.',
    'The 3-5 boats cost 10/11/12 crowns.',
    'The plan is for 2030-2031.',
    'The meeting of the 16th crew',
    'There were more boats than in 2029.',
    'In 2030 they will fish.',
  ])('finds no day in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('knows the words that point at days told before', () => {
    const relations = (text: string) => findRelativeDates(text).map(({ relation }) => relation);
    expect(relations('On the same day they left. At the same time, in Riga they sang.')).toEqual(['SAME', 'SAME']);
    expect(relations('The next day it rained, the day before it had not.')).toEqual(['NEXT', 'PREVIOUS']);
    expect(relations('At the same time it is too early to judge.')).toEqual([]);
    const far = (text: string) => findRelativeDates(text).map(({ relation, count }) => [relation, count]);
    expect(far('Two days after that they left, a week later they were back.')).toEqual([
      ['NEXT', 2],
      ['NEXT', 7],
    ]);
    expect(far('On the third day of the visit they fished, on the final day of it they sang.')).toEqual([
      ['FROM_START', 2],
      ['LAST', 1],
    ]);
  });
});
