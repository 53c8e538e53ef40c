import { DomainError } from '../../lib/domain-error.ts';

export class AboutRepeatedError extends DomainError {
  readonly code = 'ABOUT_REPEATED';
  readonly targetId: string;

  constructor(targetId: string) {
    super(`It is said to be about ${targetId} more than once: leave the repetition out.`);
    this.targetId = targetId;
  }
}
