import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, sortBy } from '../../graphql/list.ts';
import { getRow, getRows } from '../../graphql/rows.ts';
import { conflictGroups } from './conflict.rules.ts';
import { StatisticNode, Statistics } from './statistic.graphql.ts';
import { type IndicatorFilter as Filter, whereIndicator } from './statistic.reads.ts';

export const Conflict = builder.objectRef<{ indicatorId: string; statisticIds: readonly string[] }>('Conflict');

export const IndicatorNode: NodeRef<'Indicator'> = builder.prismaNode('Indicator', {
  description:
    'One question that figures answer. Several speakers on one quantity share an indicator; bodies that each count their own work do not.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `army-strength`.' }),
    name: t.exposeString('name', { description: 'What is measured, in a few words.' }),
    definition: t.exposeString('definition', {
      description: 'What exactly is counted, and what the source leaves open.',
    }),
    unit: t.exposeString('unit', {
      description:
        'UCUM code of the unit of all its figures: `kg`, `%`; things counted as annotations, `{person}`; money as `{EUR}`.',
    }),
    statistics: Statistics.field(t, { description: 'The figures given.', within: (indicatorId) => ({ indicatorId }) }),
    conflicts: t.field({
      type: [Conflict],
      description:
        'Figures for the same area, with overlapping or unknown periods, that cannot all hold; each group is linked through pairs that disagree. Empty where nothing does.',
      resolve: async ({ id }, _args, { loaders }) =>
        conflictGroups(await loaders.statistic.figures.load(id)).map((statisticIds) => ({
          indicatorId: id,
          statisticIds,
        })),
    }),
  }),
});

Conflict.implement({
  description: 'Figures that disagree, side by side. Which of them is right is not decided.',
  fields: (t) => ({
    indicator: t.field({
      type: IndicatorNode,
      description: 'What they all claim to tell.',
      resolve: ({ indicatorId }, _args, context, info) => getRow(context, info, 'Indicator', indicatorId),
    }),
    statistics: t.field({
      type: [StatisticNode],
      description: 'The figures, two or more.',
      resolve: ({ statisticIds }, _args, context, info) => getRows(context, info, 'Statistic', statisticIds),
    }),
  }),
});

const IndicatorFilter = builder.inputRef<Filter>('IndicatorFilter');

IndicatorFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    units: t.stringList({ description: 'UCUM codes, compared exactly.' }),
    reports: t.stringList({ description: 'Slugs of reports that give a figure for it.' }),
    text: t.string({
      description: 'Contained in the name or the definition, whatever the case, accents and script of letters.',
    }),
    and: t.field({ type: [IndicatorFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [IndicatorFilter], description: 'At least one of these.' }),
    not: t.field({ type: IndicatorFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Indicators: List = defineList({
  model: 'Indicator',
  node: IndicatorNode,
  plural: 'indicators',
  filter: IndicatorFilter,
  where: whereIndicator,
  sort: () => sortBy('name', { field: 'name', type: 'text' }, 'ASC'),
  ordered: 'by name, ties by slug',
});

builder.queryFields((t) => ({
  indicators: Indicators.field(t, { description: 'Everything that figures are given for.' }),
  indicator: t.prismaField({
    type: IndicatorNode,
    nullable: true,
    description: 'The indicator with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Indicator.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.indicator.findUnique({ ...query, where: { slug } }),
  }),
}));
