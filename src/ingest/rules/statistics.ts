import type { DraftEvent, DraftStatistic, Side } from './drafts.ts';
import { lastDayOf } from './months.ts';
import type { FoundQuantity } from './quantities.ts';
import type { Story } from './story.ts';

/** What the figures of a passage have around them. */
export interface FigureContext {
  readonly story: Story;
  readonly passage: string;
  /** Of the sentence, by whose offsets the quantities are told. */
  readonly sentence: { readonly start: number; readonly text: string };
  readonly event: DraftEvent | null;
  readonly speaker: Side | null;
  /** The period that an introduction gives all figures below it. */
  readonly period: { readonly start: string; readonly end: string | null } | null;
}

/** The figures of a sentence with their periods, sources and what they are compared with. */
export function createStatistics(
  quantities: readonly FoundQuantity[],
  context: FigureContext,
): readonly DraftStatistic[] {
  const { passage, sentence, event, speaker, story } = context;
  const drafts: DraftStatistic[] = quantities.map((quantity, index) => {
    const own = yearAfter(sentence.text, quantity, quantities);
    const earlier = /^[^.;,]{0,20}\b(?:a year earlier|last year|the previous year)\b/.test(
      sentence.text.slice(quantity.end),
    );
    const isBaseline = quantity.baselineOf !== null;
    const eventPeriod =
      event?.dates.start && event.kind !== 'REPORTING' ? { start: event.dates.start, end: event.dates.end } : null;
    return {
      quantity,
      near: sentence.text.slice(quantities[index - 1]?.end ?? 0, quantities[index + 1]?.start),
      anchor: { passage, start: sentence.start + quantity.start, end: sentence.start + quantity.end },
      nature: natureOf(sentence.text.slice(0, quantity.start), speaker),
      period: own ?? (earlier || isBaseline ? null : (context.period ?? eventPeriod)),
      area: story.book.home,
      attributedTo: speaker,
      event,
      baseline: null,
      partOf: null,
    };
  });
  for (const draft of drafts) {
    const { partOf, baselineOf } = draft.quantity;
    const base = baselineOf === null ? undefined : drafts[baselineOf];
    if (base) base.baseline = draft;
    // What stands for comparison is no whole: a part is one of the figure before it.
    const index =
      partOf !== null && drafts[partOf]?.quantity.baselineOf !== null
        ? (drafts[partOf]?.quantity.baselineOf ?? null)
        : partOf;
    draft.partOf = index === null ? null : (drafts[index] ?? null);
  }
  compareYears(drafts);
  return drafts;
}

/** "60 cases, though in 2018 there were 80": the same in an earlier year is what a figure is compared with. */
function compareYears(drafts: readonly DraftStatistic[]): void {
  for (const [index, draft] of drafts.entries()) {
    const { quantity, baseline, period } = draft;
    if (baseline || quantity.baselineOf !== null) continue;
    const earlier = drafts.find(
      (other, place) =>
        place !== index &&
        other.quantity.unit === quantity.unit &&
        other.quantity.counted === quantity.counted &&
        other.quantity.partOf === null &&
        quantity.partOf === null &&
        isYear(other.period) &&
        (period === null || other.period.start.slice(0, 4) < period.start.slice(0, 4)) &&
        drafts.every(({ baseline }) => baseline !== other),
    );
    if (earlier && !earlier.baseline) draft.baseline = earlier;
  }
}

const isYear = (period: DraftStatistic['period']): period is NonNullable<DraftStatistic['period']> =>
  (period?.start.endsWith('-01-01') && period.end?.endsWith('-12-31')) ?? false;

function natureOf(before: string, speaker: Side | null): DraftStatistic['nature'] {
  if (/\b(?:planned|plans?|intends?|will|target|expected)\b/i.test(before)) return 'PLANNED';
  if (/\b(?:estimated|estimates?|experts? believe)\b/i.test(before)) return 'ESTIMATED';
  return speaker && 'entity' in speaker && speaker.entity.kind === 'PERSON' ? 'CLAIMED' : 'REPORTED';
}

function yearAfter(text: string, quantity: FoundQuantity, all: readonly FoundQuantity[]): DraftStatistic['period'] {
  const next = all.find(({ start }) => start >= quantity.end)?.start ?? text.length;
  const previous = all.findLast(({ end }) => end <= quantity.start)?.end ?? 0;
  const year =
    /^[^.;]{0,30}?\bin (?<year>20\d\d)\b(?!,? (?:there|it|they|the \p{Ll}+) (?:was|were|had|amounted|stood)\b)/u.exec(
      text.slice(quantity.end, next),
    )?.groups?.year ??
    /\b(?:in|for|during) (?:the whole of |all of )?(?<year>20\d\d)\b[^.;]{0,60}$/.exec(
      text.slice(previous, quantity.start),
    )?.groups?.year;
  return year ? { start: `${year}-01-01`, end: `${year}-12-31` } : null;
}

const COUNT = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

/** "for eight months of this year", "in the first half of 2019", "since the beginning of the year". */
export function findPeriod(
  text: string,
  period: { readonly start: string; readonly end: string },
): FigureContext['period'] {
  const thisYear = period.start.slice(0, 4);
  const months = new RegExp(
    `\\b(?:for|in|over|during) (?:the )?(?:first |past )?(?<count>\\d{1,2}|${COUNT.join('|')}) months of (?:this year|the (?:current )?year|(?<year>20\\d\\d))`,
    'i',
  ).exec(text);
  if (months?.groups?.count) {
    const count = Number(months.groups.count) || COUNT.indexOf(months.groups.count.toLowerCase()) + 1;
    const year = months.groups.year ?? thisYear;
    if (count < 1 || count > 12) return null;
    return {
      start: `${year}-01-01`,
      end: `${year}-${String(count).padStart(2, '0')}-${lastDayOf(Number(year), count)}`,
    };
  }
  const half = /\b(?<which>first|second) half of (?:this year|the year|(?<year>20\d\d))/i.exec(text);
  if (half?.groups) {
    const year = half.groups.year ?? thisYear;
    return half.groups.which?.toLowerCase() === 'first'
      ? { start: `${year}-01-01`, end: `${year}-06-30` }
      : { start: `${year}-07-01`, end: `${year}-12-31` };
  }
  const year = /\b(?:results|data|figures|statistics) (?:of|for) (?<year>20\d\d)\b/i.exec(text)?.groups?.year;
  if (year) return { start: `${year}-01-01`, end: `${year}-12-31` };
  return /\bsince the (?:beginning|start) of (?:the|this) year\b/i.test(text)
    ? { start: `${thisYear}-01-01`, end: period.end }
    : null;
}
