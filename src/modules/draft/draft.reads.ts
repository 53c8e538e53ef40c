import type { Database } from '../../database/database.ts';
import type { Draft, DraftPassage, DraftSuggestion as SuggestionRow } from '../../generated/prisma/client.ts';
import type {
  DraftState,
  SuggestionNoun,
  SuggestionRecognition,
  SuggestionState,
} from '../../generated/prisma/enums.ts';
import { type Combinators, given, oneOf, whereFilter } from '../../lib/where.ts';
import type { AnchorPassage } from './anchor.rules.ts';
import type { DraftRecord } from './record.rules.ts';
import type { DraftSuggestion } from './suggestion.rules.ts';

export type DraftRow = Draft;

/** Passages with their wording, where somebody has loaded it. */
export type DraftText = readonly { readonly number: string; readonly text: string | null }[];

export async function listDraftPassages(db: Database, draftId: string): Promise<readonly DraftPassage[]> {
  return db.draftPassage.findMany({ where: { draftId }, orderBy: { ordinal: 'asc' } });
}

/** Every suggestion of a draft, in its order. */
export async function listSuggestions(db: Database, draftId: string): Promise<readonly DraftSuggestion[]> {
  const rows = await db.draftSuggestion.findMany({ where: { draftId }, orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] });
  return rows.map(toSuggestion);
}

export function toSuggestion({ draftId: _, ...row }: SuggestionRow): DraftSuggestion {
  return { ...row, record: row.record as DraftRecord, extracted: row.extracted as DraftRecord | null };
}

/** Those of the passages that anchors can hold on to. */
export function anchorPassages(passages: readonly DraftPassage[]): readonly AnchorPassage[] {
  return passages.flatMap(({ number, text, spanStart }) =>
    text === null || spanStart === null ? [] : [{ number, text, start: spanStart }],
  );
}

export interface DraftFilter extends Combinators<DraftFilter> {
  readonly states?: readonly DraftState[] | null;
  readonly series?: readonly string[] | null;
}

export function whereDraft(filter: DraftFilter): object {
  return whereFilter(filter, (own) => [
    given(own.states, (states) => ({ state: oneOf(states) })),
    given(own.series, (slugs) => ({ seriesSlug: oneOf(slugs) })),
  ]);
}

export interface SuggestionFilter extends Combinators<SuggestionFilter> {
  readonly drafts?: readonly string[] | null;
  readonly states?: readonly SuggestionState[] | null;
  readonly nouns?: readonly SuggestionNoun[] | null;
  readonly keys?: readonly string[] | null;
  readonly passages?: readonly string[] | null;
  readonly rules?: readonly string[] | null;
  readonly minScore?: number | null;
  readonly recognitions?: readonly SuggestionRecognition[] | null;
  readonly isOpen?: boolean | null;
}

/** What `isOpen` of suggestion.rules.ts says, as a condition. */
const OPEN = {
  OR: [{ state: 'PROPOSED' }, { AND: [{ state: { in: ['ACCEPTED', 'EDITED'] } }, { attention: { not: null } }] }],
};

/** How many suggestions of a draft publishing waits for. */
export function countOpen(db: Database, draftId: string): Promise<number> {
  return db.draftSuggestion.count({ where: { AND: [{ draftId }, OPEN as object] } });
}

export function whereSuggestion(filter: SuggestionFilter): object {
  return whereFilter(filter, (own) => [
    given(own.drafts, (ids) => ({ draftId: oneOf(ids) })),
    given(own.states, (states) => ({ state: oneOf(states) })),
    given(own.nouns, (nouns) => ({ noun: oneOf(nouns) })),
    given(own.keys, (keys) => ({ key: oneOf(keys) })),
    given(own.passages, (numbers) => ({ passage: oneOf(numbers) })),
    given(own.rules, (rules) => ({ rule: oneOf(rules) })),
    given(own.minScore, (score) => ({ score: { gte: score } })),
    given(own.recognitions, (values) => ({ AND: [{ recognition: { not: null } }, { recognition: oneOf(values) }] })),
    given(own.isOpen, (open) => (open ? OPEN : { NOT: OPEN })),
  ]);
}

/** The slug of the report that a draft becomes; null where there is no such draft. */
export async function findReportOfDraft(db: Database, id: string): Promise<string | null> {
  return (await db.draft.findUnique({ where: { id }, select: { reportSlug: true } }))?.reportSlug ?? null;
}
