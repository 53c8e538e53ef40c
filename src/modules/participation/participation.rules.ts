import type { ParticipationRole } from '../../generated/prisma/enums.ts';
import { findRepeated } from '../../lib/repeated.ts';
import { ParticipantCountError, ParticipationRepeatedError } from './participation.errors.ts';

export interface NewParticipant {
  readonly actorId: string | null;
  readonly organisationId: string | null;
  readonly countryId: string | null;
}

/** Somebody takes part: an actor, an organisation or a country. */
export function checkParticipant({ actorId, organisationId, countryId }: NewParticipant): void {
  const { length } = [actorId, organisationId, countryId].filter((id) => id !== null);
  if (length !== 1) throw new ParticipantCountError(length);
}

/** Nobody takes one role in one event twice. */
export function checkParticipations(
  participations: readonly (NewParticipant & { readonly role: ParticipationRole })[],
): void {
  const repeated = findRepeated(participations, ({ actorId, organisationId, countryId, role }) =>
    JSON.stringify([actorId, organisationId, countryId, role]),
  );
  if (repeated) {
    const participantId = repeated.actorId ?? repeated.organisationId ?? repeated.countryId ?? '';
    throw new ParticipationRepeatedError(participantId, repeated.role);
  }
}
