import { DomainError } from '../../lib/domain-error.ts';

export class NotComparableError extends DomainError {
  readonly code = 'NOT_COMPARABLE';

  constructor(why: string) {
    super(`Identity is judged of two actors or of two organisations: ${why}.`);
  }
}

/** A pair of records, by their slugs. */
export interface JudgedPair {
  readonly a: string;
  readonly b: string;
}

export class ContradictoryJudgementError extends DomainError {
  readonly code = 'CONTRADICTORY_JUDGEMENT';
  readonly pairs: readonly JudgedPair[];

  constructor(pairs: readonly JudgedPair[], held: 'SAME' | 'DIFFERENT') {
    super(
      `This contradicts what has been judged: ${pairs.map(({ a, b }) => `${a} and ${b}`).join(', ')} ${
        held === 'SAME' ? 'are the same' : 'are different'
      }. Revoke that first, or leave this.`,
    );
    this.pairs = pairs;
  }
}

export class NoSuchJudgementError extends DomainError {
  readonly code = 'NO_SUCH_JUDGEMENT';

  constructor() {
    super('There is no judgement with that id: pass an `id` as it came in an answer.');
  }
}
