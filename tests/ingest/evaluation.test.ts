import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/ingest/digest/read-digest.ts';
import { evaluate, type ReviewedEdition } from '../../src/ingest/evaluation.ts';
import type { ExtractedSuggestion, SuggestedNoun } from '../../src/ingest/extractor.ts';
import { matchPairs } from '../../src/ingest/matching.ts';

const digest = readDigest(new TextEncoder().encode('Ana Bell met Tom Finch, and 12 boats sank.\nAna Bell left.'));

const suggestion = (noun: SuggestedNoun, key: string, record: object, words: string): ExtractedSuggestion => {
  const start = digest.text.indexOf(words);
  return {
    noun,
    key,
    record: { slug: key, ...record },
    passage: '1',
    start,
    end: start + words.length,
    rule: 'test',
    score: 1,
    recognition: null,
    evidence: null,
  };
};

const reviewed: ReviewedEdition = {
  passages: [
    { number: '1', section: 'OTHER' },
    { number: '2', section: 'OTHER' },
  ],
  actors: [{ slug: 'ana-bell', name: 'Ana Bell' }],
  organisations: [],
  indicators: [{ slug: 'boats', unit: '{boat}' }],
  events: [
    {
      kind: 'MEETING',
      start: '2031-05-04',
      end: '2031-05-04',
      precision: 'DAY',
      basis: 'STATED',
      cites: [{ passage: '1' }],
      participations: [{ actor: 'ana-bell', role: 'PARTICIPANT' }],
    },
  ],
  agreements: [],
  statistics: [
    { indicator: 'boats', value: 12, comparator: 'EXACT', cites: [{ passage: '1', quote: '12 boats sank' }] },
  ],
};

const found = [
  suggestion('actors', 'ana-bell', { name: 'Ana Bell' }, 'Ana Bell'),
  suggestion('indicators', 'sunk', { unit: '{boat}' }, '12 boats'),
  suggestion('statistics', 'sunk', { indicator: 'sunk', value: 12, comparator: 'EXACT' }, '12 boats'),
  suggestion(
    'events',
    'meeting',
    {
      kind: 'MEETING',
      start: '2031-05-04',
      end: '2031-05-04',
      precision: 'DAY',
      basis: 'STATED',
      cites: ['1'],
      participations: [{ actor: 'ana-bell', role: 'PARTICIPANT' }],
    },
    'met',
  ),
];

const matched = (what: string, suggestions: readonly ExtractedSuggestion[]) =>
  evaluate(digest, suggestions, reviewed).find((measure) => measure.what === what)?.matched;

const changed = (noun: SuggestedNoun, change: object) =>
  found.map((one) => (one.noun === noun ? { ...one, record: { ...one.record, ...change } } : one));

describe('evaluate', () => {
  it('matches what is the same', () => {
    for (const what of ['actors', 'numbers', 'events', 'participants', 'explicit dates'])
      expect(matched(what, found), what).toBe(1);
    expect(matched('passages', found)).toBe(2);
  });

  it.each([
    ['events', changed('events', { kind: 'VISIT' })],
    ['events', changed('events', { start: '2031-05-05', end: '2031-05-05' })],
    ['events', changed('events', { start: undefined, end: undefined, precision: 'UNKNOWN' })],
    ['events', changed('events', { participations: [{ actor: 'tom-finch', role: 'PARTICIPANT' }] })],
    ['events', changed('events', { cites: ['2'] })],
    ['participants', changed('events', { participations: [{ actor: 'ana-bell', role: 'HOST' }] })],
    ['explicit dates', changed('events', { end: '2031-05-06' })],
    ['numbers', changed('statistics', { value: 13 })],
    ['numbers', changed('indicators', { unit: '{ship}' })],
    ['numbers', found.map((one) => (one.noun === 'statistics' ? { ...one, start: 0, end: 8 } : one))],
    ['actors', found.map((one) => (one.noun === 'actors' ? { ...one, start: one.start + 1 } : one))],
  ])('matches no %s that differ in one thing', (what, suggestions) => {
    expect(matched(what, suggestions)).toBe(0);
  });

  it('matches nothing twice', () => {
    const twice = [...found, { ...(found[3] as ExtractedSuggestion), key: 'again' }];
    expect(evaluate(digest, twice, reviewed).find(({ what }) => what === 'events')).toMatchObject({
      matched: 1,
      suggested: 2,
      recall: 1,
      precision: 0.5,
    });
  });
});

describe('matchPairs', () => {
  it('finds the largest set of pairs, not the first', () => {
    const pairs = matchPairs(['a', 'b'], [1, 2], (one, other) => one === 'a' || other === 1);
    expect(new Map(pairs)).toEqual(
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
    );
  });
});
