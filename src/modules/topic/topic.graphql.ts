import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { wholeListComplexity } from '../../graphql/limits.ts';
import { Events } from '../event/event.graphql.ts';
import { Passages } from '../report/passage.graphql.ts';
import { topicWithinId } from './topic.rules.ts';

export const TopicKind = builder.enumType('TopicKind', {
  description: 'What sort of topic it is.',
  values: {
    SUBJECT: { description: 'A subject or a sector: border security, air defence, the defence industry.' },
    EQUIPMENT: { description: 'A kind or model of equipment.' },
    PROGRAMME: { description: "One side's own programme. What two or more sides agreed on is an Agreement." },
  } as const,
});

export const TopicNode: NodeRef<'Topic'> = builder.prismaNode('Topic', {
  description:
    'A subject, a kind of equipment or a programme that passages mention. Topics nest; a wider one finds what is tied to its narrower ones.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `combat-uavs`.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    kind: t.expose('kind', { type: TopicKind, description: 'What sort of topic it is.' }),
    parent: t.relation('parent', { nullable: true, description: 'The next wider topic; null at the top.' }),
    children: t.relation('children', { query: { orderBy: { slug: 'asc' } }, description: 'The next narrower topics.' }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'What it is, as the source tells; null where the name says it all.',
    }),
    validFrom: t.expose('validFrom', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day of a programme; null where the source gives none.',
    }),
    validTo: t.expose('validTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of a programme; null where the source gives none.',
    }),
    events: Events.field(t, {
      description: 'Events about it or about a narrower topic.',
      within: (id) => ({ topics: { some: { topic: topicWithinId(id) } } }),
    }),
    passages: Passages.field(t, {
      description: 'Passages that mention it or a narrower topic.',
      within: (id) => ({ topics: { some: { topic: topicWithinId(id) } } }),
    }),
  }),
});

builder.queryFields((t) => ({
  topics: t.prismaField({
    type: [TopicNode],
    description: 'Every topic, by name.',
    complexity: wholeListComplexity,
    resolve: (query, _root, _args, { db }) =>
      db.topic.findMany({ ...query, orderBy: [{ name: 'asc' }, { slug: 'asc' }] }),
  }),
  topic: t.prismaField({
    type: TopicNode,
    nullable: true,
    description: 'The topic with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Topic.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.topic.findUnique({ ...query, where: { slug } }),
  }),
}));
