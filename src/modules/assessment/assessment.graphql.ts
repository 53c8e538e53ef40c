import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { type AssessmentFilter as Filter, whereAssessment } from './assessment.reads.ts';
import { AssessmentTarget, getTargets, targetKeys } from './target.graphql.ts';

export const AssessmentKind = builder.enumType('AssessmentKind', {
  description: 'What the authors do in it.',
  values: {
    INTERPRETATION: { description: 'Explain: what something means, why it was done, how good it is.' },
    FORECAST: { description: 'Say what will come, or what to expect.' },
    DOUBT: { description: 'Question whether something is so, or will succeed.' },
    KNOWN_UNKNOWN: { description: 'Say that something is not known, not clear or not reported.' },
    NON_EVENT: { description: 'Note that something did not happen.' },
    TENSION: { description: 'Set something against what somebody said; the statement is among what it is about.' },
  } as const,
});

export const Likelihood = builder.enumType('Likelihood', {
  description:
    'How likely the authors hold it, worked out from their hedge. Other hedges, such as "partly", say nothing of likelihood.',
  values: {
    ALMOST_CERTAIN: { description: 'Hedged as all but certain.' },
    LIKELY: { description: 'Hedged by "probably", "very likely", "obviously", "it seems" and their like.' },
    POSSIBLE: { description: 'Hedged by "may", "could" and their like.' },
    UNLIKELY: { description: 'Hedged by "hardly", "unlikely" and their like.' },
  } as const,
});

export const AssessmentNode: NodeRef<'Assessment'> = builder.prismaNode('Assessment', {
  description:
    'One distinct claim of the authors, wherever it stands in the report: one that could be true while its neighbour is false, or that has a hedge of its own. It is opinion, kept apart from what happened.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: the period and a few words.' }),
    gist: t.exposeString('gist', { description: 'The claim, in our own words.' }),
    kind: t.expose('kind', { type: AssessmentKind, description: 'What the authors do in it.' }),
    hedge: t.exposeString('hedge', {
      nullable: true,
      description: "The authors' hedge as printed: `probably`, `it seems`. Null where the claim is flat.",
    }),
    likelihood: t.expose('likelihood', {
      type: Likelihood,
      nullable: true,
      description:
        'How likely the authors hold it. Null where they do not hedge, or hedge otherwise: it is then no probability of 1.',
    }),
    report: t.relation('report', { description: 'The report whose authors think so.' }),
    about: t.field({
      type: [AssessmentTarget],
      description:
        'What it is about: every event of the report in which its subject was dealt with, also where the link is unspoken, and whom or what it judges.',
      select: { about: targetKeys },
      resolve: ({ about }, _args, context, info) => getTargets(context, info, about),
    }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages in which they say so; at least one.',
    }),
  }),
});

const AssessmentFilter = builder.inputRef<Filter>('AssessmentFilter');

AssessmentFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    kinds: t.field({ type: [AssessmentKind], description: 'Of one of these kinds.' }),
    likelihoods: t.field({
      type: [Likelihood],
      description: 'Held this likely; one without a likelihood never matches.',
    }),
    isHedged: t.boolean({ description: 'Whether the authors hedge it.' }),
    reports: t.stringList({ description: 'Slugs of reports.' }),
    events: t.stringList({ description: 'Slugs of events that it is about.' }),
    agreements: t.stringList({ description: 'Slugs of agreements that it is about.' }),
    actors: t.stringList({ description: 'Slugs of actors that it is about.' }),
    organisations: t.stringList({ description: 'Slugs of organisations that it is about.' }),
    countries: t.field({ type: ['CountryCode'], description: 'Countries that it is about.' }),
    text: t.string({ description: 'Contained in the gist, whatever the case, accents and script of letters.' }),
    and: t.field({ type: [AssessmentFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [AssessmentFilter], description: 'At least one of these.' }),
    not: t.field({ type: AssessmentFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Assessments: List = defineList({
  model: 'Assessment',
  node: AssessmentNode,
  plural: 'assessments',
  filter: AssessmentFilter,
  where: whereAssessment,
  sort: () => ({
    name: 'print',
    keys: [
      { field: 'ordinal', type: 'integer', direction: 'asc' },
      { field: 'slug', type: 'text', direction: 'asc' },
    ],
  }),
  ordered: 'by the first passage that states it, ties by slug',
});

builder.queryFields((t) => ({
  assessments: Assessments.field(t, { description: 'What the authors of all reports think.' }),
  assessment: t.prismaField({
    type: AssessmentNode,
    nullable: true,
    description: 'The assessment with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Assessment.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.assessment.findUnique({ ...query, where: { slug } }),
  }),
}));
