import { DomainError } from '../../lib/domain-error.ts';

export class TenureRepeatedError extends DomainError {
  readonly code = 'TENURE_REPEATED';
  readonly officeId: string;

  constructor(officeId: string) {
    super(
      `The office ${officeId} is held twice from the same day: one post held once is one tenure, its wordings are names.`,
    );
    this.officeId = officeId;
  }
}
