import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { PlaceNode } from './place.graphql.ts';

defineCorrections({
  noun: 'places',
  model: 'Place',
  node: PlaceNode,
  called: 'a place',
  cited: false,
  fields: (t, must) => ({
    name: t.string({ required: must, description: 'The spelling preferred.' }),
    country: t.field({ type: 'CountryCode', description: 'The country in which it lies, one that is in the graph.' }),
    within: t.string({ description: 'Slug of the next larger place around it.' }),
    latitude: t.float({ description: 'Degrees north, WGS 84, from -90 to 90; with `longitude` or not at all.' }),
    longitude: t.float({ description: 'Degrees east, WGS 84, from -180 to 180; with `latitude` or not at all.' }),
  }),
});
