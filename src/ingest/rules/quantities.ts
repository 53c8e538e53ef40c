import type { Comparator } from '../../generated/prisma/enums.ts';
import { isVerb, unitOfBare } from './bare-figures.ts';
import { COMPARATOR, comparatorOf } from './comparators.ts';
import { durationOf } from './durations.ts';
import { isMereWord, isModelOrDate, isYear } from './no-figures.ts';
import { NUMBER, numberOf, SCALE, SCALES } from './numbers.ts';
import { singular } from './plurals.ts';
import { findProportions, type Proportion } from './proportions.ts';
import type { Range } from './sentences.ts';
import { CURRENCIES, CURRENCY_BEFORE, measureOf, rateOf, readCounted, sharedNoun, unitOf } from './units.ts';

/** A quantity as a text prints it. */
export interface FoundQuantity extends Range {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly comparator: Comparator;
  /** UCUM; what is counted stands in braces, in the singular. */
  readonly unit: string;
  /** The words that say what is counted, with nothing where the figure leaves it to an earlier one. */
  readonly counted: string;
  /** The quantity before it of which it is a part, or with which it is compared, by its place in the list. */
  readonly partOf: number | null;
  readonly baselineOf: number | null;
  readonly rule: string;
}

const SECOND = String.raw`(?:\s*(?:[-–—]|\bto\b|\band\b)\s*(?<second>${NUMBER})(?=\s?%|\s+\p{Ll}|\s*$|[,.;)]))?`;

