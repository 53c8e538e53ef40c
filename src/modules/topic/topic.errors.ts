import { DomainError } from '../../lib/domain-error.ts';

export class TopicTooDeepError extends DomainError {
  readonly code = 'TOPIC_TOO_DEEP';
  readonly depth: number;

  constructor(depth: number, most: number) {
    super(`Topics nest at most ${most} deep and this one stands ${depth} deep: give it a broader parent.`);
    this.depth = depth;
  }
}
