import type { ExtractedSuggestion, Gazetteer } from '../extractor.ts';
import { type Measure, measure, type Pairs, unmeasured } from './measure.ts';

type WithTopics = { readonly topics?: readonly string[] };

/** The topics of what was found: of each pair, those that both give it. What no pair has is not counted again. */
export function measureTopics(
  what: string,
  pairs: Pairs<WithTopics>,
  gazetteer: Gazetteer | undefined,
): readonly Measure[] {
  const reviewed = pairs.flatMap(([{ topics = [] }]) => topics).length;
  if (reviewed === 0 || !gazetteer) return [];
  if (gazetteer.topics.length === 0) return [unmeasured(what, reviewed, 'no topic is known beforehand')];
  const given = pairs.map(([one, { record }]) => [one.topics ?? [], topicsOf(record)] as const);
  const right = given.flatMap(([ones, others]) => others.filter((topic) => ones.includes(topic)));
  return [measure(what, reviewed, given.flatMap(([, others]) => others).length, right.length)];
}

const topicsOf = (record: ExtractedSuggestion['record']) => (record.topics ?? []) as readonly string[];
