import type { Database } from '../../database/database.ts';
import { createId } from '../../database/sync-rows.ts';
import { checkRecord } from '../../edition/check-record.ts';
import { keyOf } from '../../edition/findings.ts';
import type { ListedNoun } from '../../edition/format.ts';
import { findKnown, mergeKnown } from '../../edition/known.ts';
import type { KnownRecords } from '../../edition/parse-edition.ts';
import type { Draft } from '../../generated/prisma/client.ts';
import type { SuggestionNoun } from '../../generated/prisma/enums.ts';
import { listDraftPassages, listSuggestions } from './draft.reads.ts';
import { type NewSuggestion, upsertSuggestions } from './draft.writes.ts';
import { NEW } from './merge.rules.ts';
import { type DraftRecord, isSameRecord, referencesIn } from './record.rules.ts';
import { findWordingMistakes, type SuggestionMistake, type Wordings } from './review.rules.ts';
import { type DraftSuggestion, isDecidedFor, labelOf, namesOf, nounOf } from './suggestion.rules.ts';
import { PublishedWording } from './wording.rules.ts';

export type Decision = 'ACCEPT' | 'EDIT' | 'REJECT' | 'REOPEN';

/** What somebody decides about one suggestion. */
export interface ReviewItem {
  /** Of the suggestion. */
  readonly id: string;
  /** That of the suggestion which was looked at. */
  readonly version: number;
  readonly decision: Decision;
  /** Needed to EDIT, and for nothing else. */
  readonly record?: DraftRecord | null;
  readonly reason?: string | null;
}

/** A record that the text tells and extraction missed. */
export interface AddedItem {
  readonly noun: SuggestionNoun;
  readonly record: DraftRecord;
  /** The number of the passage that tells it. */
  readonly passage: string;
  /** Words of the passage to anchor it to. */
  readonly quote?: string | null;
  readonly reason?: string | null;
}

/** What came of one decision. */
export type ReviewOutcome =
  | {
      readonly kind: 'REVIEWED';
      readonly id: string;
      /** False where it had been decided so before. */
      readonly changed: boolean;
      /** After a rejection: what goes into the edition, or may, and refers to it. */
      readonly referringIds: readonly string[];
    }
  | { readonly kind: 'CONFLICT'; readonly id: string }
  | { readonly kind: 'INVALID'; readonly id: string | null; readonly mistakes: readonly SuggestionMistake[] }
  | { readonly kind: 'UNKNOWN'; readonly id: string };

const STATES = { ACCEPT: 'ACCEPTED', EDIT: 'EDITED', REJECT: 'REJECTED', REOPEN: 'PROPOSED' } as const;

const PUBLISHED = { path: '', reason: 'belongs to an edition that is published: withdraw that first' };

/**
 * Decides about suggestions, each by itself: one that cannot be decided so keeps no other from it. What was decided just so
 * before is left as it is, so that a request may be sent again.
 */
export async function reviewSuggestions(
  db: Database,
  items: readonly ReviewItem[],
  by: string,
): Promise<readonly ReviewOutcome[]> {
  const rows = await db.draftSuggestion.findMany({
    where: { id: { in: items.map(({ id }) => id) } },
    select: { id: true, draftId: true },
  });
  const draftIdOf = new Map(rows.map(({ id, draftId }) => [id, draftId]));
  const keys = items.flatMap(({ record }) => keyOf(record) ?? []);
  const desks = await openDesks(db, [...draftIdOf.values()], keys, by);
  const outcomes = items.map((item): ReviewOutcome => {
    const desk = desks.get(draftIdOf.get(item.id) ?? '');
    return desk ? desk.review(item) : { kind: 'UNKNOWN', id: item.id };
  });
  for (const desk of desks.values()) await desk.write(db);
  return outcomes;
}

/** Adds what extraction missed, as decided by whoever adds it. */
export async function addSuggestions(
  db: Database,
  draftId: string,
  items: readonly AddedItem[],
  by: string,
): Promise<readonly ReviewOutcome[]> {
  const keys = items.flatMap(({ record }) => keyOf(record) ?? []);
  const desk = (await openDesks(db, [draftId], keys, by)).get(draftId);
  if (!desk) return items.map(() => ({ kind: 'UNKNOWN', id: draftId }));
  const outcomes = items.map((item) => desk.add(item));
  await desk.write(db);
  return outcomes;
}

