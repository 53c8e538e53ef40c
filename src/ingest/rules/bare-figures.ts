import { NUMBER } from './numbers.ts';
import { type Counted, isPlural, measureOf, readCounted, unitOf } from './units.ts';

/** What another figure counts. */
export interface BareReferent {
  readonly unit: string;
  readonly counted: string;
}

/** A figure with nothing after it that says what it counts. */
export interface BareFigure {
  readonly before: string;
  readonly rest: string;
  readonly comparator: string | undefined;
  readonly printed: string;
  /** The figures before it in the sentence, and the last one of the sentence before. */
  readonly earlier: readonly BareReferent[];
  readonly carried: BareReferent | null;
  /** Whether it is what another figure is compared with. */
  readonly baseline: boolean;
  readonly isYear: boolean;
}

/** Verbs without the regular ending after which no noun comes either. */
const VERB =
  /^(?:were|was|are|is|be|had|has|have|came|took|went|got|made|left|died|fell|rose|won|lost|became|stood|gave|met|did|do|will|would|could|can|may)$/i;

/** A participle or a verb right after a figure is no noun: "14 received a good mark". */
export const isVerb = ({ text }: Counted): boolean =>
  VERB.test(text) || (/^\p{Ll}+ed$/u.test(text) && !/^(?:killed|wounded|injured)$/.test(text));

