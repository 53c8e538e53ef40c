import { DomainError } from '../../lib/domain-error.ts';

export class CitationMissingError extends DomainError {
  readonly code = 'CITATION_MISSING';

  constructor() {
    super('Every fact rests on a passage and this one cites none: give at least one.');
  }
}

export class CitationRepeatedError extends DomainError {
  readonly code = 'CITATION_REPEATED';
  readonly passageId: string;

  constructor(passageId: string) {
    super(`The passage ${passageId} is cited more than once: leave the repetition out.`);
    this.passageId = passageId;
  }
}

export class QuoteTooLongError extends DomainError {
  readonly code = 'QUOTE_TOO_LONG';
  readonly words: number;

  constructor(words: number, most: number) {
    super(`The quote has ${words} words and may have ${most}, for it only helps to find the place: shorten it.`);
    this.words = words;
  }
}
