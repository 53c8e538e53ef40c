import type { DraftRecord } from './record.rules.ts';
import { type DraftSuggestion, isDecidedFor, nounOf } from './suggestion.rules.ts';

/** The nouns whose records are facts, each of which cites a passage. */
const CITED = ['EVENTS', 'AGREEMENTS', 'STATISTICS', 'STATEMENTS', 'ASSESSMENTS'];

/** The suggestions that go into an edition, by noun as its files are named, in the order of the text. */
export function chooseRecords(
  suggestions: readonly DraftSuggestion[],
): ReadonlyMap<string, readonly DraftSuggestion[]> {
  return Map.groupBy(suggestions.filter(isDecidedFor), ({ noun }) => nounOf(noun));
}

/** Whether a record states a fact without a passage to rest on: itself, or in one of its tenures. */
export function isUncited({ noun, record }: Pick<DraftSuggestion, 'noun' | 'record'>): boolean {
  if (noun === 'ACTORS')
    return listOf(record.tenures).some((tenure) => listOf((tenure as DraftRecord)?.cites).length === 0);
  return CITED.includes(noun) && listOf(record.cites).length === 0;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
