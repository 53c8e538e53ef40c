import { foldText } from '../../lib/fold.ts';
import type { ExtractedSuggestion } from '../extractor.ts';
import { sharesPassage } from './measure.ts';
import type { NameMatch } from './names.ts';
import type { Party, ReviewedAssessment, ReviewedStatement } from './reviewed.ts';

/** One passage has one statement of each speaker; nobody, in the passive, is a speaker too. */
export function isSameStatement(one: ReviewedStatement, { record }: ExtractedSuggestion, names: NameMatch): boolean {
  if (!sharesPassage(one.cites, record)) return false;
  const speaker = record.speaker as Party | undefined;
  return one.speaker
    ? speaker !== undefined && names.reviewedParty(one.speaker) === names.suggestedParty(speaker)
    : speaker === undefined;
}

/** The same passage and the same hedge as printed, or none. */
export const isSameAssessment = (one: ReviewedAssessment, { record }: ExtractedSuggestion): boolean =>
  sharesPassage(one.cites, record) && foldText(one.hedge ?? '') === foldText(String(record.hedge ?? ''));
