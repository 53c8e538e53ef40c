import { describe, expect, it } from 'vitest';
import { EMPTY_GAZETTEER } from '../fixtures/read-fixture.ts';
import { extractFrom } from './extract-from.ts';

describe('statements', () => {
  it('have the subject for speaker, and the occasion for event', async () => {
    const of = await extractFrom(
      'On May 4, Minister of Fisheries Nils Berg met with President of Finland Aino Salo. The minister said that boats are needed. It was noted that Latvia agrees.',
    );
    const [meeting] = of('events');
    expect(of('statements').map(({ record }) => [record.speaker ?? null, record.event])).toEqual([
      [{ actor: 'nils-berg' }, meeting?.key],
      [null, meeting?.key],
    ]);
  });

  it('are events of their own without an occasion', async () => {
    const of = await extractFrom('On May 4, Minister of Fisheries Nils Berg said that boats are needed.');
    expect(of('events').map(({ record }) => [record.kind, record.start])).toEqual([['STATEMENT', '2031-05-04']]);
  });

  it('give the speaker of a list to its items, if there is one', async () => {
    const of = await extractFrom(
      'On May 4, visiting Bergen, Minister of Fisheries Nils Berg made a number of statements:',
      '— boats are dear;',
      '— nets are not.',
    );
    expect(of('statements').map(({ record, passage }) => [passage, record.speaker])).toEqual(
      expect.arrayContaining([
        ['2.1', { actor: 'nils-berg' }],
        ['2.2', { actor: 'nils-berg' }],
      ]),
    );
    const unsaid = await extractFrom(
      'On May 4, Minister of Fisheries Nils Berg met with President of Finland Aino Salo. A number of statements were made:',
      '— boats are dear.',
    );
    expect(unsaid('statements').find(({ passage }) => passage === '2.1')?.record.speaker).toBeUndefined();
  });
});

describe('statements, by their form', () => {
  const MET = 'On May 4, Minister of Fisheries Nils Berg met with President of Finland Aino Salo.';
  const speakersIn = async (text: string) => {
    const of = await extractFrom(`${MET} ${text}`);
    return of('statements').map(({ record, rule }) => [rule, record.speaker ?? null]);
  };

  it.each([
    ['The data were released by the Customs Service of Norway.', 'statement.said-by', 'customs-service-of-norway'],
    ['According to the Customs Service of Norway, nets are dear.', 'statement.according', 'customs-service-of-norway'],
    ['The Customs Service of Norway called the reproach groundless.', 'statement.said', 'customs-service-of-norway'],
  ])('%s', async (text, rule, organisation) => {
    expect(await speakersIn(text)).toEqual([[rule, { organisation }]]);
  });

  it.each([
    ['It was noted that nets are dear.', 'statement.passive'],
    ['They stated that nets are dear.', 'statement.said'],
    ['New boats “which can be used in every sort of weather at sea” were shown.', 'statement.quoted'],
  ])('have no speaker where nobody is told: %s', async (text, rule) => {
    expect(await speakersIn(text)).toEqual([[rule, null]]);
  });

  it('are none where a noun only looks like saying', async () => {
    expect(await speakersIn('Some Norwegian states of mind are no claims.')).toEqual([]);
  });

  it('call up what a state says elsewhere', async () => {
    expect(await speakersIn("Latvia's calls for a ban are known.")).toEqual([
      ['statement.recalled', { country: 'LV' }],
    ]);
  });

  it('are one for each passage and speaker', async () => {
    const of = await extractFrom(`${MET} Nils Berg said that boats are needed. Mr. Berg added that nets are dear.`);
    expect(of('statements').map(({ record }) => record.speaker)).toEqual([{ actor: 'nils-berg' }]);
  });

  it('are the speaker of the list, whatever an item says of others; its introduction is none', async () => {
    const of = await extractFrom(
      'On May 4, the Customs Service of Norway reported its results for 3 months of this year:',
      '— it is stated that 40 boats were found;',
      '— Latvia denied that there were more;',
    );
    expect(of('statements').map(({ record, passage }) => [passage, record.speaker])).toEqual([
      ['2.1', { organisation: 'customs-service-of-norway' }],
      ['2.2', { organisation: 'customs-service-of-norway' }],
    ]);
    const exercises = await extractFrom('Exercises in May were the following:', '— live firing of a brigade;');
    expect(exercises('statements')).toEqual([]);
  });

  it('have gists that name nothing as printed', async () => {
    const of = await extractFrom(`${MET} Nils Berg said that Latvia agrees.`);
    expect(of('statements').map(({ record }) => record.gist)).toEqual(['Nils Berg spoke of Latvia.']);
  });
});

describe('statistics', () => {
  it('have the period of their introduction, the giver, the baseline and the whole', async () => {
    const of = await extractFrom(
      'The Customs Service of Norway reported its results for 3 months of this year:',
      '— 40 boats were found (against 30 in 2030), of which 12 were foreign;',
    );
    const [now, before, part] = of('statistics');
    expect(now?.record).toMatchObject({
      value: 40,
      periodStart: '2031-01-01',
      periodEnd: '2031-03-31',
      attributedTo: { organisation: 'customs-service-of-norway' },
      baseline: before?.key,
    });
    expect(before?.record).toMatchObject({
      value: 30,
      periodStart: '2030-01-01',
      periodEnd: '2030-12-31',
      indicator: now?.record.indicator,
    });
    expect(part?.record).toMatchObject({ value: 12, partOf: now?.key });
  });
});

