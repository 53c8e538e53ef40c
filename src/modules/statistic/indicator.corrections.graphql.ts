import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { IndicatorNode } from './indicator.graphql.ts';

defineCorrections({
  noun: 'indicators',
  model: 'Indicator',
  node: IndicatorNode,
  called: 'an indicator',
  cited: false,
  fields: (t, must) => ({
    name: t.string({ required: must, description: 'What is measured, in a few words.' }),
    definition: t.string({
      required: must,
      description: 'What exactly is counted, and what the source leaves open.',
    }),
    unit: t.string({ required: must, description: 'UCUM code of the unit of all its figures, which follow it.' }),
  }),
});
