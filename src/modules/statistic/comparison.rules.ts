import { type ConflictVerdict, type Figure, findDistance, judge } from './conflict.rules.ts';
import { describeFigure, describeInterval, describeNumber, toleratedInterval } from './figure.rules.ts';
import { describePeriod } from './period.rules.ts';

/** A figure as far as it is set beside another one. */
export interface Claim extends Figure {
  readonly slug: string;
  readonly label: string;
  readonly unit: string;
  readonly givenByActorId: string | null;
  readonly givenByOrganisationId: string | null;
  readonly givenByCountryId: string | null;
}

/** Names that the sentence on a comparison needs; null where the source tells none. */
export interface ClaimNames {
  readonly giver: string | null;
  readonly area: string | null;
}

/** What a reader has to weigh before taking a verdict for the last word. */
export type ConflictCaveat = 'PERIOD_NOT_TOLD' | 'LABELS_DIFFER' | 'SAME_GIVER' | 'TOLERANCE_ASSUMED';

export interface FigureComparison {
  readonly figure: Claim;
  readonly other: Claim;
  readonly verdict: ConflictVerdict;
}

/** Every two of the figures that conflict, each pair once, in the order of the slugs. */
export const walkConflicts = (claims: readonly Claim[]): Iterable<FigureComparison> =>
  walkPairs(claims, (verdict) => verdict === 'CANNOT_BOTH_HOLD');

/** Every two of the figures that were published differently and yet may both hold. */
export const walkApparentConflicts = (claims: readonly Claim[]): Iterable<FigureComparison> =>
  walkPairs(claims, (verdict, one, other) => verdict !== 'CANNOT_BOTH_HOLD' && !saysTheSame(one, other));

/** One after the other: a page of the many pairs of a well-covered indicator must not make them all. */
function* walkPairs(
  claims: readonly Claim[],
  wanted: (verdict: ConflictVerdict, one: Claim, other: Claim) => boolean,
): Iterable<FigureComparison> {
  const sorted = [...claims].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  for (const [index, figure] of sorted.entries()) {
    for (const other of sorted.slice(index + 1)) {
      const verdict = judge(figure, other);
      if (!wanted(verdict, figure, other)) continue;
      yield { figure, other, verdict };
    }
  }
}

const saysTheSame = (one: Claim, other: Claim) =>
  one.value === other.value &&
  one.lower === other.lower &&
  one.upper === other.upper &&
  one.comparator === other.comparator;

export function listCaveats({ figure: one, other }: FigureComparison): readonly ConflictCaveat[] {
  const caveats: [ConflictCaveat, boolean][] = [
    ['PERIOD_NOT_TOLD', [one, other].some(({ periodStart, periodEnd }) => !periodStart || !periodEnd)],
    ['LABELS_DIFFER', one.label !== other.label],
    ['SAME_GIVER', giverOf(one) !== null && giverOf(one) === giverOf(other)],
    ['TOLERANCE_ASSUMED', [one, other].some(({ comparator }) => comparator === 'ABOUT')],
  ];
  return caveats.filter(([, holds]) => holds).map(([caveat]) => caveat);
}

const giverOf = (claim: Claim) => claim.givenByActorId ?? claim.givenByOrganisationId ?? claim.givenByCountryId;

/** Who says what in which scope, and why that goes together or does not: sentences made of the facts alone. */
export function explain(
  { figure, other, verdict }: FigureComparison,
  figureNames: ClaimNames,
  otherNames: ClaimNames,
): string {
  const told = `${tell(figure, figureNames)}; ${tell(other, otherNames)}`;
  return `${told}. ${reasonOf(verdict, figure, other)}.`;
}

function tell(claim: Claim, { giver, area }: ClaimNames): string {
  const where = area === null ? '' : ` in ${area}`;
  return `${giver ?? 'Nobody named'} gives ${describeFigure(claim)}${where} for ${describePeriod(claim)}`;
}

function reasonOf(verdict: ConflictVerdict, one: Claim, other: Claim): string {
  const ranges = `${describeInterval(toleratedInterval(one))} and ${describeInterval(toleratedInterval(other))}`;
  const reasons: Readonly<Record<ConflictVerdict, string>> = {
    CANNOT_BOTH_HOLD: `They allow ${ranges}, which leaves ${describeNumber(findDistance(one, other) ?? 0)} between them`,
    DIFFERENT_SCOPE: 'They describe different areas',
    DIFFERENT_PERIOD: 'Their periods have no day in common',
    PLAN_AND_RESULT: 'One is a plan and the other is not',
    FIGURE_AND_BASELINE: 'The source compares the one with the other',
    PART_AND_WHOLE: 'The one is part of the other',
    RANGES_MEET: `They allow ${ranges}, which some number satisfies`,
  };
  return reasons[verdict];
}
