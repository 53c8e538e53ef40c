import type { Database } from '../../database/database.ts';
import { foldText } from '../../lib/fold.ts';
import { type Spellings, wordsOf } from './query.rules.ts';
import { type Completion, findBeginnings, listCompletions } from './search.reads.ts';
import type { Searched } from './search-filter.reads.ts';
import { listTextsById } from './search-text.reads.ts';

export interface Suggested extends Completion {
  readonly text: string;
  readonly name: string;
}

/** Words after these add nothing to what is being typed. */
const MOST_WORDS = 8;
const NAMES = new Set(['name', 'names', 'title']);

/** What may be meant by what has been typed so far. */
export async function listSuggestions(
  db: Database,
  prefix: string,
  types: readonly Searched[],
  take: number,
): Promise<readonly Suggested[]> {
  const words = wordsOf(foldText(prefix)).slice(0, MOST_WORDS);
  if (words.length === 0 || take === 0) return [];
  const spellings = await findBeginnings(db, words);
  const completions = await listCompletions(db, words, spellings, types, take);
  const texts = await listTextsById(db, completions);
  return completions.flatMap((completion) => {
    const names = (texts.get(completion.id) ?? []).filter(({ field }) => NAMES.has(field)).map(({ text }) => text);
    const [name] = names;
    if (name === undefined) return [];
    const fitting = names.filter((text) => beginsSo(text, words, spellings));
    // Of several spellings the one in the script that is being typed.
    const typed = fitting.find((text) => text.toLowerCase().includes(prefix.trim().toLowerCase()));
    return [{ ...completion, name, text: typed ?? fitting[0] ?? name }];
  });
}

function beginsSo(text: string, words: readonly string[], spellings: Spellings): boolean {
  const own = wordsOf(foldText(text));
  return words.every((word) =>
    [word, ...(spellings.get(word) ?? [])].some((beginning) => own.some((other) => other.startsWith(beginning))),
  );
}
