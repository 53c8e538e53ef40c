import type { ExtractedSuggestion } from '../extractor.ts';
import type { Cite } from './reviewed.ts';

export interface Measure {
  readonly what: string;
  readonly reviewed: number;
  readonly suggested: number;
  readonly matched: number;
  /** Null where nothing could be suggested, and `note` says why. */
  readonly recall: number | null;
  readonly precision: number | null;
  readonly note?: string;
}

export type Pairs<Reviewed> = readonly (readonly [Reviewed, ExtractedSuggestion])[];

/** Told of what was missed and of what was suggested in vain. */
export type Tell = (line: string) => void;

export function measure(
  what: string,
  reviewed: number,
  suggested: number,
  matched: number,
  correct = matched,
): Measure {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return { what, reviewed, suggested, matched, recall: share(matched, reviewed), precision: share(correct, suggested) };
}

/** What cannot be suggested for want of knowledge is no failure. */
export const unmeasured = (what: string, reviewed: number, note: string): Measure => ({
  what,
  reviewed,
  suggested: 0,
  matched: 0,
  recall: null,
  precision: null,
  note,
});

export const passageOf = (cite: Cite): string => (typeof cite === 'string' ? cite : cite.passage);

export const citesOf = (record: ExtractedSuggestion['record']): readonly string[] =>
  ((record.cites ?? []) as readonly Cite[]).map(passageOf);

export const sharesPassage = (cites: readonly Cite[], record: ExtractedSuggestion['record']): boolean => {
  const passages = cites.map(passageOf);
  return citesOf(record).some((passage) => passages.includes(passage));
};

/** What was not found (-), and what was found in vain (+). */
export function tellMisses(
  what: string,
  reviewed: readonly object[],
  suggested: readonly ExtractedSuggestion[],
  pairs: Pairs<object>,
  tell: Tell,
): void {
  const found = new Set<object>(pairs.flat());
  for (const record of reviewed) {
    const {
      slug = '',
      kind = '',
      start = 'undated',
      cites = [],
    } = record as {
      readonly slug?: string;
      readonly kind?: string;
      readonly start?: string;
      readonly cites?: readonly Cite[];
    };
    if (!found.has(record)) tell(`- ${what} ${kind} ${slug} ${start} in ${cites.map(passageOf).join(', ')}`);
  }
  for (const suggestion of suggested) {
    const { key, passage, rule, record } = suggestion;
    if (!found.has(suggestion))
      tell(`+ ${what} ${record.kind ?? ''} ${key} ${record.start ?? 'undated'} in ${passage} by ${rule}`);
  }
}
