import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/ingest/digest/read-digest.ts';
import { evaluate } from '../../src/ingest/evaluation.ts';
import type { ExtractedSuggestion, Gazetteer } from '../../src/ingest/extractor.ts';
import { rulesExtractor } from '../../src/ingest/rules/rules-extractor.ts';
import { acceptAll, EMPTY_GAZETTEER, type Fixture, readFixture } from './fixtures/read-fixture.ts';

const extract = ({ digest, key }: Fixture, gazetteer: Gazetteer = EMPTY_GAZETTEER) =>
  rulesExtractor.extract({ digest, period: key.period, language: 'en', gazetteer });

/** Recall and precision, in per cent, below which no change may bring the rules. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, readonly [recall: number, precision: number]>>>> = {
  'moldova-2031-04': {
    passages: [100, 100],
    'explicit dates': [95, 90],
    numbers: [95, 95],
    actors: [95, 75],
    organisations: [95, 80],
    events: [95, 90],
    participants: [85, 65],
    agreements: [95, 95],
  },
  'mongolia-2030-10': {
    passages: [100, 100],
    'explicit dates': [90, 90],
    numbers: [90, 95],
    actors: [95, 70],
    organisations: [95, 75],
    events: [95, 85],
    participants: [95, 70],
    agreements: [95, 95],
  },
  'lithuania-2028-02': {
    passages: [100, 100],
    'explicit dates': [95, 90],
    numbers: [95, 95],
    actors: [95, 95],
    organisations: [95, 90],
    events: [95, 75],
    participants: [65, 60],
    agreements: [95, 95],
  },
  'kyrgyzstan-2029-07': {
    passages: [100, 100],
    'explicit dates': [95, 95],
    numbers: [95, 95],
    actors: [95, 55],
    organisations: [95, 80],
    events: [95, 75],
    participants: [85, 65],
    agreements: [65, 65],
  },
  'georgia-2027-11': {
    passages: [100, 100],
    'explicit dates': [90, 90],
    numbers: [95, 95],
    actors: [95, 75],
    organisations: [90, 55],
    events: [95, 80],
    participants: [80, 50],
    agreements: [95, 95],
  },
  'peru-2026-06': {
    passages: [100, 100],
    'explicit dates': [95, 85],
    numbers: [95, 95],
    actors: [95, 90],
    organisations: [90, 60],
    events: [80, 70],
    participants: [65, 55],
    agreements: [45, 45],
  },
  'belarus-2018-05': {
    passages: [100, 100],
    'explicit dates': [80, 95],
    numbers: [95, 95],
    actors: [90, 90],
    organisations: [95, 70],
    events: [75, 90],
    participants: [60, 65],
    agreements: [75, 95],
    statements: [65, 65],
    assessments: [80, 90],
  },
  'belarus-2019-12': {
    passages: [100, 100],
    'explicit dates': [95, 95],
    numbers: [95, 95],
    actors: [65, 70],
    organisations: [90, 70],
    events: [65, 75],
    participants: [45, 50],
    agreements: [25, 30],
    statements: [80, 95],
    assessments: [85, 85],
  },
  'belarus-2021-03': {
    passages: [100, 100],
    'explicit dates': [80, 85],
    numbers: [90, 95],
    actors: [75, 80],
    organisations: [95, 85],
    events: [55, 80],
    participants: [45, 55],
    agreements: [15, 45],
    statements: [75, 90],
    assessments: [85, 90],
  },
  'belarus-2017-12': {
    passages: [100, 100],
    'explicit dates': [90, 95],
    numbers: [95, 95],
    actors: [70, 75],
    organisations: [95, 75],
    events: [80, 85],
    participants: [35, 55],
    agreements: [80, 80],
  },
  'belarus-2018-10': {
    passages: [100, 100],
    'explicit dates': [90, 95],
    numbers: [90, 90],
    actors: [80, 75],
    organisations: [80, 65],
    events: [75, 75],
    participants: [15, 30],
    agreements: [95, 95],
    statements: [15, 30],
    assessments: [85, 95],
  },
  'belarus-2019-11': {
    passages: [100, 100],
    'explicit dates': [85, 90],
    numbers: [90, 90],
    actors: [60, 75],
    organisations: [90, 80],
    events: [60, 70],
    participants: [20, 45],
    agreements: [95, 95],
  },
  'belarus-2020-07': {
    passages: [100, 100],
    'explicit dates': [80, 85],
    numbers: [95, 95],
    actors: [50, 80],
    organisations: [95, 75],
    events: [70, 70],
    participants: [5, 20],
    agreements: [70, 70],
  },
  'belarus-2019-05': {
    passages: [100, 100],
    'explicit dates': [90, 80],
    numbers: [80, 85],
    actors: [45, 65],
    organisations: [70, 60],
    events: [45, 50],
    participants: [30, 35],
    agreements: [15, 45],
    statements: [70, 95],
    assessments: [75, 70],
  },
  'belarus-2020-02': {
    passages: [100, 100],
    'explicit dates': [90, 75],
    numbers: [80, 80],
    actors: [55, 75],
    organisations: [70, 60],
    events: [40, 45],
    participants: [25, 40],
    agreements: [30, 95],
    statements: [20, 95],
    assessments: [80, 85],
  },
};

describe.each(Object.entries(FLOORS))('the rules on %s', async (name, floors) => {
  const fixture = await readFixture(name);
  const suggestions = await extract(fixture);

  it('find what a person found', () => {
    const measures = evaluate(fixture.digest, suggestions, fixture.key);
    const below = measures.filter(({ what, recall, precision }) => {
      const [least, purest] = floors[what] ?? [0, 0];
      return (recall ?? 1) * 100 < least || (precision ?? 1) * 100 < purest;
    });
    expect(below).toEqual([]);
    expect(measures.map(({ what }) => what)).toEqual(Object.keys(floors));
  });

  it('make records of which an edition can be made as it is', () => {
    const edition = acceptAll(fixture, suggestions);
    expect(edition.events.length).toBeGreaterThan(20);
    expect(edition.statements.length).toBeGreaterThan(0);
    expect(edition.assessments.length).toBeGreaterThan(3);
  });

  it('anchor every suggestion to words of its passage, and quote what is printed', () => {
    const passages = new Map(fixture.digest.passages.map((passage) => [passage.number, passage]));
    for (const { passage, start, end, record, score } of suggestions) {
      const around = passages.get(passage);
      expect(start).toBeGreaterThanOrEqual(around?.start ?? Number.POSITIVE_INFINITY);
      expect(end).toBeLessThanOrEqual(around?.end ?? 0);
      expect(start).toBeLessThan(end);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      for (const cite of (record.cites ?? []) as readonly (string | { passage: string; quote: string })[]) {
        if (typeof cite !== 'string') expect(passages.get(cite.passage)?.text).toContain(cite.quote);
      }
    }
  });

  it('give each key once, and copy no sentence', () => {
    const keys = suggestions.map(({ noun, key }) => `${noun} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const runs = new Set(fixture.digest.passages.flatMap(({ text }) => runsOf(text)));
    const names = suggestions.flatMap(({ record }) => [
      String(record.name ?? ''),
      ...((record.participations ?? []) as readonly { statedOffice?: string }[]).map(
        ({ statedOffice = '' }) => statedOffice,
      ),
    ]);
    const worded = suggestions
      .flatMap(({ record }) => [record.summary, record.gist, record.title].filter((text) => typeof text === 'string'))
      // The names of bodies and offices are as printed, however long; one may hold another.
      .map((text) =>
        names
          .toSorted((a, b) => b.length - a.length)
          .reduce((rest, name) => (name ? rest.replaceAll(name, '|') : rest), text),
      );
    expect(worded.filter((text) => runsOf(text).some((run) => runs.has(run)))).toEqual([]);
  });

  it('suggest the same for the same text, and tell how far they are', async () => {
    const told: number[][] = [];
    const again = await rulesExtractor.extract(
      { digest: fixture.digest, period: fixture.key.period, language: 'en', gazetteer: EMPTY_GAZETTEER },
      (done, total) => told.push([done, total]),
    );
    expect(again).toEqual(suggestions);
    const { length } = fixture.digest.passages;
    expect(told).toHaveLength(length);
    expect(told.at(-1)).toEqual([length, length]);
  });
});

describe('the rules on whatever text', () => {
  it('make records that fit together, and work no longer than the text is', async () => {
    const fixtures = await Promise.all(Object.keys(FLOORS).map(readFixture));
    const sentences = fixtures.flatMap(({ digest }) => digest.text.split(/(?<=[.;:])\s/));
    const line = fc
      .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            line,
            line.map((text) => `— ${text}`),
            fc.string(),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        async (lines) => {
          const text = `Main events of the month. Text.\n${lines.join('\n')}`.replaceAll('\0', '');
          const fixture = {
            digest: readDigest(new TextEncoder().encode(text)),
            key: { ...(fixtures[0] as Fixture).key },
          };
          acceptAll(fixture, await extract(fixture));
        },
      ),
      { numRuns: 60 },
    );
    const long = `On May 4, ${'Norway and '.repeat(5_000)} Latvia met. ${'the joint exercise '.repeat(3_000)}`;
    const digest = readDigest(new TextEncoder().encode(long));
    const started = performance.now();
    await extract({ digest, key: (fixtures[0] as Fixture).key });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

/** Every eight words in a row. */
function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
}

