import { type Anchor, type AnchorPassage, anchorOf, findAnchor } from './anchor.rules.ts';
import { pairUp } from './pair-up.rules.ts';
import { citesIn, type DraftRecord, isSameRecord, mapCites } from './record.rules.ts';
import { type DraftSuggestion, type FreshSuggestion, inTextOrder, isDecidedFor } from './suggestion.rules.ts';

/** What a draft is to be after its text has been corrected. */
export interface Merge {
  /** Every suggestion, with an id where it had one. */
  readonly suggestions: readonly (Omit<DraftSuggestion, 'id'> & { readonly id: string | null })[];
  /** Those of passages that are gone, which nothing can be decided about. */
  readonly removedIds: readonly string[];
}

interface MergeInput {
  readonly before: { readonly passages: readonly AnchorPassage[]; readonly suggestions: readonly DraftSuggestion[] };
  /** Suggestions are null where nothing was extracted anew. */
  readonly after: {
    readonly passages: readonly AnchorPassage[];
    readonly suggestions: readonly FreshSuggestion[] | null;
  };
  /** From the number of a passage before to its number now. */
  readonly numberOf: ReadonlyMap<string, string>;
}

/**
 * Carries suggestions over to a corrected text. Decisions are kept; what nobody has decided is what the new extraction says,
 * or OBSOLETE where it no longer says it. A decision whose words are gone, or of which extraction now says something else,
 * is kept and has to be looked at again.
 */
export function mergeSuggestions({ before, after, numberOf }: MergeInput): Merge {
  const carrier = new Carrier(before.passages, after.passages, numberOf);
  const carriedOf = new Map(before.suggestions.map((old) => [old, carrier.carry(old)]));
  const fresh = pairUp(
    [...carriedOf.values()].filter((carried) => carried !== undefined),
    after.suggestions ?? [],
  );
  const merged: Merge['suggestions'][number][] = [];
  const removedIds: string[] = [];
  for (const [old, carried] of carriedOf) {
    if (!carried) {
      removedIds.push(old.id);
      continue;
    }
    const now = fresh.of.get(carried);
    const next =
      isDecidedFor(old) || old.state === 'REJECTED'
        ? decided(old, carried, now)
        : undecided(old, carried, now, after.suggestions !== null);
    merged.push({ ...next, version: isSame(old, next) ? old.version : old.version + 1 });
  }
  for (const suggestion of fresh.others) merged.push({ ...NEW, ...suggestion });
  const numbers = after.passages.map(({ number }) => number);
  return {
    suggestions: inTextOrder(merged, numbers).map((suggestion, index) => ({ ...suggestion, ordinal: index + 1 })),
    removedIds,
  };
}

/** What every suggestion begins with. */
export const NEW = {
  id: null,
  extracted: null,
  ordinal: 0,
  state: 'PROPOSED',
  attention: null,
  version: 1,
  reviewedBy: null,
  reviewedAt: null,
  reason: null,
} as const;

type Carried = DraftSuggestion & { readonly isLost: boolean };

function undecided(
  old: DraftSuggestion,
  carried: Carried,
  now: FreshSuggestion | undefined,
  isExtracted: boolean,
): DraftSuggestion {
  const { isLost: _, ...same } = carried;
  if (now) return { ...same, ...now, state: 'PROPOSED', attention: null };
  return isExtracted ? { ...same, state: 'OBSOLETE', id: old.id } : same;
}

function decided(old: DraftSuggestion, carried: Carried, now: FreshSuggestion | undefined): DraftSuggestion {
  const { isLost, ...same } = carried;
  const said = carried.extracted ?? carried.record;
  const differs = now !== undefined && !isSameRecord(said, now.record);
  // Only the words changed by which it is cited: it stands on the new ones, if somebody agrees.
  if (now && old.state === 'ACCEPTED' && citesLess(old.record, carried.record) && isSameFact(said, now.record)) {
    const { spanStart, spanEnd, quote, passage } = now;
    return { ...same, record: now.record, passage, spanStart, spanEnd, quote, attention: 'EXTRACTION_DIFFERS' };
  }
  // Where extraction finds it again, it stands where extraction says.
  const anchor = now && isLost ? { spanStart: now.spanStart, spanEnd: now.spanEnd, quote: now.quote } : {};
  // A decision not to take it needs no words to stand on.
  const attention =
    old.state === 'REJECTED' ? null : isLost && !now ? 'ANCHOR_LOST' : differs ? 'EXTRACTION_DIFFERS' : old.attention;
  return {
    ...same,
    ...anchor,
    extracted: differs ? now.record : carried.extracted,
    attention: citesLess(old.record, carried.record) && old.state !== 'REJECTED' ? 'ANCHOR_LOST' : attention,
  };
}

