import { CitationInput, ParticipantInput, TargetInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { StatementNode } from './statement.graphql.ts';

defineCorrections({
  noun: 'statements',
  model: 'Statement',
  node: StatementNode,
  called: 'a statement',
  cited: true,
  fields: (t, must) => ({
    gist: t.string({ required: must, description: 'What was said, in our own words.' }),
    speaker: t.field({ type: ParticipantInput, description: 'The grammatical subject of the saying.' }),
    event: t.string({ description: 'Slug of the occasion.' }),
    about: t.field({ type: [TargetInput], description: 'What it deals with.' }),
    topics: t.stringList({ description: 'Slugs of the topics that it touches.' }),
    citations: t.field({
      type: [CitationInput],
      required: must,
      description: 'The passages that report it, all of the one report to which it belongs; at least one.',
    }),
  }),
});
