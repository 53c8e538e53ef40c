import { NUMBER, numberOf } from './numbers.ts';
import type { Range } from './sentences.ts';

/** What is told by a form of its own: shares, multiples, and halves after what they are halves of: "two fifths of", "twice as many", "2.3 times more". */
export interface Proportion extends Range {
  readonly value: number;
  /** Percent of a share, UCUM's "1" of a multiple, and that of the time of "an hour and a half". */
  readonly unit: string;
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};

const SHARE =
  /(?<![\p{L}-])(?:(?<count>one|two|three|four|five|six|seven|nine|an?)[ -])?(?<part>half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?\b(?<link> of (?!(?:the )?(?:year|month|day|century|January|February|March|April|May|June|July|August|September|October|November|December|this|last|next|\d{4})\b)| (?=the (?:\p{Ll}+ )?(?:number|amount|quantity|sum)\b)|(?<=\b(?:by|nearly|almost|about|around|over|roughly|than|only) (?:an? |one[ -])?\p{L}+)(?= (?!an? |past |the (?:year|day)|(?:years?|hours?|days?|months?|century|dozen|million|thousand|hundred)\b)|[,.;)])|(?<=\b(?:two|three|four|five|six|seven|nine)[ -]\p{L}+))/giu;

const TIMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?:(?<number>${NUMBER})(?:-fold\b| times (?=(?:more|less|as|the|that|what|higher|lower|fewer|greater|larger|bigger|smaller|longer|shorter|over|faster|slower|cheaper|its|their|last|those)\b))|(?<word>twice|thrice) (?=(?:as|the|more|that|what|its|last)\b))`,
  'giu',
);

/** After a verb of change "4 times" needs no comparative: "has grown 4 times", "fell by 1.5 times". */
const CHANGED = new RegExp(
  String.raw`\b(?:increas|decreas|grow|grew|rise|rose|fall|fell|reduc|declin|drop|multipl|exceed|expand|shr[aiu]nk)\p{L}*(?: \p{L}+){0,3}? (?:by )?(?:(?:almost|nearly|more than|about|over) )?(?<number>${NUMBER}) times\b`,
  'giu',
);

const TIME: Readonly<Record<string, string>> = {
  hour: 'h',
  month: 'mo',
  minute: 'min',
  year: 'a',
  week: 'wk',
  day: 'd',
};

/** "one in five conscripts". */
const ONE_IN = new RegExp(
  String.raw`(?<![\p{L}-])(?<part>one|two|three|four) (?:in|out of) (?:every )?(?<whole>${NUMBER})(?= \p{Ll})(?! (?:\p{Ll}+ )?(?:days?|months?|years?|weeks?|hours?|regions?|districts?|places?|cases?|cities|countries)\b)`,
  'giu',
);

const AND_A_HALF =
  /(?<=\b(?:within|lasted|lasts?|took|takes|than|at least|up to|about|for) )an? (?<unit>hour|minute|month|week|year|day) and a half\b/giu;

export function findProportions(text: string): Proportion[] {
  const shares = [...text.matchAll(SHARE)].flatMap((match): Proportion[] => {
    const { count, part = '', link = '' } = match.groups ?? {};
    // "the second half of" is no share, nor is "a third of May" a day.
    if (
      !count &&
      (!/^half$/i.test(part) ||
        /\b(?:the|first|second|last|latter|other|this|that)(?: \p{L}+)? $/iu.test(text.slice(0, match.index)))
    )
      return [];
    const value = (100 * (numberOf(count ?? 'one') ?? 1)) / (PARTS[part.toLowerCase()] ?? 1);
    const end = match.index + match[0].length;
    return [{ start: match.index, end: end - link.length, value: Math.round(value * 10) / 10, unit: '%' }];
  });
  const multiples = [TIMES, CHANGED].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Proportion[] => {
      const { number = '', word } = match.groups ?? {};
      const value = word ? (/^twice$/i.test(word) ? 2 : 3) : numberOf(number);
      const start = word ? match.index : match.index + match[0].lastIndexOf(number);
      const end = match.index + match[0].trimEnd().length;
      return value === null ? [] : [{ start, end, value, unit: '1' }];
    }),
  );
  const halves = [...text.matchAll(AND_A_HALF)].flatMap((match): Proportion[] => {
    const unit = TIME[match.groups?.unit?.toLowerCase() ?? ''];
    return unit ? [{ start: match.index, end: match.index + match[0].length, value: 1.5, unit }] : [];
  });
  const ratios = [...text.matchAll(ONE_IN)].flatMap((match): Proportion[] => {
    const [part, whole] = [numberOf(match.groups?.part ?? ''), numberOf(match.groups?.whole ?? '')];
    if (!part || !whole || whole <= part || !/ in /.test(match[0])) return [];
    const value = Math.round((1000 * part) / whole) / 10;
    return [{ start: match.index, end: match.index + match[0].length, value, unit: '%' }];
  });
  return [...shares, ...multiples, ...halves, ...ratios].toSorted((a, b) => a.start - b.start);
}
