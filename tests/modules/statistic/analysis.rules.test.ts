import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparator } from '../../../src/generated/prisma/enums.ts';
import { isoDay, parseDay } from '../../../src/lib/day.ts';
import { contains } from '../../../src/lib/interval-arithmetic.ts';
import { type CheckableFigure, checksOf } from '../../../src/modules/statistic/check.rules.ts';
import {
  type Claim,
  explain,
  listCaveats,
  walkApparentConflicts,
  walkConflicts,
} from '../../../src/modules/statistic/comparison.rules.ts';
import { conflictsByFigure, findDistance } from '../../../src/modules/statistic/conflict.rules.ts';
import { toleratedInterval } from '../../../src/modules/statistic/figure.rules.ts';
import { createSeries } from '../../../src/modules/statistic/series.rules.ts';
import { normaliseBounds } from '../../../src/modules/statistic/statistic.rules.ts';

const hedged = (comparator: Comparator, value: number) => ({
  ...normaliseBounds(comparator, { value, lower: null, upper: null }),
  comparator,
});

describe('a series', () => {
  const figure = (id: string, start = '', end = '') => ({ id, periodStart: parseDay(start), periodEnd: parseDay(end) });
  const shown = (figures: Parameters<typeof createSeries>[0]) =>
    createSeries(figures).map(({ periodStart, periodEnd, statisticIds, isGap }) => [
      periodStart && isoDay(periodStart),
      periodEnd && isoDay(periodEnd),
      isGap ? 'gap' : statisticIds.join(),
    ]);

  it('runs in time, tells the days between, and puts what has no day at the end', () => {
    expect(
      shown([
        figure('undated'),
        figure('march', '2019-03-01', '2019-03-31'),
        figure('january', '2019-01-01', '2019-01-31'),
        figure('again', '2019-01-01', '2019-01-31'),
        figure('week', '2019-01-06', '2019-01-12'),
        figure('april', '2019-04-01', '2019-04-30'),
        figure('until june', '', '2019-06-30'),
        figure('from august', '2019-08-01'),
        figure('september', '2019-09-01', '2019-09-30'),
      ]),
    ).toEqual([
      ['2019-01-01', '2019-01-31', 'january,again'],
      ['2019-01-06', '2019-01-12', 'week'],
      ['2019-02-01', '2019-02-28', 'gap'],
      ['2019-03-01', '2019-03-31', 'march'],
      ['2019-04-01', '2019-04-30', 'april'],
      [null, '2019-06-30', 'until june'],
      ['2019-07-01', '2019-07-31', 'gap'],
      ['2019-08-01', null, 'from august'],
      ['2019-08-02', '2019-08-31', 'gap'],
      ['2019-09-01', '2019-09-30', 'september'],
      [null, null, 'undated'],
    ]);
  });

  it('has every figure once, and gaps that no figure touches', () => {
    const day = fc.option(fc.integer({ min: 1, max: 60 }));
    const figures = fc.array(fc.record({ start: day, length: fc.option(fc.integer({ min: 0, max: 9 })) }), {
      maxLength: 12,
    });
    const at = (n: number) => new Date(Date.UTC(2019, 0, n));
    fc.assert(
      fc.property(figures, (drawn) => {
        const rows = drawn.map(({ start, length }, index) => ({
          id: String(index),
          periodStart: start === null ? null : at(start),
          periodEnd: start === null || length === null ? null : at(start + length),
        }));
        const series = createSeries(rows);
        expect(series.flatMap(({ statisticIds }) => statisticIds).sort()).toEqual(rows.map(({ id }) => id).sort());
        for (const gap of series.filter(({ isGap }) => isGap)) {
          for (const { periodStart, periodEnd } of rows) {
            if (!periodStart) continue;
            expect(
              (periodEnd ?? periodStart) < (gap.periodStart as Date) || periodStart > (gap.periodEnd as Date),
            ).toBe(true);
          }
        }
      }),
    );
  });
});

