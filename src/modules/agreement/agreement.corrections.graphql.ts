import { builder } from '../../graphql/builder.ts';
import { CitationInput, NameInput, PartyInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { AgreementKind, AgreementStatus } from './agreement.enums.graphql.ts';
import { AgreementNode } from './agreement.graphql.ts';

const AgreementPartyInput = builder.inputType('AgreementPartyInput', {
  description: 'A side of an agreement, each once.',
  fields: (t) => ({
    party: t.field({ type: PartyInput, required: true, description: 'Which side.' }),
    proposer: t.boolean({ description: 'Whether it put the agreement forward; of one side at most.' }),
  }),
});

defineCorrections({
  noun: 'agreements',
  model: 'Agreement',
  node: AgreementNode,
  called: 'an agreement',
  cited: true,
  fields: (t, must) => ({
    title: t.string({ required: must, description: 'Its own title, or a description in our words.' }),
    nameInSource: t.boolean({
      description:
        'Whether the title is a name that the source gives it; said so, it counts as one, and otherwise only beside `names`.',
    }),
    names: t.field({
      type: [NameInput],
      description:
        'Other names of it. With this list, be it empty, the title counts as its preferred name. To take all names away, clear `nameInSource` too.',
    }),
    kind: t.field({ type: AgreementKind, required: must, description: 'What sort of understanding it is.' }),
    status: t.field({ type: AgreementStatus, required: must, description: 'How far it has come.' }),
    parties: t.field({
      type: [AgreementPartyInput],
      required: must,
      description: 'Its sides, as far as the source names them; empty where it names none.',
    }),
    signatories: t.stringList({ description: 'Slugs of the actors who signed it.' }),
    signedOn: t.field({ type: 'LocalDate', description: 'Day of signing.' }),
    validFrom: t.field({ type: 'LocalDate', description: 'First day of validity.' }),
    validTo: t.field({ type: 'LocalDate', description: 'Last day of validity.' }),
    events: t.stringList({ description: 'Slugs of events at which it moved, in the order of the source.' }),
    summary: t.string({ required: must, description: 'What it is about, in our own words.' }),
    citations: t.field({
      type: [CitationInput],
      required: must,
      description: 'The passages that tell of it; at least one.',
    }),
  }),
});
