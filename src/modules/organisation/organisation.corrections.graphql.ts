import { NameInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { OrganisationKind, OrganisationNode } from './organisation.graphql.ts';

defineCorrections({
  noun: 'organisations',
  model: 'Organisation',
  node: OrganisationNode,
  called: 'an organisation',
  cited: false,
  fields: (t, must) => ({
    name: t.string({ required: must, description: 'The preferred wording of its name.' }),
    nameInSource: t.boolean({ description: 'Whether that wording was met in a source; true when left out.' }),
    kind: t.field({ type: OrganisationKind, required: must, description: 'What sort of body it is.' }),
    country: t.field({ type: 'CountryCode', description: 'The state it belongs to, one that is in the graph.' }),
    parent: t.string({ description: 'Slug of the body of which the source makes it a part.' }),
    names: t.field({ type: [NameInput], description: 'Other wordings of its name, abbreviations included.' }),
  }),
});
