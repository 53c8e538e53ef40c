import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/ingest/digest/read-digest.ts';
import type { KnownTopic } from '../../src/ingest/extractor.ts';
import { rulesExtractor } from '../../src/ingest/rules/rules-extractor.ts';
import { suggestEdition } from '../../src/ingest/suggestions.ts';
import { TopicFinder } from '../../src/ingest/topics/finder.ts';
import { profileTopics, type TopicalFact, UNTOLD } from '../../src/ingest/topics/profiles.ts';
import { EMPTY_GAZETTEER } from './fixtures/read-fixture.ts';

const TOPICS = [
  { slug: 'fishing', name: 'Fishing quotas' },
  { slug: 'harbours', name: 'Harbours' },
  { slug: 'oil', name: 'Oil and gas supplies' },
];

const fact = (source: string, text: string, ...topics: readonly string[]): TopicalFact => ({ source, text, topics });

const FACTS = [
  fact('1', 'The ministry cut the cod quota after trawlers had emptied the bank.', 'fishing'),
  fact('2', 'Trawlers from abroad took cod without a licence, said Olga Trawick.', 'fishing'),
  fact('3', 'Cod was landed by trawlers at night, said Olga Trawick.', 'fishing'),
  fact('4', 'A new pier was opened, and dredging of the fairway goes on.', 'harbours'),
  fact('5', 'Dredging of the harbour stopped for want of money.', 'harbours'),
  fact('6', 'The king visited a school.'),
  fact('7', 'The budget was passed, and the king signed it.'),
  fact('8', 'A minister resigned over the budget.'),
  // What is on none of them is most of a graph.
  ...Array.from({ length: 30 }, (_, index) => fact(`school ${index}`, 'The king opened another school on board.')),
];

function knownFrom(facts: readonly TopicalFact[]): readonly KnownTopic[] {
  const profiles = profileTopics(TOPICS, facts);
  return TOPICS.map((topic) => ({ ...topic, names: [], kind: 'SUBJECT', ...(profiles.get(topic.slug) ?? UNTOLD) }));
}

describe('profiles of topics', () => {
  const wordsOf = (slug: string) =>
    knownFrom(FACTS)
      .find((topic) => topic.slug === slug)
      ?.words.map(({ word }) => word);

  it('weigh words by how much oftener they go with the topic than with anything', () => {
    expect(wordsOf('fishing')?.slice(0, 4)).toEqual(expect.arrayContaining(['cod', 'trawl']));
    expect(wordsOf('harbours')).toContain('dredg');
    expect(wordsOf('fishing')).not.toContain('dredg');
  });

  it("hold no names of people, and always the words of the topic's own name", () => {
    expect(wordsOf('fishing')?.filter((word) => /olga|trawick/.test(word))).toEqual([]);
    expect(wordsOf('oil')).toEqual(expect.arrayContaining(['gas', 'oil']));
  });

  it('share a source among its topics', () => {
    const shared = [
      ...FACTS,
      fact('9', 'Whales came.', 'fishing', 'harbours', 'oil'),
      fact('10', 'Seals came.', 'oil'),
    ];
    const weights = new Map(
      knownFrom(shared)
        .find(({ slug }) => slug === 'oil')
        ?.words.map(({ word, weight }) => [word, weight]),
    );
    expect(weights.get('seal')).toBeGreaterThan(weights.get('whal') ?? 0);
  });
});

describe('finding topics', () => {
  const finder = new TopicFinder(knownFrom(FACTS));

  it('takes telling words together, and no common ones', () => {
    expect(finder.find('Two trawlers with cod beyond the quota on board were stopped.')).toEqual(['fishing']);
    expect(finder.find('The king was on board, and the ministry said nothing.')).toEqual([]);
  });

  it('takes a whole name, also of a topic of which nothing is published', () => {
    expect(finder.find('They spoke of supplies of gas and oil.')).toEqual(['oil']);
    const names = new TopicFinder(knownFrom([]));
    expect(names.find('They spoke of supplies of gas and oil.')).toEqual(['oil']);
    expect(names.find('They spoke of oil.')).toEqual([]);
  });

  it('lets what stands around help, and never suffice', () => {
    expect(finder.find('It was signed at noon.', 'Trawlers landed cod under the fishing quota.')).toEqual([]);
  });
});

describe('suggested topics', () => {
  const suggest = async (topics: readonly KnownTopic[]) => {
    const text = [
      'The main events of the month. Norway is Norway, and Norwegian is Norwegian.',
      'On May 4, Minister of Fisheries Nils Berg met with President of Finland Aino Salo. They spoke about the cod quota of trawlers.',
      'On May 6, Nils Berg said that dredging of the harbour goes on.',
    ].join('\n');
    const digest = readDigest(new TextEncoder().encode(text));
    const gazetteer = { ...EMPTY_GAZETTEER, topics };
    const period = { start: '2031-05-01', end: '2031-05-31' };
    const extracted = await rulesExtractor.extract({ digest, period, language: 'en', gazetteer });
    return suggestEdition(digest, extracted, gazetteer).suggestions;
  };

  it('stand on events, statements and passages, and are none but those that are known', async () => {
    const suggestions = await suggest(knownFrom(FACTS));
    const topicsOf = (noun: string, passage: string) =>
      suggestions.filter((one) => one.noun === noun && one.passage === passage).map(({ record }) => record.topics);
    expect(topicsOf('STATEMENTS', '2')).toEqual([['fishing']]);
    expect(topicsOf('STATEMENTS', '3')).toEqual([['harbours']]);
    expect(topicsOf('EVENTS', '3')).toEqual([['harbours']]);
    expect(topicsOf('PASSAGES', '3')).toEqual([['harbours']]);
    expect(suggestions.filter(({ noun }) => noun === 'TOPICS')).toEqual([]);
  });

  it('are left out where none is known', async () => {
    expect((await suggest([])).some(({ record }) => 'topics' in record)).toBe(false);
  });
});
