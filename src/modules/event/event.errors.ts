import type { DatePrecision } from '../../generated/prisma/enums.ts';
import { type Day, isoDay } from '../../lib/day.ts';
import { DomainError } from '../../lib/domain-error.ts';

export class EventPrecisionError extends DomainError {
  readonly code = 'EVENT_PRECISION';
  readonly precision: DatePrecision;
  readonly startDate: Day | null;
  readonly endDate: Day | null;

  constructor(precision: DatePrecision, startDate: Day | null, endDate: Day | null, expected: string) {
    const days = startDate || endDate ? `${dayOrNone(startDate)} to ${dayOrNone(endDate)}` : 'no dates';
    super(`The precision ${precision} asks for ${expected} and the event has ${days}: correct one of them.`);
    this.precision = precision;
    this.startDate = startDate;
    this.endDate = endDate;
  }
}

export class EventBasisError extends DomainError {
  readonly code = 'EVENT_DATE_BASIS';
  readonly dated: boolean;

  constructor(dated: boolean) {
    super(
      dated
        ? 'The event is dated and nothing says how its dates are known: give the basis.'
        : 'The event is undated and yet a basis is given for its dates: leave the basis out.',
    );
    this.dated = dated;
  }
}

export class EventBoundsError extends DomainError {
  readonly code = 'EVENT_BOUNDS_OF_DATED';

  constructor() {
    super('Bounds are for undated events and this one is dated: leave notBefore and notAfter out.');
  }
}

export class EventOutsideWholeError extends DomainError {
  readonly code = 'EVENT_OUTSIDE_WHOLE';
  readonly part: readonly [Day, Day];
  readonly whole: readonly [Day, Day | null];

  constructor(part: readonly [Day, Day], whole: readonly [Day, Day | null]) {
    super(
      `A part happens inside its parent: the event runs from ${isoDay(part[0])} to ${isoDay(part[1])} and its parent from ${isoDay(whole[0])} to ${dayOrNone(whole[1])}.`,
    );
    this.part = part;
    this.whole = whole;
  }
}

export class EventPlaceError extends DomainError {
  readonly code = 'EVENT_PLACE_NOT_AMONG_VENUES';
  readonly placeId: string;

  constructor(placeId: string) {
    super(`The place ${placeId} is not among the places of the event: add it to them, or leave them out.`);
    this.placeId = placeId;
  }
}

const dayOrNone = (day: Day | null) => (day ? isoDay(day) : 'an unknown day');
