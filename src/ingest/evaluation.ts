import { foldText } from '../lib/fold.ts';
import type { Digest, ExtractedSuggestion, SuggestedNoun } from './extractor.ts';
import { matchPairs } from './matching.ts';

type Cite = { readonly passage: string; readonly quote?: string | undefined };
type Names = {
  readonly slug: string;
  readonly name: string;
  readonly nameInSource?: boolean;
  readonly names?: readonly { readonly text: string; readonly inSource?: boolean }[];
};
type Party = { readonly actor?: string; readonly organisation?: string; readonly country?: string };

export interface ReviewedEvent {
  readonly kind: string;
  readonly start?: string;
  readonly end?: string;
  readonly precision: string;
  readonly basis?: string;
  readonly cites: readonly Cite[];
  readonly participations?: readonly (Party & { readonly role: string })[];
}

/** An edition as reviewed, its days as text, with as much of it as is measured. */
export interface ReviewedEdition {
  readonly passages: readonly { readonly number: string; readonly section: string }[];
  readonly actors: readonly Names[];
  readonly organisations: readonly Names[];
  readonly indicators: readonly { readonly slug: string; readonly unit: string }[];
  readonly events: readonly ReviewedEvent[];
  readonly agreements: readonly {
    readonly kind: string;
    readonly status: string;
    readonly parties: readonly Party[];
    readonly cites: readonly Cite[];
  }[];
  readonly statistics: readonly {
    readonly indicator: string;
    readonly value?: number;
    readonly lower?: number;
    readonly upper?: number;
    readonly comparator: string;
    readonly cites: readonly Cite[];
  }[];
}

export interface Measure {
  readonly what: string;
  readonly reviewed: number;
  readonly suggested: number;
  readonly matched: number;
  readonly recall: number;
  readonly precision: number;
}

/**
 * Holds suggestions against what people have made of the same text. A match: an event of the same kind, with overlapping
 * days (or undated, both), a shared passage and a shared participant, if the reviewed one has any; a number of the same
 * value, unit and place in the text; a name of the same span and record. Nothing is matched twice.
 */
export function evaluate(
  digest: Digest,
  suggestions: readonly ExtractedSuggestion[],
  reviewed: ReviewedEdition,
  onMiss?: (line: string) => void,
): readonly Measure[] {
  const of = (noun: SuggestedNoun) => suggestions.filter((suggestion) => suggestion.noun === noun);
  const names = new NameMatch(digest, suggestions, reviewed);
  const events = of('events');
  const eventPairs = matchPairs(reviewed.events, events, (one, other) => isSameEvent(one, other, names));
  const participations = reviewed.events.flatMap((event) =>
    (event.participations ?? []).map((participation) => ({
      event,
      key: names.reviewedParty(participation),
      role: participation.role,
    })),
  );
  const taking = events.flatMap((event) =>
    participationsOf(event).map((participation) => ({
      event,
      key: names.suggestedParty(participation),
      role: participation.role,
    })),
  );
  const partners = new Map(eventPairs);
  const participants = matchPairs(
    participations,
    taking,
    (one, other) => partners.get(one.event) === other.event && one.key === other.key && one.role === other.role,
  );
  const stated = reviewed.events.filter(({ basis }) => basis === 'STATED');
  const dates = matchDates(stated, events);
  const units = new Map([
    ...reviewed.indicators.map(({ slug, unit }) => [slug, unit] as const),
    ...of('indicators').map(({ key, record }) => [key, String(record.unit)] as const),
  ]);
  const statistics = matchPairs(reviewed.statistics, of('statistics'), (one, other) =>
    isSameNumber(one, other, units, digest),
  );
  const agreements = matchPairs(reviewed.agreements, of('agreements'), (one, other) =>
    isSameAgreement(one, other, names),
  );
  const passages = matchPairs(
    reviewed.passages,
    digest.passages,
    (one, other) => one.number === other.number && one.section === other.section,
  );
  if (onMiss) {
    tellMisses('event', reviewed.events, events, eventPairs, onMiss);
    tellMisses('number', reviewed.statistics, of('statistics'), statistics, onMiss);
    tellMisses('agreement', reviewed.agreements, of('agreements'), agreements, onMiss);
    for (const line of names.listMisses()) onMiss(line);
  }
  return [
    measure('passages', reviewed.passages.length, digest.passages.length, passages.length),
    dates,
    measure('numbers', reviewed.statistics.length, of('statistics').length, statistics.length),
    names.measure('actors'),
    names.measure('organisations'),
    measure('events', reviewed.events.length, events.length, eventPairs.length),
    measure('participants', participations.length, taking.length, participants.length),
    measure('agreements', reviewed.agreements.length, of('agreements').length, agreements.length),
  ];
}

