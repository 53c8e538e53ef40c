import type { StatisticNature } from '../../generated/prisma/enums.ts';
import type { Day } from '../../lib/day.ts';
import { clean, type HedgedNumber, toleratedInterval } from './figure.rules.ts';
import type { Period } from './period.rules.ts';

export interface Figure extends HedgedNumber, Period {
  readonly id: string;
  readonly indicatorId: string;
  readonly areaId: string | null;
  readonly nature: StatisticNature;
  readonly baselineId: string | null;
  readonly partOfId: string | null;
}

/** Why two figures of one indicator cannot both hold, or why they only seem to differ. The first that fits is told. */
export type ConflictVerdict =
  | 'CANNOT_BOTH_HOLD'
  | 'DIFFERENT_SCOPE'
  | 'DIFFERENT_PERIOD'
  | 'PLAN_AND_RESULT'
  | 'FIGURE_AND_BASELINE'
  | 'PART_AND_WHOLE'
  | 'RANGES_MEET';

export function judge(one: Figure, other: Figure): ConflictVerdict {
  if (one.areaId !== other.areaId) return 'DIFFERENT_SCOPE';
  // A target is not refuted by what came of it, nor the other way round.
  if ((one.nature === 'PLANNED') !== (other.nature === 'PLANNED')) return 'PLAN_AND_RESULT';
  if (!mayCoincide(one, other)) return 'DIFFERENT_PERIOD';
  if (one.baselineId === other.id || other.baselineId === one.id) return 'FIGURE_AND_BASELINE';
  if (one.partOfId === other.id || other.partOfId === one.id) return 'PART_AND_WHOLE';
  return distanceBetween(one, other) > 0 ? 'CANNOT_BOTH_HOLD' : 'RANGES_MEET';
}

/** Two figures for the same thing that cannot both hold. A figure and its baseline, or a part and its whole, never conflict. */
export function doConflict(one: Figure, other: Figure): boolean {
  return one.id !== other.id && one.indicatorId === other.indicatorId && judge(one, other) === 'CANNOT_BOTH_HOLD';
}

/** How much lies between the numbers that the two allow; null where they meet. */
export function findDistance(one: HedgedNumber, other: HedgedNumber): number | null {
  const distance = distanceBetween(one, other);
  return distance > 0 ? clean(distance) : null;
}

function distanceBetween(one: HedgedNumber, other: HedgedNumber): number {
  const range = toleratedInterval(one);
  const otherRange = toleratedInterval(other);
  return Math.max(range.lower - otherRange.upper, otherRange.lower - range.upper);
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

/** An unknown bound of a period may be anywhere. */
function mayCoincide(one: Period, other: Period): boolean {
  const before = (end: Day | null, start: Day | null) => end !== null && start !== null && end < start;
  return !before(one.periodEnd, other.periodStart) && !before(other.periodEnd, one.periodStart);
}
