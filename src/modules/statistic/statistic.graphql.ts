import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, OrderDirection, sortBy } from '../../graphql/list.ts';
import { findOneOf, getRows } from '../../graphql/rows.ts';
import { Assessments } from '../assessment/assessment.graphql.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { DateRangeInput } from '../event/event.inputs.graphql.ts';
import { Participant } from '../participation/participant.graphql.ts';
import { conflictsByFigure } from './conflict.rules.ts';
import { Comparator, StatisticNature } from './statistic.enums.graphql.ts';
import { type StatisticFilter as Filter, whereStatistic } from './statistic.reads.ts';

export const StatisticNode: NodeRef<'Statistic'> = builder.prismaNode('Statistic', {
  description:
    'One published figure, with its hedge. Without a number there is none; ordinals, unit numbers, names of models and years are no figures.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: the period and a few words.' }),
    indicator: t.relation('indicator', { description: 'The question that it answers.' }),
    label: t.exposeString('label', {
      description: 'What this figure counts, with the scope that the source gives or leaves open.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'The published number in `unit`: 3000 for "3 thousand". Null only for a range, which `lower` and `upper` hold.',
    }),
    lower: t.exposeFloat('lower', {
      nullable: true,
      description: 'The lower bound that the wording implies; null where it implies none.',
    }),
    upper: t.exposeFloat('upper', {
      nullable: true,
      description: 'The upper bound that the wording implies; null where it implies none.',
    }),
    comparator: t.expose('comparator', { type: Comparator, description: 'How the wording hedges the number.' }),
    unit: t.exposeString('unit', { description: "UCUM code; the indicator's unit." }),
    nature: t.expose('nature', { type: StatisticNature, description: 'What standing the figure has.' }),
    periodStart: t.expose('periodStart', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day that it covers; null where the source does not say.',
    }),
    periodEnd: t.expose('periodEnd', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day that it covers; null where the source does not say.',
    }),
    area: t.relation('area', {
      nullable: true,
      description: 'The country that it describes; null where it describes none.',
    }),
    attributedTo: t.field({
      type: Participant,
      nullable: true,
      description:
        'Who gave the figure. Null where the source names nobody: a passive, or a count of the authors themselves.',
      resolve: ({ givenByActorId, givenByOrganisationId, givenByCountryId }, _args, context, info) =>
        findOneOf(context, info, {
          Actor: givenByActorId,
          Organisation: givenByOrganisationId,
          Country: givenByCountryId,
        }),
    }),
    event: t.relation('event', {
      nullable: true,
      description: 'The event that it describes or at which it was given; null where there is none.',
    }),
    report: t.relation('report', { description: 'The report that publishes it.' }),
    baseline: t.relation('baseline', {
      nullable: true,
      description:
        'The figure of the same indicator with which the source compares it; null where it compares it with none.',
    }),
    partOf: t.relation('partOf', {
      nullable: true,
      description: 'The whole that the source puts it inside; null where it tells none.',
    }),
    parts: t.relation('parts', {
      query: { orderBy: [{ ordinal: 'asc' }, { slug: 'asc' }] },
      description: 'Figures that the source puts inside it.',
    }),
    assessments: Assessments.field(t, {
      description: 'What the authors make of it.',
      within: (targetStatisticId) => ({ about: { some: { targetStatisticId } } }),
    }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that publish it; at least one.',
    }),
  }),
});

// Apart, for a type cannot name itself while it is being made.
builder.prismaObjectField(StatisticNode, 'conflictsWith', (t) =>
  t.field({
    type: [StatisticNode],
    description: 'Figures for the same thing that cannot hold beside it; see `Indicator.conflicts`.',
    resolve: async ({ id, indicatorId }, _args, context, info) => {
      const conflicts = conflictsByFigure(await context.loaders.statistic.figures.load(indicatorId));
      return getRows(context, info, 'Statistic', conflicts.get(id) ?? []);
    },
  }),
);

export const StatisticFilter = builder.inputRef<Filter>('StatisticFilter');

StatisticFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    indicators: t.stringList({ description: 'Slugs of indicators.' }),
    natures: t.field({ type: [StatisticNature], description: 'With one of these standings.' }),
    comparators: t.field({ type: [Comparator], description: 'Hedged in one of these ways.' }),
    period: t.field({
      type: DateRangeInput,
      description: 'Covering these days; one without a known period never matches.',
    }),
    starts: t.field({
      type: DateRangeInput,
      description: 'The first day covered lies on these days; one without a known period never matches.',
    }),
    isDated: t.boolean({ description: 'Whether the first day covered is known.' }),
    areas: t.field({ type: ['CountryCode'], description: 'Describing one of these countries.' }),
    units: t.stringList({ description: 'UCUM codes, compared exactly.' }),
    actors: t.stringList({ description: 'Slugs of actors, one of whom gave it.' }),
    organisations: t.stringList({ description: 'Slugs of organisations, one of which gave it.' }),
    events: t.stringList({ description: 'Slugs of events, one of which it belongs to.' }),
    hasBaseline: t.boolean({ description: 'Whether the source compares it with another figure.' }),
    reports: t.stringList({ description: 'Slugs of reports.' }),
    text: t.string({
      description: "Contained in the label or the indicator's name, whatever the case, accents and script of letters.",
    }),
    and: t.field({ type: [StatisticFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [StatisticFilter], description: 'At least one of these.' }),
    not: t.field({ type: StatisticFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

const StatisticOrderField = builder.enumType('StatisticOrderField', {
  description: 'What figures are ordered by.',
  values: {
    PERIOD_START: { description: 'The first day covered; those without a known period last.' },
    VALUE: { description: 'The number, whatever its unit; ranges last. Of use within one indicator.' },
    PRINT: { description: 'The first passage that publishes it.' },
  } as const,
});

interface Order {
  field: 'PERIOD_START' | 'VALUE' | 'PRINT';
  direction: 'ASC' | 'DESC';
}

const StatisticOrder = builder.inputRef<Order>('StatisticOrder').implement({
  description: 'The order of a list of figures; ties go by slug.',
  fields: (t) => ({
    field: t.field({
      type: StatisticOrderField,
      required: true,
      defaultValue: 'PERIOD_START',
      description: 'What to order by.',
    }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
  }),
});

const SORT_KEYS = {
  PERIOD_START: { field: 'periodStart', type: 'day', nullable: true },
  VALUE: { field: 'value', type: 'float', nullable: true },
  PRINT: { field: 'ordinal', type: 'integer' },
} as const;

export const Statistics: List = defineList({
  model: 'Statistic',
  node: StatisticNode,
  plural: 'figures',
  filter: StatisticFilter,
  where: whereStatistic,
  order: StatisticOrder,
  sort: (order) => {
    const { field, direction } = order ?? { field: 'PERIOD_START', direction: 'ASC' };
    return sortBy(field, SORT_KEYS[field], direction);
  },
  ordered: 'earliest period first, those without one last, ties by slug',
});

builder.queryFields((t) => ({
  statistics: Statistics.field(t, { description: 'Figures of all reports.' }),
  statistic: t.prismaField({
    type: StatisticNode,
    nullable: true,
    description: 'The figure with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Statistic.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.statistic.findUnique({ ...query, where: { slug } }),
  }),
}));