describe('figures side by side', () => {
  const claim = (slug: string, more: Partial<Claim> = {}): Claim => ({
    id: slug,
    slug,
    indicatorId: 'i',
    label: 'Strength',
    areaId: 'BY',
    ...hedged('EXACT', 75),
    unit: '{person}',
    nature: 'REPORTED',
    periodStart: parseDay('2019-09-01'),
    periodEnd: parseDay('2019-09-30'),
    baselineId: null,
    partOfId: null,
    givenByActorId: null,
    givenByOrganisationId: null,
    givenByCountryId: null,
    ...more,
  });
  const one = claim('a');

  it.each([
    ['CANNOT_BOTH_HOLD', claim('b', hedged('EXACT', 70)), 5],
    ['CANNOT_BOTH_HOLD', claim('b', hedged('ABOUT', 60)), 12],
    ['DIFFERENT_SCOPE', claim('b', { ...hedged('EXACT', 70), areaId: null }), 5],
    ['PLAN_AND_RESULT', claim('b', { ...hedged('EXACT', 70), nature: 'PLANNED' }), 5],
    [
      'DIFFERENT_PERIOD',
      claim('b', { ...hedged('EXACT', 70), periodStart: parseDay('2019-10-01'), periodEnd: null }),
      5,
    ],
    ['FIGURE_AND_BASELINE', claim('b', { ...hedged('EXACT', 70), baselineId: 'a' }), 5],
    ['PART_AND_WHOLE', claim('b', { ...hedged('EXACT', 70), partOfId: 'a' }), 5],
    ['RANGES_MEET', claim('b', hedged('MORE_THAN', 70)), null],
  ])('%s', (verdict, other, distance) => {
    const found = [...walkConflicts([other, one]), ...walkApparentConflicts([other, one])];
    expect(found).toMatchObject([{ figure: { id: 'a' }, other: { id: 'b' }, verdict }]);
    expect(findDistance(one, other)).toBe(distance);
    expect([...walkConflicts([one, other])]).toHaveLength(verdict === 'CANNOT_BOTH_HOLD' ? 1 : 0);
  });

  it('tells who says what, and what to weigh', () => {
    const other = claim('b', {
      ...hedged('ABOUT', 60),
      periodEnd: null,
      label: 'Strength without civilians',
      givenByActorId: 'x',
    });
    const [found] = walkConflicts([claim('a', { givenByActorId: 'x' }), other]);
    expect(found && listCaveats(found)).toEqual([
      'PERIOD_NOT_TOLD',
      'LABELS_DIFFER',
      'SAME_GIVER',
      'TOLERANCE_ASSUMED',
    ]);
    expect(found && explain(found, { giver: 'X', area: 'Y' }, { giver: null, area: null })).toBe(
      'X gives 75 in Y for 2019-09-01 to 2019-09-30; Nobody named gives about 60 for a time from 2019-09-01 on, whose end is not told. They allow 75 and 57 to 63, which leaves 12 between them.',
    );
  });

  it('does not set equal figures against each other', () => {
    expect([...walkConflicts([one, claim('b')]), ...walkApparentConflicts([one, claim('b')])]).toEqual([]);
  });

  it('finds the same conflicts in pairs as by figure, and in no pair both ways', () => {
    const comparators: readonly Comparator[] = [
      'EXACT',
      'ABOUT',
      'MORE_THAN',
      'AT_LEAST',
      'LESS_THAN',
      'ALMOST',
      'AT_MOST',
    ];
    const drawn = fc.record({
      comparator: fc.constantFrom(...comparators),
      value: fc.integer({ min: 0, max: 6 }),
      areaId: fc.constantFrom('BY', null),
      end: fc.option(fc.integer({ min: 1, max: 3 })),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), (figures) => {
        const claims = figures.map(({ comparator, value, areaId, end }, index) =>
          claim(String(index), {
            ...hedged(comparator, value),
            areaId,
            periodStart: end === null ? null : new Date(Date.UTC(2019, 0, end)),
            periodEnd: end === null ? null : new Date(Date.UTC(2019, 0, end)),
          }),
        );
        const conflicts = [...walkConflicts(claims)];
        const byFigure = [...conflictsByFigure(claims)].flatMap(([id, others]) =>
          others.map((other) => `${id} ${other}`),
        );
        const both = conflicts.flatMap(({ figure, other }) => [`${figure.id} ${other.id}`, `${other.id} ${figure.id}`]);
        expect(both.sort()).toEqual(byFigure.sort());
        for (const { figure, other } of conflicts) {
          expect(findDistance(figure, other)).toBeGreaterThan(0);
          for (let n = -1; n <= 7; n += 0.5) {
            expect(contains(toleratedInterval(figure), n) && contains(toleratedInterval(other), n)).toBe(false);
          }
        }
      }),
    );
  });
});