const quantityPattern = (second: string, flags: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.,-])(?:(?<comparator>${COMPARATOR})\s+(?:the\s+)?)?(?:(?:from|between)\s+)?(?:(?<currency>${CURRENCY_BEFORE})\s?)?(?:(?:from|between)\s+)?(?<number>${NUMBER})(?<percent1>\s?%)?${second}(?<tail>\s?%|\s?per ?cent\b|-(?=\p{Ll}))?`,
    flags,
  );

const QUANTITY = quantityPattern(SECOND, 'giu');

const SINGLE = quantityPattern('', 'iuy');

/** "fell from twelve to nine" has two figures and no range. */
const CHANGE =
  /\b(?:reduced|decreased|fell|fallen|dropped|declined|increased|grew|grown|rose|risen|raised|changed|doubled|cut|went (?:up|down))\b[^.;]{0,40}$/i;

/** A time told as a number is a period or a date, and an age or an hour is no figure of the digest. */
const NOT_COUNTED =
  /^(?:months?|years?|days?|weeks?|decades?|o'clock|sides?|parties|times?|centur(?:y|ies)|hand|another|stages?|phases?|points?|ways?|of|and|or|more|other|am|pm|years-old|year-old)$/i;

interface Candidate extends FoundQuantity {
  readonly partitive: boolean;
}

/**
 * The figures of a sentence in their order, each with what is counted. `last` is the last one of the sentence before, which
 * "Among them, ..." refers to.
 */
export function findQuantities(
  text: string,
  taken: readonly Range[] = [],
  last: FoundQuantity | null = null,
): readonly FoundQuantity[] {
  const found: Candidate[] = [];
  const keep = (candidate: Candidate | null) => {
    const free =
      candidate &&
      ![...taken, ...found.slice(-1)].some(({ start, end }) => candidate.start < end && candidate.end > start);
    if (!free) return false;
    found.push(candidate);
    // What it has read further on, as of a rate, is no other figure.
    QUANTITY.lastIndex = Math.max(QUANTITY.lastIndex, candidate.end);
    return true;
  };
  const proportions = findProportions(text);
  const keepProportions = (until: number) => {
    while ((proportions[0]?.start ?? until) < until) {
      const proportion = proportions.shift() as Proportion;
      if (found.every(({ end }) => end <= proportion.start)) keep(readProportion(text, proportion));
    }
  };
  QUANTITY.lastIndex = 0;
  for (let match = QUANTITY.exec(text); match; match = QUANTITY.exec(text)) {
    const from = match.index;
    const next = QUANTITY.lastIndex;
    keepProportions(next);
    const isRange = match.groups?.second !== undefined;
    if ((!isRange || isOneRange(text, match)) && keep(readQuantity(text, match, found, last))) continue;
    QUANTITY.lastIndex = next;
    if (!isRange) continue;
    // Both ends are looked at alone: one may be a year, and the other no part of it.
    SINGLE.lastIndex = from;
    const single = SINGLE.exec(text);
    if (!single) continue;
    keep(readQuantity(text, single, found, last));
    QUANTITY.lastIndex = Math.max(from + single[0].length, from + 1);
  }
  keepProportions(text.length);
  return found.map(({ partitive: _, ...quantity }) => quantity);
}

/** Two figures are one range only if the first is the lower, and neither change nor "and" parts them. */
function isOneRange(text: string, { 0: printed, index, groups = {} }: RegExpExecArray): boolean {
  if (/^from\b/i.test(printed) && CHANGE.test(text.slice(0, index))) return false;
  const { number = '', second = '' } = groups;
  const joint = printed.slice(printed.indexOf(number) + number.length, printed.lastIndexOf(second));
  if (/\band\b/.test(joint) && !/\bbetween\s/i.test(printed)) return false;
  const bounds = boundsOf(numberOf(number) ?? 0, numberOf(second), 'EXACT', second, number);
  return bounds.first <= (bounds.upper ?? 0);
}

function readProportion(text: string, { start, end, value, unit }: Proportion): Candidate {
  const printed = new RegExp(`\\b(?<comparator>${COMPARATOR})\\s+$`, 'i').exec(
    text.slice(Math.max(0, start - 40), start),
  );
  const comparator = comparatorOf(printed?.groups?.comparator);
  return {
    start: start - (printed?.[0].length ?? 0),
    end,
    value,
    lower: null,
    upper: null,
    comparator,
    unit,
    counted: unit === '%' ? readCounted(text.slice(end).replace(/^ of(?: the)?/, ''), { one: true }).text : '',
    partOf: null,
    baselineOf: null,
    rule: `quantity.${comparator.toLowerCase().replaceAll('_', '-')}`,
    partitive: false,
  };
}

function readQuantity(
  text: string,
  match: RegExpExecArray,
  earlier: readonly Candidate[],
  carried: FoundQuantity | null,
): Candidate | null {
  const groups = match.groups ?? {};
  const printed = groups.number ?? '';
  // No rule looks further back, however long the sentence is.
  const before = text.slice(Math.max(0, match.index - 250), match.index);
  const numberAt = match.index + match[0].indexOf(printed, (groups.comparator ?? '').length);
  let end = match.index + match[0].length;
  const rest = text.slice(end);
  const value = numberOf(printed);
  if (value === null || !Number.isFinite(value)) return null;
  const isWord = /^\p{L}/u.test(printed);
  if (/^(?:\.\d|:\d|-\d|\/\d|st\b|nd\b|rd\b|th\b|[\p{Lu}]|°)/u.test(rest)) return null;
  if (isModelOrDate(before, printed, rest, groups)) return null;

  const hyphen = groups.tail === '-';
  const percent = groups.percent1 || (groups.tail && !hyphen);
  let unit: string | null = null;
  let counted = '';
  let isPart = false;
  if (percent) {
    unit = '%';
    counted = readCounted(rest.replace(/^,? of (?:which|whom|them|the)\s+/, ' ')).text;
  } else if (groups.currency) {
    unit = CURRENCIES.find(([pattern]) => pattern.test(groups.currency ?? ''))?.[1] ?? null;
  } else {
    // "two out of three battalions": what is counted comes after the second number.
    const whole = new RegExp(`^ (?:out )?of (?:the )?(?:${NUMBER}|(?<=of )(?:its|their|his|her|our))`, 'iu').exec(rest);
    isPart = whole !== null;
    const noun = readCounted(whole ? rest.slice(whole[0].length) : hyphen ? ` ${rest}` : rest, { one: value <= 1 });
    // "three gold and five bronze medals": the noun stands once, after both.
    const single = readCounted(rest, { one: true });
    const shared = hyphen || whole ? null : sharedNoun(rest, single);
    const duration = durationOf({ before, rest, comparator: groups.comparator });
    const measured = duration ? { ...duration, counted: '' } : measureOf(rest);
    // "a 30-mm cannon" is what the cannon is called.
    if (measured && hyphen) return null;
    if (measured) {
      unit = measured.unit;
      counted = measured.counted;
      end += measured.length;
      if (isTime(unit) && !duration) return null;
    } else if (hyphen) {
      const kind = /^\p{Ll}+/u.exec(rest)?.[0] ?? '';
      const manned = /^(?:strong|member|man|person|seat)$/.test(kind);
      if (
        !(isWord || manned) ||
        /^(?:time|year|month|day|week|sided|way|storey|old|off|third|star|dimensional|tier|level|party)$/.test(kind) ||
        value < 2
      )
        return null;
      unit = manned && kind !== 'seat' ? '{person}' : `{${singular(kind)}}`;
      end += kind.length;
      counted = kind;
    } else if (shared) {
      unit = unitOf(shared);
      counted = shared.text;
      end += single.length;
    } else if (noun.head && noun.head !== 'ones' && !isVerb(noun)) {
      if (NOT_COUNTED.test(noun.head)) return null;
      unit = unitOf(noun);
      counted = noun.text;
      if (!whole) end += noun.length;
    }
  }
  if (
    isWord &&
    !percent &&
    !groups.currency &&
    !hyphen &&
    !(isPart && unit !== null && value > 1) &&
    isMereWord(before, value, rest, groups.comparator)
  )
    return null;
  const previous = earlier.at(-1);
  const baseline = /\b(?:against|compared (?:to|with)|versus|from|up from|down from)\s+(?:\w+\s+){0,2}$/i.test(before);
  if (unit === null) {
    const lead = /^(?:from|between)\s+/i.exec(match[0])?.[0] ?? '';
    const bare = unitOfBare({
      before: before + lead,
      rest,
      comparator: groups.comparator,
      printed,
      earlier,
      carried,
      baseline,
      isYear: isYear(value, printed),
    });
    if (!bare) return null;
    ({ unit, counted } = bare);
  }
  const rate = rateOf(text.slice(end));
  if (rate) {
    unit += rate.per;
    end += rate.length;
  } else if (groups.currency && previous?.unit.startsWith(`${unit}/`)) unit = previous.unit;
  if (
    unit === null ||
    (!groups.comparator && value === 1 && (isWord ? isMereWord(before, value, rest, undefined) : !isMeasured(unit)))
  )
    return null;
  if (
    isNumeric(printed) &&
    !groups.comparator &&
    !groups.currency &&
    !percent &&
    isYear(value, printed) &&
    !isCount(unit)
  )
    return null;

  const like = earlier.findLastIndex((other) => other.unit === unit);
  const second = groups.second ? numberOf(groups.second) : null;
  const comparator = comparatorOf(groups.comparator);
  const start =
    groups.comparator || groups.currency || /\b(?:from|between)\s/i.test(match[0].slice(0, 8)) ? match.index : numberAt;
  const { first: _, ...bounds } = boundsOf(value, second, comparator, groups.second ?? '', printed);
  const between = text.slice(previous?.end ?? 0, start);
  const part =
    previous !== undefined &&
    // "including rifles, 180 rounds": after a comma the list goes on.
    (/\bincluding\b[^.,]{0,30}$|\b(?:among them|of (?:which|whom|them)|out of (?:which|whom|them))\b[^.]{0,30}$/i.test(
      between,
    ) ||
      previous.partitive ||
      (unit === '%' && /^[,)]?\s*of (?:which|whom|them)\b/.test(text.slice(end))));
  return {
    start,
    end,
    ...bounds,
    unit,
    counted,
    partOf: part ? earlier.length - 1 : null,
    // Only what has the same unit can be compared.
    baselineOf: baseline && like >= 0 ? like : null,
    rule: `quantity.${bounds.comparator.toLowerCase().replaceAll('_', '-')}`,
    partitive: /\bout of\s+$/i.test(text.slice(0, start)),
  };
}

const isNumeric = (printed: string) => /^\d/.test(printed);

/** "1 kg" is a figure, while "1 tank" may be the name of it. */
const isMeasured = (unit: string) => !isCount(unit);

const isCount = (unit: string) => unit.startsWith('{');

const isTime = (unit: string) => ['min', 's', 'h'].includes(unit);

function boundsOf(
  first: number,
  second: number | null,
  comparator: Comparator,
  secondPrinted: string,
  printed: string,
) {
  if (second === null) return { value: first, lower: null, upper: null, comparator, first };
  // "2-3 thousand": the scale stands once, after both.
  const scale = new RegExp(`\\s(${SCALE})`, 'i').exec(secondPrinted)?.[1]?.toLowerCase();
  const scaled = scale && !new RegExp(`\\s(?:${SCALE})`, 'i').test(printed) ? first * (SCALES[scale] ?? 1) : first;
  const lower = Math.min(scaled, second);
  return { value: null, lower, upper: Math.max(scaled, second), comparator: 'BETWEEN' as const, first: scaled };
}
