import { builder } from '../../graphql/builder.ts';
import { Change } from './change.graphql.ts';
import { changeOf } from './change.rules.ts';
import { type MonthlyAmount as MonthlyShape, monthlyAmountOf } from './monthly.rules.ts';
import { NumberRange } from './number-range.graphql.ts';
import { type Remainder as RemainderShape, remainderOf, shareOf, shareRangeOf } from './share.rules.ts';
import { StatisticNode } from './statistic.graphql.ts';

const MonthlyAmount = builder.objectRef<MonthlyShape>('MonthlyAmount').implement({
  description:
    'The amount of a period spread evenly over its months, in the unit of the figure a month. "More than 60 in 8 months" is at least 7.5 a month.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The published number by months; null only for a range.',
    }),
    lower: t.exposeFloat('lower', {
      nullable: true,
      description: 'The lower bound by months; null where the wording implies none.',
    }),
    upper: t.exposeFloat('upper', {
      nullable: true,
      description: 'The upper bound by months; null where the wording implies none.',
    }),
    months: t.exposeFloat('months', {
      description:
        'The length of the period: counted where it runs from the first to the last day of months, else its days divided by 30.436875, the mean month of the Gregorian calendar.',
    }),
  }),
});

const Remainder = builder.objectRef<RemainderShape>('Remainder').implement({
  description: 'What is left of a whole without one part of it.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Whole minus part, of the published numbers; null where one of them is a range.',
    }),
    range: t.expose('range', {
      type: NumberRange,
      nullable: true,
      description:
        'What the hedges leave of it, and what a part is by nature: not more than its whole. Null where that is all that is known.',
    }),
    unit: t.exposeString('unit', {
      description: 'UCUM code: that of part and whole, or `%` where the part is a percentage.',
    }),
  }),
});

// The columns that the numbers worked out from another figure read there.
const numbers = {
  select: {
    value: true,
    lower: true,
    upper: true,
    comparator: true,
    unit: true,
    periodStart: true,
    periodEnd: true,
  },
} as const;

builder.prismaObjectFields(StatisticNode, (t) => ({
  change: t.field({
    type: Change,
    nullable: true,
    description: 'How it compares with the baseline; null without one.',
    select: { baseline: numbers },
    resolve: (statistic) => (statistic.baseline ? changeOf(statistic, statistic.baseline) : null),
  }),
  share: t.float({
    nullable: true,
    description:
      'Its share of the whole as a fraction: part over whole where both have one unit, a hundredth of the value where the unit is `%`; else null.',
    select: { partOf: numbers },
    resolve: (statistic) => (statistic.partOf ? shareOf(statistic, statistic.partOf) : null),
  }),
  shareRange: t.field({
    type: NumberRange,
    nullable: true,
    description:
      'What the hedges leave of `share`: 615 kg of almost 626 kg are more than 0.98. Null without a share, and where any share is possible.',
    select: { partOf: numbers },
    resolve: (statistic) => (statistic.partOf ? shareRangeOf(statistic, statistic.partOf) : null),
  }),
  remainder: t.field({
    type: Remainder,
    nullable: true,
    description: 'The rest of the whole beside it; null without a whole, and where the two have different units.',
    select: { partOf: numbers },
    resolve: (statistic) => (statistic.partOf ? remainderOf(statistic, statistic.partOf) : null),
  }),
  perMonth: t.field({
    type: MonthlyAmount,
    nullable: true,
    description:
      'The amount a month. Null where the period is unknown or shorter than a month, as for a headcount on a day, and where the unit is a percentage or something per something. Of use for what adds up over time; whether a figure does is for the reader to know.',
    select: numbers.select,
    resolve: (statistic) => monthlyAmountOf(statistic),
  }),
}));
