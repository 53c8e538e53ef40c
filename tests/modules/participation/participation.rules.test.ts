import { describe, expect, it } from 'vitest';
import { checkParticipant, checkParticipations } from '../../../src/modules/participation/participation.rules.ts';
import { refusalOf } from '../refusal.ts';

const nobody = { actorId: null, organisationId: null, countryId: null };

describe('a participation', () => {
  it('has exactly one participant', () => {
    expect(() => checkParticipant({ ...nobody, countryId: 'BY' })).not.toThrow();
    expect(refusalOf(() => checkParticipant(nobody))).toMatchObject({ code: 'PARTICIPANT_COUNT', count: 0 });
    expect(refusalOf(() => checkParticipant({ ...nobody, actorId: 'a', organisationId: 'o' }))).toMatchObject({
      code: 'PARTICIPANT_COUNT',
      count: 2,
    });
  });

  it('is the only one of its participant and role', () => {
    const host = { ...nobody, actorId: 'a', role: 'HOST' as const };
    const others = [
      { ...host, role: 'CHAIR' as const },
      { ...nobody, organisationId: 'a', role: 'HOST' as const },
    ];
    expect(() => checkParticipations([host, ...others])).not.toThrow();
    expect(refusalOf(() => checkParticipations([host, ...others, { ...host }]))).toMatchObject({
      code: 'PARTICIPATION_REPEATED',
      participantId: 'a',
      role: 'HOST',
    });
  });
});
