import { findRepeated } from '../../lib/repeated.ts';
import { CitationMissingError, CitationRepeatedError, QuoteTooLongError } from './citation.errors.ts';

export interface NewCitation {
  readonly passageId: string;
  /** A few printed words; null where the fact is found without. */
  readonly quote: string | null;
}

/** The published wording is not ours: a quote is an anchor, and no longer than this many words. */
export const MAX_QUOTE_WORDS = 7;

/** A fact cites a passage, and each passage once. */
export function checkCitations(citations: readonly Pick<NewCitation, 'passageId'>[]): void {
  if (citations.length === 0) throw new CitationMissingError();
  const repeated = findRepeated(citations, ({ passageId }) => passageId);
  if (repeated) throw new CitationRepeatedError(repeated.passageId);
}

export function checkQuote(quote: string): void {
  const words = quote.trim().split(/\s+/).length;
  if (words > MAX_QUOTE_WORDS) throw new QuoteTooLongError(words, MAX_QUOTE_WORDS);
}
