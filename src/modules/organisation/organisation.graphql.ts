import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, OrderDirection, sortBy } from '../../graphql/list.ts';
import { Agreements } from '../agreement/agreement.graphql.ts';
import { Assessments } from '../assessment/assessment.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { whereOrganisationIn } from '../event/event.reads.ts';
import { Offices, TenureNode } from '../office/office.graphql.ts';
import { Statements } from '../statement/statement.graphql.ts';
import { Statistics } from '../statistic/statistic.graphql.ts';
import { type OrganisationFilter as Filter, whereOrganisation } from './organisation.reads.ts';

export const OrganisationKind = builder.enumType('OrganisationKind', {
  description: 'What sort of body it is.',
  values: {
    GOVERNMENT: { description: 'A civil organ of a state: a ministry, a council, a committee, an administration.' },
    MILITARY: { description: 'Armed forces, their staffs and units, and the ministry over them.' },
    LAW_ENFORCEMENT: {
      description: 'Police, border guards, customs, prosecutors, internal troops, and the ministry over them.',
    },
    INTELLIGENCE: { description: 'A secret or security service.' },
    COMPANY: { description: 'A firm or plant.' },
    ALLIANCE: { description: 'A military alliance of states.' },
    INTERNATIONAL: { description: 'Another body of several states, joint commissions included.' },
    MEDIA: { description: 'A newspaper, channel, agency or site.' },
    OTHER: { description: 'None of these.' },
  } as const,
});

export const OrganisationNode: NodeRef<'Organisation'> = builder.prismaNode('Organisation', {
  description:
    'A body that the source lets act, own, check, be checked or speak, down to the single unit. "The ministry" or "the agency" is the body meant.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `ministry-of-defence-of-belarus`.' }),
    name: t.exposeString('name', { description: 'The preferred wording of its name.' }),
    kind: t.expose('kind', { type: OrganisationKind, description: 'What sort of body it is.' }),
    country: t.relation('country', {
      nullable: true,
      description: 'The state it belongs to; null for a body of several.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The body of which the source makes it a part; null where it tells none.',
    }),
    children: t.relation('children', {
      query: { orderBy: { slug: 'asc' } },
      description: 'Bodies that are part of it.',
    }),
    names: t.relation('names', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'Every wording of its name met, abbreviations included, the preferred one first.',
    }),
    tenures: t.field({
      type: [TenureNode],
      description: 'Who held an office at it.',
      select: (_args, _context, nested) => ({
        offices: {
          orderBy: { slug: 'asc' },
          select: { holders: { orderBy: { actor: { slug: 'asc' } }, ...nested(true) } },
        },
      }),
      resolve: ({ offices }) => offices.flatMap(({ holders }) => holders),
    }),
    offices: Offices.field(t, {
      description: 'Posts at it, whoever holds them.',
      within: (organisationId) => ({ organisationId }),
    }),
    events: Events.field(t, {
      description: 'Events in which it takes part, itself or through somebody on its behalf.',
      within: whereOrganisationIn,
    }),
    agreements: Agreements.field(t, {
      description: 'Agreements to which it is a party.',
      within: (organisationId) => ({ parties: { some: { organisationId } } }),
    }),
    statements: Statements.field(t, {
      description: 'What it is reported to have said.',
      within: (speakerOrganisationId) => ({ speakerOrganisationId }),
    }),
    statistics: Statistics.field(t, {
      description: 'Figures of which it is the source.',
      within: (givenByOrganisationId) => ({ givenByOrganisationId }),
    }),
    assessments: Assessments.field(t, {
      description: 'What the authors think about it.',
      within: (targetOrganisationId) => ({ about: { some: { targetOrganisationId } } }),
    }),
  }),
});

const OrganisationFilter = builder.inputRef<Filter>('OrganisationFilter');

OrganisationFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    kinds: t.field({ type: [OrganisationKind], description: 'Of one of these kinds.' }),
    countries: t.field({ type: ['CountryCode'], description: 'Of one of these countries.' }),
    parents: t.stringList({ description: 'Slugs of bodies of which it is directly a part.' }),
    text: t.string({
      description:
        'Contained in some wording of its name, whatever the case, accents, script and romanisation. `search` also forgives a wrong letter.',
    }),
    and: t.field({ type: [OrganisationFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [OrganisationFilter], description: 'At least one of these.' }),
    not: t.field({ type: OrganisationFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

const OrganisationOrderField = builder.enumType('OrganisationOrderField', {
  description: 'What organisations are ordered by.',
  values: { NAME: { description: 'The preferred wording, by the Unicode root collation.' } } as const,
});

const OrganisationOrder = builder
  .inputRef<{ field: 'NAME'; direction: 'ASC' | 'DESC' }>('OrganisationOrder')
  .implement({
    description: 'The order of a list of organisations; ties go by slug.',
    fields: (t) => ({
      field: t.field({
        type: OrganisationOrderField,
        required: true,
        defaultValue: 'NAME',
        description: 'What to order by.',
      }),
      direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
    }),
  });

export const Organisations: List = defineList({
  model: 'Organisation',
  node: OrganisationNode,
  plural: 'organisations',
  filter: OrganisationFilter,
  where: whereOrganisation,
  order: OrganisationOrder,
  sort: (order) => sortBy('name', { field: 'name', type: 'text' }, order?.direction ?? 'ASC'),
  ordered: 'by name, ties by slug',
});

builder.queryFields((t) => ({
  organisations: Organisations.field(t, { description: 'Every body that is named.' }),
  organisation: t.prismaField({
    type: OrganisationNode,
    nullable: true,
    description: 'The organisation with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Organisation.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.organisation.findUnique({ ...query, where: { slug } }),
  }),
}));