const isSameFact = (one: DraftRecord, other: DraftRecord) =>
  isSameRecord(
    mapCites(one, () => undefined),
    mapCites(other, () => undefined),
  );

const citesLess = (before: DraftRecord, now: DraftRecord) =>
  citesIn(now).length < citesIn(before).length || quotesIn(now).length < quotesIn(before).length;

const quotesIn = (record: DraftRecord) => citesIn(record).filter(({ quote }) => quote !== null);

const isSame = (old: DraftSuggestion, now: DraftSuggestion) =>
  isSameRecord({ ...old, ordinal: 0, version: 0 }, { ...now, ordinal: 0, version: 0 });

/** Moves spans and cites from one text to another. */
class Carrier {
  readonly #before: ReadonlyMap<string, AnchorPassage>;
  readonly #after: readonly AnchorPassage[];
  readonly #numberOf: ReadonlyMap<string, string>;

  constructor(
    before: readonly AnchorPassage[],
    after: readonly AnchorPassage[],
    numberOf: ReadonlyMap<string, string>,
  ) {
    this.#before = new Map(before.map((passage) => [passage.number, passage]));
    this.#after = after;
    this.#numberOf = numberOf;
  }

  /** Undefined for what is said of a passage that is gone. */
  carry(old: DraftSuggestion): Carried | undefined {
    const home = this.#numberOf.get(old.passage);
    if (old.noun === 'PASSAGES') return home === undefined ? undefined : this.#carryPassage(old, home);
    const record = this.#carryCites(old.record);
    const extracted = old.extracted && this.#carryCites(old.extracted);
    const anchor = this.#anchor(old);
    if (anchor === null) return { ...old, passage: home ?? old.passage, record, extracted, isLost: home === undefined };
    const found = anchor && findAnchor(anchor, this.#after, home);
    if (!found) {
      const passage = home ?? old.passage;
      return { ...old, passage, record, extracted, spanStart: null, spanEnd: null, quote: null, isLost: true };
    }
    const { passage, start: spanStart, end: spanEnd } = found;
    return { ...old, passage, record, extracted, spanStart, spanEnd, isLost: false };
  }

  #carryPassage(old: DraftSuggestion, number: string): Carried {
    const renumbered = (record: DraftRecord) => ({ ...record, number });
    return {
      ...old,
      key: number,
      passage: number,
      record: renumbered(old.record),
      extracted: old.extracted && renumbered(old.extracted),
      isLost: false,
    };
  }

  /** Null where it never had one. */
  #anchor({ passage, spanStart, spanEnd }: DraftSuggestion): Anchor | undefined | null {
    if (spanStart === null || spanEnd === null) return null;
    const home = this.#before.get(passage);
    return home && anchorOf(home, spanStart, spanEnd);
  }

  /**
   * A cite whose words are gone holds on to its passage. One whose passage is gone is left out: under its number there may be
   * another one now.
   */
  #carryCites(record: DraftRecord): DraftRecord {
    return mapCites(record, ({ passage, quote }) => {
      const number = this.#numberOf.get(passage);
      if (quote === null) return number === undefined ? undefined : { passage: number, quote };
      const home = this.#before.get(passage);
      const at = home ? home.text.indexOf(quote) : -1;
      const start = home && at >= 0 ? home.start + [...home.text.slice(0, at)].length : -1;
      const anchor = home && start >= 0 ? anchorOf(home, start, start + [...quote].length) : undefined;
      // A quote that the text before did not have either says nothing about where it is now.
      if (!anchor) return number === undefined ? undefined : { passage: number, quote };
      const found = findAnchor(anchor, this.#after, number);
      if (found) return { passage: found.passage, quote };
      return number === undefined ? undefined : { passage: number, quote: null };
    });
  }
}
