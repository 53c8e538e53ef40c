import type { Digest, ExtractedSuggestion, Gazetteer } from '../extractor.ts';
import { matchPairs } from '../matching.ts';
import { type Measure, measure, type Pairs, unmeasured } from './measure.ts';
import type { ReviewedEdition, ReviewedStatistic } from './reviewed.ts';

/** The same value and unit at the same place of the text. */
export function matchFigures(
  digest: Digest,
  reviewed: ReviewedEdition,
  suggested: readonly ExtractedSuggestion[],
  indicators: readonly ExtractedSuggestion[],
): Pairs<ReviewedStatistic> {
  const units = new Map([
    ...reviewed.indicators.map(({ slug, unit }) => [slug, unit] as const),
    ...indicators.map(({ key, record }) => [key, String(record.unit)] as const),
  ]);
  return matchPairs(reviewed.statistics, suggested, (one, other) => isSameFigure(one, other, units, digest));
}

function isSameFigure(
  one: ReviewedStatistic,
  { record, start, end, passage }: ExtractedSuggestion,
  units: ReadonlyMap<string, string>,
  digest: Digest,
): boolean {
  const values = one.comparator === 'BETWEEN' ? [one.lower, one.upper] : [one.value];
  const suggested = record.comparator === 'BETWEEN' ? [record.lower, record.upper] : [record.value];
  if (values.length !== suggested.length || values.some((value, index) => value !== suggested[index])) return false;
  if (units.get(one.indicator) !== units.get(String(record.indicator))) return false;
  return one.cites.some((cite) => {
    if (typeof cite === 'string' || !cite.quote || cite.passage !== passage) return false;
    const span = locate(digest, cite.passage, cite.quote);
    return span !== null && span.start < end && span.end > start;
  });
}

/** Where a quote stands, in code points. */
function locate(digest: Digest, number: string, quote: string): { start: number; end: number } | null {
  const passage = digest.passages.find((passage) => passage.number === number);
  const at = passage?.text.indexOf(quote) ?? -1;
  if (!passage || at < 0) return null;
  const start = passage.start + [...passage.text.slice(0, at)].length;
  return { start, end: start + [...quote].length };
}

/** What a figure is compared with, and what it is a part of: right where both figures are those of the reviewed pair. */
export function measureLinks(
  what: string,
  key: 'baseline' | 'partOf',
  reviewed: readonly ReviewedStatistic[],
  suggested: readonly ExtractedSuggestion[],
  figures: Pairs<ReviewedStatistic>,
): readonly Measure[] {
  const linked = reviewed.filter((one) => one[key] !== undefined);
  if (linked.length === 0) return [];
  const slugs = new Map(figures.map(([one, other]) => [other.key, one.slug]));
  const partners = new Map(figures);
  const right = linked.filter((one) => slugs.get(String(partners.get(one)?.record[key])) === one[key]);
  const given = suggested.filter(({ record }) => record[key] !== undefined);
  return [measure(what, linked.length, given.length, right.length)];
}

/** Of the figures that were found and of which the graph knows the indicator: those that are said to be of it. */
export function measureIndicators(
  figures: Pairs<ReviewedStatistic>,
  gazetteer: Gazetteer | undefined,
): readonly Measure[] {
  const known = new Set(gazetteer?.indicators.map(({ slug }) => slug));
  const askable = figures.filter(([{ indicator }]) => known.has(indicator));
  if (known.size === 0)
    return gazetteer ? [unmeasured('known indicators', figures.length, 'no indicator is known beforehand')] : [];
  const given = figures.filter(([, { record }]) => known.has(String(record.indicator)));
  const right = askable.filter(([one, { record }]) => one.indicator === record.indicator);
  return [measure('known indicators', askable.length, given.length, right.length)];
}
