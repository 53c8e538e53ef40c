import { badUserInput, checkText } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/node.ts';
import { getRow, loadRow } from '../../graphql/rows.ts';
import { authorOf } from '../../graphql/viewer.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import { checkReason } from '../../lib/reason.ts';
import { SuggestionNoun } from './draft.enums.graphql.ts';
import type { SuggestionMistake as SuggestionMistakeShape } from './review.rules.ts';
import { addSuggestions, type ReviewOutcome, reviewSuggestions } from './review.writes.ts';
import { SuggestionNode } from './suggestion.graphql.ts';

/** More would hold up everybody else's turn to write. */
const MOST_ITEMS = 500;

const ReviewDecision = builder.enumType('ReviewDecision', {
  description: 'What is decided about a suggestion.',
  values: {
    ACCEPT: { description: 'It goes into the edition as it stands.' },
    EDIT: { description: 'It goes into the edition as the `record` that comes with the decision.' },
    REJECT: { description: 'It does not go into the edition.' },
    REOPEN: { description: 'Nothing: what was decided is taken back.' },
  } as const,
});

const ReviewItem = builder.inputType('ReviewItem', {
  description: 'What is decided about one suggestion.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Of the suggestion.' }),
    version: t.int({ required: true, description: 'The `version` of the suggestion that was looked at.' }),
    decision: t.field({ type: ReviewDecision, required: true, description: 'What is decided.' }),
    record: t.field({ type: 'JSONObject', description: 'The whole record, to EDIT; left out otherwise.' }),
    reason: t.string({ description: 'Why.' }),
  }),
});

const ReviewSuggestionsInput = builder.inputType('ReviewSuggestionsInput', {
  description: 'Decisions; each is taken or refused by itself.',
  fields: (t) => ({
    items: t.field({
      type: [ReviewItem],
      required: true,
      description: `The decisions, at most ${MOST_ITEMS} at once.`,
    }),
    reason: t.string({ description: 'Why, for those that say nothing of their own.' }),
  }),
});

const SuggestionItem = builder.inputType('SuggestionItem', {
  description: 'A record that the text tells and extraction missed.',
  fields: (t) => ({
    noun: t.field({ type: SuggestionNoun, required: true, description: 'What sort of record it is; no passage.' }),
    record: t.field({ type: 'JSONObject', required: true, description: 'The record, as in `Suggestion.record`.' }),
    passage: t.string({ required: true, description: 'The number of the passage that tells it.' }),
    quote: t.string({ description: 'Words of the passage to anchor it to.' }),
    reason: t.string({ description: 'Why.' }),
  }),
});

const AddSuggestionsInput = builder.inputType('AddSuggestionsInput', {
  description: 'Records to add to a draft; each is taken or refused by itself.',
  fields: (t) => ({
    draft: t.id({ required: true, description: 'Of the draft.' }),
    items: t.field({
      type: [SuggestionItem],
      required: true,
      description: `The records, at most ${MOST_ITEMS} at once.`,
    }),
  }),
});

type Outcome<Kind> = Extract<ReviewOutcome, { readonly kind: Kind }>;

const ReviewedSuggestion = builder.objectRef<Outcome<'REVIEWED'>>('ReviewedSuggestion').implement({
  description: 'It is decided.',
  fields: (t) => ({
    suggestion: t.field({
      type: SuggestionNode,
      description: 'As it stands now.',
      resolve: ({ id }, _args, context, info) => getRow(context, info, 'DraftSuggestion', id),
    }),
    changed: t.exposeBoolean('changed', { description: 'False where it had been decided just so before.' }),
    referredToBy: t.field({
      type: [SuggestionNode],
      description:
        'After a rejection: the suggestions that go into the edition, or may, and refer to it. Publishing would find them wrong.',
      resolve: ({ referringIds }, _args, context, info) =>
        Promise.all(referringIds.map((id) => getRow(context, info, 'DraftSuggestion', id))),
    }),
  }),
});

const SuggestionConflict = builder.objectRef<Outcome<'CONFLICT'>>('SuggestionConflict').implement({
  description: 'Somebody else has decided since, and it stays as they did.',
  fields: (t) => ({
    current: t.field({
      type: SuggestionNode,
      description: 'As it stands: decide on this version.',
      resolve: ({ id }, _args, context, info) => getRow(context, info, 'DraftSuggestion', id),
    }),
  }),
});

export const SuggestionMistake = builder.objectRef<SuggestionMistakeShape>('SuggestionMistake').implement({
  description: 'One thing that is wrong in a record.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'The way to it: `participations[2].role`; empty where the record as a whole is meant.',
    }),
    reason: t.exposeString('reason', { description: 'For people, in English: a clause that goes after the path.' }),
  }),
});

