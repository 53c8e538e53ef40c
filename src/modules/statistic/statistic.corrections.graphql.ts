import { CitationInput, ParticipantInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { Comparator, StatisticNature } from './statistic.enums.graphql.ts';
import { StatisticNode } from './statistic.graphql.ts';

defineCorrections({
  noun: 'statistics',
  model: 'Statistic',
  node: StatisticNode,
  called: 'a figure',
  cited: true,
  fields: (t, must) => ({
    indicator: t.string({ required: must, description: 'Slug of the question that it answers.' }),
    label: t.string({ required: must, description: 'What this figure counts.' }),
    value: t.float({ description: "The published number in the indicator's unit; left out for a range alone." }),
    lower: t.float({ description: 'The lower bound of a range; others follow from the comparator.' }),
    upper: t.float({ description: 'The upper bound of a range; others follow from the comparator.' }),
    comparator: t.field({ type: Comparator, required: must, description: 'How the wording hedges the number.' }),
    nature: t.field({ type: StatisticNature, required: must, description: 'What standing the figure has.' }),
    periodStart: t.field({ type: 'LocalDate', description: 'First day that it covers.' }),
    periodEnd: t.field({ type: 'LocalDate', description: 'Last day that it covers.' }),
    area: t.field({ type: 'CountryCode', description: 'The country that it describes, one that is in the graph.' }),
    attributedTo: t.field({ type: ParticipantInput, description: 'Who gave the figure.' }),
    event: t.string({ description: 'Slug of the event that it describes or at which it was given.' }),
    baseline: t.string({ description: 'Slug of the figure of the same indicator with which the source compares it.' }),
    partOf: t.string({ description: 'Slug of the whole that the source puts it inside.' }),
    citations: t.field({
      type: [CitationInput],
      required: must,
      description: 'The passages that publish it, all of the one report to which it belongs; at least one.',
    }),
  }),
});
