import anyAscii from 'any-ascii';
import { foldText } from '../../lib/fold.ts';
import { MAX_QUOTE_WORDS } from '../../modules/citation/citation.rules.ts';
import type { Digest, DigestPassage, ExtractedSuggestion, SuggestedNoun } from '../extractor.ts';
import type { Anchor } from './drafts.ts';
import type { NameBook } from './name-book.ts';
import type { NameRecords } from './name-records.ts';
import type { PassageSentences } from './passage-sentences.ts';
import type { PassageTopics } from './passage-topics.ts';

export interface NewSuggestion extends Pick<ExtractedSuggestion, 'noun' | 'key' | 'record' | 'rule' | 'score'> {
  readonly anchor: Anchor;
  readonly recognition?: ExtractedSuggestion['recognition'];
  readonly evidence?: string | null;
}

/** What everything needs that makes records of what was found. */
export interface RecordTools {
  readonly book: NameBook;
  readonly out: Suggestions;
  readonly names: NameRecords;
  readonly topics: PassageTopics;
  readonly sentences: PassageSentences;
  readonly period: { readonly start: string; readonly end: string };
}

/** Gathers suggestions: each key once, each span in code points of the canonical text. */
export class Suggestions {
  readonly list: ExtractedSuggestion[] = [];
  readonly #passages: ReadonlyMap<string, DigestPassage>;
  readonly #keys = new Map<SuggestedNoun, Set<string>>();
  /** Where the next search for a free key begins, by noun and what was wanted. */
  readonly #counts = new Map<string, number>();
  readonly #points = new Map<DigestPassage, Uint32Array>();

  constructor(digest: Digest) {
    this.#passages = new Map(digest.passages.map((passage) => [passage.number, passage]));
  }

  has = (noun: SuggestedNoun, key: string): boolean => this.#keysOf(noun).has(key);

  /** Keeps what no other slug of the noun is called. */
  claim(noun: SuggestedNoun, wanted: string): string {
    const keys = this.#keysOf(noun);
    const base = wanted || noun;
    let key = base;
    let count = this.#counts.get(`${noun} ${base}`) ?? 2;
    for (; keys.has(key); count += 1) key = `${base}-${count}`;
    this.#counts.set(`${noun} ${base}`, count);
    keys.add(key);
    return key;
  }

  reserve(noun: SuggestedNoun, key: string): void {
    this.#keysOf(noun).add(key);
  }

  add({ anchor, recognition = null, evidence = null, ...rest }: NewSuggestion): void {
    const passage = this.#passages.get(anchor.passage);
    if (!passage || anchor.end <= anchor.start || anchor.end > passage.text.length) return;
    const points = (position: number) => passage.start + (this.#pointsOf(passage)[position] ?? 0);
    this.reserve(rest.noun, rest.key);
    this.list.push({
      ...rest,
      passage: anchor.passage,
      start: points(anchor.start),
      end: points(anchor.end),
      score: round(rest.score),
      recognition,
      evidence,
    });
  }

  /** By UTF-16 unit of a passage: how many code points stand before it. */
  #pointsOf(passage: DigestPassage): Uint32Array {
    const told = this.#points.get(passage);
    if (told) return told;
    const points = new Uint32Array(passage.text.length + 1);
    let count = 0;
    let unit = 0;
    for (const character of passage.text) {
      points.fill(count, unit, unit + character.length);
      unit += character.length;
      count += 1;
    }
    points[unit] = count;
    this.#points.set(passage, points);
    return points;
  }

  /** A record that only others refer to, at the words on which the first of them rests. */
  addBeside(suggestion: Omit<NewSuggestion, 'anchor'>, refers: (record: string) => boolean): void {
    const first = this.list.find(({ record }) => refers(JSON.stringify(record)));
    if (!first) return;
    const { passage, start, end } = first;
    this.reserve(suggestion.noun, suggestion.key);
    this.list.push({ recognition: null, evidence: null, ...suggestion, passage, start, end });
  }

  /** One cite for each passage, with the first words of its anchor as printed. */
  cites(anchors: readonly Anchor[]): readonly (string | { passage: string; quote: string })[] {
    const first = new Map<string, Anchor>();
    for (const anchor of anchors) if (!first.has(anchor.passage)) first.set(anchor.passage, anchor);
    return [...first.values()].map((anchor) => {
      const quote = this.#quoteOf(anchor);
      return quote ? { passage: anchor.passage, quote } : anchor.passage;
    });
  }

  #quoteOf({ passage, start, end }: Anchor): string | null {
    const text = this.#passages.get(passage)?.text.slice(start, end).trim() ?? '';
    const words = [...text.matchAll(/\S+/g)].slice(0, MAX_QUOTE_WORDS);
    const last = words.at(-1);
    return last ? text.slice(0, last.index + last[0].length) : null;
  }

  #keysOf(noun: SuggestedNoun): Set<string> {
    const keys = this.#keys.get(noun) ?? new Set();
    this.#keys.set(noun, keys);
    return keys;
  }
}

const round = (score: number) => Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;

/** Lower-case ASCII words with hyphens between them. */
export function slugify(...parts: readonly (string | null | undefined)[]): string {
  return foldText(anyAscii(foldText(parts.filter((part) => part).join(' '))))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 90)
    .replaceAll(/^-+|-+$/g, '');
}

/** A record without the keys that have nothing to say. */
export function compact(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

export function withoutRepeats<Item>(items: readonly Item[]): readonly Item[] {
  const keys = items.map((item) => JSON.stringify(item));
  return items.filter((_, index) => keys.indexOf(keys[index] as string) === index);
}
