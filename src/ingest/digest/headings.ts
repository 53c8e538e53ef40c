import { distance } from 'fastest-levenshtein';
import type { SectionKind } from '../../generated/prisma/enums.ts';
import { foldText } from '../../lib/fold.ts';

export interface FoundHeading {
  readonly kind: SectionKind;
  /** As printed, without the stop or colon after it. */
  readonly heading: string;
  /** How much of the line is heading, in UTF-16 units, with what stands between it and the text. */
  readonly length: number;
}

const WEIGHT = [
  'important',
  'main',
  'key',
  'major',
  'significant',
  'notable',
  'principal',
  'top',
  'essential',
  'highlights',
];
const NEWS = ['events', 'event', 'developments', 'development', 'news', 'happenings', 'occurrences', 'facts'];
const CHRONICLE = ['chronicle', 'chronology', 'timeline', 'overview', 'digest', 'other', 'further', 'remaining'];
const CLOSING = ['conclusions', 'conclusion', 'findings', 'summary', 'takeaways', 'inferences'];
const SPAN = ['month', 'monthly', 'period', 'quarter', 'week', 'year'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const FILLERS =
  'the a an of in within during over for and throughout that this past last reported most more some our general brief overall this course'.split(
    ' ',
  );

const WORDS: ReadonlySet<string> = new Set([
  ...WEIGHT,
  ...NEWS,
  ...CHRONICLE,
  ...CLOSING,
  ...SPAN,
  ...MONTHS,
  ...FILLERS,
]);

/**
 * The heading with which a line begins, whatever its exact wording: a first sentence that has no word but those of which
 * headings are made. A slip of one letter in a long word is let pass.
 */
export function findHeading(line: string): FoundHeading | null {
  const match = /^([^.:!?;—–]{3,80}?)\s*([.:](?=\s|$)|$)\s*/u.exec(line);
  if (!match) return null;
  const heading = (match[1] as string).trim();
  const words = foldText(heading).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || words.length > 10) return null;
  const known = words.map(recogniseWord);
  if (known.some((word) => word === null)) return null;
  const kind = kindOf(known as string[]);
  return kind && { kind, heading, length: match[0].length };
}

function recogniseWord(word: string): string | null {
  if (WORDS.has(word) || /^(19|20)\d\d$/.test(word)) return word;
  if (word.length < 6) return null;
  return [...WORDS].find((known) => known.length >= 6 && distance(word, known) === 1) ?? null;
}

function kindOf(words: readonly string[]): SectionKind | null {
  const has = (list: readonly string[]) => words.some((word) => list.includes(word));
  if (has(CLOSING) && !has(NEWS)) return 'CONCLUSIONS';
  const time = has(SPAN) || has(MONTHS);
  if (has(WEIGHT) && (has(NEWS) || time)) return 'KEY_EVENTS';
  if (has(NEWS) && (time || has(CHRONICLE))) return 'DEVELOPMENTS';
  return has(CHRONICLE) && time ? 'DEVELOPMENTS' : null;
}
