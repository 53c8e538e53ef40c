import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { wholeListComplexity } from '../../graphql/limits.ts';
import { Events } from '../event/event.graphql.ts';
import { whereCountryIn } from '../event/event.reads.ts';

export const CountryNode: NodeRef<'Country'> = builder.prismaNode('Country', {
  description:
    'A state. It takes part in an event, makes a statement or is party to an agreement only where the source lets the state itself act, also by a capital standing for its government.',
  id: { field: 'id' },
  fields: (t) => ({
    code: t.expose('code', { type: 'CountryCode', description: 'ISO 3166-1 alpha-2: `BY`.' }),
    name: t.exposeString('name', { description: 'Its short English name.' }),
    events: Events.field(t, {
      description:
        'Events in which it takes part, itself or through a person or body of its, or which happened on its ground.',
      within: whereCountryIn,
    }),
  }),
});

builder.queryFields((t) => ({
  countries: t.prismaField({
    type: [CountryNode],
    description: 'Every country that some report names, by name.',
    complexity: wholeListComplexity,
    resolve: (query, _root, _args, { db }) =>
      db.country.findMany({ ...query, orderBy: [{ name: 'asc' }, { code: 'asc' }] }),
  }),
  country: t.prismaField({
    type: CountryNode,
    nullable: true,
    description: 'The country with that code; null when no report names it.',
    args: {
      code: t.arg({
        type: 'CountryCode',
        required: true,
        description: 'ISO 3166-1 alpha-2, in either case of letters.',
      }),
      asOf: asOfArg(t),
    },
    resolve: (query, _root, { code }, { db }) => db.country.findUnique({ ...query, where: { code } }),
  }),
}));
