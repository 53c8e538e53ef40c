import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';

export const PlaceNode: NodeRef<'Place'> = builder.prismaNode('Place', {
  description:
    'Somewhere that a source states as a venue: a town, a region, a training ground, a plant, a whole country if nothing nearer is said.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `ashuluk`.' }),
    name: t.exposeString('name', { description: 'The spelling preferred.' }),
    country: t.relation('country', {
      nullable: true,
      description: 'The country in which it lies; null where no source says.',
    }),
    within: t.relation('within', {
      nullable: true,
      description: 'The next larger place around it; null where none is held.',
    }),
    latitude: t.exposeFloat('latitude', {
      nullable: true,
      description: 'Degrees north, WGS 84; null where it has not been looked up.',
    }),
    longitude: t.exposeFloat('longitude', {
      nullable: true,
      description: 'Degrees east, WGS 84; null where it has not been looked up.',
    }),
  }),
});

builder.queryField('place', (t) =>
  t.prismaField({
    type: PlaceNode,
    nullable: true,
    description: 'The place with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Place.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.place.findUnique({ ...query, where: { slug } }),
  }),
);
