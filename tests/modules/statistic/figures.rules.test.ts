import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/day.ts';
import { arePeriodsComparable, changeOf, shareOf } from '../../../src/modules/statistic/change.rules.ts';
import { conflictGroups, doConflict, type Figure } from '../../../src/modules/statistic/conflict.rules.ts';

const period = (start = '', end = '') => ({ periodStart: parseDay(start), periodEnd: parseDay(end) });

describe('a change', () => {
  it('is worked out from the published decimals', () => {
    const change = changeOf({ value: 1054.6, ...period('2019-01-01', '2019-08-31') }, { value: 449.11, ...period() });
    expect(change).toEqual({
      absolute: 605.49,
      ratio: 1054.6 / 449.11,
      percent: 134.819977288,
      periodsComparable: null,
    });
  });

  it('has no ratio to nothing, and no numbers to a range', () => {
    expect(changeOf({ value: 5, ...period() }, { value: 0, ...period() })).toMatchObject({ absolute: 5, ratio: null });
    expect(changeOf({ value: null, ...period() }, { value: 4, ...period() })).toMatchObject({
      absolute: null,
      percent: null,
    });
  });

  it.each([
    ['two months of unequal days', period('2019-01-01', '2019-01-31'), period('2019-02-01', '2019-02-28'), true],
    ['eight months and a year', period('2019-01-01', '2019-08-31'), period('2018-01-01', '2018-12-31'), false],
    ['three days and three days', period('2019-09-01', '2019-09-03'), period('2018-05-05', '2018-05-07'), true],
    ['a known and an unknown period', period('2019-09-01', '2019-09-03'), period(), null],
  ])('tells of %s whether they compare', (_what, one, other, expected) => {
    expect(arePeriodsComparable(one, other)).toBe(expected);
  });
});

describe('a share', () => {
  it('is part over whole in one unit, and a percentage over 100 in any', () => {
    expect(shareOf({ value: 60, unit: '{aircraft}' }, { value: 240, unit: '{aircraft}' })).toBe(0.25);
    expect(shareOf({ value: 70, unit: '%' }, { value: 230, unit: '{person}' })).toBe(0.7);
    expect(shareOf({ value: 60, unit: '{aircraft}' }, { value: 240, unit: '{person}' })).toBeNull();
    expect(shareOf({ value: 60, unit: 'kg' }, { value: null, unit: 'kg' })).toBeNull();
  });
});

describe('a conflict', () => {
  const figure = (id: string, value: number, more: Partial<Figure> = {}): Figure => ({
    id,
    indicatorId: 'i',
    areaId: 'BY',
    value,
    lower: value,
    upper: value,
    comparator: 'EXACT',
    nature: 'REPORTED',
    ...period(),
    baselineId: null,
    partOfId: null,
    ...more,
  });
  const about = (id: string, value: number) => figure(id, value, { comparator: 'ABOUT', lower: null, upper: null });
  const [a, b] = [figure('a', 75_000), figure('b', 70_000)];

  it.each([
    ['two exact figures that differ', a, b, true],
    ['two that are equal', a, figure('b', 75_000), false],
    ['a figure itself', a, a, false],
    ['"more than 70" and 75', a, figure('b', 70_000, { comparator: 'MORE_THAN', upper: null }), false],
    ['"more than 80" and 75', a, figure('b', 80_000, { comparator: 'MORE_THAN', upper: null }), true],
    ['"about 74" and 75', a, about('b', 74_000), false],
    ['"about 65" and 75', a, about('b', 65_000), true],
    ['"about 65" and "about 68"', about('a', 65_000), about('b', 68_000), false],
    ['another area', a, { ...b, areaId: 'RU' }, false],
    ['another indicator', a, { ...b, indicatorId: 'j' }, false],
    ['a plan and a result', a, { ...b, nature: 'PLANNED' as const }, false],
    ['a figure and its baseline', a, { ...b, baselineId: 'a' }, false],
    ['a part and its whole', { ...a, partOfId: 'b' }, b, false],
    [
      'periods apart',
      { ...a, ...period('2019-01-01', '2019-01-31') },
      { ...b, ...period('2019-02-01', '2019-02-28') },
      false,
    ],
    [
      'periods that overlap',
      { ...a, ...period('2019-01-01', '2019-06-30') },
      { ...b, ...period('2019-06-30', '2019-12-31') },
      true,
    ],
    ['a period and an unknown one', { ...a, ...period('2019-01-01', '2019-01-31') }, b, true],
  ])('is judged for %s, from either side', (_what, one, other, expected) => {
    expect([doConflict(one, other), doConflict(other, one)]).toEqual([expected, expected]);
  });

  it('puts figures together that are linked through others', () => {
    const groups = conflictGroups([about('x', 65_000), figure('y', 67_000), figure('z', 75_000), figure('w', 75_000)]);
    expect(groups).toEqual([['x', 'y', 'z', 'w']]);
    expect(conflictGroups([a, figure('c', 75_000)])).toEqual([]);
  });
});
