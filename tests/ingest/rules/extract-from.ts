import { readDigest } from '../../../src/ingest/digest/read-digest.ts';
import type { ExtractedSuggestion, SuggestedNoun } from '../../../src/ingest/extractor.ts';
import { rulesExtractor } from '../../../src/ingest/rules/rules-extractor.ts';
import { EMPTY_GAZETTEER } from '../fixtures/read-fixture.ts';

/** What the rules make of lines of May 2031, about Norway. */
export async function extractFrom(
  ...lines: readonly string[]
): Promise<(noun: SuggestedNoun) => readonly ExtractedSuggestion[]> {
  const text = ['The events within the month. Norway is Norway, and Norwegian is Norwegian.', ...lines].join('\n');
  const suggestions = await rulesExtractor.extract({
    digest: readDigest(new TextEncoder().encode(text)),
    period: { start: '2031-05-01', end: '2031-05-31' },
    language: 'en',
    gazetteer: EMPTY_GAZETTEER,
  });
  return (noun) => suggestions.filter((suggestion) => suggestion.noun === noun);
}
