import { describe, expect, it } from 'vitest';
import { checkParties } from '../../../src/modules/agreement/agreement.rules.ts';
import { refusalOf } from '../refusal.ts';

const body = { organisationId: 'smic', countryId: null, proposer: false };
const state = { organisationId: null, countryId: 'BY', proposer: false };

describe('the parties of an agreement', () => {
  it('are bodies and states, each once', () => {
    expect(() => checkParties([body, state])).not.toThrow();
    expect(refusalOf(() => checkParties([body, state, { ...state, proposer: true }]))).toMatchObject({
      code: 'PARTY_REPEATED',
      partyId: 'BY',
    });
  });

  it('are exactly one of both', () => {
    expect(refusalOf(() => checkParties([{ ...body, countryId: 'BY' }]))).toMatchObject({
      code: 'PARTY_COUNT',
      count: 2,
    });
    expect(refusalOf(() => checkParties([{ ...body, organisationId: null }]))).toMatchObject({
      code: 'PARTY_COUNT',
      count: 0,
    });
  });

  it('have one proposer at most', () => {
    expect(() => checkParties([body, { ...state, proposer: true }])).not.toThrow();
    expect(
      refusalOf(() =>
        checkParties([
          { ...body, proposer: true },
          { ...state, proposer: true },
        ]),
      ),
    ).toMatchObject({
      code: 'PROPOSER_COUNT',
      partyIds: ['smic', 'BY'],
    });
  });
});