describe('a gazetteer', () => {
  const known: Gazetteer = {
    ...EMPTY_GAZETTEER,
    actors: [
      {
        slug: 'v-ciobanu',
        name: 'Victor Ciobanu',
        names: [],
        country: 'MD',
        kind: 'PERSON',
        offices: ['defence-minister'],
      },
      {
        slug: 'radu-ionescu',
        name: 'Radu Ionesco',
        names: ['Раду Ионеску'],
        country: 'RO',
        kind: 'PERSON',
        offices: [],
      },
    ],
    organisations: [
      {
        slug: 'border-police-md',
        name: 'Border Police',
        names: ['Poliția de Frontieră'],
        country: 'MD',
        kind: 'LAW_ENFORCEMENT',
      },
    ],
  };
  const nameOf = (suggestions: readonly ExtractedSuggestion[], key: string) =>
    suggestions.find((suggestion) => suggestion.key === key);

  it('links known names, proposes what is near as a variant with the evidence, and the rest as new', async () => {
    const suggestions = await extract(await readFixture('moldova-2031-04'), known);
    expect(nameOf(suggestions, 'border-police-md')).toMatchObject({ recognition: 'KNOWN', evidence: null });
    expect(nameOf(suggestions, 'v-ciobanu')).toMatchObject({
      recognition: 'VARIANT',
      evidence: expect.stringContaining('"Victor Chobanu" is near to "Victor Ciobanu"'),
      record: { names: [{ text: 'Victor Chobanu' }] },
    });
    expect(nameOf(suggestions, 'radu-ionescu')).toMatchObject({
      recognition: 'VARIANT',
      record: { name: 'Radu Ionesco' },
    });
    expect(nameOf(suggestions, 'elena-rusu')).toMatchObject({ recognition: 'NEW' });
  });
});
