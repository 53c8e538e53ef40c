import type { Comparator, StatisticNature } from '../../generated/prisma/enums.ts';
import type { Day } from '../../lib/day.ts';

export interface Figure {
  readonly id: string;
  readonly indicatorId: string;
  readonly areaId: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly comparator: Comparator;
  readonly nature: StatisticNature;
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly baselineId: string | null;
  readonly partOfId: string | null;
}

/** "About 65 thousand" leaves room for this much on either side, as a share of the figure. */
export const ABOUT_TOLERANCE = 0.05;

/** Two figures for the same thing that cannot both hold. A figure and its baseline, or a part and its whole, never conflict. */
export function doConflict(one: Figure, other: Figure): boolean {
  if (one.id === other.id || one.indicatorId !== other.indicatorId || one.areaId !== other.areaId) return false;
  // A target is not refuted by what came of it, nor the other way round.
  if ((one.nature === 'PLANNED') !== (other.nature === 'PLANNED')) return false;
  if (belong(one, other) || belong(other, one)) return false;
  if (!mayCoincide(one, other)) return false;
  const [low, high] = rangeOf(one);
  const [otherLow, otherHigh] = rangeOf(other);
  return high < otherLow || otherHigh < low;
}

/** By figure: those that it conflicts with, in the order given. A figure without conflict is absent. */
export function conflictsByFigure(figures: readonly Figure[]): ReadonlyMap<string, readonly string[]> {
  const conflicts = new Map<string, string[]>();
  for (const one of figures) {
    const others = figures.filter((other) => doConflict(one, other)).map(({ id }) => id);
    if (others.length > 0) conflicts.set(one.id, others);
  }
  return conflicts;
}

/** Figures that disagree, put together: each group is linked through its members' conflicts. */
export function conflictGroups(figures: readonly Figure[]): readonly (readonly string[])[] {
  const conflicts = conflictsByFigure(figures);
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const { id } of figures) {
    if (seen.has(id) || !conflicts.has(id)) continue;
    const group = new Set([id]);
    // A Set visits what is added while it is walked.
    for (const member of group) for (const other of conflicts.get(member) ?? []) group.add(other);
    for (const member of group) seen.add(member);
    groups.push(figures.filter((figure) => group.has(figure.id)).map((figure) => figure.id));
  }
  return groups;
}

const belong = (one: Figure, other: Figure) => one.baselineId === other.id || one.partOfId === other.id;

/** An unknown bound of a period may be anywhere. */
function mayCoincide(one: Figure, other: Figure): boolean {
  const before = (end: Day | null, start: Day | null) => end !== null && start !== null && end < start;
  return !before(one.periodEnd, other.periodStart) && !before(other.periodEnd, one.periodStart);
}

function rangeOf({ value, lower, upper, comparator }: Figure): [low: number, high: number] {
  if (comparator === 'ABOUT' && value !== null) {
    const room = Math.abs(value) * ABOUT_TOLERANCE;
    return [value - room, value + room];
  }
  return [lower ?? Number.NEGATIVE_INFINITY, upper ?? Number.POSITIVE_INFINITY];
}
