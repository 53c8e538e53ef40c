import { DomainError } from '../../lib/domain-error.ts';
import { checkQuote } from '../citation/citation.rules.ts';
import { citesIn, type DraftRecord } from './record.rules.ts';
import { OWN_WORDS, type PublishedWording } from './wording.rules.ts';

/** One thing that is wrong in a record. */
export interface SuggestionMistake {
  /** The way from the record to the value: "participations[2].role"; empty where the record as a whole is meant. */
  readonly path: string;
  /** A clause that goes after the path. */
  readonly reason: string;
}

/** The wordings against which a record is held. */
export interface Wordings {
  readonly published: PublishedWording;
  /** By number; null where nobody has loaded it. */
  readonly passages: ReadonlyMap<string, string | null>;
}

/** What a record says in words that are not ours to use: sentences as printed, and quotes that are long or not printed. */
export function findWordingMistakes(
  record: DraftRecord,
  { published, passages }: Wordings,
): readonly SuggestionMistake[] {
  const mistakes: SuggestionMistake[] = [];
  const attempt = (path: string, rule: () => void) => {
    try {
      rule();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      mistakes.push({ path, reason: error.message });
    }
  };
  for (const field of OWN_WORDS) {
    const text = record[field];
    if (typeof text === 'string') attempt(field, () => published.checkOwnWords(text));
  }
  for (const { passage, quote } of citesIn(record)) {
    if (quote === null) continue;
    attempt('cites', () => checkQuote(quote));
    const text = passages.get(passage);
    if (text != null && !text.includes(quote)) {
      mistakes.push({ path: 'cites', reason: `quotes "${quote}", which passage ${passage} does not have` });
    }
  }
  return mistakes;
}
