import { builder } from '../../graphql/builder.ts';
import type { Row } from '../../graphql/rows.ts';
import { CitationNode } from './citation.graphql.ts';

export const Cited = builder.interfaceRef<Row>('Cited');

Cited.implement({
  description: 'A fact that can be traced to the passages on which it rests.',
  fields: (t) => ({
    citations: t.field({
      type: [CitationNode],
      description: 'The passages on which it rests, the first told first; at least one.',
      // Each type that is cited brings its own; an interface resolves nothing.
      resolve: () => [],
    }),
  }),
});
