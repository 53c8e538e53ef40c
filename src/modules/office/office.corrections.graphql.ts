import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { OfficeNode } from './office.graphql.ts';

defineCorrections({
  noun: 'offices',
  model: 'Office',
  node: OfficeNode,
  called: 'an office',
  cited: false,
  fields: (t, must) => ({
    title: t.string({
      required: must,
      description: 'The preferred wording of the post. The tenures of its holders bear it too, and change with it.',
    }),
    organisation: t.string({ description: 'Slug of the body at which it is held.' }),
  }),
});
