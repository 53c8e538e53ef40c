import { describe, expect, it } from 'vitest';
import { composeGist, type Found, type Naming } from '../../../src/modules/draft/gist.rules.ts';
import { PublishedWording } from '../../../src/modules/draft/wording.rules.ts';

const NAMES: Readonly<Record<string, string>> = {
  'actors berg': 'Nils Berg',
  'actors salo': 'Aino Salo',
  'actors guests': 'Latvian delegation',
  'organisations customs': 'Customs of Norway',
  'organisations port': 'Port of Bergen',
  'countries LV': 'Latvia',
  'places bergen': 'Bergen',
  'topics fishing': 'Fishing quotas',
  'topics mi-24': 'Mi-24',
  'indicators cod': 'Cod landed',
  'indicators boats': 'Boats',
};

const naming: Naming = {
  nameOf: (noun, key) => NAMES[`${noun} ${key}`] ?? null,
  unitOf: (indicator) => (indicator === 'cod' ? 'kg' : '{boat}'),
};

const event = (record: object): Found => ({
  noun: 'events',
  record: { title: 'An event', start: '2031-05-04', end: '2031-05-04', precision: 'DAY', modality: 'HELD', ...record },
});

const gistOf = (found: readonly Found[], topics: readonly string[] = [], text = '') =>
  composeGist(found, new PublishedWording([text], []), { ...naming, topics });

const met = {
  kind: 'MEETING',
  place: 'bergen',
  topics: ['fishing', 'mi-24'],
  participations: [
    { actor: 'berg', role: 'PARTICIPANT' },
    { actor: 'salo', role: 'PARTICIPANT' },
  ],
};

describe('the gist of a passage', () => {
  it('tells who met whom, where, when and on what', () => {
    expect(gistOf([event(met)])).toBe('Nils Berg met Aino Salo in Bergen on 4 May 2031, on fishing quotas and Mi-24.');
  });

  it.each([
    ['PLANNED', 'Nils Berg is to meet Aino Salo'],
    ['ALLEGED', 'Nils Berg is said to have met Aino Salo'],
  ])('tells what is %s as such', (modality, told) => {
    const { start: _, end: __, ...undated } = event({ ...met, modality, precision: 'UNKNOWN' }).record;
    expect(gistOf([{ noun: 'events', record: undated }])).toBe(`${told} in Bergen, on fishing quotas and Mi-24.`);
  });

  it('tells what was called off, and what a title alone does not tell', () => {
    expect(gistOf([event({ ...met, modality: 'CANCELLED' })])).toMatch(
      /^Nils Berg was to meet .*; it was called off\.$/,
    );
    expect(gistOf([event({ kind: 'EXERCISE', title: 'Cold Bay', modality: 'PLANNED' })])).toBe(
      'Cold Bay (planned) on 4 May 2031.',
    );
  });

  it('tells a visit by its guests and who leads them', () => {
    const visit = event({
      kind: 'VISIT',
      end: '2031-05-06',
      place: 'bergen',
      participations: [
        { actor: 'guests', role: 'VISITOR' },
        { actor: 'salo', role: 'HEAD_OF_DELEGATION' },
      ],
    });
    expect(gistOf([visit])).toBe('Latvian delegation, led by Aino Salo, visited Bergen on 4–6 May 2031.');
  });

  it('tells who checked whom, and falls back on the title where the parts are not known', () => {
    const check = {
      kind: 'INSPECTION',
      participations: [
        { organisation: 'customs', role: 'INSPECTOR' },
        { organisation: 'port', role: 'INSPECTED' },
      ],
    };
    expect(gistOf([event(check)])).toBe('Customs of Norway checked Port of Bergen on 4 May 2031.');
    expect(gistOf([event({ kind: 'INSPECTION', title: 'Check of a port' })])).toBe('Check of a port on 4 May 2031.');
  });

  it('tells the figures together, and what was said and thought after what was done', () => {
    const statistic = (indicator: string, value: number, comparator: string): Found => ({
      noun: 'statistics',
      record: { indicator, value, comparator, label: 'A figure' },
    });
    const found: readonly Found[] = [
      { noun: 'assessments', record: { gist: 'The authors comment on Latvia.' } },
      statistic('cod', 12_500, 'MORE_THAN'),
      statistic('boats', 40, 'EXACT'),
      { noun: 'statements', record: { gist: 'Nils Berg spoke of Latvia.' } },
      event({ kind: 'STATEMENT', title: 'Statement by Nils Berg' }),
    ];
    expect(gistOf(found)).toBe(
      'Nils Berg spoke of Latvia. Cod landed: more than 12,500 kg; boats: 40. The authors comment on Latvia.',
    );
  });

  it('is of three sentences at most, and of none that is printed', () => {
    const printed = 'The minister said that the nets of the north are dear.';
    const statements = ['A.', 'B.', 'C.', 'D.'].map((gist) => ({ noun: 'statements', record: { gist } }));
    expect(gistOf(statements)).toBe('A. B. C.');
    expect(gistOf([{ noun: 'statements', record: { gist: printed } }], [], printed)).toBe(
      'Nothing in it was recognised.',
    );
  });

  it('tells at least what the passage is on', () => {
    expect(gistOf([], ['fishing', 'mi-24'])).toBe('On fishing quotas and Mi-24.');
    expect(gistOf([{ noun: 'places', record: { name: 'Bergen' } }])).toBe('Mentions Bergen.');
    expect(gistOf([])).toBe('Nothing in it was recognised.');
  });
});
