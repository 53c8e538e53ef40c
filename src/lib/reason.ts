import { DomainError } from './domain-error.ts';

/** In UTF-16 code units. The log keeps every reason for good, and shows it to everybody. */
const MAX_LENGTH = 2000;

/** A reason is longer than any may be. */
class ReasonTooLongError extends DomainError {
  readonly code = 'BAD_USER_INPUT';
}

/** Refuses a reason that is too long to be kept. */
export function checkReason(reason: string | null | undefined): void {
  if (reason == null || reason.length <= MAX_LENGTH) return;
  throw new ReasonTooLongError(
    `\`reason\` has ${reason.length} characters; at most ${MAX_LENGTH} are kept. Say it in fewer.`,
  );
}
