import { foldText } from '../../lib/fold.ts';
import type { Digest, ExtractedSuggestion } from '../extractor.ts';
import { matchPairs } from '../matching.ts';
import { type Measure, measure } from './measure.ts';
import type { Party, ReviewedEdition } from './reviewed.ts';

interface Occurrence {
  readonly noun: 'actors' | 'organisations';
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}

/** Which reviewed record a suggested name is: the one of its slug, else the one whose name stands in its span. */
export class NameMatch {
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