describe('statistics beside one another', () => {
  it('are compared with the same in an earlier year', async () => {
    const of = await extractFrom(
      'The Customs Service of Norway reported 40 cases, despite the fact that in 2029 there were 30 cases.',
    );
    const [now, before] = of('statistics');
    expect(now?.record).toMatchObject({ value: 40, baseline: before?.key });
    expect(before?.record).toMatchObject({ value: 30, periodStart: '2029-01-01' });
    expect(before?.record.baseline).toBeUndefined();
  });

  it('are no parts where a list goes on after a comma', async () => {
    const of = await extractFrom('The police found 40 rifles, including hunting ones, 180 rounds of ammunition.');
    expect(of('statistics').map(({ record }) => [record.value, record.partOf])).toEqual([
      [40, undefined],
      [180, undefined],
    ]);
    const parts = await extractFrom('The police found 40 rifles, including 12 hunting rifles.');
    expect(parts('statistics')[1]?.record.partOf).toBe(parts('statistics')[0]?.key);
  });
});

describe('known indicators', () => {
  const known = (slug: string, name: string, unit: string) => ({ slug, name, unit, names: [], definition: `${name}.` });
  const gazetteer = {
    ...EMPTY_GAZETTEER,
    indicators: [
      known('smuggling-cases', 'Smuggling cases opened by the Customs Service of Norway', '{case}'),
      known('latvian-cases', 'Smuggling cases opened in Latvia', '{case}'),
      known('cod-landed', 'Cod landed in the harbours', 'kg'),
    ],
  };
  const indicatorsIn = async (...lines: readonly string[]) => {
    const of = await extractFrom(...lines, gazetteer);
    return [of('statistics').map(({ record }) => record.indicator), of('indicators')] as const;
  };

  it('are those of the same unit whose names the text tells, with the evidence', async () => {
    const [keys, indicators] = await indicatorsIn(
      'The Customs Service of Norway opened 40 smuggling cases. In the harbours, 300 kg of cod were landed.',
    );
    expect(keys).toEqual(['smuggling-cases', 'cod-landed']);
    expect(indicators).toMatchObject([
      {
        recognition: 'KNOWN',
        rule: 'indicator.known',
        record: { name: 'Smuggling cases opened by the Customs Service of Norway', unit: '{case}' },
        evidence: expect.stringMatching(/same unit \(\{case\}\).*smuggling, opened/),
      },
      { key: 'cod-landed', recognition: 'KNOWN' },
    ]);
  });

  it('are none of another scope, unit or thing', async () => {
    for (const text of [
      'The Border Guard of Finland opened 40 smuggling cases.',
      'In the harbours, 300 boats of cod were landed.',
      'The Customs Service of Norway held 40 cases of wine.',
    ]) {
      const [keys, indicators] = await indicatorsIn(text);
      expect(keys, text).toHaveLength(1);
      expect(indicators, text).toMatchObject([{ recognition: 'NEW', evidence: null }]);
    }
  });
});

describe('assessments', () => {
  it('are each claim of a sentence of the conclusions', async () => {
    const of = await extractFrom('Text.', 'Conclusions. Norway may buy boats, but the price for them is hardly right.');
    expect(of('assessments').map(({ record }) => [record.kind, record.hedge, record.likelihood])).toEqual([
      ['INTERPRETATION', 'may', 'POSSIBLE'],
      ['DOUBT', 'hardly', 'UNLIKELY'],
    ]);
  });

  it.each([
    ['Nobody was injured in the fire on the Norwegian boat.', 'NON_EVENT', undefined],
    ['The visit to Latvia was postponed.', 'NON_EVENT', undefined],
    ['The names of the Norwegian sailors were not called.', 'KNOWN_UNKNOWN', undefined],
    ['The owners in Latvia do not confirm the price.', 'DOUBT', undefined],
  ])('stand outside of conclusions where something is missing: %s', async (text, kind, hedge) => {
    const of = await extractFrom(`On May 4, Minister of Fisheries Nils Berg visited Riga. ${text}`);
    expect(of('assessments').map(({ record }) => [record.kind, record.hedge])).toEqual([[kind, hedge]]);
  });

  it('are none of what a speaker says in a list', async () => {
    const of = await extractFrom(
      'On May 4, visiting Bergen, Minister of Fisheries Nils Berg made a number of statements:',
      '— the agreement with Latvia was not implemented;',
    );
    expect(of('assessments')).toEqual([]);
  });

  it.each([
    ['It is very likely that Norway will buy boats.', 'FORECAST', 'very likely', 'LIKELY'],
    ['The law may be related to the dispute with Latvia.', 'INTERPRETATION', 'may', 'POSSIBLE'],
    ['Nothing has been reported about the price for Norway.', 'KNOWN_UNKNOWN', undefined, undefined],
    ['The guest from Latvia was not received by the king.', 'NON_EVENT', undefined, undefined],
    ['Despite the fact that Norway promised boats, none came.', 'TENSION', undefined, undefined],
    ['It can be assumed that Norway will buy boats.', 'FORECAST', 'It can be assumed', 'POSSIBLE'],
    [
      'It cannot be ruled out that the law is a test of Norway.',
      'INTERPRETATION',
      'It cannot be ruled out',
      'POSSIBLE',
    ],
    ['Judging by everything, the law suits Norway.', 'INTERPRETATION', 'Judging by everything', undefined],
    ['Norway is sure to buy boats.', 'FORECAST', 'is sure to', 'ALMOST_CERTAIN'],
    ['Norway did not necessarily ask for boats.', 'INTERPRETATION', 'not necessarily', undefined],
  ])('%s', async (text, kind, hedge, likelihood) => {
    const of = await extractFrom('Text.', `Conclusions. ${text}`);
    expect(of('assessments').map(({ record }) => [record.kind, record.hedge, record.likelihood])).toEqual([
      [kind, hedge, likelihood],
    ]);
  });
});
