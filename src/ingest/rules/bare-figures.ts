import { NUMBER } from './numbers.ts';
import { type Counted, readCounted, unitOf } from './units.ts';

/** A figure with nothing after it that says what it counts. */
export interface BareFigure {
  readonly before: string;
  readonly rest: string;
  readonly comparator: string | undefined;
  /** What the figure before it counts; null where there is none. */
  readonly previous: { readonly unit: string; readonly counted: string } | null;
  /** Whether it is what another figure is compared with. */
  readonly baseline: boolean;
  readonly isYear: boolean;
}

/** Verbs without the regular ending after which no noun comes either. */
const VERB =
  /^(?:were|was|are|is|be|had|has|have|came|took|went|got|made|left|died|fell|rose|won|lost|became|stood|gave|met|did|do|will|would|could|can|may)$/i;

/** A participle or a verb right after a figure is no noun: "14 received a good mark". */
export const isVerb = ({ text }: Counted): boolean => VERB.test(text) || /^\p{Ll}+ed$/u.test(text);

/** What a bare figure counts: what the words before it say, or what the figure before it counts; null for neither. */
export function unitOfBare(figure: BareFigure): { readonly unit: string; readonly counted: string } | null {
  const named = namedAhead(figure);
  if (named) return { unit: unitOf(named), counted: named.text };
  const { previous, baseline, rest } = figure;
  if (/\b(?:group|crew|team|squad|party) of (?:\p{L}+ )?$/u.test(figure.before))
    return { unit: '{person}', counted: 'people' };
  // "of whom there are more than 7 thousand": of people.
  if (/\bof whom\b[^.;,]{0,30}$/.test(figure.before) && previous === null)
    return { unit: '{person}', counted: 'people' };
  if (!previous || !isElliptical(figure)) return null;
  // "of which 14 were guns": what it counts comes after the verb.
  const were = /^ (?:were|was|are|is)(?= \p{L})/u.exec(rest);
  const noun = were ? readCounted(rest.slice(were[0].length)) : null;
  return noun && /[^s]s$|men$/.test(noun.head) && !baseline && !isVerb(noun)
    ? { unit: unitOf(noun), counted: noun.text }
    : previous;
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
    /\((?:out )?of\s+$|\bout of\s+$/.test(before) ||
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
