import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { decodeId } from '../../graphql/node.ts';
import { SuggestionAttention, SuggestionNoun, SuggestionRecognition, SuggestionState } from './draft.enums.graphql.ts';
import { DraftNode } from './draft.graphql.ts';
import { type SuggestionFilter as Filter, whereSuggestion } from './draft.reads.ts';
import { isOpen } from './suggestion.rules.ts';

export const SuggestionNode: NodeRef<'DraftSuggestion'> = builder.prismaNode('DraftSuggestion', {
  description: 'One record of the edition that a draft is to become, anchored to the words that tell it.',
  id: { field: 'id' },
  authScopes: { scope: 'READ_DRAFTS' },
  fields: (t) => ({
    draft: t.relation('draft', { type: DraftNode, description: 'The draft in which it stands.' }),
    noun: t.expose('noun', { type: SuggestionNoun, description: 'What sort of record it is.' }),
    key: t.exposeString('key', {
      description: "The record's slug, code or number: other records of the draft refer to it by this.",
    }),
    record: t.field({
      type: 'JSONObject',
      description: "The record in the form of an edition's files, which the dataset's guide tells field by field.",
      resolve: ({ record }) => record as object,
    }),
    extracted: t.field({
      type: 'JSONObject',
      nullable: true,
      description: 'What extraction says, where the record says something else; null otherwise.',
      resolve: ({ extracted }) => extracted as object | null,
    }),
    passage: t.exposeString('passage', { description: 'The number of the passage that tells it.' }),
    start: t.exposeInt('spanStart', {
      nullable: true,
      description:
        'Where the words that tell it begin in the canonical text, in Unicode code points from 0; null where it stands on no words: a passage itself, what lost its anchor, what came without a text.',
    }),
    end: t.exposeInt('spanEnd', {
      nullable: true,
      description: 'The first code point after them; null as `start` is.',
    }),
    quote: t.exposeString('quote', { nullable: true, description: 'The words there; null as `start` is.' }),
    rule: t.exposeString('rule', { description: 'What made it: a rule of extraction, "editor" or "graph".' }),
    score: t.exposeFloat('score', { description: 'From 0 to 1: how far the rule is to be trusted here.' }),
    recognition: t.expose('recognition', {
      type: SuggestionRecognition,
      nullable: true,
      description: 'For a name: whether the graph knows it; null for everything else.',
    }),
    evidence: t.exposeString('evidence', {
      nullable: true,
      description:
        'Of a VARIANT: the known spelling, and how near it is. Of a known indicator: what links it to the figure. Null for the rest.',
    }),
    state: t.expose('state', { type: SuggestionState, description: 'What has been decided.' }),
    attention: t.expose('attention', {
      type: SuggestionAttention,
      nullable: true,
      description: 'Why that has to be decided again; null where it has not.',
    }),
    isOpen: t.boolean({
      description: 'Whether publishing waits for a decision: it is PROPOSED, or what was decided needs attention.',
      resolve: isOpen,
    }),
    version: t.exposeInt('version', {
      description: 'Grows with every change; send it with a decision, which is refused where it is an old one.',
    }),
    reviewedBy: t.exposeString('reviewedBy', { nullable: true, description: 'Who decided; null where nobody has.' }),
    reviewedAt: t.expose('reviewedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When; null where nobody has.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, as given; null where none was.' }),
  }),
});

const SuggestionFilter = builder.inputRef<Filter>('SuggestionFilter');

SuggestionFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    drafts: t.field({ type: ['ID'], description: 'Of these drafts.' }),
    states: t.field({ type: [SuggestionState], description: 'In one of these states.' }),
    nouns: t.field({ type: [SuggestionNoun], description: 'Of one of these sorts.' }),
    keys: t.stringList({ description: 'With one of these keys.' }),
    passages: t.stringList({ description: 'Told by one of these passages, by number.' }),
    rules: t.stringList({ description: 'Made by one of these rules.' }),
    minScore: t.float({ description: 'With this score or a higher one.' }),
    recognitions: t.field({ type: [SuggestionRecognition], description: 'Names that stand so to the graph.' }),
    isOpen: t.boolean({ description: 'Whether publishing waits for a decision on it.' }),
    and: t.field({ type: [SuggestionFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [SuggestionFilter], description: 'At least one of these.' }),
    not: t.field({ type: SuggestionFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Suggestions: List = defineList({
  model: 'DraftSuggestion',
  node: SuggestionNode,
  plural: 'suggestions',
  filter: SuggestionFilter,
  where: (filter) => whereSuggestion(withRowIds(filter)),
  sort: () => ({
    name: 'text',
    keys: [
      { field: 'ordinal', type: 'integer', direction: 'asc' },
      { field: 'id', type: 'id', direction: 'asc' },
    ],
  }),
  ordered: 'as the text tells them',
});

/** The ids of drafts as the database has them; one of something else finds nothing. */
function withRowIds(filter: Filter): Filter {
  const ids = filter.drafts?.map(decodeId).flatMap(({ model, id }) => (model === 'Draft' ? id : []));
  return {
    ...filter,
    ...(ids && { drafts: ids }),
    ...(filter.and && { and: filter.and.map(withRowIds) }),
    ...(filter.or && { or: filter.or.map(withRowIds) }),
    ...(filter.not && { not: withRowIds(filter.not) }),
  };
}

builder.queryField('suggestions', (t) =>
  Suggestions.field(t, { description: 'Suggestions of all drafts; a filter on `drafts` has those of one.' }),
);
