import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { TopicKind, TopicNode } from './topic.graphql.ts';

defineCorrections({
  noun: 'topics',
  model: 'Topic',
  node: TopicNode,
  called: 'a topic',
  cited: false,
  fields: (t, must) => ({
    name: t.string({ required: must, description: 'What it is called.' }),
    kind: t.field({ type: TopicKind, required: must, description: 'What sort of topic it is.' }),
    parent: t.string({ description: 'Slug of the next wider topic.' }),
    summary: t.string({ description: 'What it is, as the source tells.' }),
    validFrom: t.field({ type: 'LocalDate', description: 'First day of a programme.' }),
    validTo: t.field({ type: 'LocalDate', description: 'Last day of a programme.' }),
  }),
});
