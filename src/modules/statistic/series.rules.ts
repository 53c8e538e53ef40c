import type { Day } from '../../lib/day.ts';
import { DAY_MS, type Period } from './period.rules.ts';

/** Figures that share a period, or the days between two periods that no figure covers. */
export interface SeriesPoint extends Period {
  readonly statisticIds: readonly string[];
  readonly isGap: boolean;
}

type Dated = Period & { readonly id: string };

/**
 * Figures in time, the earliest first, those without any known day in one point at the end. Between what is covered so far
 * and the next start lies a gap if there is a day. A figure without a known end covers its first day alone, as in every
 * filter by days; one without a known start may reach back anywhere, and so leaves no gap before it.
 */
export function createSeries(figures: readonly Dated[]): readonly SeriesPoint[] {
  const byPeriod = Map.groupBy(figures, ({ periodStart, periodEnd }) => JSON.stringify([periodStart, periodEnd]));
  const points = [...byPeriod.values()].map(pointOf);
  const dated = points.filter(({ periodStart, periodEnd }) => periodStart || periodEnd).sort(inTime);
  const series: SeriesPoint[] = [];
  let covered: Day | null = null;
  for (const point of dated) {
    const { periodStart } = point;
    const end = (point.periodEnd ?? periodStart) as Day;
    if (covered && periodStart && periodStart.getTime() - covered.getTime() > DAY_MS) {
      series.push({
        periodStart: new Date(covered.getTime() + DAY_MS),
        periodEnd: new Date(periodStart.getTime() - DAY_MS),
        statisticIds: [],
        isGap: true,
      });
    }
    series.push(point);
    if (!covered || end > covered) covered = end;
  }
  return [...series, ...points.filter(({ periodStart, periodEnd }) => !periodStart && !periodEnd)];
}

function pointOf(figures: readonly Dated[]): SeriesPoint {
  const { periodStart = null, periodEnd = null } = figures[0] ?? {};
  return { periodStart, periodEnd, statisticIds: figures.map(({ id }) => id), isGap: false };
}

/** By the first known day, then by the last; an unknown end comes before a known one, for less is covered. */
function inTime(one: Period, other: Period): number {
  const first = ({ periodStart, periodEnd }: Period) => (periodStart ?? periodEnd)?.getTime() ?? 0;
  return first(one) - first(other) || (one.periodEnd?.getTime() ?? 0) - (other.periodEnd?.getTime() ?? 0);
}
