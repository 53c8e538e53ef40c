import type { Day } from '../../lib/day.ts';

/** One actor in one office, as an edition tells it. */
export interface ToldTenure {
  readonly id: string;
  readonly officeId: string;
  readonly actorId: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface OfficeChange {
  readonly officeId: string;
  readonly beforeIds: readonly string[];
  readonly afterIds: readonly string[];
}

/** A figure as far as it can be a correction of another. */
export interface ToldFigure {
  readonly id: string;
  readonly indicatorId: string;
  readonly areaId: string | null;
  /** The indicator of the whole that it is put inside; the whole itself is a figure of its own edition. */
  readonly partOf: { readonly indicatorId: string } | null;
  readonly nature: string;
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly comparator: string;
}

interface Period {
  readonly periodStart: Day;
  readonly periodEnd: Day;
}

/** What the one has and the other has not, in its order. */
export const without = (ids: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
};

/**
 * Offices of which both editions name holders, and the later one a holder whom the earlier does not name. Somebody whom the
 * later edition merely leaves out may hold the office still. Tenures known to lie outside an edition's period are those of
 * predecessors and successors.
 */
export function officeChanges(
  before: readonly ToldTenure[],
  beforePeriod: Period,
  after: readonly ToldTenure[],
  afterPeriod: Period,
): readonly OfficeChange[] {
  const heldBefore = Map.groupBy(before.filter(isWithin(beforePeriod)), ({ officeId }) => officeId);
  const heldAfter = Map.groupBy(after.filter(isWithin(afterPeriod)), ({ officeId }) => officeId);
  return [...heldAfter].flatMap(([officeId, later]) => {
    const earlier = heldBefore.get(officeId) ?? [];
    const known = new Set(earlier.map(({ actorId }) => actorId));
    const isChanged = earlier.length > 0 && later.some(({ actorId }) => !known.has(actorId));
    const ids = (tenures: readonly ToldTenure[]) => tenures.map(({ id }) => id);
    return isChanged ? [{ officeId, beforeIds: ids(earlier), afterIds: ids(later) }] : [];
  });
}

const isWithin =
  ({ periodStart, periodEnd }: Period) =>
  ({ from, to }: ToldTenure) =>
    (!from || from <= periodEnd) && (!to || to >= periodStart);

/**
 * Pairs of figures for the same thing, of which the later edition gives another number: same indicator, area, period,
 * whole and standing. Figures without a known period are left out, for nobody knows whether they are of the same. Where
 * an edition has several of a kind, those that the other has too are no revision of anything.
 */
export function revisions(
  before: readonly ToldFigure[],
  after: readonly ToldFigure[],
): readonly { readonly beforeId: string; readonly afterId: string }[] {
  const isDated = ({ periodStart, periodEnd }: ToldFigure) => periodStart !== null && periodEnd !== null;
  const earlier = Map.groupBy(before.filter(isDated), subjectOf);
  const later = Map.groupBy(after.filter(isDated), subjectOf);
  return [...earlier].flatMap(([subject, olds]) => {
    const news = later.get(subject) ?? [];
    const isIn = (figures: readonly ToldFigure[]) => (figure: ToldFigure) =>
      figures.some((other) => numberOf(other) === numberOf(figure));
    const dropped = olds.filter((figure) => !isIn(news)(figure));
    const fresh = news.filter((figure) => !isIn(olds)(figure));
    return dropped.flatMap((old) => fresh.map((figure) => ({ beforeId: old.id, afterId: figure.id })));
  });
}

const subjectOf = (figure: ToldFigure): string =>
  JSON.stringify([
    figure.indicatorId,
    figure.areaId,
    figure.partOf?.indicatorId ?? null,
    figure.nature,
    figure.periodStart,
    figure.periodEnd,
  ]);

const numberOf = ({ value, lower, upper, comparator }: ToldFigure): string =>
  JSON.stringify([value, lower, upper, comparator]);
