import { CitationInput, TargetInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { AssessmentKind, AssessmentNode, Likelihood } from './assessment.graphql.ts';

defineCorrections({
  noun: 'assessments',
  model: 'Assessment',
  node: AssessmentNode,
  called: 'an assessment',
  cited: true,
  fields: (t, must) => ({
    gist: t.string({ required: must, description: 'The claim, in our own words.' }),
    kind: t.field({ type: AssessmentKind, required: must, description: 'What the authors do in it.' }),
    hedge: t.string({ description: "The authors' hedge as printed." }),
    likelihood: t.field({ type: Likelihood, description: 'How likely the authors hold it, where they hedge so.' }),
    about: t.field({
      type: [TargetInput],
      required: must,
      description: 'What it is about; empty where that is nothing in the graph.',
    }),
    citations: t.field({
      type: [CitationInput],
      required: must,
      description: 'The passages in which they say so, all of the one report to which it belongs; at least one.',
    }),
  }),
});
