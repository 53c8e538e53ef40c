import type { DigestPassage, KnownTopic } from '../extractor.ts';
import { TopicFinder } from '../topics/finder.ts';
import type { Anchor } from './drafts.ts';
import { listSentences, type Sentence } from './sentences.ts';

/** The known topics of stretches of a digest. */
export class PassageTopics {
  readonly #finder: TopicFinder | null;
  readonly #passages: ReadonlyMap<string, DigestPassage>;
  readonly #sentences = new Map<string, readonly Sentence[]>();

  constructor(topics: readonly KnownTopic[], passages: readonly DigestPassage[]) {
    this.#finder = topics.length > 0 ? new TopicFinder(topics) : null;
    this.#passages = new Map(passages.map((passage) => [passage.number, passage]));
  }

  /** What the sentences of the anchors are on, in the light of the sentences next to them. */
  of(anchors: readonly Anchor[]): readonly string[] {
    if (!this.#finder) return [];
    const own: string[] = [];
    const around: string[] = [];
    for (const { passage, start } of anchors) {
      const sentences = this.#sentencesOf(passage);
      const index = indexAt(sentences, start);
      own.push(sentences[index]?.text ?? '');
      around.push(sentences[index - 1]?.text ?? '', sentences[index + 1]?.text ?? '');
      // A bullet goes on from the words that introduce it.
      if (passage.includes('.')) around.push(this.#sentencesOf(passage.split('.')[0] ?? '').at(-1)?.text ?? '');
    }
    return this.#finder.find(own.join(' '), around.join(' '));
  }

  #sentencesOf(number: string): readonly Sentence[] {
    const told = this.#sentences.get(number);
    if (told) return told;
    const text = this.#passages.get(number)?.text ?? '';
    const sentences = listSentences(text, { heading: !number.includes('.') });
    this.#sentences.set(number, sentences);
    return sentences;
  }
}

/** The last sentence that begins at a place or before it, by halves. */
function indexAt(sentences: readonly Sentence[], place: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sentences[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
