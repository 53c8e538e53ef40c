import { builder } from '../../graphql/builder.ts';
import { NameKind } from '../name/name.graphql.ts';

const PassageInput = builder.inputType('PassageInput', {
  description: 'A passage of a published report.',
  fields: (t) => ({
    report: t.string({ required: true, description: 'Slug of the report.' }),
    number: t.string({ required: true, description: 'As in `Passage.number`: "21", or "21.3" for a bullet.' }),
  }),
});

export const CitationInput = builder.inputType('CitationInput', {
  description: 'A passage on which a fact rests.',
  fields: (t) => ({
    passage: t.field({ type: PassageInput, required: true, description: 'Where it is said.' }),
    quote: t.string({ description: 'A few words as printed there, seven at most, to find the place by.' }),
  }),
});

export const NameInput = builder.inputType('NameInput', {
  description: 'One more spelling or wording of a name, beside the preferred one.',
  fields: (t) => ({
    text: t.string({ required: true, description: 'The spelling itself.' }),
    kind: t.field({ type: NameKind, required: true, description: 'What sort of spelling it is; not PREFERRED.' }),
    language: t.string({ description: "BCP 47 tag; left out where it is the report's own language." }),
    inSource: t.boolean({ description: 'Met in a source; true when left out.' }),
  }),
});

export const ParticipantInput = builder.inputType('ParticipantInput', {
  description: 'Who acts: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    actor: t.string({ description: 'Slug of an actor.' }),
    organisation: t.string({ description: 'Slug of an organisation.' }),
    country: t.field({ type: 'CountryCode', description: 'Code of a country that is in the graph.' }),
  }),
});

export const PartyInput = builder.inputType('PartyInput', {
  description: 'A side of an agreement: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    organisation: t.string({ description: 'Slug of an organisation.' }),
    country: t.field({ type: 'CountryCode', description: 'Code of a country that is in the graph.' }),
  }),
});

export const TargetInput = builder.inputType('TargetInput', {
  description: 'What a statement or an assessment is about: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    event: t.string({ description: 'Slug of an event.' }),
    agreement: t.string({ description: 'Slug of an agreement.' }),
    statistic: t.string({ description: 'Slug of a figure.' }),
    statement: t.string({ description: 'Slug of a statement.' }),
    actor: t.string({ description: 'Slug of an actor.' }),
    organisation: t.string({ description: 'Slug of an organisation.' }),
    country: t.field({ type: 'CountryCode', description: 'Code of a country that is in the graph.' }),
  }),
});