/** What a bare figure counts: what the words before it say, or what a figure beside it counts; null for neither. */
export function unitOfBare(figure: BareFigure): { readonly unit: string; readonly counted: string } | null {
  const ahead = namedAhead(figure) ?? totalled(figure);
  if (ahead) return { unit: unitOf(ahead), counted: ahead.text };
  const { baseline, before, rest } = figure;
  if (MANNED.test(before) || DONE_TO_PEOPLE.test(rest) || /^ strong\b/.test(rest))
    return { unit: '{person}', counted: 'people' };
  const next = isListed(figure) ? unitAfter(rest) : null;
  if (next) return next;
  const previous = referentOf(figure);
  // "of whom there are more than 7 thousand": of people.
  if (/\bof whom\b[^.;,]{0,30}$/.test(before) && previous === null) return { unit: '{person}', counted: 'people' };
  if (/\($/.test(before) && (!previous || /^(?:%|1)$/.test(previous.unit))) {
    const noun = nounBefore(before);
    if (noun) return { unit: unitOf(noun), counted: noun.text };
  }
  if (!previous || !(isElliptical(figure) || isPlainFigure(figure))) return null;
  // "of which 14 were guns": what it counts comes after the verb.
  const were = /^ (?:were|was|are|is)(?= \p{L})/u.exec(rest);
  const noun = were ? readCounted(rest.slice(were[0].length)) : null;
  return noun && /[^s]s$|men$/.test(noun.head) && !baseline && !isVerb(noun)
    ? { unit: unitOf(noun), counted: noun.text }
    : previous;
}

/** Bodies of people, whose size is a number of them. */
const MANNED =
  /\b(?:group|crew|team|squad|party|staff|garrison|strength|contingent|force|audience|crowd|population|detachment|headcount) of (?:\p{L}+ )?$/u;

/** What is done to nobody but people. */
const DONE_TO_PEOPLE =
  /^ (?:were |was |are |have been |had been )?(?:called up|conscripted|drafted|detained|arrested|sentenced|convicted|killed|injured|wounded|hospitali[sz]ed|enrolled|evacuated|demobili[sz]ed|dismissed|fined)\b/;

const COORDINATED = `(?:, and |,? (?:and|or|to|but) |, )(?:(?:by|for|about|almost|nearly|over|more than|up to|only|some) )*`;

const NEXT_FIGURE = new RegExp(`^${COORDINATED}(?<number>${NUMBER})(?<percent>\\s?(?:%|per ?cent))?`, 'iu');

/** "from 60 to 45 days", "310, 280 and 60 paratroopers": the last of a row says what all of them count. */
function unitAfter(rest: string, depth = 0): { readonly unit: string; readonly counted: string } | null {
  const match = NEXT_FIGURE.exec(rest);
  if (!match || depth > 6) return null;
  if (match.groups?.percent) return { unit: '%', counted: '' };
  const after = rest.slice(match[0].length);
  const measured = measureOf(after);
  const time = /^ (?<time>days?|weeks?|months?|years?)\b/.exec(after)?.groups?.time;
  if (time) return { unit: { d: 'd', w: 'wk', m: 'mo', y: 'a' }[time[0] as 'd'], counted: '' };
  if (measured) return measured;
  const noun = readCounted(after);
  if (noun.head) return { unit: unitOf(noun), counted: noun.text };
  return unitAfter(after, depth + 1);
}

/** Figures of different things are only listed together where commas or a change join them. */
const isListed = ({ rest, isYear }: BareFigure) => !isYear && NEXT_FIGURE.test(rest);

/** The figure before it that it refers back to: one of what is counted for "of them", the one in its place for "respectively". */
function referentOf({ before, rest, earlier, carried }: BareFigure): BareReferent | null {
  const real = earlier.filter(({ unit }) => unit !== '1');
  const row =
    new RegExp(`^(?:${COORDINATED}${NUMBER})+,? respectively`, 'iu').exec(rest)?.[0] ??
    (/^,? respectively/.test(rest) ? '' : null);
  if (row !== null) {
    const ahead = new RegExp(`(?:${NUMBER}${COORDINATED})+$`, 'iu').exec(before.slice(-60))?.[0] ?? '';
    const count = [...`${ahead} ${row}`.matchAll(new RegExp(NUMBER, 'giu'))].length + 1;
    return real.at(-count) ?? real.at(-1) ?? carried;
  }
  const counted =
    /^ (?:of|among) (?:them|these|those|which|whom)\b/.test(rest) ||
    /\b(?:of (?:them|which|whom)|another) $/.test(before);
  // "The price is USD 5,600; 300 were bought": what is bought is no sum.
  const isSum = CURRENCY.test(real.at(-1)?.unit ?? '') && /^ (?:were|was|are|have|had)\b/.test(rest);
  if (isSum && !/\bof (?:which|it)\b[^.;]{0,20}$/.test(before))
    return real.findLast(({ unit }) => unit.startsWith('{') && !CURRENCY.test(unit)) ?? null;
  return (
    (counted ? real.findLast(({ unit }) => unit.startsWith('{') && !CURRENCY.test(unit)) : null) ??
    real.at(-1) ??
    carried
  );
}

const CURRENCY = /^\{\p{Lu}{3}\}/u;

/** The nearest noun for many before a bracket: "an exchange of cadets in 2019 (two from each side)". */
function nounBefore(before: string): Counted | null {
  const clause = before.slice(-90).replace(/^.*[.;!?] /s, '');
  const noun = [...clause.matchAll(/(?<![\p{L}’'-])(?:\p{Ll}|^\p{Lu})[\p{L}-]+(?![\p{L}’'-])/gu)]
    .map(([word]) => word.toLowerCase())
    .findLast((word) => isPlural(word) && !/^(?:months|years|days|weeks|hours|times)$/.test(word));
  return noun ? readCounted(` ${noun}`) : null;
}

/** "conscripts totalled 250", "the losses amounted to 12". */
function totalled({ before }: BareFigure): Counted | null {
  const noun =
    /(?<!\p{L})(?<noun>\p{L}[\p{L}-]*(?:s|men|people|personnel))(?: (?:of|in|among|at|on|from) [^,.;()]{1,40}?)? (?:(?:has|have|had) )?(?:total(?:l?ed|s)?|number(?:ed|s)?|amount(?:ed|s)? to|(?:came|come) to|stood at)(?: \p{Ll}+){0,2} $/u.exec(
      before.slice(-120),
    )?.groups?.noun;
  return noun && isPlural(noun.toLowerCase()) ? readCounted(` ${noun.toLowerCase()}`) : null;
}

const DESIGNATED_WORD =
  /\b(?:sector|page|room|item|point|grade|mark|category|level|stage|phase|class|type|model|version|chapter|part|volume|table|figure|channel|route|line|gate|battery|company|school|hospital|house|building|flat|block|square|area|zone|site|object|facility|unit|group|age|aged|score|at|in|since|until|till|on|during|before|after|No)\.? $/i;

const AGED = /\b(?:[Hh]e|[Ss]he|who) (?:is|was|turned|will be) (?:only |already )?$/;

/** Digits that nothing calls a date, an age, a time or the number of a thing say how many of what was told before. */
function isPlainFigure({ before, rest, isYear, printed, comparator }: BareFigure): boolean {
  if (!/^\d/.test(printed) || (isYear && !comparator)) return false;
  // The letter case matters only where a name stands before.
  const name = /\p{Lu}[\p{L}\d]* $/u.test(before) && !/(?:^|[.!?:] )\p{Lu}\p{L}* $/u.test(before);
  if (name || DESIGNATED_WORD.test(before)) return false;
  if ((/, $/.test(before) && /^,/.test(rest)) || AGED.test(before)) return false;
  return !/^(?:[-/:+×x]|\s?(?:a\.m|p\.m|o'clock))/.test(rest);
}

/** "the number of boats fell from twelve to nine" says first what it counts. */
function namedAhead({ before }: BareFigure): Counted | null {
  const ahead =
    /\bnumber of (?:the )?(?<noun>(?:\p{Ll}[\p{L}-]* ){0,3}?\p{Ll}+(?:s|men|people|personnel))\b[^.;]{0,90}$/u.exec(
      before,
    )?.groups?.noun;
  return ahead &&
    /\b(?:to|from|at|by|of|against|is|was|were|amounted to|reached|exceeded|is about|totalled|increased|decreased|fell|rose|grew|dropped|makes up|made up)\s+$/.test(
      before,
    )
    ? readCounted(` ${ahead}`)
    : null;
}

/** "65 cases against 43", "out of ten countries, only three", "1,450 officers, of which 1,020 to the army, up to 250 to the guard". */
function isElliptical({ before, rest, comparator, baseline, isYear }: BareFigure): boolean {
  if (
    baseline ||
    /^ of (?:them|these|those|which|whom)\b/.test(rest) ||
    /\((?:out )?of\s+$|\b(?:out|last|first|none|most|each|all|another) of (?:the )?$/.test(before) ||
    /\((?:in (?:19|20)\d\d|target|plan|goal|norm|planned)\s*[—–:,-]\s*$/.test(before) ||
    (/\($/.test(before) && /^ (?:in|a year|last) /.test(rest)) ||
    /\b(?:only|including|of (?:which|whom|them),?(?: only)?|the rest|the other|[Aa]mong (?:them|these|which|whom),?)\s+(?:\w+\s+)?$/.test(
      before,
    )
  )
    return true;
  if (isYear && !comparator) return false;
  // The next item of a list, or what the verb after it is told of.
  return (
    (/\($/.test(before) && /^\)/.test(rest)) ||
    (/(?:, |; |\band |\bbut |: )(?:in fact |only |another |almost )?$/.test(before) &&
      /^(?: (?:to|for|in|at|from|on|by|with|among|during|of (?:them|these)|in total|more|(?:an? )?\p{Ll}+ (?:one|ones))\b| (?:were|was|are|is|had|have|has|came|took|went|received|left|\p{Ll}+ed)\b|,? [—–-] | ?[.;,)]|$)/u.test(
        rest,
      ) &&
      !new RegExp(`^ (?:to|and|or) ${NUMBER}`, 'iu').test(rest))
  );
}