/** `keys` are those that records are to have besides those that they have. */
async function openDesks(
  db: Database,
  draftIds: readonly string[],
  keys: readonly string[],
  by: string,
): Promise<ReadonlyMap<string, Desk>> {
  const desks = new Map<string, Desk>();
  for (const draft of await db.draft.findMany({ where: { id: { in: [...draftIds] } } })) {
    const passages = await listDraftPassages(db, draft.id);
    const suggestions = await listSuggestions(db, draft.id);
    const wordings: Wordings = {
      published: new PublishedWording(
        passages.flatMap(({ text }) => text ?? []),
        suggestions.flatMap(namesOf),
      ),
      passages: new Map(passages.map(({ number, text }) => [number, text])),
    };
    const starts = new Map(passages.map(({ number, spanStart }) => [number, spanStart]));
    const known = await findKnown(db, new Set([...keys, ...suggestions.map(({ key }) => key)]), draft.reportSlug);
    desks.set(draft.id, new Desk({ draft, suggestions, wordings, starts, known, by }));
  }
  return desks;
}

/** What lies on the desk of whoever decides. */
interface DeskContents {
  readonly draft: Draft;
  readonly suggestions: readonly DraftSuggestion[];
  readonly wordings: Wordings;
  /** Where each passage begins in the canonical text. */
  readonly starts: ReadonlyMap<string, number | null>;
  readonly known: KnownRecords;
  readonly by: string;
}

/** The suggestions of one draft while they are being decided about. */
class Desk {
  readonly #contents: DeskContents;
  readonly #byId: Map<string, DraftSuggestion>;
  readonly #written = new Map<string, NewSuggestion>();
  readonly #now = new Date();

  constructor(contents: DeskContents) {
    this.#contents = contents;
    this.#byId = new Map(contents.suggestions.map((suggestion) => [suggestion.id, suggestion]));
  }

