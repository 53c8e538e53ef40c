import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, OrderDirection, sortBy } from '../../graphql/list.ts';
import { findCalled, getRow } from '../../graphql/rows.ts';
import { Agreements } from '../agreement/agreement.graphql.ts';
import { whereActorAgreed } from '../agreement/agreement.reads.ts';
import { Assessments } from '../assessment/assessment.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { whereActorIn, whereActorMet } from '../event/event.reads.ts';
import { clusterOrder, STANDS_FOR_ITSELF, standingFor } from '../identity/cluster.reads.ts';
import { Name } from '../name/name.graphql.ts';
import { mergeNames } from '../name/name.rules.ts';
import { TenureNode } from '../office/office.graphql.ts';
import { tenureOrder, whereHeldOn } from '../office/office.reads.ts';
import { earliestFirst } from '../office/tenure.rules.ts';
import { Statements } from '../statement/statement.graphql.ts';
import { Statistics } from '../statistic/statistic.graphql.ts';
import { type ActorFilter as Filter, whereActor } from './actor.reads.ts';

export const ActorKind = builder.enumType('ActorKind', {
  description: 'How far the source tells who it was.',
  values: {
    PERSON: { description: 'Somebody whom the source names.' },
    UNNAMED_OFFICE_HOLDER: {
      description: 'The holder of a post whom the source leaves unnamed; the name is never filled in from elsewhere.',
    },
    GROUP: { description: 'People on one occasion: a delegation, journalists, the heads of several services.' },
  } as const,
});

export const ActorNode: NodeRef<'Actor'> = builder.prismaNode('Actor', {
  description:
    'A person, or an office-holder or group that the source leaves unnamed. One record each, however often and however badly spelt.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `stanislau-zas`.' }),
    name: t.exposeString('name', { description: 'The preferred spelling.' }),
    kind: t.expose('kind', { type: ActorKind, description: 'How far the source tells who it was.' }),
    country: t.relation('country', {
      nullable: true,
      description: 'The country that the actor acts for or comes from, as the source tells; null where it does not.',
    }),
    names: t.field({
      type: [Name],
      description: 'Every spelling met, the preferred one first; those of merged records last.',
      select: (_args, _context, nested) => ({
        cluster: { orderBy: clusterOrder, select: { names: { orderBy: { ordinal: 'asc' }, ...nested(true) } } },
      }),
      resolve: ({ cluster }) => mergeNames(cluster.map(({ names }) => names)),
    }),
    tenures: t.field({
      type: [TenureNode],
      description: 'Offices that the source says the actor held, at whatever time.',
      select: (_args, _context, nested) => ({
        cluster: { orderBy: clusterOrder, select: { tenures: { orderBy: tenureOrder, ...nested(true) } } },
      }),
      resolve: ({ cluster }) => earliestFirst(cluster.flatMap(({ tenures }) => tenures)),
    }),
    officeOn: t.field({
      type: [TenureNode],
      args: { date: t.arg({ type: 'LocalDate', required: true, description: 'The day asked about.' }) },
      select: ({ date }, _context, nested) => ({
        cluster: {
          orderBy: clusterOrder,
          select: { tenures: { where: whereHeldOn(date), orderBy: tenureOrder, ...nested(true) } },
        },
      }),
      resolve: ({ cluster }) => earliestFirst(cluster.flatMap(({ tenures }) => tenures)),
      description:
        'Offices held on a day. Where the source gives no first or last day, the periods of the reports that attest the tenure stand in for it; outside them the answer is empty, for nobody has said.',
    }),
    events: Events.field(t, { description: 'Events in which the actor takes part.', within: whereActorIn }),
    meetings: Events.field(t, {
      description:
        'Events at which the actor met somebody: held meetings, committee sessions and conferences with at least one other actor. The visit around them does not count.',
      within: whereActorMet,
    }),
    agreements: Agreements.field(t, {
      description:
        'Agreements that the actor signed, or that were concluded at an event in which the actor took part or at a part of such an event.',
      within: whereActorAgreed,
    }),
    statements: Statements.field(t, {
      description: 'What the actor is reported to have said.',
      within: (id) => ({ speakerActor: standingFor(id) }),
    }),
    statistics: Statistics.field(t, {
      description: 'Figures of which the actor is the source.',
      within: (id) => ({ givenByActor: standingFor(id) }),
    }),
    assessments: Assessments.field(t, {
      description: 'What the authors think about the actor.',
      within: (id) => ({ about: { some: { targetActor: standingFor(id) } } }),
    }),
  }),
});

// Here, for actors know their offices and not the other way round.
builder.prismaObjectField(TenureNode, 'actor', (t) =>
  t.field({
    type: ActorNode,
    description: 'Who held the office.',
    resolve: ({ actorId }, _args, context, info) => getRow(context, info, 'Actor', actorId),
  }),
);

const ActorFilter = builder.inputRef<Filter>('ActorFilter');

ActorFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    kinds: t.field({ type: [ActorKind], description: 'Of one of these kinds.' }),
    countries: t.field({ type: ['CountryCode'], description: 'Of one of these countries.' }),
    organisations: t.stringList({ description: 'Slugs of organisations at one of which the actor held an office.' }),
    offices: t.stringList({ description: 'Slugs of offices, one of which the actor held.' }),
    events: t.stringList({ description: 'Slugs of events, in one of which the actor takes part.' }),
    text: t.string({
      description:
        'Contained in some spelling of the name, whatever the case, accents, script and romanisation. `search` also forgives a wrong letter.',
    }),
    and: t.field({ type: [ActorFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [ActorFilter], description: 'At least one of these.' }),
    not: t.field({ type: ActorFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

const ActorOrderField = builder.enumType('ActorOrderField', {
  description: 'What actors are ordered by.',
  values: { NAME: { description: 'The preferred spelling, by the Unicode root collation.' } } as const,
});

const ActorOrder = builder.inputRef<{ field: 'NAME'; direction: 'ASC' | 'DESC' }>('ActorOrder').implement({
  description: 'The order of a list of actors; ties go by slug.',
  fields: (t) => ({
    field: t.field({ type: ActorOrderField, required: true, defaultValue: 'NAME', description: 'What to order by.' }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
  }),
});

export const Actors: List = defineList({
  model: 'Actor',
  node: ActorNode,
  plural: 'actors',
  filter: ActorFilter,
  where: whereActor,
  always: STANDS_FOR_ITSELF,
  order: ActorOrder,
  sort: (order) => sortBy('name', { field: 'name', type: 'text' }, order?.direction ?? 'ASC'),
  ordered: 'by name, ties by slug',
});

builder.queryFields((t) => ({
  actors: Actors.field(t, { description: 'Everybody who is named or described.' }),
  actor: t.prismaField({
    type: ActorNode,
    nullable: true,
    description:
      'The actor with that slug, or the one that stands for it where it has been merged; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Actor.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, context) => findCalled(context, 'Actor', query, slug),
  }),
}));
