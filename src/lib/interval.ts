import { type Day, isoDay } from './day.ts';
import { DomainError } from './domain-error.ts';

export class IntervalBackwardsError extends DomainError {
  readonly code = 'INTERVAL_BACKWARDS';
  readonly start: Day;
  readonly end: Day;

  constructor(start: Day, end: Day) {
    super(`The interval runs backwards, from ${isoDay(start)} to ${isoDay(end)}: swap the days or correct one.`);
    this.start = start;
    this.end = end;
  }
}

/** Days, both inclusive; a null bound is unknown and goes with anything. */
export function checkInterval(start: Day | null, end: Day | null): void {
  if (start && end && start > end) throw new IntervalBackwardsError(start, end);
}
