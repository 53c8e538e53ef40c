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
/** These close a digest as well, but as the first words of a paragraph they may be part of what it tells. */
const JUDGING = ['assessment', 'assessments', 'analysis', 'forecast', 'forecasts', 'outlook', 'prospects', 'prognosis'];
const SPAN = ['month', 'monthly', 'period', 'quarter', 'week', 'year'];
const JUDGED = [
  'situation',
  'security',
  'country',
  'region',
  'future',
  'next',
  'coming',
  'near',
  'our',
  'its',
  'editors',
];
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

const MARKED_WORDS: ReadonlySet<string> = new Set([...WORDS, ...JUDGING, ...JUDGED]);

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
  const known = words.map((word) => recogniseWord(word, WORDS));
  if (known.some((word) => word === null)) return null;
  const kind = kindOf(known as string[]);
  return kind && { kind, heading, length: match[0].length };
}

/**
 * What a line opens that the mark-up says is a heading: then it needs no word of time, and events may be called by what they
 * are or by where they took place. Null for the heading of something else, and for a title with words of its own.
 */
export function findMarkedHeading(line: string, { mayBeTitle }: { readonly mayBeTitle: boolean }): SectionKind | null {
  const heading = line.replace(/^(?:\d{1,2}|[IVX]{1,4})[.)]\s+/, '');
  const words = (foldText(heading).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({
    word,
    known: recogniseWord(word, MARKED_WORDS),
  }));
  if (words.length === 0 || words.length > 10) return null;
  const place = words.findIndex(({ word }) => PREPOSITIONS.has(word));
  const head = words.slice(0, place < 0 ? words.length : place);
  const last = head.at(-1)?.known ?? '';
  const has = (list: readonly string[]) => head.some(({ known }) => known !== null && list.includes(known));
  const isKnown = words.every(({ known }) => known !== null);
  const strict = isKnown ? kindOf(head.map(({ known }) => known as string)) : null;
  if (strict) return strict;
  if (isKnown && has([...CLOSING, ...JUDGING]) && !has(NEWS)) return 'CONCLUSIONS';
  if (mayBeTitle && !isKnown) return null;
  const isNews =
    [...NEWS, 'highlights', 'chronicle', 'chronology', 'timeline'].includes(last) || (isKnown && has(NEWS));
  if (!isNews || head.filter(({ known }) => known === null).length > 2) return null;
  return has(WEIGHT) ? 'KEY_EVENTS' : 'DEVELOPMENTS';
}

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of in within during over for throughout at on around from'.split(' '),
);

function recogniseWord(word: string, words: ReadonlySet<string>): string | null {
  if (words.has(word) || /^(19|20)\d\d$/.test(word)) return word;
  if (word.length < 6) return null;
  return [...words].find((known) => known.length >= 6 && distance(word, known) === 1) ?? null;
}

function kindOf(words: readonly string[]): SectionKind | null {
  const has = (list: readonly string[]) => words.some((word) => list.includes(word));
  if (has(CLOSING) && !has(NEWS)) return 'CONCLUSIONS';
  const time = has(SPAN) || has(MONTHS);
  if (has(WEIGHT) && (has(NEWS) || time)) return 'KEY_EVENTS';
  if (has(NEWS) && (time || has(CHRONICLE))) return 'DEVELOPMENTS';
  return has(CHRONICLE) && time ? 'DEVELOPMENTS' : null;
}
