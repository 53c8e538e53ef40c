import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { foldText, keyOf } from '../../lib/fold.ts';

export interface Likeness {
  /** MISSPELLING for a slip, VARIANT for another romanisation. */
  readonly kind: 'MISSPELLING' | 'VARIANT';
  /** From 0 to 1. */
  readonly score: number;
  /** How the two are alike, in words. */
  readonly reason: string;
}

/** How near one spelling of a name is to another; null where they are equal or no more than alike in part. */
export function compareSpellings(one: string, other: string): Likeness | null {
  const [a, b] = [asciiOf(one), asciiOf(other)];
  if (a === b) return null;
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')];
  if (wordsA.length !== wordsB.length || a.length < 6) return null;
  if (keyOf(a) === keyOf(b)) {
    return { kind: 'VARIANT', score: 0.95, reason: `sounds the same when romanised (${keyOf(a)})` };
  }
  const edits = distance(a, b);
  const trigrams = similarityOf(a, b);
  const perWord = wordsA.map((word, index) => distance(word, wordsB[index] ?? ''));
  // A swap of two neighbours counts as two edits.
  const slip = perWord.every((count, index) => count <= ((wordsA[index]?.length ?? 0) > 4 ? 2 : 1)) && edits <= 2;
  const sameWord = wordsA.some((word, index) => word === wordsB[index] && word.length > 2);
  if (slip && (sameWord || edits === 1) && wordsA.length > 1) {
    return { kind: 'MISSPELLING', score: 0.9, reason: `${edits} letter${edits === 1 ? '' : 's'} apart` };
  }
  const sounds = distance(keyOf(a), keyOf(b));
  if (wordsA.length > 1 && sounds <= 3 && sameInitials(wordsA, wordsB) && (sameWord || trigrams >= 0.5)) {
    return {
      kind: 'VARIANT',
      score: 0.75,
      reason: `sounds alike, with ${Math.round(trigrams * 100)} % of its trigrams`,
    };
  }
  return null;
}

/** Whether one surname may be another misspelt; a form of address before it leaves more room. */
export function isNearWord(one: string, other: string, isPerson: boolean): boolean {
  const [a, b] = [asciiOf(one), asciiOf(other)];
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 5) return false;
  if (keyOf(a) === keyOf(b)) return true;
  const edits = distance(a, b);
  return edits === 1 ? a.length > 5 : edits === 2 && (isPerson || isSwapped(a, b));
}

/** Two neighbouring letters in each other's place. */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const asciiOf = (name: string) =>
  foldText(anyAscii(foldText(name)))
    .replaceAll(/[^a-z ]+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();

const sameInitials = (one: readonly string[], other: readonly string[]) =>
  one.every((word, index) => keyOf(word)[0] === keyOf(other[index] ?? '')[0]);

/** As pg_trgm reckons: shared trigrams of all, each word padded with two spaces before and one after. */
export function similarityOf(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)];
  const shared = [...a].filter((trigram) => b.has(trigram)).length;
  return shared / (a.size + b.size - shared || 1);
}

function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (const word of text.split(' ').filter((word) => word !== '')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}
