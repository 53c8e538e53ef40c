import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { findOneOf } from '../../graphql/rows.ts';
import { Assessments } from '../assessment/assessment.graphql.ts';
import { AssessmentTarget, getTargets, targetKeys } from '../assessment/target.graphql.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { Participant } from '../participation/participant.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import { type StatementFilter as Filter, whereStatement } from './statement.reads.ts';

export const StatementNode: NodeRef<'Statement'> = builder.prismaNode('Statement', {
  description:
    'What somebody is reported to have said, stated, noted, demanded, intended or published: one row a passage and speaker. A figure in it is a Statistic as well; what the authors add to it is an Assessment.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: the period and a few words.' }),
    gist: t.exposeString('gist', { description: 'What was said, in our own words.' }),
    speaker: t.field({
      type: Participant,
      nullable: true,
      description:
        'The grammatical subject of the saying. Null where the source names none: a passive, a "they", a list introduced without a speaker.',
      resolve: ({ speakerActorId, speakerOrganisationId, speakerCountryId }, _args, context, info) =>
        findOneOf(context, info, {
          Actor: speakerActorId,
          Organisation: speakerOrganisationId,
          Country: speakerCountryId,
        }),
    }),
    about: t.field({
      type: [AssessmentTarget],
      description: 'What it deals with, as far as that is held in the graph.',
      select: { about: targetKeys },
      resolve: ({ about }, _args, context, info) => getTargets(context, info, about),
    }),
    event: t.relation('event', {
      nullable: true,
      description:
        'The occasion; where there is no other, the saying itself is an event of kind STATEMENT. Null where the source tells none.',
    }),
    report: t.relation('report', { description: 'The report that tells it.' }),
    topics: t.field({
      type: [TopicNode],
      description: 'Subjects, equipment and programmes that it touches.',
      select: (_args, _context, nested) => ({
        topics: { orderBy: { ordinal: 'asc' }, select: { topic: nested(true) } },
      }),
      resolve: ({ topics }) => topics.map(({ topic }) => topic),
    }),
    assessments: Assessments.field(t, {
      description: 'What the authors set beside or against it.',
      within: (targetStatementId) => ({ about: { some: { targetStatementId } } }),
    }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that report it; at least one.',
    }),
  }),
});

const StatementFilter = builder.inputRef<Filter>('StatementFilter');

StatementFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    actors: t.stringList({ description: 'Slugs of actors, one of whom is the speaker.' }),
    organisations: t.stringList({ description: 'Slugs of organisations, one of which is the speaker.' }),
    countries: t.field({ type: ['CountryCode'], description: 'Countries, one of which is itself the speaker.' }),
    isAttributed: t.boolean({ description: 'Whether the source names a speaker.' }),
    events: t.stringList({ description: 'Slugs of events, one of which is the occasion.' }),
    topics: t.stringList({ description: 'Slugs of topics; a topic also finds its narrower ones.' }),
    reports: t.stringList({ description: 'Slugs of reports.' }),
    text: t.string({ description: 'Contained in the gist, whatever the case, accents and script of letters.' }),
    and: t.field({ type: [StatementFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [StatementFilter], description: 'At least one of these.' }),
    not: t.field({ type: StatementFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Statements: List = defineList({
  model: 'Statement',
  node: StatementNode,
  plural: 'statements',
  filter: StatementFilter,
  where: whereStatement,
  sort: () => ({
    name: 'print',
    keys: [
      { field: 'ordinal', type: 'integer', direction: 'asc' },
      { field: 'slug', type: 'text', direction: 'asc' },
    ],
  }),
  ordered: 'by the first passage that reports it, ties by slug',
});

builder.queryFields((t) => ({
  statements: Statements.field(t, { description: 'What all reports tell as said.' }),
  statement: t.prismaField({
    type: StatementNode,
    nullable: true,
    description: 'The statement with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Statement.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.statement.findUnique({ ...query, where: { slug } }),
  }),
}));
