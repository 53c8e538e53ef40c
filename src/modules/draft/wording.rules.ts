import { CopiedWordsError } from './wording.errors.ts';

/** So many words in a row as printed are a sentence of somebody else's. */
export const COPIED_WORDS = 8;

/** The fields of records in which everything is said in our own words; names and offices are worded by their bearers. */
export const OWN_WORDS = ['gist', 'summary', 'label', 'definition'] as const;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): readonly string[] =>
  words.slice(COPIED_WORDS - 1).map((_, index) => words.slice(index, index + COPIED_WORDS).join(' '));

/** A published text, to hold our own words against. */
export class PublishedWording {
  readonly #runs: ReadonlySet<string>;
  readonly #names: readonly string[];

  /** `names` are of bodies, offices, exercises and the like: whoever mentions one copies nothing. */
  constructor(texts: readonly string[], names: readonly string[]) {
    this.#runs = new Set(texts.flatMap((text) => runsOf(wordsOf(text))));
    this.#names = [...new Set(names.map((name) => wordsOf(name).join(' ')))]
      .filter((name) => name.includes(' '))
      .sort((one, other) => other.length - one.length);
  }

  /** The first words that a text has in a row as printed, if they are too many. */
  findCopied(text: string): string | undefined {
    const stretches = this.#names.reduce(
      (parts, name) => parts.flatMap((part) => ` ${part} `.split(` ${name} `)),
      [wordsOf(text).join(' ')],
    );
    return stretches
      .flatMap((stretch) => runsOf(stretch.split(' ').filter((word) => word)))
      .find((run) => this.#runs.has(run));
  }

  /** Facts are free and sentences are not: what we write says it in words of our own. */
  checkOwnWords(text: string): void {
    const copied = this.findCopied(text);
    if (copied !== undefined) throw new CopiedWordsError(copied);
  }
}
