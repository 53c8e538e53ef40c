import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANY_NUMBER,
  add,
  contains,
  createInterval,
  divide,
  exactly,
  type Interval,
  intersect,
  multiply,
  negate,
  scale,
  subtract,
} from '../../src/lib/interval-arithmetic.ts';

const above = (lower: number) => createInterval(lower, Number.POSITIVE_INFINITY, { lower: true });
const below = (upper: number) => createInterval(Number.NEGATIVE_INFINITY, upper, { upper: true });

/** Whole numbers, so that doubles hold every sum, product and comparison of quotients exactly. */
const small = fc.integer({ min: -12, max: 12 });

/** An interval with a number of it: the ends lie at most 3 away, on either side, or nowhere. */
const inhabited = fc
  .record({
    member: small,
    down: fc.option(fc.integer({ min: 0, max: 3 })),
    up: fc.option(fc.integer({ min: 0, max: 3 })),
    lower: fc.boolean(),
    upper: fc.boolean(),
  })
  .map(({ member, down, up, lower, upper }) => ({
    member,
    interval: createInterval(
      down === null ? Number.NEGATIVE_INFINITY : member - down,
      up === null ? Number.POSITIVE_INFINITY : member + up,
      { lower: lower && down !== 0, upper: upper && up !== 0 },
    ),
  }));

const holds = (result: Interval | null, value: number) => expect(result && contains(result, value)).toBe(true);

describe('interval arithmetic', () => {
  it('holds the result of every two numbers inside', () => {
    fc.assert(
      fc.property(inhabited, inhabited, (one, other) => {
        const [a, b] = [one.member, other.member];
        holds(add(one.interval, other.interval), a + b);
        holds(subtract(one.interval, other.interval), a - b);
        holds(multiply(one.interval, other.interval), a * b);
        if (b !== 0) holds(divide(one.interval, other.interval), a / b);
      }),
      { numRuns: 2000 },
    );
  });

  it('intersects to exactly the numbers of both', () => {
    fc.assert(
      fc.property(inhabited, inhabited, small, (one, other, value) => {
        const both = contains(one.interval, value) && contains(other.interval, value);
        const common = intersect(one.interval, other.interval);
        expect(common !== null && contains(common, value)).toBe(both);
      }),
      { numRuns: 500 },
    );
  });

  it('has no ends wider than what it is made of', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(add(exactly(a), exactly(b))).toEqual(exactly(a + b));
        expect(multiply(exactly(a), exactly(b))).toEqual(exactly(a * b));
        expect(divide(exactly(a), exactly(b))).toEqual(b === 0 ? null : exactly(a / b));
      }),
    );
  });

  it.each([
    ['more than 60 in 8 months', scale(above(60), 1 / 8), above(7.5)],
    ['the rest of less than 626 beside 615', subtract(below(626), exactly(615)), below(11)],
    [
      '5 of 10 or more',
      divide(exactly(5), createInterval(10, Number.POSITIVE_INFINITY)),
      createInterval(0, 0.5, { lower: true }),
    ],
    ['5 of more than nothing', divide(exactly(5), above(0)), above(0)],
    ['5 over 0 to 10', divide(exactly(5), createInterval(0, 10)), createInterval(0.5, Number.POSITIVE_INFINITY)],
    ['5 over −10 to 0', divide(exactly(5), createInterval(-10, 0)), createInterval(Number.NEGATIVE_INFINITY, -0.5)],
    ['5 over what may be zero inside', divide(exactly(5), createInterval(-1, 1)), ANY_NUMBER],
    ['nothing over what may be zero inside', divide(exactly(0), createInterval(-1, 1)), exactly(0)],
    ['nothing times any number', multiply(exactly(0), ANY_NUMBER), exactly(0)],
    ['more than 0 times more than 2', multiply(above(0), above(2)), above(0)],
    ['less than 0 times itself', multiply(below(0), below(0)), above(0)],
    ['any number less any number', subtract(ANY_NUMBER, ANY_NUMBER), ANY_NUMBER],
    ['the negative of more than 3', negate(above(3)), below(-3)],
  ])('knows %s', (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it('refuses an interval without a number', () => {
    expect(() => createInterval(2, 1)).toThrow(RangeError);
    expect(() => createInterval(1, 1, { upper: true })).toThrow(RangeError);
    expect(() => createInterval(Number.NaN, 1)).toThrow(RangeError);
    expect(intersect(above(1), exactly(1))).toBeNull();
    expect(intersect(above(2), below(1))).toBeNull();
  });
});
