import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/ingest/digest/read-digest.ts';
import { evaluate, type ReviewedEdition } from '../../src/ingest/evaluation.ts';
import type { ExtractedSuggestion, Gazetteer, SuggestedNoun } from '../../src/ingest/extractor.ts';
import { matchPairs } from '../../src/ingest/matching.ts';
import { EMPTY_GAZETTEER } from './fixtures/read-fixture.ts';

const digest = readDigest(new TextEncoder().encode('Ana Bell met Tom Finch, and 12 boats sank.\nAna Bell left.'));

const suggestion = (noun: SuggestedNoun, key: string, record: object, words: string): ExtractedSuggestion => {
  const start = digest.text.indexOf(words);
  return {
    noun,
    key,
    record: { slug: key, ...record },
    passage: words === 'left' ? '2' : '1',
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

const gazetteer: Gazetteer = {
  ...EMPTY_GAZETTEER,
  topics: [{ slug: 'fishing', name: 'Fishing', names: [], kind: 'SUBJECT', words: [], rarity: 0 }],
  indicators: [{ slug: 'boats', name: 'Boats', names: [], unit: '{boat}', definition: 'Boats.' }],
};

/** The same text, with more of it reviewed and found. */
const wider: ReviewedEdition = {
  ...reviewed,
  events: reviewed.events.map((event) => ({
    ...event,
    topics: ['fishing', 'harbours'],
    participations: [{ actor: 'ana-bell', role: 'PARTICIPANT', statedOffice: 'Minister of the Sea' }],
  })),
  statistics: [
    {
      ...(reviewed.statistics[0] as ReviewedEdition['statistics'][number]),
      slug: 'now',
      baseline: 'before',
      partOf: 'all',
    },
  ],
  statements: [{ speaker: { actor: 'ana-bell' }, topics: ['fishing'], cites: [{ passage: '1' }] }, { cites: ['2'] }],
  assessments: [{ kind: 'FORECAST', hedge: 'Perhaps', cites: ['2'] }],
};
const foundWider = [
  ...found.map((one) =>
    one.noun === 'events'
      ? {
          ...one,
          record: {
            ...one.record,
            topics: ['fishing', 'whaling'],
            participations: [{ actor: 'ana-bell', role: 'PARTICIPANT', statedOffice: 'minister of the lakes' }],
          },
        }
      : one.noun === 'statistics'
        ? { ...one, record: { ...one.record, indicator: 'boats', baseline: 'sunk' } }
        : one,
  ),
  suggestion('statements', 'said', { speaker: { actor: 'ana-bell' }, topics: ['fishing'], cites: ['1'] }, 'met'),
  suggestion('statements', 'unsaid', { speaker: { actor: 'ana-bell' }, cites: ['2'] }, 'left'),
  suggestion('assessments', 'thought', { kind: 'FORECAST', hedge: 'perhaps', cites: ['2'] }, 'left'),
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

describe('evaluate, on what not every key has', () => {
  const measureOf = (what: string, suggestions: readonly ExtractedSuggestion[], known = gazetteer) =>
    evaluate(digest, suggestions, wider, { gazetteer: known }).find((measure) => measure.what === what);

  it.each([
    ['statements', { reviewed: 2, suggested: 2, matched: 1 }],
    ['assessments', { reviewed: 1, suggested: 1, matched: 1 }],
    ['offices', { reviewed: 1, suggested: 1, matched: 0 }],
    ['topics of events', { reviewed: 2, suggested: 2, matched: 1 }],
    ['topics of statements', { reviewed: 1, suggested: 1, matched: 1 }],
    ['known indicators', { reviewed: 1, suggested: 1, matched: 1 }],
    // Its baseline is itself, and not the reviewed one.
    ['baselines', { reviewed: 1, suggested: 1, matched: 0 }],
    ['parts', { reviewed: 1, suggested: 0, matched: 0 }],
  ])('measures %s', (what, figures) => {
    expect(measureOf(what, foundWider)).toMatchObject(figures);
  });

  it('tells an office by its words, whatever the articles and capitals', () => {
    const theSame = foundWider.map((one) =>
      one.noun === 'events'
        ? {
            ...one,
            record: {
              ...one.record,
              participations: [{ actor: 'ana-bell', role: 'PARTICIPANT', statedOffice: 'minister of the Sea' }],
            },
          }
        : one,
    );
    expect(measureOf('offices', theSame)?.matched).toBe(1);
  });

  it('takes what nothing was known of for no failure', () => {
    expect(measureOf('topics of events', foundWider, EMPTY_GAZETTEER)).toMatchObject({
      recall: null,
      precision: null,
      note: 'no topic is known beforehand',
    });
    expect(measureOf('known indicators', foundWider, EMPTY_GAZETTEER)?.recall).toBeNull();
  });

  it('measures nothing that a key leaves out', () => {
    const measured = evaluate(digest, found, reviewed, { gazetteer }).map(({ what }) => what);
    for (const what of ['statements', 'assessments', 'offices', 'baselines', 'parts'])
      expect(measured).not.toContain(what);
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