  async write(db: Database): Promise<void> {
    if (this.#written.size > 0) await upsertSuggestions(db, this.#contents.draft.id, [...this.#written.values()]);
  }

  review(item: ReviewItem): ReviewOutcome {
    const suggestion = this.#byId.get(item.id);
    if (!suggestion) return { kind: 'UNKNOWN', id: item.id };
    const next = this.#decide(suggestion, item);
    if (isSameRecord(judgedOf(suggestion), judgedOf(next))) return this.#reviewed(suggestion, false);
    if (item.version !== suggestion.version) return { kind: 'CONFLICT', id: item.id };
    const mistakes = this.#mistakesOf(suggestion, next, item);
    if (mistakes.length > 0) return { kind: 'INVALID', id: item.id, mistakes };
    this.#put(next);
    return this.#reviewed(next, true);
  }

  add({ noun, record, passage, quote = null, reason = null }: AddedItem): ReviewOutcome {
    const key = keyOf(record) ?? '';
    const same = [...this.#byId.values()].find((other) => other.noun === noun && other.key === key);
    // Sent again, it is what it was.
    if (same?.rule === 'editor' && isSameRecord(same.record, record)) return this.#reviewed(same, false);
    const mistakes = [...this.#mistakesIn(noun, key, record, null), ...this.#anchorMistakes(noun, passage, quote)];
    if (mistakes.length > 0) return { kind: 'INVALID', id: null, mistakes };
    const id = createId();
    const added: DraftSuggestion = {
      ...NEW,
      id,
      noun,
      key,
      record,
      passage,
      ...this.#spanOf(passage, quote),
      ordinal: this.#byId.size + 1,
      rule: 'editor',
      score: 1,
      recognition: null,
      evidence: null,
      state: 'EDITED',
      reviewedBy: this.#contents.by,
      reviewedAt: this.#now,
      reason,
    };
    this.#put(added);
    return this.#reviewed(added, true);
  }

  #decide(suggestion: DraftSuggestion, { decision, record, reason = null }: ReviewItem): DraftSuggestion {
    const decided: DraftSuggestion = {
      ...suggestion,
      state: STATES[decision],
      attention: null,
      version: suggestion.version + 1,
      reviewedBy: this.#contents.by,
      reviewedAt: this.#now,
      reason,
    };
    if (decision === 'REOPEN') return { ...decided, reviewedBy: null, reviewedAt: null };
    // What an editor has put stays an editor's, also when it is looked at again.
    if (decision === 'ACCEPT' && suggestion.extracted !== null) return { ...decided, state: 'EDITED' };
    if (decision !== 'EDIT' || record == null) return decided;
    const said = suggestion.extracted ?? (suggestion.rule === 'editor' ? null : suggestion.record);
    const extracted = said !== null && isSameRecord(said, record) ? null : said;
    return { ...decided, record, key: keyOf(record) ?? '', extracted };
  }

  #mistakesOf(before: DraftSuggestion, after: DraftSuggestion, item: ReviewItem): readonly SuggestionMistake[] {
    if (this.#contents.draft.state === 'PUBLISHED') return [PUBLISHED];
    if (item.decision === 'EDIT' && item.record == null) {
      return [{ path: '', reason: 'is to be edited, and no record is given: send it whole' }];
    }
    if (before.noun === 'PASSAGES' && after.state === 'REJECTED') {
      return [{ path: '', reason: 'is a passage of the text, which cannot be left out: edit its gist' }];
    }
    if (before.noun === 'PASSAGES' && after.key !== before.key) {
      return [{ path: 'number', reason: `is that of the passage, ${before.key}, and stays` }];
    }
    return isDecidedFor(after) ? this.#mistakesIn(after.noun, after.key, after.record, after.id) : [];
  }

  #mistakesIn(noun: SuggestionNoun, key: string, record: DraftRecord, id: string | null): readonly SuggestionMistake[] {
    if (this.#contents.draft.state === 'PUBLISHED') return [PUBLISHED];
    const name = nounOf(noun) as ListedNoun;
    const known = this.#contents.known[name]?.get(key);
    const form = checkRecord(name, known ? mergeKnown(record, known) : record).map(({ path = '', reason }) => ({
      path,
      reason,
    }));
    if (form.length > 0) return form;
    const other = [...this.#byId.values()].find((one) => one.noun === noun && one.key === key && one.id !== id);
    if (other) return [{ path: '', reason: `has the key "${key}" of another suggestion: decide about that one` }];
    return findWordingMistakes(record, this.#contents.wordings);
  }

  #anchorMistakes(noun: SuggestionNoun, passage: string, quote: string | null): readonly SuggestionMistake[] {
    if (noun === 'PASSAGES') return [{ path: '', reason: 'is a passage: the text has those, and no others' }];
    const text = this.#contents.wordings.passages.get(passage);
    if (text === undefined) return [{ path: 'passage', reason: `is "${passage}", which the draft does not have` }];
    if (quote === null || text === null || text.includes(quote)) return [];
    return [{ path: 'quote', reason: `is "${quote}", which passage ${passage} does not have` }];
  }

  #spanOf(passage: string, quote: string | null): Pick<DraftSuggestion, 'spanStart' | 'spanEnd' | 'quote'> {
    const text = this.#contents.wordings.passages.get(passage);
    const start = this.#contents.starts.get(passage);
    if (!text || start == null || !quote) return { spanStart: null, spanEnd: null, quote: null };
    const spanStart = start + [...text.slice(0, text.indexOf(quote))].length;
    return { spanStart, spanEnd: spanStart + [...quote].length, quote };
  }

  #put(suggestion: DraftSuggestion): void {
    this.#byId.set(suggestion.id, suggestion);
    this.#written.set(suggestion.id, suggestion);
  }

  #reviewed(suggestion: DraftSuggestion, changed: boolean): ReviewOutcome {
    const isOut = suggestion.state === 'REJECTED';
    const referring = isOut ? [...this.#byId.values()].filter((other) => refersTo(other, suggestion)) : [];
    return { kind: 'REVIEWED', id: suggestion.id, changed, referringIds: referring.map(({ id }) => id) };
  }
}

const refersTo = (other: DraftSuggestion, suggestion: DraftSuggestion) =>
  (isDecidedFor(other) || other.state === 'PROPOSED') &&
  other.id !== suggestion.id &&
  referencesIn(nounOf(other.noun), other.record).has(labelOf(suggestion));

/** What a decision says, whenever and by whomever it was made. */
const judgedOf = ({ state, attention, record, key, reason }: DraftSuggestion) => ({
  state,
  attention,
  record,
  key,
  reason,
});
