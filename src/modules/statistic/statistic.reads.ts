import type { Database } from '../../database/database.ts';
import type { Comparator, StatisticNature } from '../../generated/prisma/enums.ts';
import {
  type Combinators,
  type DateRange,
  given,
  oneOf,
  whereDates,
  whereFilter,
  whereWording,
} from '../../lib/where.ts';
import type { Figure } from './conflict.rules.ts';

export interface StatisticFilter extends Combinators<StatisticFilter> {
  readonly indicators?: readonly string[] | null;
  readonly natures?: readonly StatisticNature[] | null;
  readonly comparators?: readonly Comparator[] | null;
  readonly period?: DateRange | null;
  readonly areas?: readonly string[] | null;
  readonly units?: readonly string[] | null;
  readonly actors?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  readonly hasBaseline?: boolean | null;
  readonly reports?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereStatistic(filter: StatisticFilter): object {
  return whereFilter(filter, (own) => [
    given(own.indicators, (slugs) => ({ indicator: { slug: oneOf(slugs) } })),
    given(own.natures, (natures) => ({ nature: oneOf(natures) })),
    given(own.comparators, (comparators) => ({ comparator: oneOf(comparators) })),
    given(own.period, (range) => whereDates('periodStart', 'periodEnd', range)),
    given(own.areas, (codes) => ({ area: { code: oneOf(codes) } })),
    given(own.units, (units) => ({ unit: oneOf(units) })),
    given(own.actors, (slugs) => ({ givenByActor: { slug: oneOf(slugs) } })),
    given(own.organisations, (slugs) => ({ givenByOrganisation: { slug: oneOf(slugs) } })),
    given(own.events, (slugs) => ({ event: { slug: oneOf(slugs) } })),
    given(own.hasBaseline, (has) => ({ baselineId: has ? { not: null } : null })),
    given(own.reports, (slugs) => ({ report: { slug: oneOf(slugs) } })),
    given(own.text, whereWording),
  ]);
}

export interface IndicatorFilter extends Combinators<IndicatorFilter> {
  readonly units?: readonly string[] | null;
  readonly reports?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereIndicator(filter: IndicatorFilter): object {
  return whereFilter(filter, (own) => [
    given(own.units, (units) => ({ unit: oneOf(units) })),
    given(own.reports, (slugs) => ({ statistics: { some: { report: { slug: oneOf(slugs) } } } })),
    given(own.text, whereWording),
  ]);
}

/** What the rules on conflicts look at, of every figure of the indicators, by indicator and in the order of lists. */
export async function listFiguresByIndicator(
  db: Database,
  indicatorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const figures = await db.statistic.findMany({
    where: { indicatorId: { in: [...indicatorIds] } },
    orderBy: [{ periodStart: { sort: 'asc', nulls: 'last' } }, { slug: 'asc' }],
    select: {
      id: true,
      indicatorId: true,
      areaId: true,
      value: true,
      lower: true,
      upper: true,
      comparator: true,
      nature: true,
      periodStart: true,
      periodEnd: true,
      baselineId: true,
      partOfId: true,
    },
  });
  return Map.groupBy(figures, (figure) => figure.indicatorId);
}
