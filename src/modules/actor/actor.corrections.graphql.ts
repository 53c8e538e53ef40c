import { builder } from '../../graphql/builder.ts';
import { CitationInput, NameInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { ActorKind, ActorNode } from './actor.graphql.ts';

const TenureInput = builder.inputType('TenureInput', {
  description: 'An office that the actor held, as passages tell; each once from the same first day.',
  fields: (t) => ({
    office: t.string({ required: true, description: 'Slug of the office.' }),
    titleInSource: t.boolean({
      description: "Whether the office's title is a wording of the source; true when left out.",
    }),
    rank: t.string({ description: 'Military or service rank, as printed.' }),
    from: t.field({ type: 'LocalDate', description: 'First day in office, where the source states it.' }),
    to: t.field({ type: 'LocalDate', description: 'Last day in office, where the source states it.' }),
    names: t.field({
      type: [NameInput],
      description: "Wordings of the post that were met, beside the office's title.",
    }),
    citations: t.field({
      type: [CitationInput],
      required: true,
      description: 'The passages that give the actor this office; at least one.',
    }),
  }),
});

defineCorrections({
  noun: 'actors',
  model: 'Actor',
  node: ActorNode,
  called: 'an actor',
  cited: true,
  fields: (t, must) => ({
    name: t.string({ required: must, description: 'The preferred spelling.' }),
    nameInSource: t.boolean({ description: 'Whether that spelling was met in a source; true when left out.' }),
    kind: t.field({ type: ActorKind, required: must, description: 'How far the source tells who it was.' }),
    country: t.field({
      type: 'CountryCode',
      description: 'The country that the actor acts for or comes from, one that is in the graph.',
    }),
    names: t.field({ type: [NameInput], description: 'Other spellings that were met.' }),
    tenures: t.field({ type: [TenureInput], description: 'Offices that the source says the actor held.' }),
  }),
});
