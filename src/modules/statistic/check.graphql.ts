import { builder } from '../../graphql/builder.ts';
import { type ComputedList, defineComputedList, sourceOf } from '../../graphql/computed-list.ts';
import { getRow, getRows } from '../../graphql/rows.ts';
import { listCheckableFigures } from './check.reads.ts';
import {
  checksOf,
  type CheckKind as Kind,
  type StatisticCheck as Shape,
  type CheckVerdict as Verdict,
} from './check.rules.ts';
import { NumberRange } from './number-range.graphql.ts';
import { StatisticFilter, StatisticNode } from './statistic.graphql.ts';

const CheckKind = builder.enumType('CheckKind', {
  description: 'What is recomputed.',
  values: {
    PERCENTAGE_OF_WHOLE: {
      description:
        'A stated percentage: whether some number of the things counted in the whole gives it, rounded as printed. 70 % of 3 people it cannot be.',
    },
    PART_OF_WHOLE: { description: 'A part in the unit of its whole: whether it fits into it.' },
    SUM_OF_PARTS: {
      description:
        'A whole with several parts in its unit: whether they add up to no more than it. Parts that overlap may rightly do so.',
    },
  } as const,
});

const CheckVerdict = builder.enumType('CheckVerdict', {
  description: 'What came of recomputing.',
  values: {
    CONSISTENT: { description: 'The figures can all hold. That they do hold is not shown.' },
    INCONSISTENT: { description: 'The figures cannot all hold as they were published and tied to one another.' },
    NOT_CHECKABLE: { description: 'What was published does not suffice; see `obstacle`.' },
  } as const,
});

const CheckObstacle = builder.enumType('CheckObstacle', {
  description: 'Why a figure cannot be recomputed.',
  values: {
    NO_WHOLE: { description: 'A percentage of something for which the source gives no figure.' },
    UNITS_DIFFER: { description: 'Part and whole are told in different units.' },
    WHOLE_NOT_COUNTED: {
      description: 'The whole is measured or is money, so that every percentage of it is possible.',
    },
    HEDGED: { description: 'The hedges leave no bound against which to check.' },
  } as const,
});

const StatisticCheck = builder.objectRef<Shape>('StatisticCheck').implement({
  description: 'One stated percentage or sum, recomputed from the figures to which the source ties it.',
  fields: (t) => ({
    statistic: t.field({
      type: StatisticNode,
      description: 'The figure that is checked: the percentage, the part, or the whole of a sum.',
      resolve: ({ statisticId }, _args, context, info) => getRow(context, info, 'Statistic', statisticId),
    }),
    against: t.field({
      type: [StatisticNode],
      description:
        'The figures from which it is recomputed: the whole, or the parts of a sum. Empty where there is none.',
      resolve: ({ againstIds }, _args, context, info) => getRows(context, info, 'Statistic', againstIds),
    }),
    kind: t.expose('kind', { type: CheckKind, description: 'What is recomputed.' }),
    verdict: t.expose('verdict', { type: CheckVerdict, description: 'What came of it.' }),
    obstacle: t.expose('obstacle', {
      type: CheckObstacle,
      nullable: true,
      description: 'Why it cannot be checked; null where it was.',
    }),
    stated: t.expose('stated', {
      type: NumberRange,
      nullable: true,
      description:
        'What the figure says, in its unit: a percentage with the room that rounding to its last printed digit leaves. Null for "about".',
    }),
    expected: t.expose('expected', {
      type: NumberRange,
      nullable: true,
      description:
        'What it would have to be, in its unit: the nearest percentage that a number of things gives, at most the whole, or at least the sum of the parts. Null where it cannot be checked.',
    }),
    explanation: t.exposeString('explanation', { description: 'The reckoning in an English sentence.' }),
  }),
});

const order = {
  sort: {
    name: 'check',
    keys: [
      { field: 'slug', type: 'text', direction: 'asc' },
      { field: 'kind', type: 'text', direction: 'asc' },
    ],
  },
  keysOf: ({ slug, kind }: Shape) => ({ slug, kind }),
} as const;

const StatisticChecks: ComputedList<Shape> = defineComputedList({
  ...order,
  name: 'StatisticCheck',
  node: StatisticCheck,
  plural: 'checks',
  ordered: 'by the slug of the figure, then by kind',
});

const isAmong = <T>(wanted: readonly T[] | null | undefined, value: T) => !wanted || wanted.includes(value);

builder.queryField('statisticChecks', (t) =>
  StatisticChecks.field(t, {
    description:
      'Stated percentages and sums, recomputed: every percentage, every part of a whole, and every whole with several parts.',
    args: {
      filter: t.arg({ type: StatisticFilter, description: 'Which figures to check; leave it out for all.' }),
      kinds: t.arg({ type: [CheckKind], description: 'Only these kinds; leave it out for all.' }),
      verdicts: t.arg({ type: [CheckVerdict], description: 'Only with these outcomes; leave it out for all.' }),
    },
    cost: 100,
    source: async (_root, { filter, kinds, verdicts }, { db }) => {
      const checks = (await listCheckableFigures(db, filter ?? {})).flatMap(checksOf);
      const wanted = checks.filter(
        ({ kind, verdict }) => isAmong<Kind>(kinds, kind) && isAmong<Verdict>(verdicts, verdict),
      );
      return sourceOf(wanted, order);
    },
  }),
);
