import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, OrderDirection, sortBy } from '../../graphql/list.ts';
import { distinctRows, getOneOf, getRows } from '../../graphql/rows.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { EventNode } from '../event/event.graphql.ts';
import { DateRangeInput } from '../event/event.inputs.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { AgreementKind, AgreementStatus } from './agreement.enums.graphql.ts';
import { type AgreementFilter as Filter, whereAgreement } from './agreement.reads.ts';

const Party = builder.unionType('Party', {
  description: 'A side of an agreement: the body that the source names, and the state only where it names no body.',
  types: () => [OrganisationNode, CountryNode],
});

export const AgreementNode: NodeRef<'Agreement'> = builder.prismaNode('Agreement', {
  description:
    'What two or more sides concluded, negotiate, intend or were publicly offered. Those that the source tells only together are one.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: a few words of the title.' }),
    title: t.exposeString('title', { description: 'Its own title, or a description in our words where it has none.' }),
    kind: t.expose('kind', { type: AgreementKind, description: 'What sort of understanding it is.' }),
    status: t.expose('status', { type: AgreementStatus, description: 'How far it has come.' }),
    names: t.relation('names', {
      query: { orderBy: { ordinal: 'asc' } },
      description:
        'Every name that the source gives it, the preferred one first; empty where it has no name of its own.',
    }),
    parties: t.field({
      type: [Party],
      description: 'Its sides, as far as the source names them; the proposer is one. Empty where it names none.',
      select: {
        parties: { orderBy: { ordinal: 'asc' }, select: { organisationId: true, countryId: true, proposer: true } },
      },
      resolve: async ({ parties }, _args, context, info) =>
        distinctRows(
          await Promise.all(
            parties.map(({ organisationId, countryId }) =>
              getOneOf(context, info, { Organisation: organisationId, Country: countryId }),
            ),
          ),
        ),
    }),
    proposedBy: t.field({
      type: Party,
      nullable: true,
      description: 'The side that put it forward; null where the source names no proposer.',
      // The same selection as that of `parties`, so that both share a statement.
      select: {
        parties: { orderBy: { ordinal: 'asc' }, select: { organisationId: true, countryId: true, proposer: true } },
      },
      resolve: ({ parties }, _args, context, info) => {
        const party = parties.find(({ proposer }) => proposer);
        return party ? getOneOf(context, info, { Organisation: party.organisationId, Country: party.countryId }) : null;
      },
    }),
    signatories: t.field({
      type: [ActorNode],
      description: 'Who signed it; empty where the source names nobody.',
      select: { signatories: { orderBy: { ordinal: 'asc' }, select: { actorId: true } } },
      resolve: async ({ signatories }, _args, context, info) => {
        const ids = signatories.map(({ actorId }) => actorId);
        return distinctRows(await getRows(context, info, 'Actor', ids));
      },
    }),
    signedOn: t.expose('signedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Day of signing; null where the source does not tell the day.',
    }),
    validFrom: t.expose('validFrom', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day of validity; 1 January where only the year is told, null where nothing is.',
    }),
    validTo: t.expose('validTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of validity; 31 December where only the year is told, null where nothing is.',
    }),
    events: t.field({
      type: [EventNode],
      description: 'Events at which it moved, in the order of the source.',
      select: (_args, _context, nested) => ({
        events: { orderBy: { ordinal: 'asc' }, select: { event: nested(true) } },
      }),
      resolve: ({ events }) => events.map(({ event }) => event),
    }),
    summary: t.exposeString('summary', { description: 'What it is about, in our own words.' }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that tell of it; at least one.',
    }),
  }),
});

export const AgreementFilter = builder.inputRef<Filter>('AgreementFilter');

AgreementFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    kinds: t.field({ type: [AgreementKind], description: 'Of one of these kinds.' }),
    statuses: t.field({ type: [AgreementStatus], description: 'With one of these statuses.' }),
    countries: t.field({
      type: ['CountryCode'],
      description: 'With one of these countries, or a body of one, as a party.',
    }),
    organisations: t.stringList({ description: 'Slugs of organisations, one of which is a party.' }),
    signatories: t.stringList({ description: 'Slugs of actors, one of whom signed.' }),
    signed: t.field({
      type: DateRangeInput,
      description: 'Signed on these days; one without a known day never matches.',
    }),
    isDated: t.boolean({ description: 'Whether the day of signing is known.' }),
    valid: t.field({
      type: DateRangeInput,
      description: 'Valid on these days; one without a known validity never matches.',
    }),
    reports: t.stringList({ description: 'Slugs of reports, one of which tells of it.' }),
    text: t.string({
      description:
        'Contained in the title, the summary or a name, whatever the case, accents and script of letters; a name also in another romanisation.',
    }),
    and: t.field({ type: [AgreementFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [AgreementFilter], description: 'At least one of these.' }),
    not: t.field({ type: AgreementFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

const AgreementOrderField = builder.enumType('AgreementOrderField', {
  description: 'What agreements are ordered by.',
  values: {
    SIGNED_ON: { description: 'The day of signing; those without a known day last.' },
    TITLE: { description: 'The title, by the Unicode root collation.' },
  } as const,
});

const AgreementOrder = builder
  .inputRef<{ field: 'SIGNED_ON' | 'TITLE'; direction: 'ASC' | 'DESC' }>('AgreementOrder')
  .implement({
    description: 'The order of a list of agreements; ties go by slug.',
    fields: (t) => ({
      field: t.field({
        type: AgreementOrderField,
        required: true,
        defaultValue: 'SIGNED_ON',
        description: 'What to order by.',
      }),
      direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
    }),
  });

export const Agreements: List = defineList({
  model: 'Agreement',
  node: AgreementNode,
  plural: 'agreements',
  filter: AgreementFilter,
  where: whereAgreement,
  order: AgreementOrder,
  sort: (order) =>
    order?.field === 'TITLE'
      ? sortBy('title', { field: 'title', type: 'text' }, order.direction)
      : sortBy('signed', { field: 'signedOn', type: 'day', nullable: true }, order?.direction ?? 'ASC'),
  ordered: 'earliest signing first, those without a known day last, ties by slug',
});

builder.queryFields((t) => ({
  agreements: Agreements.field(t, { description: 'Agreements of all reports.' }),
  agreement: t.prismaField({
    type: AgreementNode,
    nullable: true,
    description: 'The agreement with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Agreement.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.agreement.findUnique({ ...query, where: { slug } }),
  }),
}));
