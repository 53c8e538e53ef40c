import { DomainError } from '../../lib/domain-error.ts';

export class CopiedWordsError extends DomainError {
  readonly code = 'COPIED_WORDS';
  readonly copied: string;

  constructor(copied: string) {
    super(`has words as printed ("${copied}"): say it in words of your own`);
    this.copied = copied;
  }
}
