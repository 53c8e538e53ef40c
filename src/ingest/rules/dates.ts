import * as chrono from 'chrono-node';
import { isoOf, lastDayOf, MONTH_PATTERN, dayOf as makeDay, monthOf } from './months.ts';
import type { Range } from './sentences.ts';

export type FoundPrecision = 'DAY' | 'MONTH' | 'SEASON' | 'YEAR' | 'WITHIN';

/** Days that a text prints. */
export interface FoundDate extends Range {
  readonly from: string;
  /** Equal to `from` for one day. */
  readonly to: string;
  readonly precision: FoundPrecision;
  readonly rule: string;
}

const M = `(?:${MONTH_PATTERN})(?!\\p{L})\\.?`;
const WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+(?:of\\s+)?(?<year>(?:19|20)\\d\\d)(?!\\s*[-–—]\\s*\\d|\\d))?';
/** A year of its own at the first of two ends. */
const YEAR1 = '(?:,?\\s+(?<year1>(?:19|20)\\d\\d))?';
const TO = `(?:\\s*[-–—]\\s*|,?\\s+(?:to|until|till|through|up\\s+to)\\s+)(?:the\\s+)?(?:${WEEKDAY},?\\s+)?`;
/** At which end of a month, which leaves the month; and which part of it, which has days. */
const EARLY =
  '(?:[Ee]arly(?:\\s+in)?|[Ll]ate(?:\\s+in)?|[Mm]id|(?:[Aa]t|[Ii]n|[Bb]y|[Tt]owards?)\\s+the\\s+(?:very\\s+)?(?:beginning|start|end|middle)\\s+of)[\\s-]+';
const PART =
  '(?<part>first|second|third|last|final)\\s+(?<unit>half|decade|third|ten\\s+days|(?:\\w+\\s+)?days|week)\\s+of\\s+';
const ON =
  '(?:(?:[Aa]s|[Nn]o)\\s+(?:early|late|later|recently|far\\s+back)\\s+(?:as|than)(?:\\s+in)?|[Bb]ack\\s+in|[Ii]n|[Dd]uring|[Oo]f|[Tt]hroughout|[Ss]ince|[Bb]y|[Aa]t|[Uu]ntil)\\s+';

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
}

