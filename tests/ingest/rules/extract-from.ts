import { readDigest } from '../../../src/ingest/digest/read-digest.ts';
import type { ExtractedSuggestion, Gazetteer, SuggestedNoun } from '../../../src/ingest/extractor.ts';
import { rulesExtractor } from '../../../src/ingest/rules/rules-extractor.ts';
import { EMPTY_GAZETTEER } from '../fixtures/read-fixture.ts';

/** What the rules make of lines of May 2031, about Norway; what is known before may come after the lines. */
export async function extractFrom(
  ...given: readonly (string | Gazetteer)[]
): Promise<(noun: SuggestedNoun) => readonly ExtractedSuggestion[]> {
  const lines = given.filter((one) => typeof one === 'string');
  const gazetteer = given.find((one) => typeof one !== 'string') ?? EMPTY_GAZETTEER;
  const text = ['The events within the month. Norway is Norway, and Norwegian is Norwegian.', ...lines].join('\n');
  const suggestions = await rulesExtractor.extract({
    digest: readDigest(new TextEncoder().encode(text)),
    period: { start: '2031-05-01', end: '2031-05-31' },
    language: 'en',
    gazetteer,
  });
  return (noun) => suggestions.filter((suggestion) => suggestion.noun === noun);
}
