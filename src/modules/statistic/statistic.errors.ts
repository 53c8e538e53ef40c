import type { Comparator } from '../../generated/prisma/enums.ts';
import { DomainError } from '../../lib/domain-error.ts';

export class StatisticValueError extends DomainError {
  readonly code = 'STATISTIC_VALUE';
  readonly comparator: Comparator;

  constructor(comparator: Comparator) {
    super(
      comparator === 'BETWEEN'
        ? 'A range (BETWEEN) has a lower and an upper bound and no value: give the bounds alone.'
        : `A figure with the comparator ${comparator} has a value: give it.`,
    );
    this.comparator = comparator;
  }
}

export class StatisticBoundError extends DomainError {
  readonly code = 'STATISTIC_BOUND';
  readonly bound: 'lower' | 'upper';
  readonly given: number;
  readonly implied: number | null;

  constructor(comparator: Comparator, bound: 'lower' | 'upper', given: number, implied: number | null) {
    super(
      `The comparator ${comparator} implies ${implied === null ? `no ${bound} bound` : `the ${bound} bound ${implied}`} and ${given} is given: leave it out, or correct the comparator.`,
    );
    this.bound = bound;
    this.given = given;
    this.implied = implied;
  }
}

export class StatisticRangeBackwardsError extends DomainError {
  readonly code = 'STATISTIC_RANGE_BACKWARDS';
  readonly lower: number;
  readonly upper: number;

  constructor(lower: number, upper: number) {
    super(`The range runs backwards, from ${lower} to ${upper}: swap the bounds or correct one.`);
    this.lower = lower;
    this.upper = upper;
  }
}

export class BaselineIndicatorError extends DomainError {
  readonly code = 'BASELINE_OF_ANOTHER_INDICATOR';
  readonly indicatorId: string;
  readonly baselineIndicatorId: string;

  constructor(indicatorId: string, baselineIndicatorId: string) {
    super(
      `A figure compares with one of its own indicator: this one is of ${indicatorId} and its baseline of ${baselineIndicatorId}.`,
    );
    this.indicatorId = indicatorId;
    this.baselineIndicatorId = baselineIndicatorId;
  }
}
