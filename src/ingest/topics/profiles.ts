import type { KnownTopic, TopicWord } from '../extractor.ts';
import { wordsOf } from './words.ts';

/** Something published to which people have given topics, or none: an event, a statement, a passage. */
export interface TopicalFact {
  readonly text: string;
  readonly topics: readonly string[];
  /** The passage on which it rests: what is told together counts once. */
  readonly source: string;
}

/** A topic is told by few words; more of them would be chance. */
const MOST_WORDS = 24;

/** So many sources of the common kind are thought beside a topic's own, so that a few of those prove little. */
const PRIOR = 2;

/** How often a word of its name is taken to stand where a topic is meant. */
const NAMED = 0.7;

const [LEAST_WEIGHT, MOST_WEIGHT] = [1, 4];

/** By word and source, how much of the source goes to the topic. */
type Shares = Map<string, Map<string, number>>;

/** How a topic is told apart. */
export type TopicProfile = Pick<KnownTopic, 'words' | 'rarity'>;

/** Of a topic of which nothing is known but its name. */
export const UNTOLD: TopicProfile = { words: [], rarity: 0 };

/**
 * Which words set what is published on a topic apart, after naive Bayes: a word weighs the logarithm of how much oftener it
 * stands in sources of the topic than in any. A source of several topics is shared among them, the names of people and
 * bodies (who come and go) are left out, and the words of the topic's own name are always in.
 */
export function profileTopics(
  topics: readonly { readonly slug: string; readonly name: string }[],
  facts: readonly TopicalFact[],
): ReadonlyMap<string, TopicProfile> {
  const everywhere: Shares = new Map();
  const own = new Map(
    topics.map(({ slug }) => [slug, { sources: new Map<string, number>(), words: new Map() as Shares }]),
  );
  const sources = new Set(facts.map(({ source }) => source));
  for (const { text, topics, source } of facts) {
    const share = 1 / Math.sqrt(Math.max(1, topics.length));
    const words = new Set(wordsOf(withoutNames(text)));
    for (const word of words) keepShare(sharesOf(everywhere, word), source, 1);
    for (const profile of topics.flatMap((topic) => own.get(topic) ?? [])) {
      keepShare(profile.sources, source, share);
      for (const word of words) keepShare(sharesOf(profile.words, word), source, share);
    }
  }
  const frequencyOf = (word: string) => ((everywhere.get(word)?.size ?? 0) + 1) / (sources.size + 2);
  return new Map(
    topics.map(({ slug, name }) => {
      const { sources: mine, words } = own.get(slug) ?? {
        sources: new Map<string, number>(),
        words: new Map() as Shares,
      };
      const weights = new Map<string, number>();
      for (const [word, shares] of words) {
        const anywhere = frequencyOf(word);
        weights.set(word, Math.log((sumOf(shares) + PRIOR * anywhere) / (sumOf(mine) + PRIOR) / anywhere));
      }
      for (const word of wordsOf(name))
        weights.set(word, Math.max(weights.get(word) ?? 0, Math.log(NAMED / frequencyOf(word))));
      return [slug, { words: heaviest(weights), rarity: rounded(Math.log((sources.size + 1) / (mine.size + 0.5))) }];
    }),
  );
}

/** Within a sentence a capital letter is that of a name; a word in capitals is as good as any (UAV). */
const withoutNames = (text: string) => text.replaceAll(/(?<=[\p{L}\p{N},;:’'"”)–-] )\p{Lu}(?!\p{Lu})[\p{L}’-]*/gu, ' ');

const rounded = (weight: number) => Math.round(weight * 100) / 100;

function heaviest(weights: ReadonlyMap<string, number>): readonly TopicWord[] {
  return [...weights]
    .filter(([, weight]) => weight > LEAST_WEIGHT)
    .map(([word, weight]) => ({ word, weight: Math.min(MOST_WEIGHT, rounded(weight)) }))
    .sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}

function sharesOf(index: Shares, word: string): Map<string, number> {
  const shares = index.get(word) ?? new Map<string, number>();
  index.set(word, shares);
  return shares;
}

function keepShare(shares: Map<string, number>, source: string, share: number): void {
  shares.set(source, Math.max(shares.get(source) ?? 0, share));
}

function sumOf(shares: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const share of shares.values()) sum += share;
  return sum;
}