const rule = (name: string, source: string): Rule => ({
  name,
  pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?![\\d%])`, 'gu'),
});

/** In this order: what one has read the next leaves alone. A range may run into another month. */
const RULES: readonly Rule[] = [
  rule('date.range-months', `(?<m1>${M})\\s+(?<d1>${DAY})${YEAR1}${TO}(?<m2>${M})\\s+(?<d2>${DAY})${YEAR}`),
  rule(
    'date.range-months',
    `(?<d1>${DAY})\\s+(?:of\\s+)?(?<m1>${M})${YEAR1}${TO}(?<d2>${DAY})\\s+(?:of\\s+)?(?<m2>${M})${YEAR}`,
  ),
  rule('date.range', `(?<m1>${M})\\s+(?<d1>${DAY})${TO}(?<d2>${DAY})${YEAR}`),
  rule('date.range', `(?<d1>${DAY})${TO}(?<d2>${DAY})\\s+(?:of\\s+)?(?<m1>${M})${YEAR}`),
  rule('date.range-months', `[Bb]etween\\s+(?<m1>${M})\\s+(?<d1>${DAY})\\s+and\\s+(?<m2>${M})\\s+(?<d2>${DAY})${YEAR}`),
  rule(
    'date.range',
    `(?<m1>${M})\\s+(?<d1>${DAY})(?:,\\s+${DAY})*,?\\s+and\\s+(?<d2>${DAY})(?!\\s+\\p{Ll}+s\\b)${YEAR}`,
  ),
  rule('date.range', `(?<d1>${DAY})(?:,\\s+${DAY})*,?\\s+and\\s+(?<d2>${DAY})\\s+(?<m1>${M})${YEAR}`),
  rule('date.day', `(?<m1>${M}),?\\s+(?:the\\s+)?(?<d1>${DAY})${YEAR}`),
  rule('date.day', `(?<d1>${DAY})\\s+(?:of\\s+)?(?<m1>${M})${YEAR}`),
  rule('date.iso', `(?<year>(?:19|20)\\d\\d)[-./](?<n1>\\d\\d)[-./](?<d1>\\d\\d)`),
  rule('date.numeric', `(?<d1>\\d{1,2})[-–—](?<d2>\\d{1,2})\\.(?<n1>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)`),
  rule('date.numeric', `(?<d1>\\d{1,2})[./](?<n1>\\d{1,2})[./](?<year>(?:19|20)\\d\\d)`),
  rule(
    'date.season',
    `(?:[Ii]n|[Dd]uring|[Ss]ince|[Tt]his|[Oo]f|[Bb]y|[Uu]ntil)\\s+(?:the\\s+)?(?:early\\s+|late\\s+)?(?<season>spring|summer|autumn|fall|winter)\\b${YEAR}`,
  ),
  rule('date.month-part', `(?:${ON})?(?:the\\s+)?${PART}(?<m1>${M})${YEAR}`),
  rule('date.month-part', `(?:${ON})?(?:the\\s+)?${PART}(?<this>(?:the|this)\\s+month)`),
  rule(
    'date.quarter',
    `(?:${ON})(?:the\\s+)?(?<quarter>first|second|third|fourth)\\s+quarter(?:\\s+of\\s+(?:this|the)\\s+year)?${YEAR}`,
  ),
  rule(
    'date.month-half',
    `${ON}(?:the\\s+)?(?<half>first|second)\\s+half\\s+of\\s+(?:(?:this|the)\\s+year|(?<year>(?:19|20)\\d\\d))`,
  ),
  rule('date.month', `(?:the\\s+)?${EARLY}(?<m1>${M})${YEAR}(?!\\s+\\d{1,2}\\b)`),
  rule('date.month', `${EARLY}(?<this>(?:the|this)\\s+month)(?!\\s+of)`),
  rule('date.months', `(?:[Ii]n|[Dd]uring)\\s+(?<m1>${M})${TO}(?<m2>${M})${YEAR}(?!\\s+\\d{1,2}\\b)`),
  rule('date.months', `(?:[Ii]n|[Dd]uring)\\s+(?<m1>${M})\\s+and\\s+(?<m2>${M})${YEAR}(?!\\s+\\d{1,2}\\b)`),
  rule(
    'date.month',
    `(?:${ON}|[Ll]ate\\s+|[Ee]arly\\s+)(?:the\\s+)?(?<m1>${M})(?:\\s+this\\s+year)?${YEAR}(?!\\s+\\d{1,2}\\b)`,
  ),
  // A year of comparison dates nothing.
  rule(
    'date.year',
    `(?<!\\b(?:than|as|against|versus|to) )(?:[Bb]ack\\s+in|[Ii]n)\\s+(?<year>(?:19|20)\\d\\d)(?![-–—])`,
  ),
];

const NIGHT = /\b(?:night|overnight)\b[^.;]{0,12} $/i;

/** Every date that is printed with its month, in the order of print; the period says the year where print does not. */
export function findDates(
  text: string,
  period: { readonly start: string; readonly end: string },
): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const free = (start: number, end: number) => found.every((date) => end <= date.start || start >= date.end);
  for (const { name, pattern } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const lead = /^date\.(?:season|month|quarter|year)/.test(name) ? leadLength(match[0]) : 0;
      const start = match.index + lead;
      const end = match.index + match[0].replace(/\.$/, '').length;
      const days = daysOf(match.groups ?? {}, period);
      // A night is some time of two days.
      const isNight = name.startsWith('date.range') && NIGHT.test(text.slice(Math.max(0, start - 30), start));
      if (days && free(start, end))
        found.push({ start, end, ...days, ...(isNight && { precision: 'WITHIN' }), rule: name });
    }
  }
  for (const date of findByChrono(text, period)) if (free(date.start, date.end)) found.push(date);
  return found.sort((a, b) => a.start - b.start);
}

/** "in", "during the" and the like are no part of a date. */
const leadLength = (text: string) =>
  /^(?:[Bb]ack\s+in|[Ii]n|[Dd]uring|[Oo]f|[Tt]hroughout|[Ss]ince|[Bb]y|[Tt]his|[Uu]ntil|[Aa]t(?:\s+the\s+\w+\s+of)?)\s+(?:the\s+)?/.exec(
    text,
  )?.[0].length ?? 0;

type Groups = Readonly<Record<string, string | undefined>>;
type Days = Pick<FoundDate, 'from' | 'to' | 'precision'>;

function daysOf(groups: Groups, period: { readonly start: string; readonly end: string }): Days | null {
  const thisYear = Number(period.start.slice(0, 4));
  if (groups.season) return seasonOf(groups.season, Number(groups.year ?? thisYear));
  if (groups.half) return halfOf(groups.half, Number(groups.year ?? thisYear));
  if (groups.quarter) return quarterOf(groups.quarter, Number(groups.year ?? thisYear));
  const isYear = groups.year && !groups.m1 && !groups.n1;
  // What is told of the year of the digest itself is told of no time in particular.
  if (isYear && Number(groups.year) === thisYear) return null;
  if (isYear) return { from: `${groups.year}-01-01`, to: `${groups.year}-12-31`, precision: 'YEAR' };
  const first = firstMonth(groups, period);
  const second = groups.m2 ? monthOf(groups.m2.replace('.', '')) : first;
  if (!first || !second) return null;
  const end = groups.year ? Number(groups.year) : groups.this ? thisYear : yearOf(second, period);
  const start = groups.year1 ? Number(groups.year1) : first > second ? end - 1 : end;
  if (groups.part) return partOf(groups, start, first);
  if (!groups.d1) {
    return { from: isoOf(start, first, 1), to: isoOf(end, second, lastDayOf(end, second)), precision: 'MONTH' };
  }
  const d1 = Number.parseInt(groups.d1, 10);
  const d2 = Number.parseInt(groups.d2 ?? groups.d1, 10);
  // An impossible day dates nothing; the reader of the digest has been warned of it.
  if (!makeDay(start, first, d1) || !makeDay(end, second, d2)) return null;
  const from = isoOf(start, first, d1);
  const to = isoOf(end, second, d2);
  return to < from ? null : { from, to, precision: 'DAY' };
}

function firstMonth(groups: Groups, period: { readonly start: string }): number | null {
  if (groups.this) return Number(period.start.slice(5, 7));
  return groups.n1 ? Number(groups.n1) : monthOf((groups.m1 ?? '').replace('.', ''));
}

/** "the second half of May", "the last ten days of May": some days of the month, which print does not tell. */
function partOf({ part = '', unit = '' }: Groups, year: number, month: number): Days {
  const last = lastDayOf(year, month);
  const length = /half/.test(unit) ? 15 : /week/.test(unit) ? 7 : /decade|third|ten/.test(unit) ? 10 : 3;
  const index = ['first', 'second', 'third'].indexOf(part);
  const from = index < 0 ? last - length + 1 : index * length + 1;
  const isLast = index < 0 || from + 2 * length > last + 1;
  return {
    from: isoOf(year, month, from),
    to: isoOf(year, month, isLast ? last : from + length - 1),
    precision: 'WITHIN',
  };
}

function halfOf(half: string, year: number): Days {
  const first = half === 'first' ? 1 : 7;
  return { from: isoOf(year, first, 1), to: isoOf(year, first + 5, lastDayOf(year, first + 5)), precision: 'WITHIN' };
}

function quarterOf(quarter: string, year: number): Days {
  const last = (['first', 'second', 'third', 'fourth'].indexOf(quarter) + 1) * 3;
  return { from: isoOf(year, last - 2, 1), to: isoOf(year, last, lastDayOf(year, last)), precision: 'WITHIN' };
}

/** The year in which the month is nearest to the period: December in a digest of January is that of the year before. */
function yearOf(month: number, period: { readonly start: string }): number {
  const year = Number(period.start.slice(0, 4));
  const away = month - Number(period.start.slice(5, 7));
  if (away > 6) return year - 1;
  return away < -6 ? year + 1 : year;
}

/** Northern meteorological seasons; a winter is named after the year in which it ends, unless only its start is meant. */
function seasonOf(season: string, year: number): Days {
  const first = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[season] ?? 3;
  const start = season === 'winter' ? year - 1 : year;
  const last = season === 'winter' ? 2 : first + 2;
  return { from: isoOf(start, first, 1), to: isoOf(year, last, lastDayOf(year, last)), precision: 'SEASON' };
}

/**
 * What the rules leave, if chrono is certain of day and month. Its ranges are not taken, as it puts the first end into
 * another year ("between Jan 3 and Feb 7"), nor what has no name of a month, as it reads 10/11 the American way.
 */
function findByChrono(text: string, period: { readonly start: string }): readonly FoundDate[] {
  const reference = new Date(`${period.start}T12:00:00Z`);
  const named = new RegExp(`\\b(?:${MONTH_PATTERN})\\b`, 'u');
  return chrono.en.strict
    .parse(text, { instant: reference, timezone: 0 })
    .filter(
      ({ text: found, end, start }) => !end && named.test(found) && start.isCertain('month') && start.isCertain('day'),
    )
    .flatMap(({ index, text: found, start }) => {
      const month = start.get('month') ?? 0;
      const year = start.isCertain('year') ? (start.get('year') ?? 0) : yearOf(month, period);
      const day = start.get('day') ?? 0;
      if (!makeDay(year, month, day)) return [];
      const iso = isoOf(year, month, day);
      return [
        { start: index, end: index + found.length, from: iso, to: iso, precision: 'DAY' as const, rule: 'date.chrono' },
      ];
    });
}
