import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { findOneOf } from '../../graphql/rows.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { type OfficeFilter as Filter, tenureOrder, whereHeldOn, whereOffice } from './office.reads.ts';

export const OfficeNode: NodeRef<'Office'> = builder.prismaNode('Office', {
  description: 'A post, whoever holds it.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `minister-of-defence-of-belarus`.' }),
    title: t.exposeString('title', { description: 'The preferred wording of the post.' }),
    organisation: t.field({
      type: OrganisationNode,
      nullable: true,
      description: 'The body at which it is held; null where the source names none.',
      resolve: ({ organisationId }, _args, context, info) => findOneOf(context, info, { Organisation: organisationId }),
    }),
    holders: t.relation('holders', {
      query: { orderBy: tenureOrder },
      description: 'Who held it, the earliest known first.',
    }),
    holderOn: t.relation('holders', {
      args: { date: t.arg({ type: 'LocalDate', required: true, description: 'The day asked about.' }) },
      query: ({ date }) => ({ where: whereHeldOn(date), orderBy: tenureOrder }),
      description:
        'Who held it on a day. Where the source gives no first or last day, the periods of the reports that attest the tenure stand in for it; outside them the answer is empty, for nobody has said. Several where sources attest several within one period.',
    }),
  }),
});

export const TenureNode: NodeRef<'Tenure'> = builder.prismaNode('Tenure', {
  description:
    'One actor in one office. A post told in several wordings is one tenure; without an office in the source there is none.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    office: t.relation('office', { description: 'The post.' }),
    title: t.string({
      description: 'The preferred wording of the post; those met are in `names`.',
      select: { office: { select: { title: true } } },
      resolve: ({ office }) => office.title,
    }),
    names: t.relation('names', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'Every wording of the post met for this holder, the preferred one first.',
    }),
    rank: t.exposeString('rank', {
      nullable: true,
      description: 'Military or service rank, as printed; null where none is given.',
    }),
    organisation: t.field({
      type: OrganisationNode,
      nullable: true,
      description: 'The body at which the office is held; null where the source names none.',
      select: { office: { select: { organisationId: true } } },
      resolve: ({ office }, _args, context, info) => findOneOf(context, info, { Organisation: office.organisationId }),
    }),
    from: t.expose('from', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day in office. Null where the source does not state it, which is not "since ever".',
    }),
    to: t.expose('to', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day in office. Null where the source does not state it, which is not "until now".',
    }),
    attestedFrom: t.field({
      type: 'LocalDate',
      nullable: true,
      description:
        'First day of the earliest report that gives the actor this office; it stands in for `from` where that is null.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.office.attestation.load(id))?.from ?? null,
    }),
    attestedTo: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of the latest such report; it stands in for `to` where that is null.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.office.attestation.load(id))?.to ?? null,
    }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that give the actor this office; at least one.',
    }),
  }),
});

const OfficeFilter = builder.inputRef<Filter>('OfficeFilter');

OfficeFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    organisations: t.stringList({ description: 'Slugs of organisations, at one of which it is.' }),
    countries: t.field({ type: ['CountryCode'], description: 'At an organisation of one of these countries.' }),
    actors: t.stringList({ description: 'Slugs of actors, one of whom held it at whatever time.' }),
    heldOn: t.field({ type: 'LocalDate', description: 'Held by somebody on that day, as `Office.holderOn` has it.' }),
    text: t.string({
      description: 'Contained in the title or in a wording met for some holder, in any case of letters.',
    }),
    and: t.field({ type: [OfficeFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [OfficeFilter], description: 'At least one of these.' }),
    not: t.field({ type: OfficeFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Offices: List = defineList({
  model: 'Office',
  node: OfficeNode,
  plural: 'offices',
  filter: OfficeFilter,
  where: whereOffice,
  sort: () => ({ name: 'slug', keys: [{ field: 'slug', type: 'text', direction: 'asc' }] }),
  ordered: 'by slug',
});

builder.queryFields((t) => ({
  offices: Offices.field(t, { description: 'Every post that somebody is said to hold.' }),
  office: t.prismaField({
    type: OfficeNode,
    nullable: true,
    description: 'The office with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Office.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.office.findUnique({ ...query, where: { slug } }),
  }),
}));
