import type { DigestPassage } from '../extractor.ts';
import type { Anchor } from './drafts.ts';
import { listSentences, type Sentence } from './sentences.ts';

/** The sentence in which something stands, and what stands around it; '' where nothing does. */
export interface Surroundings {
  readonly own: string;
  readonly before: string;
  readonly after: string;
  /** Of a bullet, the words that introduce it. */
  readonly lead: string;
}

/** Finds the sentences of a digest again, each passage split once. */
export class PassageSentences {
  readonly #passages: ReadonlyMap<string, DigestPassage>;
  readonly #sentences = new Map<string, readonly Sentence[]>();

  constructor(passages: readonly DigestPassage[]) {
    this.#passages = new Map(passages.map((passage) => [passage.number, passage]));
  }

  at({ passage, start }: Anchor): Surroundings {
    const sentences = this.#sentencesOf(passage);
    const index = indexAt(sentences, start);
    const [paragraph = '', bullet] = passage.split('.');
    return {
      own: sentences[index]?.text ?? '',
      before: sentences[index - 1]?.text ?? '',
      after: sentences[index + 1]?.text ?? '',
      lead: bullet === undefined ? '' : (this.#sentencesOf(paragraph).at(-1)?.text ?? ''),
    };
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
