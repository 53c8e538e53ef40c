import { describe, expect, it } from 'vitest';
import { extractFrom } from './extract-from.ts';

type Party = { organisation?: string; country?: string; proposer?: true };

async function agreementsOf(...lines: readonly string[]) {
  const of = await extractFrom(...lines);
  return of('agreements').map(({ record }) => [
    record.kind,
    record.status,
    (record.parties as readonly Party[]).map(
      ({ organisation, country, proposer }) => `${organisation ?? country}${proposer ? ' proposes' : ''}`,
    ),
  ]);
}

describe('the agreements of a sentence', () => {
  it.each([
    [
      'A memorandum between the Ministry of Fisheries of Norway and the Ministry of Fisheries of Latvia was signed.',
      'MEMORANDUM',
      'SIGNED',
      ['ministry-of-fisheries-of-norway', 'ministry-of-fisheries-of-latvia'],
    ],
    ['Norway and Latvia signed a contract on boats.', 'CONTRACT', 'SIGNED', ['NO', 'LV']],
    ['Norway and Latvia intend to build boats together.', 'OTHER', 'PLANNED', ['NO', 'LV']],
    ['Negotiations on the purchase of Latvian boats are underway.', 'CONTRACT', 'UNDER_NEGOTIATION', ['NO']],
    ['Talks with Latvia on the price of boats continued.', 'CONTRACT', 'UNDER_NEGOTIATION', ['LV']],
    ['Norwegian enterprises concluded four contracts.', 'CONTRACT', 'SIGNED', []],
    ['Oslo proposed to Riga a number of projects.', 'OTHER', 'PROPOSED', ['NO proposes', 'LV']],
    [
      'Oslo proposed to Riga a number of projects, but they were not implemented.',
      'OTHER',
      'ABANDONED',
      ['NO proposes', 'LV'],
    ],
    ['The Norwegian-Latvian contract for 3.5 tonnes of nets was terminated.', 'CONTRACT', 'TERMINATED', ['NO', 'LV']],
    ['The agreement between Norway and Latvia on visits expired on May 4.', 'OTHER', 'EXPIRED', ['NO', 'LV']],
    ['A draft agreement with Latvia on fishing is being prepared.', 'OTHER', 'UNDER_NEGOTIATION', ['NO', 'LV']],
    ['An agreement on fishing is to be signed in autumn with Latvia.', 'OTHER', 'PLANNED', ['NO', 'LV']],
    [
      'The contract with Latvia for two boats, concluded in May, remains in force.',
      'CONTRACT',
      'IN_FORCE',
      ['NO', 'LV'],
    ],
    ['With Latvia, it struck a contract for USD 3.1 million.', 'CONTRACT', 'SIGNED', ['NO', 'LV']],
    ['The visit to Riga ended with the signing of an accord.', 'OTHER', 'SIGNED', ['NO', 'LV']],
    ['Negotiations with Latvia on the assembly of boats drag on.', 'OTHER', 'UNDER_NEGOTIATION', ['LV']],
    ['To Riga, Oslo has offered 12 boats on credit.', 'OTHER', 'PROPOSED', ['NO proposes', 'LV']],
    ['Norway has ordered ten boats from Latvia.', 'CONTRACT', 'SIGNED', ['NO', 'LV']],
    ['Oslo calls for a new treaty.', 'OTHER', 'PROPOSED', ['NO proposes']],
  ])('%s', async (text, kind, status, parties) => {
    expect(await agreementsOf(text)).toEqual([[kind, status, parties]]);
  });

  it('are not made of what was not concluded', async () => {
    expect(await agreementsOf('The sides failed to sign the agreement with Latvia on fishing.')).toEqual([]);
    expect(await agreementsOf('No contracts were signed.', 'A treaty of Norway and Latvia was not signed.')).toEqual(
      [],
    );
  });

  it('have the term, the day, the event and who signed', async () => {
    const of = await extractFrom(
      'On May 4, Minister of Fisheries of Norway Nils Berg met with Minister of Fisheries of Latvia Janis Ozols. Nils Berg and Janis Ozols signed a Plan of Cooperation for 2032-2033.',
    );
    expect(of('agreements').map(({ record }) => record)).toMatchObject([
      {
        kind: 'PLAN',
        status: 'SIGNED',
        signatories: ['nils-berg', 'janis-ozols'],
        signedOn: '2031-05-04',
        validFrom: '2032-01-01',
        validTo: '2033-12-31',
        parties: [
          { organisation: 'ministry-of-fisheries-of-norway' },
          { organisation: 'ministry-of-fisheries-of-latvia' },
        ],
        events: [of('events')[1]?.key],
      },
    ]);
  });

  it('are none where a law is signed', async () => {
    expect(await agreementsOf('On May 4, President Kari Dahl signed a law on the treaty bank.')).toEqual([]);
  });
});
