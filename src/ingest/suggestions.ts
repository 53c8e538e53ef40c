import type { SuggestionNoun } from '../generated/prisma/enums.ts';
import { sliceCodePoints } from '../lib/code-points.ts';
import { composeGist, findMentions, type Mentionable, type Naming } from '../modules/draft/gist.rules.ts';
import { type FreshSuggestion, labelOf, namesOf } from '../modules/draft/suggestion.rules.ts';
import { PublishedWording } from '../modules/draft/wording.rules.ts';
import type { Digest, DigestPassage, ExtractedSuggestion, Gazetteer, KnownRecord } from './extractor.ts';
import { TopicFinder } from './topics/finder.ts';

/** What an extraction is worth to a draft. */
export interface Suggested {
  readonly suggestions: readonly FreshSuggestion[];
  /** How many were thrown away: their spans are not in their passages, or another has their key. */
  readonly dropped: number;
}

/** Turns what was extracted into suggestions of a draft, with one for each passage, whose gist it composes. */
export function suggestEdition(
  digest: Digest,
  extracted: readonly ExtractedSuggestion[],
  gazetteer: Gazetteer,
): Suggested {
  const passages = new Map(digest.passages.map((passage) => [passage.number, passage]));
  const labels = new Set<string>();
  const suggestions: FreshSuggestion[] = [];
  for (const one of extracted) {
    const passage = passages.get(one.passage);
    const suggestion = passage && toSuggestion(one, passage);
    if (!suggestion || labels.has(labelOf(suggestion))) continue;
    labels.add(labelOf(suggestion));
    suggestions.push(suggestion);
  }
  const dropped = extracted.length - suggestions.length;
  return { suggestions: [...suggestPassages(digest, suggestions, gazetteer), ...suggestions], dropped };
}

/** A suggestion whose span is not what its passage says is none. */
function toSuggestion(one: ExtractedSuggestion, passage: DigestPassage): FreshSuggestion | undefined {
  const isWhole = Number.isInteger(one.start) && Number.isInteger(one.end);
  if (!isWhole || one.start < passage.start || one.end > passage.end || one.end <= one.start) return undefined;
  return {
    noun: one.noun.toUpperCase() as SuggestionNoun,
    key: one.key,
    record: one.record,
    passage: one.passage,
    spanStart: one.start,
    spanEnd: one.end,
    quote: sliceCodePoints(passage.text, one.start - passage.start, one.end - passage.start),
    rule: one.rule,
    score: Math.min(1, Math.max(0, one.score)),
    recognition: one.recognition,
    evidence: one.evidence,
  };
}

function suggestPassages(
  { passages }: Digest,
  suggestions: readonly FreshSuggestion[],
  gazetteer: Gazetteer,
): readonly FreshSuggestion[] {
  const found = Map.groupBy(suggestions, ({ passage }) => passage);
  const names = suggestions.flatMap(namesOf);
  const wording = new PublishedWording(
    passages.map(({ text }) => text),
    names,
  );
  const countries = mentionables(suggestions, 'COUNTRIES', gazetteer.countries);
  const topics = mentionables(suggestions, 'TOPICS', gazetteer.topics);
  const finder = gazetteer.topics.length > 0 ? new TopicFinder(gazetteer.topics) : null;
  const naming = namingOf(suggestions, gazetteer);
  return passages.map(({ number, section, text }) => {
    const own = (found.get(number) ?? []).map(({ noun, record }) => ({ noun: noun.toLowerCase(), record }));
    const named = {
      countries: findMentions(text, countries),
      topics: [...new Set([...findMentions(text, topics), ...(finder?.find(text) ?? [])])],
    };
    return {
      noun: 'PASSAGES',
      key: number,
      record: {
        number,
        section,
        gist: composeGist(own, wording, { ...naming, topics: named.topics }),
        ...(named.countries.length > 0 && { countries: named.countries }),
        ...(named.topics.length > 0 && { topics: named.topics }),
      },
      passage: number,
      spanStart: null,
      spanEnd: null,
      quote: null,
      rule: 'passage.gist',
      score: own.length > 0 ? 0.5 : 0.1,
      recognition: null,
      evidence: null,
    };
  });
}

/** What is suggested has the names that it suggests, what is known those of the graph. */
function namingOf(suggestions: readonly FreshSuggestion[], gazetteer: Gazetteer): Naming {
  const names = new Map<string, string>();
  const units = new Map<string, string>();
  for (const noun of ['actors', 'organisations', 'places', 'topics', 'countries', 'indicators'] as const)
    for (const { slug, name } of gazetteer[noun]) names.set(`${noun} ${slug}`, name);
  for (const { slug, unit } of gazetteer.indicators) units.set(slug, unit);
  for (const { noun, key, record } of suggestions) {
    const label = `${noun.toLowerCase()} ${key}`;
    if (typeof record.name === 'string' && !names.has(label)) names.set(label, record.name);
    if (noun === 'INDICATORS' && typeof record.unit === 'string' && !units.has(key)) units.set(key, record.unit);
  }
  return { nameOf: (noun, key) => names.get(`${noun} ${key}`) ?? null, unitOf: (key) => units.get(key) ?? null };
}

/** What is known of a noun and what the text adds to it, by all their names. */
function mentionables(
  suggestions: readonly FreshSuggestion[],
  noun: SuggestionNoun,
  known: readonly KnownRecord[],
): readonly Mentionable[] {
  const things = new Map(known.map(({ slug, name, names }) => [slug, new Set([name, ...names])]));
  for (const suggestion of suggestions) {
    if (suggestion.noun !== noun) continue;
    const names = things.get(suggestion.key) ?? new Set();
    // The words of the span, too: an adjective is no name on record.
    for (const name of [...namesOf(suggestion), suggestion.quote ?? '']) names.add(name);
    things.set(suggestion.key, names);
  }
  return [...things].map(([key, names]) => ({ key, names: [...names] }));
}
