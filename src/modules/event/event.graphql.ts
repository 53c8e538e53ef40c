import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { getRows } from '../../graphql/rows.ts';
import { AgreementNode } from '../agreement/agreement.graphql.ts';
import { AssessmentNode } from '../assessment/assessment.graphql.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { PlaceNode } from '../place/place.graphql.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import { edtfOf } from './edtf.rules.ts';
import { DateBasis, DatePrecision, EventKind, EventModality } from './event.enums.graphql.ts';
import { EventFilter, EventOrder, sortEvents } from './event.inputs.graphql.ts';
import { whereEvent } from './event.reads.ts';

export const EventNode: NodeRef<'Event'> = builder.prismaNode('Event', {
  description:
    'Something that happened, is under way, is planned, or is said to have happened. What its authors think of it is not here but in `assessments`; a thing told in two places is one event with two citations.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: the first day, or "undated", and a few words.' }),
    kind: t.expose('kind', {
      type: EventKind,
      description: 'What sort of happening it is; the values tell the rule by which it is assigned.',
    }),
    title: t.exposeString('title', { description: "One line in our own words, or the event's own name." }),
    names: t.relation('names', {
      query: { orderBy: { ordinal: 'asc' } },
      description:
        'Every name that the source gives it, the preferred one first; empty where it has no name of its own.',
    }),
    ordinal: t.exposeInt('ordinal', {
      nullable: true,
      description: 'Its number in a series: 16 for "the 16th meeting". Null where the source gives none.',
    }),
    summary: t.exposeString('summary', {
      description: 'What happened, in our own words, without the opinions of the authors.',
    }),
    startDate: t.expose('startDate', {
      type: 'LocalDate',
      nullable: true,
      description: 'The first day. Null when the source gives no date.',
    }),
    endDate: t.expose('endDate', {
      type: 'LocalDate',
      nullable: true,
      description:
        'The last day, equal to `startDate` for an event of one day. Null when undated, and when the source tells no end.',
    }),
    notBefore: t.expose('notBefore', {
      type: 'LocalDate',
      nullable: true,
      description: 'The earliest day that an undated event can have; null when nothing is known.',
    }),
    notAfter: t.expose('notAfter', {
      type: 'LocalDate',
      nullable: true,
      description: 'The latest day that an undated event can have; null when nothing is known.',
    }),
    dateBasis: t.expose('dateBasis', {
      type: DateBasis,
      nullable: true,
      description: 'How the dates are known; null when undated.',
    }),
    datePrecision: t.expose('datePrecision', { type: DatePrecision, description: 'How exactly the dates are known.' }),
    edtf: t.string({
      nullable: true,
      description:
        'The dates as one ISO 8601-2 (EDTF) string: `2019-09-11/2019-09-13`, `2019-21` for spring, `[..2019-09-04]` for some day up to that one. Null when nothing is known.',
      resolve: edtfOf,
    }),
    modality: t.expose('modality', { type: EventModality, description: 'Whether it took place.' }),
    isKeyEvent: t.exposeBoolean('isKeyEvent', {
      description:
        'A passage of a lead section tells this very event. The parts of a key event are judged by themselves.',
    }),
    place: t.relation('place', {
      nullable: true,
      description:
        'The venue that covers all of it, as some passage states it. Null where none is stated: the usual seat of a body is not filled in.',
    }),
    places: t.field({
      type: [PlaceNode],
      description: 'Every venue named, the one that covers them first.',
      select: (_args, _context, nested) => ({
        places: { orderBy: { ordinal: 'asc' }, select: { place: nested(true) } },
      }),
      resolve: ({ places }) => places.map(({ place }) => place),
    }),
    countries: t.field({
      type: [CountryNode],
      description:
        'Countries taking part, by name: those of the participants, whether a state itself, a person or a body. The country of the venue is `place.country`.',
      resolve: async ({ id }, _args, context, info) =>
        getRows(context, info, 'Country', await context.loaders.event.countryIds.load(id)),
    }),
    participations: t.relation('participations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'Everybody the source says took part, in the order in which it names them.',
    }),
    agreements: t.field({
      type: [AgreementNode],
      description: 'Agreements that moved at it: offered, negotiated, signed, reviewed.',
      select: (_args, _context, nested) => ({
        agreements: { orderBy: { agreement: { slug: 'asc' } }, select: { agreement: nested(true) } },
      }),
      resolve: ({ agreements }) => agreements.map(({ agreement }) => agreement),
    }),
    statistics: t.relation('statistics', {
      query: { orderBy: [{ ordinal: 'asc' }, { slug: 'asc' }] },
      description: 'Figures given about it or at it.',
    }),
    statements: t.relation('statements', {
      query: { orderBy: [{ ordinal: 'asc' }, { slug: 'asc' }] },
      description: 'What was said at it.',
    }),
    assessments: t.field({
      type: [AssessmentNode],
      description: 'What the authors of the digest made of it.',
      select: (_args, _context, nested) => ({
        about: {
          where: { assessmentId: { not: null } },
          orderBy: [{ assessment: { ordinal: 'asc' } }, { assessment: { slug: 'asc' } }],
          select: { assessment: nested(true) },
        },
      }),
      resolve: ({ about }) => about.flatMap(({ assessment }) => assessment ?? []),
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The event that it was part of, such as the visit around a meeting. Null where it stands alone.',
    }),
    parts: t.relation('parts', {
      query: { orderBy: [{ startDate: { sort: 'asc', nulls: 'last' } }, { slug: 'asc' }] },
      description: 'The events that happened inside it, earliest first.',
    }),
    topics: t.field({
      type: [TopicNode],
      description: 'Subjects, equipment and programmes that it was about.',
      select: (_args, _context, nested) => ({
        topics: { orderBy: { ordinal: 'asc' }, select: { topic: nested(true) } },
      }),
      resolve: ({ topics }) => topics.map(({ topic }) => topic),
    }),
    reports: t.field({
      type: [ReportNode],
      description: 'Reports that tell it, earliest first.',
      resolve: async ({ id }, _args, context, info) =>
        getRows(context, info, 'Report', await context.loaders.event.reportIds.load(id)),
    }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that tell it; at least one.',
    }),
  }),
});

export const Events: List = defineList({
  model: 'Event',
  node: EventNode,
  plural: 'events',
  filter: EventFilter,
  where: whereEvent,
  order: EventOrder,
  sort: sortEvents,
  ordered: 'earliest day first, undated last, ties by slug',
});

builder.queryFields((t) => ({
  events: Events.field(t, { description: 'Events of all reports.' }),
  event: t.prismaField({
    type: EventNode,
    nullable: true,
    description: 'The event with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Event.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.event.findUnique({ ...query, where: { slug } }),
  }),
}));
