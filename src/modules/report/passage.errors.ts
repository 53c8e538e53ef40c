import { DomainError } from '../../lib/domain-error.ts';

export class PassageNumberError extends DomainError {
  readonly code = 'PASSAGE_NUMBER';
  readonly number: string;

  constructor(number: string) {
    super(`"${number}" is no number of a passage: write "21" for a paragraph and "21.3" for its third bullet.`);
    this.number = number;
  }
}

export class PassageOrderError extends DomainError {
  readonly code = 'PASSAGE_ORDER';
  readonly number: string;
  readonly expected: readonly string[];

  constructor(number: string, expected: readonly string[]) {
    super(
      `Passages are numbered without gaps and bullets follow their paragraph: here comes ${number}, expected is ${expected.join(' or ')}.`,
    );
    this.number = number;
    this.expected = expected;
  }
}

export class PassageSectionError extends DomainError {
  readonly code = 'PASSAGE_SECTION_ORDER';

  constructor() {
    super('The passage stands in an earlier section than the one before it: sections do not interleave.');
  }
}
