import type { KnownTopic } from '../extractor.ts';
import { wordsOf } from './words.ts';

/** What a topic's words in a text must weigh beyond its rarity; its whole name is enough by itself. */
const MARGIN = 2;

/** No topic is proved by less, nor needs more. */
const [LEAST, ENOUGH] = [2.5, 6];

/** What the stretch itself must have of that, whatever stands around it. */
const OWN = 2;

/** What stands around a stretch says less of it than what it says itself. */
const AROUND = 0.3;

/** A topic that weighs less than this share of the weightiest one is told in passing. */
const BESIDE = 0.7;

/** Nobody gives a fact many more. */
const MOST = 5;

interface Found {
  score: number;
  own: number;
}

/** Finds which of the known topics a stretch of text is on: by their names, and by the words of what is published on them. */
export class TopicFinder {
  readonly #weights = new Map<string, { readonly slug: string; readonly weight: number }[]>();
  /** The words of each name, by the first of them. */
  readonly #names = new Map<string, { readonly slug: string; readonly words: readonly string[] }[]>();

  /** What each topic must weigh. */
  readonly #bars = new Map<string, number>();

  constructor(topics: readonly KnownTopic[]) {
    for (const { slug, name, names, words, rarity } of topics) {
      this.#bars.set(slug, Math.min(ENOUGH, Math.max(LEAST, rarity + MARGIN)));
      for (const { word, weight } of words) push(this.#weights, word, { slug, weight });
      for (const spelling of [name, ...names]) {
        const [first, ...rest] = wordsOf(spelling);
        if (first !== undefined) push(this.#names, first, { slug, words: rest });
      }
    }
  }

  /** The topics of a stretch of a longer text, the surest first. */
  find(stretch: string, around = ''): readonly string[] {
    const found = new Map<string, Found>();
    const here = new Set(wordsOf(stretch));
    const there = wordsOf(around).filter((word) => !here.has(word));
    this.#weigh(found, here, 1);
    this.#weigh(found, new Set(there), AROUND);
    for (const slug of this.#namedBy(here)) {
      const { score, own } = found.get(slug) ?? { score: 0, own: 0 };
      found.set(slug, { score: Math.max(score, this.#barOf(slug)), own: Math.max(own, OWN) });
    }
    const best = Math.max(0, ...[...found.values()].map(({ score }) => score));
    return [...found]
      .filter(([slug, { score, own }]) => score >= this.#barOf(slug) && own >= OWN && score >= best * BESIDE)
      .sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1))
      .slice(0, MOST)
      .map(([slug]) => slug);
  }

  #barOf = (slug: string) => this.#bars.get(slug) ?? ENOUGH;

  #weigh(found: Map<string, Found>, words: ReadonlySet<string>, share: number): void {
    for (const word of words) {
      for (const { slug, weight } of this.#weights.get(word) ?? []) {
        const told = found.get(slug) ?? { score: 0, own: 0 };
        told.score += weight * share;
        if (share === 1) told.own += weight;
        found.set(slug, told);
      }
    }
  }

  #namedBy(words: ReadonlySet<string>): readonly string[] {
    return [...words].flatMap((word) =>
      (this.#names.get(word) ?? [])
        .filter(({ words: rest }) => rest.every((one) => words.has(one)))
        .map(({ slug }) => slug),
    );
  }
}

function push<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values) values.push(value);
  else index.set(key, [value]);
}
