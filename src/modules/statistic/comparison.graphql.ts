import { builder } from '../../graphql/builder.ts';
import { type ComputedList, defineComputedList, sourceOfOrdered } from '../../graphql/computed-list.ts';
import { getRow } from '../../graphql/rows.ts';
import {
  explain,
  listCaveats,
  type FigureComparison as Shape,
  walkApparentConflicts,
  walkConflicts,
} from './comparison.rules.ts';
import { findDistance } from './conflict.rules.ts';
import { rangeOf, toleratedInterval } from './figure.rules.ts';
import { Conflict, IndicatorNode } from './indicator.graphql.ts';
import { NumberRange } from './number-range.graphql.ts';
import { StatisticNode } from './statistic.graphql.ts';

const ConflictVerdict = builder.enumType('ConflictVerdict', {
  description:
    'Whether two figures of one indicator can both hold, and why; of several reasons the first in this order.',
  values: {
    CANNOT_BOTH_HOLD: { description: 'Same area, periods that overlap or are not told, and no number that fits both.' },
    DIFFERENT_SCOPE: { description: 'They describe different areas, or one of them none.' },
    PLAN_AND_RESULT: { description: 'One is a target; what came of it does not refute it.' },
    DIFFERENT_PERIOD: { description: 'Their periods have no day in common.' },
    FIGURE_AND_BASELINE: { description: 'The source itself compares the one with the other.' },
    PART_AND_WHOLE: { description: 'The source puts the one inside the other.' },
    RANGES_MEET: { description: 'The hedges leave a number that fits both.' },
  } as const,
});

const ConflictCaveat = builder.enumType('ConflictCaveat', {
  description: 'What to weigh before taking a verdict on two figures for the last word.',
  values: {
    PERIOD_NOT_TOLD: { description: 'A first or last day is not told; it is taken to lie where the periods overlap.' },
    LABELS_DIFFER: { description: 'Their labels are not the same: read in both what is counted.' },
    SAME_GIVER: { description: 'One and the same gave both; the later one may replace the earlier.' },
    TOLERANCE_ASSUMED: { description: 'One says "about", which is taken to leave 5 per cent on either side.' },
  } as const,
});

const FigureComparison = builder.objectRef<Shape>('FigureComparison').implement({
  description: 'Two figures of one indicator side by side: who says what in which scope, and whether both can hold.',
  fields: (t) => ({
    figure: t.field({
      type: StatisticNode,
      description: 'The one with the earlier slug, with its giver, label, area, period and citations.',
      resolve: ({ figure }, _args, context, info) => getRow(context, info, 'Statistic', figure.id),
    }),
    other: t.field({
      type: StatisticNode,
      description: 'The one with the later slug.',
      resolve: ({ other }, _args, context, info) => getRow(context, info, 'Statistic', other.id),
    }),
    figureRange: t.field({
      type: NumberRange,
      nullable: true,
      description: 'The numbers that do not contradict `figure`; both its bounds are taken to be included.',
      resolve: ({ figure }) => rangeOf(toleratedInterval(figure)),
    }),
    otherRange: t.field({
      type: NumberRange,
      nullable: true,
      description: 'The numbers that do not contradict `other`.',
      resolve: ({ other }) => rangeOf(toleratedInterval(other)),
    }),
    distance: t.float({
      nullable: true,
      description: 'How much lies between the two ranges, in the unit of the indicator; null where they meet.',
      resolve: ({ figure, other }) => findDistance(figure, other),
    }),
    verdict: t.expose('verdict', { type: ConflictVerdict, description: 'Whether both can hold, and why.' }),
    caveats: t.field({ type: [ConflictCaveat], description: 'What stands beside the verdict.', resolve: listCaveats }),
    explanation: t.string({
      description:
        'An English sentence made of these facts: who gives which figure for when and where, and the reason.',
      complexity: 2,
      resolve: async (comparison, _args, { loaders }) => {
        const [figureNames, otherNames] = await Promise.all([
          loaders.statistic.claimNames.load(comparison.figure.id),
          loaders.statistic.claimNames.load(comparison.other.id),
        ]);
        return explain(comparison, figureNames, otherNames);
      },
    }),
  }),
});

const order = {
  sort: {
    name: 'comparison',
    keys: [
      { field: 'slug', type: 'text', direction: 'asc' },
      { field: 'otherSlug', type: 'text', direction: 'asc' },
    ],
  },
  keysOf: ({ figure, other }: Shape) => ({ slug: figure.slug, otherSlug: other.slug }),
} as const;

export const FigureComparisons: ComputedList<Shape> = defineComputedList({
  ...order,
  name: 'FigureComparison',
  node: FigureComparison,
  plural: 'pairs of figures',
  ordered: 'by the slugs of the two figures',
});

builder.objectField(Conflict, 'pairs', (t) =>
  FigureComparisons.field(t, {
    description: 'Every two of these figures that cannot both hold, explained.',
    cost: 5,
    source: async (
      { indicatorId, statisticIds }: { indicatorId: string; statisticIds: readonly string[] },
      _args,
      { loaders },
    ) => {
      const claims = await loaders.statistic.figures.load(indicatorId);
      const disagreeing = claims.filter(({ id }) => statisticIds.includes(id));
      return sourceOfOrdered(() => walkConflicts(disagreeing), order);
    },
  }),
);

builder.prismaObjectField(IndicatorNode, 'apparentConflicts', (t) =>
  FigureComparisons.field(t, {
    description:
      'Every two of its figures that were published differently and yet may both hold, with the reason why they only seem to contradict each other.',
    cost: 5,
    source: async ({ id }: { id: string }, _args, { loaders }) => {
      const claims = await loaders.statistic.figures.load(id);
      return sourceOfOrdered(() => walkApparentConflicts(claims), order);
    },
  }),
);
