import type { ParticipationRole } from '../../generated/prisma/enums.ts';
import { DomainError } from '../../lib/domain-error.ts';

export class ParticipantCountError extends DomainError {
  readonly code = 'PARTICIPANT_COUNT';
  readonly count: number;

  constructor(count: number) {
    super(`A participation has exactly one of actor, organisation and country, and this one has ${count}.`);
    this.count = count;
  }
}

export class ParticipationRepeatedError extends DomainError {
  readonly code = 'PARTICIPATION_REPEATED';
  readonly participantId: string;
  readonly role: ParticipationRole;

  constructor(participantId: string, role: ParticipationRole) {
    super(`${participantId} takes part as ${role} more than once: leave the repetition out.`);
    this.participantId = participantId;
    this.role = role;
  }
}
