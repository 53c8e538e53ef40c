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
import { anyCalled } from '../identity/cluster.reads.ts';
import type { Claim, ClaimNames } from './comparison.rules.ts';

export interface StatisticFilter extends Combinators<StatisticFilter> {
  readonly indicators?: readonly string[] | null;
  readonly natures?: readonly StatisticNature[] | null;
  readonly comparators?: readonly Comparator[] | null;
  readonly period?: DateRange | null;
  readonly starts?: DateRange | null;
  readonly isDated?: boolean | null;
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
    given(own.starts, (range) => whereDates('periodStart', 'periodStart', range)),
    given(own.isDated, (isDated) => ({ periodStart: isDated ? { not: null } : null })),
    given(own.areas, (codes) => ({ area: { code: oneOf(codes) } })),
    given(own.units, (units) => ({ unit: oneOf(units) })),
    given(own.actors, (slugs) => ({ givenByActor: anyCalled(slugs) })),
    given(own.organisations, (slugs) => ({ givenByOrganisation: anyCalled(slugs) })),
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

const canonical = { select: { canonicalId: true } };

/** What is set side by side of the indicators' figures under the filter, by indicator and in the order of lists. */
export async function listClaimsByIndicator(
  db: Database,
  indicatorIds: readonly string[],
  filter: StatisticFilter = {},
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const figures = await db.statistic.findMany({
    where: { AND: [{ indicatorId: { in: [...indicatorIds] } }, whereStatistic(filter)] },
    orderBy: [{ periodStart: { sort: 'asc', nulls: 'last' } }, { slug: 'asc' }],
    select: {
      id: true,
      slug: true,
      indicatorId: true,
      label: true,
      areaId: true,
      value: true,
      lower: true,
      upper: true,
      comparator: true,
      unit: true,
      nature: true,
      periodStart: true,
      periodEnd: true,
      baselineId: true,
      partOfId: true,
      givenByActorId: true,
      givenByOrganisationId: true,
      givenByCountryId: true,
      givenByActor: canonical,
      givenByOrganisation: canonical,
    },
  });
  // Two records of one giver are one giver.
  const claims = figures.map(({ givenByActor, givenByOrganisation, ...figure }) => ({
    ...figure,
    givenByActorId: givenByActor?.canonicalId ?? figure.givenByActorId,
    givenByOrganisationId: givenByOrganisation?.canonicalId ?? figure.givenByOrganisationId,
  }));
  return Map.groupBy(claims, (figure) => figure.indicatorId);
}

/** Who gave each figure and which area it describes, by name. */
export async function findClaimNamesByStatistic(
  db: Database,
  statisticIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimNames>> {
  const rows = await db.$queryRaw<(ClaimNames & { id: string })[]>`
    select statistic.id, area.name as area, coalesce(person.name, body.name, country.name) as giver
    from statistic
    left join country area on area.id = statistic.area_id
    left join actor on actor.id = statistic.given_by_actor_id
    left join actor person on person.id = actor.canonical_id
    left join organisation on organisation.id = statistic.given_by_organisation_id
    left join organisation body on body.id = organisation.canonical_id
    left join country on country.id = statistic.given_by_country_id
    where statistic.id = any(${[...statisticIds]}::uuid[])`;
  return new Map(rows.map(({ id, giver, area }) => [id, { giver, area }]));
}
