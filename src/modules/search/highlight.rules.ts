import { foldCharacter, GENITIVE } from '../../lib/fold.ts';

/** A word of a text where it stands, in UTF-16 code units, the end excluded. */
export interface PlacedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Fragment {
  readonly fragment: string;
  readonly ranges: readonly Range[];
}

/** The most of a text that a fragment shows, and how much of that may stand before the first mark. */
const LONGEST_FRAGMENT = 240;
const LEAD = 60;

/** The words of a text as it is written, each with its folded form. */
export function placeWords(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let folded = '';
  let start = 0;
  let end = 0;
  let offset = 0;
  const close = () => {
    if (folded) words.push({ folded, start, end });
    folded = '';
  };
  const passedOver = new Set([...text.matchAll(GENITIVE)].flatMap(({ index }) => [index, index + 1]));
  for (const character of text) {
    const letters = passedOver.has(offset) ? '' : foldCharacter(character);
    const next = offset + character.length;
    if (/^[\p{L}\p{N}]+$/u.test(letters)) {
      if (!folded) start = offset;
      folded += letters;
      end = next;
    } else if (letters === '' && folded) {
      // A soft sign or an accent belongs to the word that it ends; an apostrophe there is a quotation mark.
      if (!passedOver.has(offset) && /[\p{L}\p{M}]/u.test(character)) end = next;
    } else {
      close();
    }
    offset = next;
  }
  close();
  return words;
}

/** The part of a text around the first word to be marked, with all marks in it; null where there is none. */
export function cutFragment(text: string, words: readonly PlacedWord[], marked: ReadonlySet<string>): Fragment | null {
  const hits = words.filter(({ folded }) => marked.has(folded));
  const first = hits[0];
  if (!first) return null;
  const { start, end } = text.length <= LONGEST_FRAGMENT ? { start: 0, end: text.length } : window(words, first, text);
  const ranges = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ start: hit.start - start, end: hit.end - start }));
  return { fragment: text.slice(start, end), ranges };
}

/** Whole words around the first hit, which is in it however long it is. */
function window(words: readonly PlacedWord[], first: PlacedWord, text: string): Range {
  const start = words.find((word) => word.start >= first.start - LEAD)?.start ?? first.start;
  const fitting = words.filter((word) => word.start >= first.start && word.end <= start + LONGEST_FRAGMENT);
  const last = fitting.at(-1) ?? first;
  // With the full stop, where the text ends there.
  return { start, end: last === words.at(-1) ? Math.min(text.length, last.end + 1) : last.end };
}