function measure(what: string, reviewed: number, suggested: number, matched: number, correct = matched): Measure {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return { what, reviewed, suggested, matched, recall: share(matched, reviewed), precision: share(correct, suggested) };
}

/** What was not found (-), and what was found in vain (+). */
function tellMisses(
  what: string,
  reviewed: readonly object[],
  suggested: readonly ExtractedSuggestion[],
  pairs: readonly (readonly [object, ExtractedSuggestion])[],
  tell: (line: string) => void,
): void {
  const found = new Set<object>(pairs.flat());
  for (const record of reviewed) {
    const { slug, kind, start, cites } = record as {
      slug?: string;
      kind?: string;
      start?: string;
      cites?: readonly Cite[];
    };
    if (!found.has(record))
      tell(
        `- ${what} ${kind ?? ''} ${slug ?? ''} ${start ?? 'undated'} in ${cites?.map(({ passage }) => passage).join(', ')}`,
      );
  }
  for (const suggestion of suggested) {
    if (!found.has(suggestion))
      tell(
        `+ ${what} ${suggestion.record.kind ?? ''} ${suggestion.key} ${suggestion.record.start ?? 'undated'} in ${suggestion.passage} by ${suggestion.rule}`,
      );
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
const citesOf = (record: ExtractedSuggestion['record']): readonly string[] =>
  ((record.cites ?? []) as readonly (string | Cite)[]).map((cite) => (typeof cite === 'string' ? cite : cite.passage));
const sharesPassage = (cites: readonly Cite[], record: ExtractedSuggestion['record']) =>
  citesOf(record).some((passage) => cites.some((cite) => cite.passage === passage));
const participationsOf = ({ record }: ExtractedSuggestion) =>
  (record.participations ?? []) as readonly (Party & { readonly role: string })[];

function isSameEvent(one: ReviewedEvent, { record, ...rest }: ExtractedSuggestion, names: NameMatch): boolean {
  if (one.kind !== record.kind || !overlap(one, record) || !sharesPassage(one.cites, record)) return false;
  const parties = (one.participations ?? []).map((party) => names.reviewedParty(party));
  if (parties.length === 0) return true;
  return participationsOf({ record, ...rest }).some((party) => parties.includes(names.suggestedParty(party)));
}

/** Undated is not every day, but no day: it overlaps with nothing that is dated. */
function overlap({ start, end, precision }: ReviewedEvent, record: ExtractedSuggestion['record']): boolean {
  if (precision === 'UNKNOWN' || record.precision === 'UNKNOWN') return precision === record.precision;
  const from = textOf(record.start) ?? '';
  const to = textOf(record.end) ?? from;
  return (start ?? '') <= to && from <= (end ?? start ?? '');
}

/** Dates that the text prints: the same days of an event that cites the same passage. */
function matchDates(stated: readonly ReviewedEvent[], events: readonly ExtractedSuggestion[]): Measure {
  const same = (one: ReviewedEvent, { record }: ExtractedSuggestion) =>
    one.start === textOf(record.start) &&
    one.end === textOf(record.end) &&
    one.precision === record.precision &&
    sharesPassage(one.cites, record);
  const suggested = events.filter(({ record }) => record.basis === 'STATED');
  const found = stated.filter((one) => suggested.some((other) => same(one, other))).length;
  const right = suggested.filter((other) => stated.some((one) => same(one, other))).length;
  return measure('explicit dates', stated.length, suggested.length, found, right);
}

function isSameNumber(
  one: ReviewedEdition['statistics'][number],
  { record, start, end, passage }: ExtractedSuggestion,
  units: ReadonlyMap<string, string>,
  digest: Digest,
): boolean {
  const values = one.comparator === 'BETWEEN' ? [one.lower, one.upper] : [one.value];
  const suggested = record.comparator === 'BETWEEN' ? [record.lower, record.upper] : [record.value];
  if (values.length !== suggested.length || values.some((value, index) => value !== suggested[index])) return false;
  if (units.get(one.indicator) !== units.get(String(record.indicator))) return false;
  return one.cites.some((cite) => {
    const span = cite.quote && cite.passage === passage ? locate(digest, cite.passage, cite.quote) : null;
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

function isSameAgreement(
  one: ReviewedEdition['agreements'][number],
  { record }: ExtractedSuggestion,
  names: NameMatch,
): boolean {
  if (one.kind !== record.kind || one.status !== record.status || !sharesPassage(one.cites, record)) return false;
  const parties = one.parties.map((party) => names.reviewedParty(party));
  if (parties.length === 0) return true;
  return ((record.parties ?? []) as readonly Party[]).some((party) => parties.includes(names.suggestedParty(party)));
}

interface Occurrence {
  readonly noun: 'actors' | 'organisations';
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}

/** Which reviewed record a suggested name is: the one of its slug, else the one whose name stands in its span. */
class NameMatch {
  readonly #suggestions: readonly ExtractedSuggestion[];
  readonly #reviewed: ReviewedEdition;
  readonly #occurrences: readonly Occurrence[];
  readonly #keys = new Map<string, string>();

  constructor(digest: Digest, suggestions: readonly ExtractedSuggestion[], reviewed: ReviewedEdition) {
    this.#suggestions = suggestions;
    this.#reviewed = reviewed;
    this.#occurrences = listOccurrences(digest, reviewed);
    for (const noun of ['actors', 'organisations'] as const) {
      const slugs = new Set(reviewed[noun].map(({ slug }) => slug));
      for (const suggestion of suggestions.filter((suggestion) => suggestion.noun === noun)) {
        const slug = slugs.has(suggestion.key)
          ? suggestion.key
          : (this.#at(suggestion)?.slug ?? this.#byName(suggestion));
        if (slug) this.#keys.set(`${noun} ${suggestion.key}`, slug);
      }
    }
  }

  #at({ noun, start, end }: ExtractedSuggestion): Occurrence | undefined {
    return this.#occurrences.find(
      (occurrence) => occurrence.noun === noun && occurrence.start === start && occurrence.end === end,
    );
  }

  #byName({ noun, record }: ExtractedSuggestion): string | undefined {
    if (noun !== 'actors' && noun !== 'organisations') return undefined;
    const name = foldText(String(record.name));
    return this.#reviewed[noun].find((reviewed) =>
      [reviewed.name, ...(reviewed.names ?? []).map(({ text }) => text)].some((other) => foldText(other) === name),
    )?.slug;
  }

  reviewedParty({ actor, organisation, country }: Party): string {
    return `${actor ? 'actors' : organisation ? 'organisations' : 'countries'} ${actor ?? organisation ?? country}`;
  }

  suggestedParty(party: Party): string {
    const key = this.reviewedParty(party);
    const slug = this.#keys.get(key);
    return slug === undefined ? key : `${key.split(' ')[0]} ${slug}`;
  }

  listMisses(): readonly string[] {
    return (['actors', 'organisations'] as const).flatMap((noun) => {
      const there = [
        ...new Set(this.#occurrences.filter((occurrence) => occurrence.noun === noun).map(({ slug }) => slug)),
      ];
      const found = new Set(
        this.#suggestions
          .filter((suggestion) => suggestion.noun === noun)
          .flatMap((suggestion) => this.#at(suggestion)?.slug ?? []),
      );
      const vain = this.#suggestions.filter((suggestion) => suggestion.noun === noun && !this.#at(suggestion));
      return [
        ...there.filter((slug) => !found.has(slug)).map((slug) => `- ${noun} ${slug}`),
        ...vain.map(({ key, passage, rule }) => `+ ${noun} ${key} in ${passage} by ${rule}`),
      ];
    });
  }

  /** Records whose name stands in the text, and those that were suggested at it. */
  measure(noun: 'actors' | 'organisations'): Measure {
    const there = new Set(this.#occurrences.filter((occurrence) => occurrence.noun === noun).map(({ slug }) => slug));
    const suggested = this.#suggestions.filter((suggestion) => suggestion.noun === noun);
    const pairs = matchPairs(
      [...there],
      suggested,
      (slug, suggestion) => this.#at(suggestion)?.slug === slug && this.#keys.get(`${noun} ${suggestion.key}`) === slug,
    );
    return measure(noun, there.size, suggested.length, pairs.length);
  }
}

/** Every place where a reviewed name stands as printed, small and capital letters alike; none within a longer one. */
function listOccurrences({ text }: Digest, reviewed: ReviewedEdition): readonly Occurrence[] {
  const points = pointsOf(text);
  const names = (['actors', 'organisations'] as const).flatMap((noun) =>
    reviewed[noun].flatMap(({ slug, name, nameInSource, names }) =>
      [{ text: name, inSource: nameInSource }, ...(names ?? [])]
        .filter(({ inSource }) => inSource !== false)
        .map(({ text }) => ({ noun, slug, text })),
    ),
  );
  const found: Occurrence[] = [];
  for (const name of names.toSorted((a, b) => b.text.length - a.text.length)) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${name.text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    for (const match of text.matchAll(pattern)) {
      const start = points[match.index] ?? 0;
      const end = points[match.index + match[0].length] ?? 0;
      if (found.every((other) => end <= other.start || start >= other.end))
        found.push({ noun: name.noun, slug: name.slug, start, end });
    }
  }
  return found;
}

/** By UTF-16 unit: how many code points stand before it. */
function pointsOf(text: string): readonly number[] {
  const points: number[] = [];
  let count = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) points.push(count);
    count += 1;
  }
  return [...points, count];
}
