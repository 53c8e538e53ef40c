import { builder, type NodeRef } from '../../graphql/builder.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { tenureOrder } from './office.reads.ts';

export const OfficeNode: NodeRef<'Office'> = builder.prismaNode('Office', {
  description: 'A post, whoever holds it.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `minister-of-defence-of-belarus`.' }),
    title: t.exposeString('title', { description: 'The preferred wording of the post.' }),
    organisation: t.relation('organisation', {
      nullable: true,
      description: 'The body at which it is held; null where the source names none.',
    }),
    holders: t.relation('holders', {
      query: { orderBy: tenureOrder },
      description: 'Who held it, the earliest known first.',
    }),
  }),
});

export const TenureNode: NodeRef<'Tenure'> = builder.prismaNode('Tenure', {
  description:
    'One actor in one office. A post told in several wordings is one tenure; without an office in the source there is none.',
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    actor: t.relation('actor', { description: 'Who held the office.' }),
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
      select: (_args, _context, nested) => ({ office: { select: { organisation: nested(true) } } }),
      resolve: ({ office }) => office.organisation,
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
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that give the actor this office; at least one.',
    }),
  }),
});
