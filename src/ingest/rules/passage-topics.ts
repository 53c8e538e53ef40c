import { lowerFirst } from '../../modules/draft/gist-sentences.rules.ts';
import type { KnownTopic } from '../extractor.ts';
import { TopicFinder } from '../topics/finder.ts';
import type { Anchor } from './drafts.ts';
import type { PassageSentences } from './passage-sentences.ts';

/** The known topics of stretches of a digest. */
export class PassageTopics {
  readonly #finder: TopicFinder | null;
  readonly #sentences: PassageSentences;
  readonly #names: ReadonlyMap<string, string>;

  constructor(topics: readonly KnownTopic[], sentences: PassageSentences) {
    this.#finder = topics.length > 0 ? new TopicFinder(topics) : null;
    this.#sentences = sentences;
    this.#names = new Map(topics.map(({ slug, name }) => [slug, name]));
  }

  /** As within a sentence: "Border security" is border security, and "Mi-24" what it is. */
  nameOf(topic: string): string {
    return lowerFirst(this.#names.get(topic) ?? topic);
  }

  /** What the sentences of the anchors are on, in the light of the sentences next to them. */
  of(anchors: readonly Anchor[]): readonly string[] {
    if (!this.#finder) return [];
    const found = anchors.map((anchor) => this.#sentences.at(anchor));
    const around = found.flatMap(({ before, after, lead }) => [before, after, lead]);
    return this.#finder.find(found.map(({ own }) => own).join(' '), around.join(' '));
  }
}
