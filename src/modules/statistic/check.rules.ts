import {
  add,
  contains,
  createInterval,
  exactly,
  type Interval,
  intersect,
  NOT_NEGATIVE,
} from '../../lib/interval-arithmetic.ts';
import {
  describeFigure,
  describeNumber,
  type HedgedNumber,
  intervalOf,
  type NumberRange,
  rangeOf,
} from './figure.rules.ts';

export type CheckKind = 'PERCENTAGE_OF_WHOLE' | 'PART_OF_WHOLE' | 'SUM_OF_PARTS';
export type CheckVerdict = 'CONSISTENT' | 'INCONSISTENT' | 'NOT_CHECKABLE';
export type Obstacle = 'NO_WHOLE' | 'UNITS_DIFFER' | 'WHOLE_NOT_COUNTED' | 'HEDGED';

export interface Checkable extends HedgedNumber {
  readonly id: string;
  readonly slug: string;
  readonly unit: string;
}

/** A figure with the others that the source ties to it as whole and parts. */
export interface CheckableFigure extends Checkable {
  readonly partOf: Checkable | null;
  readonly parts: readonly Checkable[];
}

export interface StatisticCheck {
  readonly statisticId: string;
  readonly slug: string;
  readonly kind: CheckKind;
  readonly againstIds: readonly string[];
  readonly verdict: CheckVerdict;
  readonly obstacle: Obstacle | null;
  readonly stated: NumberRange | null;
  readonly expected: NumberRange | null;
  readonly explanation: string;
}

type Outcome = Pick<StatisticCheck, 'verdict' | 'obstacle' | 'explanation'> & {
  readonly stated?: Interval;
  readonly expected?: Interval;
};

/** Everything that can be recomputed about a figure from those tied to it; empty where the source states nothing to check. */
export function checksOf(figure: CheckableFigure): readonly StatisticCheck[] {
  const { partOf, parts } = figure;
  const checks: StatisticCheck[] = [];
  const push = (kind: CheckKind, against: readonly Checkable[], { stated, expected, ...outcome }: Outcome) =>
    checks.push({
      ...outcome,
      statisticId: figure.id,
      slug: figure.slug,
      kind,
      againstIds: against.map(({ id }) => id),
      stated: rangeOf(stated ?? intervalOf(figure)),
      expected: rangeOf(expected ?? null),
    });
  if (figure.unit === '%') push('PERCENTAGE_OF_WHOLE', partOf ? [partOf] : [], checkPercentage(figure, partOf));
  else if (partOf) push('PART_OF_WHOLE', [partOf], checkPart(figure, partOf));
  const summed = parts.filter(({ unit }) => unit === figure.unit);
  if (summed.length > 1) push('SUM_OF_PARTS', summed, checkSum(figure, summed));
  return checks;
}

/**
 * A percentage of counted things comes from a whole number of them: of 3 people no number is 70 %. It is asked whether some
 * number of them gives the percentage as it is printed, that is, rounded to its last digit.
 */
function checkPercentage(figure: Checkable, whole: Checkable | null): Outcome {
  if (!whole) return uncheckable('NO_WHOLE', 'The source names no figure of which this would be the percentage.');
  const hundred = createInterval(0, 100);
  if (!intersect(intervalOf(figure), hundred)) {
    return {
      verdict: 'INCONSISTENT',
      obstacle: null,
      expected: hundred,
      explanation: `${describeFigure(figure)} is no share of a whole.`,
    };
  }
  const { value } = figure;
  if (figure.comparator !== 'EXACT' || whole.comparator !== 'EXACT' || value === null || whole.value === null) {
    return uncheckable('HEDGED', 'The percentage or its whole is hedged, so that some number of things always fits.');
  }
  if (!isCount(whole)) {
    return uncheckable(
      'WHOLE_NOT_COUNTED',
      'The whole is no positive number of things counted: any percentage can be.',
    );
  }
  const count = Math.round((whole.value * value) / 100);
  const nearest = (count / whole.value) * 100;
  const room = 10 ** -decimalsOf(value) / 2;
  // A half may have been rounded to either side; the last bit of a quotient must not decide.
  const stated = createInterval(value - room, value + room);
  const consistent = contains(createInterval(stated.lower - 1e-9, stated.upper + 1e-9), nearest);
  return {
    verdict: consistent ? 'CONSISTENT' : 'INCONSISTENT',
    obstacle: null,
    stated,
    expected: exactly(nearest),
    explanation: `${describeNumber(count)} of ${describeNumber(whole.value)} is ${describeNumber(Number(nearest.toFixed(4)))} %, the nearest that a number of things comes to ${describeFigure(figure)}.`,
  };
}

/** A part is at most its whole. */
function checkPart(part: Checkable, whole: Checkable): Outcome {
  if (part.unit !== whole.unit)
    return uncheckable('UNITS_DIFFER', `${part.unit} and ${whole.unit} cannot be compared.`);
  return checkAtMost(intervalOf(part), whole, describeFigure(part));
}

/** Parts that do not overlap add up to at most their whole; whether they overlap is not recorded. */
function checkSum(whole: Checkable, parts: readonly Checkable[]): Outcome {
  // Nothing is less than nothing, which tells something about the sum as soon as one part has a lower bound.
  const bounded = parts.some(({ lower }) => lower !== null);
  const amounts = parts.map((part) => (bounded ? intersect(intervalOf(part), NOT_NEGATIVE) : null) ?? intervalOf(part));
  const sum = amounts.reduce(add);
  const outcome = checkAtMost(sum, whole, `${parts.map(describeFigure).join(' + ')}`);
  return {
    ...outcome,
    stated: intervalOf(whole),
    // What the whole has to be, if the parts are told apart: no less than they.
    ...(Number.isFinite(sum.lower) ? { expected: { ...sum, upper: Number.POSITIVE_INFINITY, upperOpen: true } } : {}),
    explanation:
      outcome.verdict === 'INCONSISTENT'
        ? `${outcome.explanation} The parts overlap, or a figure is wrong.`
        : outcome.explanation,
  };
}

function checkAtMost(amount: Interval, whole: Checkable, words: string): Outcome {
  const limit = intervalOf(whole);
  if (!Number.isFinite(amount.lower) || !Number.isFinite(limit.upper)) {
    return uncheckable(
      'HEDGED',
      sentence(`${words} within ${describeFigure(whole)}: the hedges leave no bound that could be overstepped`),
    );
  }
  const expected = createInterval(0, Math.max(0, limit.upper), { upper: limit.upperOpen && limit.upper > 0 });
  const fits = intersect(amount, { ...limit, lower: Number.NEGATIVE_INFINITY, lowerOpen: true }) !== null;
  return {
    verdict: fits ? 'CONSISTENT' : 'INCONSISTENT',
    obstacle: null,
    expected,
    explanation: sentence(`${words} ${fits ? 'fits into' : 'exceeds'} ${describeFigure(whole)}`),
  };
}

const sentence = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}.`;

const uncheckable = (obstacle: Obstacle, explanation: string): Outcome => ({
  verdict: 'NOT_CHECKABLE',
  obstacle,
  explanation,
});

/** Things counted have an annotation in small letters for a unit; money, `{EUR}`, can be divided. */
const isCount = ({ unit, value }: Checkable) =>
  /^\{[^{}]*[a-z][^{}]*\}$/.test(unit) && Number.isInteger(value) && Number(value) > 0;

const decimalsOf = (value: number) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
