import { foldText } from '../../lib/fold.ts';

/** A word, a phrase of several that stand side by side, or the absence of either. */
export interface Clause {
  readonly isNegated: boolean;
  readonly words: readonly [string, ...string[]];
}

/** Alternatives, each of clauses that all have to hold; empty where nothing is asked for. */
export type SearchQuery = readonly (readonly Clause[])[];

/** By a word that is asked for: the other spellings that will do. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** What comes after so many words is passed over: nobody writes more, and each costs a look into every table. */
const MOST_WORDS = 32;
const LONGEST_WORD = 100;

/** The folded words of a text: runs of letters and digits, none longer than any that is indexed. */
export function wordsOf(folded: string): string[] {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, LONGEST_WORD).join(''));
}

/** Reads a text as websearch_to_tsquery does: "quotes" hold a phrase, `or` parts alternatives, `-` excludes. */
export function parseQuery(text: string): SearchQuery {
  const alternatives: Clause[][] = [[]];
  let left = MOST_WORDS;
  for (const [token, quoted, bare] of foldText(text).matchAll(/-?"([^"]*)"?|([^\s"]+)/g)) {
    if (bare === 'or') {
      alternatives.push([]);
      continue;
    }
    const [first, ...rest] = wordsOf(quoted ?? bare ?? '').slice(0, left);
    if (first === undefined) continue;
    left -= 1 + rest.length;
    alternatives.at(-1)?.push({ isNegated: token.startsWith('-'), words: [first, ...rest] });
  }
  return alternatives.filter((clauses) => clauses.length > 0);
}

/** Every word of a query once; without those of excluded clauses where only what is to be found counts. */
export function listWords(query: SearchQuery, { wanted = false } = {}): readonly string[] {
  const clauses = query.flat().filter(({ isNegated }) => !(wanted && isNegated));
  return [...new Set(clauses.flatMap(({ words }) => words))];
}

// Words are letters and digits, so nothing in them could end the quotes.
const oneOf = (word: string, spellings: Spellings, suffix = '') =>
  `(${[word, ...(spellings.get(word) ?? [])].map((spelling) => `'${spelling}'${suffix}`).join(' | ')})`;

/** The query in the notation of to_tsquery. */
export function tsqueryOf(query: SearchQuery, spellings: Spellings): string {
  return query
    .map((clauses) => {
      const parts = clauses.map(({ isNegated, words }) => {
        const phrase = words.map((word) => oneOf(word, spellings)).join(' <-> ');
        return `${isNegated ? '!' : ''}(${phrase})`;
      });
      return `(${parts.join(' & ')})`;
    })
    .join(' | ');
}

/** Any of the words, to find out which words of a text to mark. */
export function anyOf(words: readonly string[], spellings: Spellings): string {
  return words.map((word) => oneOf(word, spellings)).join(' | ');
}

/** Words that begin like all of these, in a name or a title. */
export function beginningWith(words: readonly string[], spellings: Spellings): string {
  return words.map((word) => oneOf(word, spellings, ':*AB')).join(' & ');
}

/** A word with each two neighbouring letters swapped: in a short one that leaves too little of it to be found by likeness. */
export function swapsOf(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((letter, index) =>
      letters
        .with(index, letter)
        .with(index + 1, letters[index] ?? '')
        .join(''),
    )
    .filter((swapped) => swapped !== word);
}

/** Whether one is made from the other by at most so many letters changed, added, left out or swapped with the next. */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let distance = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        distance = Math.min(distance, (before[j - 2] ?? 0) + 1);
      }
      next.push(distance);
    }
    before = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}
