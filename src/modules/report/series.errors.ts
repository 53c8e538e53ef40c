import { DomainError } from '../../lib/domain-error.ts';

export class UnknownSeriesError extends DomainError {
  readonly code = 'UNKNOWN_SERIES';
  readonly slug: string;
  constructor(slug: string) {
    super(`No series has the slug ${JSON.stringify(slug)}.`);
    this.slug = slug;
  }
}
