import { foldText } from '../../lib/fold.ts';
import type { Gazetteer } from '../extractor.ts';
import { wordsOf } from '../topics/words.ts';
import type { NameBook } from './name-book.ts';
import type { FoundQuantity } from './quantities.ts';

/** What may be said of whatever is counted says nothing of what is. */
const ANYTHING = new Set(wordsOf('people persons personnel men units pieces items'));

type KnownIndicator = Gazetteer['indicators'][number];

export interface FoundIndicator {
  readonly indicator: KnownIndicator;
  /** What the two have in common, in words. */
  readonly evidence: string;
}

/** Of what an indicator's name says, weighed by how few names say it, so much must be told. */
const LEAST_SHARE = 0.6;

/** And so much of what it says besides names, which many figures of one body share. */
const LEAST_BESIDES = 0.5;

/** A second indicator that comes so near leaves it open which of them is meant. */
const MARGIN = 0.1;

interface Entry {
  readonly indicator: KnownIndicator;
  /** Names in the name: "customs of Latvia" is not measured where Latvia is not told. */
  readonly scope: readonly string[];
  /** What it says besides. */
  readonly words: readonly string[];
}

/** Finds which known indicator a figure is of: the same unit, most of the words of its name, and all names in it. */
export class KnownIndicators {
  readonly #byUnit: ReadonlyMap<string, readonly Entry[]>;
  readonly #named = new Map<string, number>();

  constructor({ gazetteer, home, countries }: NameBook) {
    const { name = '', adjectives = [] } = countries.get(home ?? '') ?? {};
    // What is counted at home need not say so.
    const own = new Set([name, ...adjectives].flatMap(wordsOf));
    const entries = gazetteer.indicators.map((indicator) => {
      const scope = namesIn(indicator.name).filter((word) => !own.has(word));
      const words = wordsOf(indicator.name).filter((word) => !own.has(word) && !scope.includes(word));
      return { indicator, scope, words: [...new Set(words)] };
    });
    const telling = entries.filter(({ words, scope }) => words.length + scope.length > 0);
    this.#byUnit = Map.groupBy(telling, ({ indicator }) => indicator.unit);
    for (const { words, scope } of entries)
      for (const word of [...words, ...scope]) this.#named.set(word, (this.#named.get(word) ?? 0) + 1);
  }

  /**
   * `near` are the words next to the figure, `told` is all that the text says of it: its sentence, what introduces it, and who
   * gives it.
   */
  find(
    { unit, counted }: Pick<FoundQuantity, 'unit' | 'counted'>,
    near: string,
    told: readonly string[],
  ): FoundIndicator | null {
    const entries = this.#byUnit.get(unit) ?? [];
    if (entries.length === 0) return null;
    const words = new Set(told.flatMap(wordsOf));
    const close = new Set(wordsOf(near));
    const things = wordsOf(counted).filter((thing) => !ANYTHING.has(thing));
    const [best, second] = entries
      .filter(({ scope }) => scope.every((word) => words.has(word)))
      .filter(({ words }) => things.length === 0 || things.some((thing) => words.includes(thing)))
      .filter((entry) => this.#shareOf(entry.words, words) >= LEAST_BESIDES)
      .map((entry) => {
        const all = [...entry.words, ...entry.scope];
        return { entry, share: this.#shareOf(all, words), close: this.#shareOf(all, close) };
      })
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((one, other) => other.share + other.close - one.share - one.close);
    if (!best || (second && second.share + second.close > best.share + best.close - MARGIN)) return null;
    const { indicator } = best.entry;
    const shared = (foldText(indicator.name).match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) =>
      wordsOf(word).some((stem) => words.has(stem)),
    );
    const percent = Math.round(best.share * 100);
    return {
      indicator,
      evidence: `"${indicator.name}" has the same unit (${unit}), and the text has ${percent} % of what it says: ${shared.join(', ')}.`,
    };
  }

  #shareOf(words: readonly string[], told: ReadonlySet<string>): number {
    let [all, shared] = [0, 0];
    for (const word of words) {
      const weight = 1 / (this.#named.get(word) ?? 1);
      all += weight;
      if (told.has(word)) shared += weight;
    }
    return all === 0 ? 1 : shared / all;
  }
}

/** The stems of the words of a name that are names themselves: a capital letter that does not begin it, or a year. */
const namesIn = (name: string): readonly string[] =>
  [...name.matchAll(/(?<=[\s–-])(?:\p{Lu}[\p{L}\p{N}]*)/gu)].flatMap(([word]) => wordsOf(word));