describe('a check', () => {
  const figure = (value: number, more: Partial<CheckableFigure> = {}): CheckableFigure => ({
    id: String(value),
    slug: String(value),
    unit: '{person}',
    ...hedged('EXACT', value),
    partOf: null,
    parts: [],
    ...more,
  });
  const percentage = (value: number, partOf: CheckableFigure | null, more: Partial<CheckableFigure> = {}) =>
    figure(value, { unit: '%', partOf, ...more });

  it.each([
    ['70 % of 230 people', percentage(70, figure(230)), 'CONSISTENT', null, 70],
    ['70 % of 3 people', percentage(70, figure(3)), 'INCONSISTENT', null, 66.6666666667],
    ['66.7 % of 3 people', percentage(66.7, figure(3)), 'CONSISTENT', null, 66.6666666667],
    ['67 % of 3 people', percentage(67, figure(3)), 'CONSISTENT', null, 66.6666666667],
    ['12.5 % of 8, half-way between roundings', percentage(13, figure(8)), 'CONSISTENT', null, 12.5],
    ['110 % of 230 people', percentage(110, figure(230)), 'INCONSISTENT', null, 0],
    ['70 % of about 230 people', percentage(70, figure(230, hedged('ABOUT', 230))), 'NOT_CHECKABLE', 'HEDGED', null],
    ['more than 70 %', percentage(70, figure(3), hedged('MORE_THAN', 70)), 'NOT_CHECKABLE', 'HEDGED', null],
    ['70 % of 3 kg', percentage(70, figure(3, { unit: 'kg' })), 'NOT_CHECKABLE', 'WHOLE_NOT_COUNTED', null],
    ['70 % of 3 euros', percentage(70, figure(3, { unit: '{EUR}' })), 'NOT_CHECKABLE', 'WHOLE_NOT_COUNTED', null],
    ['70 % of nobody', percentage(70, figure(0)), 'NOT_CHECKABLE', 'WHOLE_NOT_COUNTED', null],
    ['70 % of what is not told', percentage(70, null), 'NOT_CHECKABLE', 'NO_WHOLE', null],
    ['3 of 10', figure(3, { partOf: figure(10) }), 'CONSISTENT', null, 0],
    ['11 of 10', figure(11, { partOf: figure(10) }), 'INCONSISTENT', null, 0],
    ['10 of less than 10', figure(10, { partOf: figure(10, hedged('LESS_THAN', 10)) }), 'INCONSISTENT', null, 0],
    ['10 of at most 10', figure(10, { partOf: figure(10, hedged('AT_MOST', 10)) }), 'CONSISTENT', null, 0],
    ['more than 10 of 10', figure(10, { ...hedged('MORE_THAN', 10), partOf: figure(10) }), 'INCONSISTENT', null, 0],
    ['3 of more than 2', figure(3, { partOf: figure(2, hedged('MORE_THAN', 2)) }), 'NOT_CHECKABLE', 'HEDGED', null],
    ['3 people of 10 kg', figure(3, { partOf: figure(10, { unit: 'kg' }) }), 'NOT_CHECKABLE', 'UNITS_DIFFER', null],
    ['10 of 4 and 6', figure(10, { parts: [figure(4), figure(6)] }), 'CONSISTENT', null, 10],
    ['10 of 4 and 7', figure(10, { parts: [figure(4), figure(7)] }), 'INCONSISTENT', null, 11],
    ['10 of about 4 and 7', figure(10, { parts: [figure(4, hedged('ABOUT', 4)), figure(7)] }), 'CONSISTENT', null, 7],
    [
      '10 of about 4 and about 7',
      figure(10, { parts: [figure(4, hedged('ABOUT', 4)), figure(7, hedged('ABOUT', 7))] }),
      'NOT_CHECKABLE',
      'HEDGED',
      null,
    ],
  ])('of %s', (_what, subject, verdict, obstacle, expected) => {
    const [check, ...others] = checksOf(subject);
    expect(others).toEqual([]);
    expect(check).toMatchObject({ verdict, obstacle });
    expect(check?.expected?.lower ?? null).toBe(expected);
  });

  it('has nothing to say of a figure that is tied to none', () => {
    expect(checksOf(figure(3))).toEqual([]);
    expect(checksOf(figure(3, { parts: [figure(2)] }))).toEqual([]);
  });

  it('believes every percentage that was honestly rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(),
        fc.integer({ min: 0, max: 3 }),
        (whole, draw, decimals) => {
          const count = draw % (whole + 1);
          const printed = Number(((count / whole) * 100).toFixed(decimals));
          // Trailing zeros are lost with the number: "70.0" is 70 here, which only leaves more room.
          expect(checksOf(percentage(printed, figure(whole)))[0]?.verdict).toBe('CONSISTENT');
        },
      ),
      { numRuns: 300 },
    );
  });
});
