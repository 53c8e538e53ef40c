import { describe, expect, it } from 'vitest';
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

describe('assessments', () => {
  it.each([
    ['It is very likely that Norway will buy boats.', 'FORECAST', 'very likely', 'LIKELY'],
    ['The law may be related to the dispute with Latvia.', 'INTERPRETATION', 'may', 'POSSIBLE'],
    ['Nothing has been reported about the price for Norway.', 'KNOWN_UNKNOWN', undefined, undefined],
    ['The guest from Latvia was not received by the king.', 'NON_EVENT', undefined, undefined],
    ['Despite the fact that Norway promised boats, none came.', 'TENSION', undefined, undefined],
  ])('%s', async (text, kind, hedge, likelihood) => {
    const of = await extractFrom('Text.', `Conclusions. ${text}`);
    expect(of('assessments').map(({ record }) => [record.kind, record.hedge, record.likelihood])).toEqual([
      [kind, hedge, likelihood],
    ]);
  });
});
