import { describe, expect, it } from 'vitest';
import { createWordings, reasonFor } from '../../../src/modules/office/consistency.rules.ts';
import { isSamePost } from '../../../src/modules/office/wording.rules.ts';

describe('two wordings of a post', () => {
  it.each([
    ['Minister of Defence', 'minister of  the defence', true],
    ['Chairman of the Committee (SMIC) of Belarus', 'Chairman of the Committee of Belarus', true],
    ['President', 'President of Azerbaijan', true],
    ['Deputy Head of the Directorate', 'Deputy Head of the Directorate of the Central Council', true],
    ['Secrétaire général', 'Secretaire general', true],
    ['Міністр абароны', 'міністр абароны', true],
    ['Minister of Defence', 'Minister of Defence Industry', false],
    ['President', 'Vice President', false],
    ['Minister of Defence', 'Minister of Internal Affairs', false],
    ['leader of the Council', 'head of the Council', false],
    ['', 'President', false],
    ['(acting)', 'President', false],
  ])('%s and %s: %s from either side', (one, other, expected) => {
    expect([isSamePost(one, other), isSamePost(other, one)]).toEqual([expected, expected]);
  });
});

describe('a stated office that no tenure bears out', () => {
  const wordings = createWordings([
    { officeId: 'defence', tenureId: null, actorId: null, text: 'Minister of Defence' },
    { officeId: 'interior', tenureId: null, actorId: null, text: 'Minister of the Interior' },
    { officeId: 'defence', tenureId: 't', actorId: 'a', text: 'head of the ministry' },
  ]);

  it.each([
    ['a', 'the Minister of Defence', false, 'OUT_OF_OFFICE'],
    ['a', 'Head of the Ministry of Belarus', true, 'NOT_ATTESTED_THEN'],
    ['a', 'Minister of Interior', false, 'ANOTHER_OFFICE'],
    ['a', 'official', true, 'WORDING_NOT_RECORDED'],
    ['b', 'official', true, 'NO_TENURE'],
    ['b', 'Minister of Defence', true, 'ANOTHER_OFFICE'],
  ])('of %s, as %s', (actorId, statedOffice, isPossible, reason) => {
    expect(reasonFor({ actorId, statedOffice }, isPossible, wordings)).toBe(reason);
  });
});
