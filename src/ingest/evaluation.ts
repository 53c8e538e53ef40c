import { isSameAgreement, isSameEvent, measureDates, measureParticipants } from './evaluation/events.ts';
import { matchFigures, measureIndicators, measureLinks } from './evaluation/figures.ts';
import { type Measure, measure, type Tell, tellMisses } from './evaluation/measure.ts';
import { NameMatch } from './evaluation/names.ts';
import type { ReviewedEdition } from './evaluation/reviewed.ts';
import { isSameAssessment, isSameStatement } from './evaluation/sayings.ts';
import { measureTopics } from './evaluation/topics.ts';
import type { Digest, ExtractedSuggestion, Gazetteer, SuggestedNoun } from './extractor.ts';
import { matchPairs } from './matching.ts';

export type { Measure } from './evaluation/measure.ts';
export type { ReviewedEdition } from './evaluation/reviewed.ts';

export interface EvaluationOptions {
  /** What the extractor knew: topics and indicators are measured against what could be linked. */
  readonly gazetteer?: Gazetteer;
  readonly onMiss?: Tell;
}

/**
 * Holds suggestions against what people have made of the same text. A match: an event of the same kind, with overlapping
 * days (or undated, both), a shared passage and a shared participant, if the reviewed one has any; a number of the same
 * value, unit and place in the text; a name of the same span and record; a statement of the same passage and speaker; an
 * assessment of the same passage and hedge. Nothing is matched twice.
 */
export function evaluate(
  digest: Digest,
  suggestions: readonly ExtractedSuggestion[],
  reviewed: ReviewedEdition,
  { gazetteer, onMiss }: EvaluationOptions = {},
): readonly Measure[] {
  const of = (noun: SuggestedNoun) => suggestions.filter((suggestion) => suggestion.noun === noun);
  const names = new NameMatch(digest, suggestions, reviewed);
  const pair = <Reviewed extends object>(
    what: string,
    noun: SuggestedNoun,
    ones: readonly Reviewed[],
    fits: (one: Reviewed, other: ExtractedSuggestion) => boolean,
  ) => {
    const pairs = matchPairs(ones, of(noun), fits);
    if (onMiss) tellMisses(what, ones, of(noun), pairs, onMiss);
    return pairs;
  };
  const { passages, events, agreements, statistics, statements, assessments } = reviewed;
  const passagePairs = matchPairs(
    passages,
    digest.passages,
    (one, other) => one.number === other.number && one.section === other.section,
  );
  const eventPairs = pair('event', 'events', events, (one, other) => isSameEvent(one, other, names));
  const figures = matchFigures(digest, reviewed, of('statistics'), of('indicators'));
  const agreementPairs = pair('agreement', 'agreements', agreements, (one, other) =>
    isSameAgreement(one, other, names),
  );
  const said =
    statements && pair('statement', 'statements', statements, (one, other) => isSameStatement(one, other, names));
  const judged = assessments && pair('assessment', 'assessments', assessments, isSameAssessment);
  if (onMiss) {
    tellMisses('number', statistics, of('statistics'), figures, onMiss);
    for (const line of names.listMisses()) onMiss(line);
  }
  return [
    measure('passages', passages.length, digest.passages.length, passagePairs.length),
    measureDates(events, of('events')),
    measure('numbers', statistics.length, of('statistics').length, figures.length),
    names.measure('actors'),
    names.measure('organisations'),
    measure('events', events.length, of('events').length, eventPairs.length),
    ...measureParticipants(events, of('events'), eventPairs, names),
    measure('agreements', agreements.length, of('agreements').length, agreementPairs.length),
    ...(said ? [measure('statements', statements.length, of('statements').length, said.length)] : []),
    ...(judged ? [measure('assessments', assessments.length, of('assessments').length, judged.length)] : []),
    ...measureTopics('topics of events', eventPairs, gazetteer),
    ...measureTopics('topics of statements', said ?? [], gazetteer),
    ...measureIndicators(figures, gazetteer),
    ...measureLinks('baselines', 'baseline', statistics, of('statistics'), figures),
    ...measureLinks('parts', 'partOf', statistics, of('statistics'), figures),
  ];
}
