import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, OrderDirection, sortBy } from '../../graphql/list.ts';
import { findCalled, findOneOf } from '../../graphql/rows.ts';
import { Agreements } from '../agreement/agreement.graphql.ts';
import { Assessments } from '../assessment/assessment.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { whereOrganisationIn } from '../event/event.reads.ts';
import { clusterOrder, STANDS_FOR_ITSELF, standingFor } from '../identity/cluster.reads.ts';
import { Name } from '../name/name.graphql.ts';
import { mergeNames } from '../name/name.rules.ts';
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
    INTERNATIONAL: {
      description: 'A body of several states that is no military alliance; joint commissions are such bodies.',
    },
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
    names: t.field({
      type: [Name],
      description:
        'Every wording of its name met, abbreviations included, the preferred one first; those of merged records last.',
      select: (_args, _context, nested) => ({
        cluster: { orderBy: clusterOrder, select: { names: { orderBy: { ordinal: 'asc' }, ...nested(true) } } },
      }),
      resolve: ({ cluster }) => mergeNames(cluster.map(({ names }) => names)),
    }),
    tenures: t.field({
      type: [TenureNode],
      description: 'Who held an office at it.',
      select: (_args, _context, nested) => ({
        cluster: {
          orderBy: clusterOrder,
          select: {
            offices: {
              orderBy: { slug: 'asc' },
              select: { holders: { orderBy: { actor: { slug: 'asc' } }, ...nested(true) } },
            },
          },
        },
      }),
      resolve: ({ cluster }) => cluster.flatMap(({ offices }) => offices.flatMap(({ holders }) => holders)),
    }),
    offices: Offices.field(t, {
      description: 'Posts at it, whoever holds them.',
      within: (id) => ({ organisation: standingFor(id) }),
    }),
    events: Events.field(t, {
      description: 'Events in which it takes part, itself or through somebody on its behalf.',
      within: whereOrganisationIn,
    }),
    agreements: Agreements.field(t, {
      description: 'Agreements to which it is a party.',
      within: (id) => ({ parties: { some: { organisation: standingFor(id) } } }),
    }),
    statements: Statements.field(t, {
      description: 'What it is reported to have said.',
      within: (id) => ({ speakerOrganisation: standingFor(id) }),
    }),
    statistics: Statistics.field(t, {
      description: 'Figures of which it is the source.',
      within: (id) => ({ givenByOrganisation: standingFor(id) }),
    }),
    assessments: Assessments.field(t, {
      description: 'What the authors think about it.',
      within: (id) => ({ about: { some: { targetOrganisation: standingFor(id) } } }),
    }),
  }),
});

// Apart, for a type cannot name itself while it is being made.
builder.prismaObjectFields(OrganisationNode, (t) => ({
  parent: t.field({
    type: OrganisationNode,
    nullable: true,
    description: 'The body of which the source makes it a part; null where it tells none.',
    resolve: ({ parentId }, _args, context, info) => findOneOf(context, info, { Organisation: parentId }),
  }),
  children: t.field({
    type: [OrganisationNode],
    description: 'Bodies that are part of it.',
    select: (_args, _context, nested) => ({
      cluster: {
        orderBy: clusterOrder,
        select: { children: { ...nested(true), where: STANDS_FOR_ITSELF, orderBy: { slug: 'asc' as const } } },
      },
    }),
    resolve: ({ cluster }) => cluster.flatMap(({ children }) => children),
  }),
}));

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
  always: STANDS_FOR_ITSELF,
  order: OrganisationOrder,
  sort: (order) => sortBy('name', { field: 'name', type: 'text' }, order?.direction ?? 'ASC'),
  ordered: 'by name, ties by slug',
});

builder.queryFields((t) => ({
  organisations: Organisations.field(t, { description: 'Every body that is named.' }),
  organisation: t.prismaField({
    type: OrganisationNode,
    nullable: true,
    description:
      'The organisation with that slug, or the one that stands for it where it has been merged; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Organisation.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, context) => findCalled(context, 'Organisation', query, slug),
  }),
}));
