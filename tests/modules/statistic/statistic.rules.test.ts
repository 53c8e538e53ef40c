import { describe, expect, it } from 'vitest';
import { Comparator } from '../../../src/generated/prisma/enums.ts';
import { checkBaseline, normaliseBounds } from '../../../src/modules/statistic/statistic.rules.ts';
import { refusalOf } from '../refusal.ts';

const none = { value: null, lower: null, upper: null };
const IMPLIED = [
  ['EXACT', 5, 5],
  ['ABOUT', null, null],
  ['MORE_THAN', 5, null],
  ['AT_LEAST', 5, null],
  ['LESS_THAN', null, 5],
  ['ALMOST', null, 5],
  ['AT_MOST', null, 5],
] as const;

describe('the bounds of a figure', () => {
  it.each(IMPLIED)('of %s 5 are %s and %s, given or not', (comparator, lower, upper) => {
    const bounds = { value: 5, lower, upper };
    expect(normaliseBounds(comparator, { ...none, value: 5 })).toEqual(bounds);
    expect(normaliseBounds(comparator, bounds)).toEqual(bounds);
  });

  it.each(IMPLIED)('of %s 5 are no others', (comparator, lower, upper) => {
    expect(refusalOf(() => normaliseBounds(comparator, { value: 5, lower: 4, upper }))).toMatchObject({
      code: 'STATISTIC_BOUND',
      bound: 'lower',
      given: 4,
      implied: lower,
    });
    expect(refusalOf(() => normaliseBounds(comparator, { value: 5, lower, upper: 6 }))).toMatchObject({
      code: 'STATISTIC_BOUND',
      bound: 'upper',
      given: 6,
      implied: upper,
    });
  });

  it('are given for a range, which has no value', () => {
    expect(normaliseBounds('BETWEEN', { ...none, lower: 0, upper: 5 })).toEqual({ value: null, lower: 0, upper: 5 });
    for (const bounds of [
      { ...none, lower: 0 },
      { ...none, upper: 5 },
      { value: 3, lower: 0, upper: 5 },
    ]) {
      expect(refusalOf(() => normaliseBounds('BETWEEN', bounds)).code).toBe('STATISTIC_VALUE');
    }
    expect(refusalOf(() => normaliseBounds('BETWEEN', { ...none, lower: 5, upper: 0 }))).toMatchObject({
      code: 'STATISTIC_RANGE_BACKWARDS',
      lower: 5,
      upper: 0,
    });
  });

  it.each(Object.values(Comparator).filter((comparator) => comparator !== 'BETWEEN'))(
    'do not stand in for the value of %s',
    (comparator) => {
      expect(refusalOf(() => normaliseBounds(comparator, { ...none, lower: 5 }))).toMatchObject({
        code: 'STATISTIC_VALUE',
        comparator,
      });
    },
  );

  it('may be 0', () => {
    expect(normaliseBounds('EXACT', { ...none, value: 0 })).toEqual({ value: 0, lower: 0, upper: 0 });
  });
});

describe('a baseline', () => {
  it('is a figure of the same indicator', () => {
    expect(() => checkBaseline('strength', 'strength')).not.toThrow();
    expect(refusalOf(() => checkBaseline('strength', 'exports'))).toMatchObject({
      code: 'BASELINE_OF_ANOTHER_INDICATOR',
      indicatorId: 'strength',
      baselineIndicatorId: 'exports',
    });
  });
});
