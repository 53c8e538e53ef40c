import type { SuggestionNoun } from '../../generated/prisma/enums.ts';
import { type DraftSuggestion, type FreshSuggestion, labelOf } from './suggestion.rules.ts';

/** What is told without a name or a day of its own, so that its key says in which passage it stands. */
const KEYED_BY_PASSAGE: ReadonlySet<SuggestionNoun> = new Set(['STATEMENTS', 'ASSESSMENTS']);

/** What a new extraction says of what was suggested before, and what else it says. */
export interface Pairs<Carried> {
  readonly of: ReadonlyMap<Carried, FreshSuggestion>;
  readonly others: readonly FreshSuggestion[];
}

/**
 * Finds what was suggested before among what is suggested now. It goes by keys, but for what is keyed by its passage, which
 * may have another number now while another passage has its: that goes by its words, and keeps its key.
 */
export function pairUp<Carried extends DraftSuggestion>(
  before: readonly Carried[],
  now: readonly FreshSuggestion[],
): Pairs<Carried> {
  const of = new Map<Carried, FreshSuggestion>();
  const left = new Set(now);
  const pair = (keyOf: (suggestion: DraftSuggestion | FreshSuggestion) => string | null) => {
    const byKey = new Map([...left].map((fresh) => [keyOf(fresh), fresh]));
    for (const old of before) {
      const key = of.has(old) ? null : keyOf(old);
      const fresh = key === null ? undefined : byKey.get(key);
      if (!fresh || !left.delete(fresh)) continue;
      of.set(old, withKey(fresh, old.key, (old.extracted ?? old.record).slug));
    }
  };
  pair(wordsOf);
  pair((one) => (KEYED_BY_PASSAGE.has(one.noun) ? `${labelOf(one)} ${one.passage}` : labelOf(one)));
  const taken = new Set(before.map(labelOf));
  return {
    of,
    others: [...left].map((fresh) => (KEYED_BY_PASSAGE.has(fresh.noun) ? withFreeKey(fresh, taken) : fresh)),
  };
}

/** The place of the words on which it stands; null for what does not go by them. */
const wordsOf = ({ noun, rule, spanStart, spanEnd }: DraftSuggestion | FreshSuggestion) =>
  KEYED_BY_PASSAGE.has(noun) && spanStart !== null ? `${noun} ${rule} ${spanStart} ${spanEnd}` : null;

function withKey(fresh: FreshSuggestion, key: string, slug: unknown): FreshSuggestion {
  return fresh.key === key && fresh.record.slug === slug
    ? fresh
    : { ...fresh, key, record: { ...fresh.record, ...(slug !== undefined && { slug }) } };
}

function withFreeKey(fresh: FreshSuggestion, taken: Set<string>): FreshSuggestion {
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? fresh.key : `${fresh.key}-${count}`;
    const label = labelOf({ noun: fresh.noun, key });
    if (taken.has(label)) continue;
    taken.add(label);
    return withKey(fresh, key, key);
  }
}
