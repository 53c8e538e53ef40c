import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparator } from '../../../src/generated/prisma/enums.ts';
import { parseDay } from '../../../src/lib/day.ts';
import { changeOf } from '../../../src/modules/statistic/change.rules.ts';
import { conflictGroups, doConflict, type Figure } from '../../../src/modules/statistic/conflict.rules.ts';
import type { NumberRange } from '../../../src/modules/statistic/figure.rules.ts';
import { monthlyAmountOf } from '../../../src/modules/statistic/monthly.rules.ts';
import { arePeriodsComparable } from '../../../src/modules/statistic/period.rules.ts';
import { remainderOf, shareOf, shareRangeOf } from '../../../src/modules/statistic/share.rules.ts';
import { normaliseBounds } from '../../../src/modules/statistic/statistic.rules.ts';

const period = (start = '', end = '') => ({ periodStart: parseDay(start), periodEnd: parseDay(end) });

const hedged = (comparator: Comparator, value: number) => ({
  unit: 'kg',
  ...normaliseBounds(comparator, { value, lower: null, upper: null }),
  comparator,
});
const exact = (value: number) => hedged('EXACT', value);

describe('a change', () => {
  it('is worked out from the published decimals', () => {
    const change = changeOf(
      { ...exact(1054.6), ...period('2019-01-01', '2019-08-31') },
      { ...exact(449.11), ...period() },
    );
    expect(change).toMatchObject({
      absolute: 605.49,
      ratio: 1054.6 / 449.11,
      percent: 134.819977288,
      periodsComparable: null,
      warnings: ['UNKNOWN_PERIOD'],
    });
    expect(change.absoluteRange).toMatchObject({ lower: 605.49, upper: 605.49, lowerIncluded: true });
  });

  it('has no ratio to nothing, and no numbers to a range', () => {
    const none = { value: null, lower: 2, upper: 4, comparator: 'BETWEEN' as const, unit: 'kg' };
    expect(changeOf({ ...exact(5), ...period() }, { ...exact(0), ...period() })).toMatchObject({
      absolute: 5,
      ratio: null,
      ratioRange: null,
    });
    expect(changeOf({ ...none, ...period() }, { ...exact(4), ...period() })).toMatchObject({
      absolute: null,
      absoluteRange: { lower: -2, upper: 0 },
      percent: null,
      percentRange: { lower: -50, upper: 0 },
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

describe('what the hedges leave', () => {
  it('of a weapon count of eight months against a year: less altogether, more a month', () => {
    const figure = { ...hedged('MORE_THAN', 60), ...period('2019-01-01', '2019-08-31') };
    const baseline = { ...exact(80), ...period('2018-01-01', '2018-12-31') };
    expect(changeOf(figure, baseline)).toMatchObject({
      ratio: 0.75,
      ratioRange: { lower: 0.75, upper: null, lowerIncluded: false, upperIncluded: false },
      percentRange: { lower: -25, upper: null },
      perMonthRatio: 1.125,
      perMonthRatioRange: { lower: 1.125, upper: null },
      warnings: ['UNEQUAL_PERIODS', 'HEDGED'],
      note: expect.stringContaining('A figure for 8 months is set against one for 12 months.'),
    });
    expect(monthlyAmountOf(figure)).toEqual({ value: 7.5, lower: 7.5, upper: null, months: 8 });
    expect(changeOf(figure, { ...baseline, ...hedged('ABOUT', 80) })).toMatchObject({
      absoluteRange: null,
      ratioRange: null,
    });
  });

  it('never leaves out the plain number, which is one of those possible', () => {
    const comparator = fc.constantFrom<Comparator>('EXACT', 'ALMOST', 'MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST');
    const figure = fc
      .record({ comparator, value: fc.integer({ min: 1, max: 100_000 }), places: fc.constantFrom(1, 10, 100) })
      .map(({ value, places, ...more }) => ({ ...hedged(more.comparator, value / places), ...period() }));
    const holds = (range: NumberRange | null, value: number | null | undefined) => {
      if (range === null || value == null) return;
      expect(value).toBeGreaterThanOrEqual(range.lower ?? Number.NEGATIVE_INFINITY);
      expect(value).toBeLessThanOrEqual(range.upper ?? Number.POSITIVE_INFINITY);
    };
    const months = period('2019-01-01', '2019-08-31');
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        const change = changeOf({ ...one, ...months }, { ...other, ...period('2018-01-01', '2018-12-31') });
        holds(change.absoluteRange, change.absolute);
        holds(change.ratioRange, change.ratio);
        holds(change.percentRange, change.percent);
        holds(change.perMonthRatioRange, change.perMonthRatio);
        const amount = monthlyAmountOf({ ...one, ...months });
        if (amount) holds({ ...amount, lowerIncluded: true, upperIncluded: true }, amount.value);
        const share = shareOf(one, other);
        if (share !== null && share <= 1) {
          holds(shareRangeOf(one, other), share);
          holds(remainderOf(one, other)?.range ?? null, remainderOf(one, other)?.value);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of a share and of the rest', () => {
    const [part, whole] = [exact(615), hedged('ALMOST', 626)];
    expect(shareRangeOf(part, whole)).toMatchObject({ lower: 615 / 626, lowerIncluded: false, upper: 1 });
    expect(remainderOf(part, whole)).toEqual({
      value: 11,
      range: { lower: 0, upper: 11, lowerIncluded: true, upperIncluded: false },
      unit: 'kg',
    });
    expect(remainderOf({ ...exact(70), unit: '%' }, whole)).toMatchObject({
      value: 30,
      unit: '%',
      range: { lower: 30 },
    });
    expect(shareRangeOf({ ...hedged('AT_LEAST', 70), unit: '%' }, whole)).toMatchObject({ lower: 0.7, upper: 1 });
    expect([shareRangeOf(hedged('ABOUT', 60), hedged('ABOUT', 200)), remainderOf(hedged('ABOUT', 6), whole)]).toEqual([
      null,
      { value: 620, range: { lower: 0, upper: 626, lowerIncluded: true, upperIncluded: false }, unit: 'kg' },
    ]);
    // A part greater than its whole is a mistake to be seen, not one to be hidden by what parts are by nature.
    expect([shareRangeOf(exact(6), exact(4))?.lower, remainderOf(exact(6), exact(4))?.range?.upper]).toEqual([1.5, -2]);
  });

  it.each([
    ['a stretch by its days', { ...exact(60), ...period('2019-01-10', '2019-03-09') }, 1.93843816095],
    ['a day', { ...exact(60), ...period('2019-01-10', '2019-01-10') }, undefined],
    ['an unknown end', { ...exact(60), ...period('2019-01-10') }, undefined],
    ['a percentage', { ...exact(60), ...period('2019-01-01', '2019-12-31'), unit: '%' }, undefined],
    ['a rate', { ...exact(60), ...period('2019-01-01', '2019-12-31'), unit: 'min/{tank}' }, undefined],
  ])('a month, for %s', (_what, figure, months) => {
    expect(monthlyAmountOf(figure)?.months).toBe(months);
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