const InvalidSuggestion = builder.objectRef<Outcome<'INVALID'>>('InvalidSuggestion').implement({
  description: 'It cannot be decided so.',
  fields: (t) => ({
    // Not `suggestion`: a client could not ask for that of both, for here it may be null.
    refused: t.field({
      type: SuggestionNode,
      nullable: true,
      description: 'As it stands; null for one that was to be added.',
      resolve: ({ id }, _args, context, info) => (id === null ? null : loadRow(context, info, 'DraftSuggestion', id)),
    }),
    mistakes: t.field({
      type: [SuggestionMistake],
      description: 'Everything that is wrong with it.',
      resolve: ({ mistakes }) => [...mistakes],
    }),
  }),
});

const UnknownSuggestion = builder.objectRef<Outcome<'UNKNOWN'>>('UnknownSuggestion').implement({
  description: 'There is no such suggestion, or no such draft.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id as it was given.' }),
  }),
});

const TYPES = {
  REVIEWED: 'ReviewedSuggestion',
  CONFLICT: 'SuggestionConflict',
  INVALID: 'InvalidSuggestion',
  UNKNOWN: 'UnknownSuggestion',
} as const;

const SuggestionResult = builder.unionType('SuggestionResult', {
  description: 'What came of one decision.',
  types: [ReviewedSuggestion, SuggestionConflict, InvalidSuggestion, UnknownSuggestion],
  resolveType: ({ kind }) => TYPES[kind],
});

interface Results {
  readonly results: readonly ReviewOutcome[];
}

const SuggestionResults = builder.objectRef<Results>('SuggestionResults').implement({
  description: 'What came of each decision.',
  fields: (t) => ({
    results: t.field({
      type: [SuggestionResult],
      description: 'One for each item, in their order.',
      resolve: ({ results }) => [...results],
    }),
  }),
});

function checkItems(items: readonly { readonly reason?: string | null }[]): void {
  if (items.length > MOST_ITEMS) {
    throw badUserInput(`\`items\` holds ${items.length} decisions; at most ${MOST_ITEMS} are taken at once.`);
  }
  for (const { reason } of items) {
    checkText('reason', reason);
    checkReason(reason);
  }
}

/** The row's id; one of another kind is of nothing here. */
function rowId(globalId: string, model: 'DraftSuggestion' | 'Draft'): string | null {
  const key = decodeId(globalId);
  return key.model === model ? key.id : null;
}

builder.mutationFields((t) => ({
  reviewSuggestions: t.field({
    type: SuggestionResults,
    authScopes: { scope: 'REVIEW' },
    description:
      'Decides about suggestions. A decision on an old version is refused with the current one; one that was taken just so before changes nothing, so that the request may be sent again.',
    args: { input: t.arg({ type: ReviewSuggestionsInput, required: true, description: 'The decisions.' }) },
    resolve: async (_root, { input }, context) => {
      checkItems(input.items);
      const ids = input.items.map(({ id }) => rowId(id, 'DraftSuggestion'));
      const items = input.items.map((item, index) => ({
        ...item,
        id: ids[index] ?? '',
        record: (item.record as Record<string, unknown> | null | undefined) ?? null,
        reason: item.reason ?? input.reason ?? null,
      }));
      const known = items.filter(({ id }) => id !== '');
      const outcomes = await writeAsViewer(context, input.reason ?? null, (db) =>
        reviewSuggestions(db, known, authorOf(context.viewer).by),
      );
      const decided = outcomes.values();
      const results = items.map(({ id }, index): ReviewOutcome => {
        const outcome = id === '' ? undefined : decided.next().value;
        if (outcome && outcome.kind !== 'UNKNOWN') return outcome;
        return { kind: 'UNKNOWN', id: input.items[index]?.id ?? '' };
      });
      return { results };
    },
  }),
  addSuggestions: t.field({
    type: SuggestionResults,
    authScopes: { scope: 'REVIEW' },
    description:
      'Adds to a draft what the text tells and extraction missed. It counts as decided, by whoever adds it. The same record a second time changes nothing.',
    args: { input: t.arg({ type: AddSuggestionsInput, required: true, description: 'The records.' }) },
    resolve: async (_root, { input }, context) => {
      checkItems(input.items);
      const draftId = rowId(input.draft, 'Draft');
      if (draftId === null) return { results: input.items.map(() => ({ kind: 'UNKNOWN' as const, id: input.draft })) };
      const items = input.items.map((item) => ({ ...item, record: item.record as Record<string, unknown> }));
      const outcomes = await writeAsViewer(context, null, (db) =>
        addSuggestions(db, draftId, items, authorOf(context.viewer).by),
      );
      return { results: outcomes.map((one) => (one.kind === 'UNKNOWN' ? { ...one, id: input.draft } : one)) };
    },
  }),
}));
