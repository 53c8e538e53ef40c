import { builder } from '../../graphql/builder.ts';
import type { Change as Shape } from './change.rules.ts';
import { NumberRange } from './number-range.graphql.ts';

const ChangeWarning = builder.enumType('ChangeWarning', {
  description: 'Why a comparison tells less than its numbers seem to.',
  values: {
    UNEQUAL_PERIODS: { description: 'Periods of different length are set against each other: see `perMonthRatio`.' },
    UNKNOWN_PERIOD: { description: 'A period is not told, so that their lengths cannot be compared.' },
    HEDGED: { description: 'A number is hedged, "about" or "more than": the ranges tell what is certain.' },
  } as const,
});

export const Change = builder.objectRef<Shape>('Change').implement({
  description:
    'A figure against its baseline, worked out from the two published numbers. Beside each number stands its range, into which the hedges are carried; a range is null where they leave it open on both sides, as "about" does.',
  fields: (t) => ({
    absolute: t.exposeFloat('absolute', {
      nullable: true,
      description: 'Figure minus baseline, in their unit; null where one of them is a range.',
    }),
    absoluteRange: t.expose('absoluteRange', {
      type: NumberRange,
      nullable: true,
      description: 'What the hedges leave of `absolute`, in the same unit.',
    }),
    ratio: t.exposeFloat('ratio', {
      nullable: true,
      description: 'Figure divided by baseline; null where one is a range or the baseline is 0.',
    }),
    ratioRange: t.expose('ratioRange', {
      type: NumberRange,
      nullable: true,
      description: 'What the hedges leave of `ratio`; null also where the baseline may be 0.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'The change in per cent of the baseline: 20 for a growth by a fifth; null as for `ratio`.',
    }),
    percentRange: t.expose('percentRange', {
      type: NumberRange,
      nullable: true,
      description: 'What the hedges leave of `percent`; null as for `ratioRange`.',
    }),
    perMonthRatio: t.exposeFloat('perMonthRatio', {
      nullable: true,
      description:
        '`ratio` of the monthly amounts, which sets eight months against twelve fairly: 1.125 where `ratio` is 0.75. Null as for `ratio`, and where one of the two has no `perMonth`.',
    }),
    perMonthRatioRange: t.expose('perMonthRatioRange', {
      type: NumberRange,
      nullable: true,
      description: 'What the hedges leave of `perMonthRatio`; null as for `ratioRange`.',
    }),
    periodsComparable: t.exposeBoolean('periodsComparable', {
      nullable: true,
      description:
        'Whether both cover periods of equal length. False warns of eight months set against a year; null when a period is unknown.',
    }),
    warnings: t.expose('warnings', {
      type: [ChangeWarning],
      description: 'What to keep in mind, for programs; empty where exact numbers for equal periods are compared.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What to keep in mind, in English sentences; null where there is no warning.',
    }),
  }),
});
