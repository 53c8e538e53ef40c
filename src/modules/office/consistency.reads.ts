import type { Database } from '../../database/database.ts';
import { whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Day } from '../../lib/day.ts';
import { type EventFilter, whereEvent } from '../event/event.reads.ts';
import type { OfficeWording, StatedOffice } from './consistency.rules.ts';

/** Every title of an office, and every wording of it met for one of its holders. */
export async function listOfficeWordings(db: Database): Promise<readonly OfficeWording[]> {
  return db.$queryRaw<OfficeWording[]>`
    select id as "officeId", null::uuid as "tenureId", null::uuid as "actorId", title as text from office
    union all
    select tenure.office_id, tenure.id, actor.canonical_id, coalesce(name.text, '')
    from tenure
    join actor on actor.id = tenure.actor_id
    left join name on name.tenure_id = tenure.id`;
}

/** Participations of actors with a stated office, in events under the filter. */
const statedIn = (filter: EventFilter) => Prisma.sql`
  from participation
  join event on event.id = participation.event_id
  join actor on actor.id = participation.actor_id
  where participation.stated_office is not null
    and ${whereSql('Event', whereEvent(filter) as Record<string, unknown>, 'event')}`;

export async function listStatedOffices(db: Database, filter: EventFilter): Promise<readonly StatedOffice[]> {
  return db.$queryRaw<StatedOffice[]>`
    select distinct actor.canonical_id as "actorId", participation.stated_office as "statedOffice"
    ${statedIn(filter)}`;
}

export async function countStatedOffices(db: Database, filter: EventFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`select count(*)::int as total ${statedIn(filter)}`;
  return row?.total ?? 0;
}

/** A stated office with a tenure of the actor that it may mean. */
export type Fit = StatedOffice & { readonly tenureId: string };

export interface UnfitParticipation extends StatedOffice {
  readonly id: string;
  readonly slug: string;
  /** Whether a fitting tenure is ruled out by no stated day. */
  readonly isPossible: boolean;
}

export interface Place {
  readonly slug: string;
  readonly id: string;
}

/**
 * Participations of which no fitting tenure was in effect on the first day of the event, by the rule of `whereHeldOn`; for
 * an undated event every fitting tenure will do. In the order of the event's slug, beyond `after`.
 */
export async function listUnfitParticipations(
  db: Database,
  filter: EventFilter,
  fits: readonly Fit[],
  after: Place | null,
  take: number,
): Promise<readonly UnfitParticipation[]> {
  const beyond = after
    ? Prisma.sql`and (event.slug, participation.id) > (${after.slug}, ${after.id}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<UnfitParticipation[]>`
    with fit as (${spansOf(fits)})
    select participation.id, event.slug, actor.canonical_id as "actorId",
      participation.stated_office as "statedOffice",
      exists (
        select 1 from fit
        where ${FITS} and coalesce(fit."from" <= event.start_date, true) and coalesce(fit."to" >= event.start_date, true)
      ) as "isPossible"
    ${statedIn(filter)} and ${UNFIT} ${beyond}
    order by event.slug, participation.id
    limit ${take}`;
}

export async function countUnfitParticipations(
  db: Database,
  filter: EventFilter,
  fits: readonly Fit[],
): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    with fit as (${spansOf(fits)})
    select count(*)::int as total ${statedIn(filter)} and ${UNFIT}`;
  return row?.total ?? 0;
}

const FITS = Prisma.sql`fit.actor_id = actor.canonical_id and fit.stated_office = participation.stated_office`;

const UNFIT = Prisma.sql`not exists (
  select 1 from fit
  where ${FITS}
    and (event.start_date is null or (fit.first_day <= event.start_date and fit.last_day >= event.start_date))
)`;

/** Where a bound is null, the periods of the reports that cite the tenure stand in for it. */
const SPAN = Prisma.sql`
  coalesce(tenure."from", (
    select min(report.period_start) from citation
    join passage on passage.id = citation.passage_id
    join report on report.id = passage.report_id
    where citation.tenure_id = tenure.id
  )) as first_day,
  coalesce(tenure."to", (
    select max(report.period_end) from citation
    join passage on passage.id = citation.passage_id
    join report on report.id = passage.report_id
    where citation.tenure_id = tenure.id
  )) as last_day`;

const spansOf = (fits: readonly Fit[]) => Prisma.sql`
  select stated.actor_id, stated.stated_office, tenure."from", tenure."to", ${SPAN}
  from unnest(
    ${fits.map(({ actorId }) => actorId)}::uuid[],
    ${fits.map(({ statedOffice }) => statedOffice)}::text[],
    ${fits.map(({ tenureId }) => tenureId)}::uuid[]
  ) as stated(actor_id, stated_office, tenure_id)
  join tenure on tenure.id = stated.tenure_id`;

/** Two tenures of one office by different actors, and the days on which both were in effect. */
export interface OfficeOverlap {
  readonly officeId: string;
  readonly slug: string;
  readonly id: string;
  readonly otherId: string;
  readonly from: Day;
  readonly to: Day;
  readonly isStated: boolean;
}

const OVERLAPS = Prisma.sql`
  from tenure_span one
  join tenure_span other on other.office_id = one.office_id and other.id > one.id and other.actor_id <> one.actor_id
  join office on office.id = one.office_id
  where greatest(one.first_day, other.first_day) <= least(one.last_day, other.last_day)`;

const SPANS = Prisma.sql`with tenure_span as (
  select tenure.id, tenure.office_id, actor.canonical_id as actor_id, tenure."from" is not null and tenure."to" is not null as is_stated,
    ${SPAN}
  from tenure join actor on actor.id = tenure.actor_id
)`;

export async function listOfficeOverlaps(
  db: Database,
  after: (Place & { readonly otherId: string }) | null,
  take: number,
): Promise<readonly OfficeOverlap[]> {
  const beyond = after
    ? Prisma.sql`and (office.slug, one.id, other.id) > (${after.slug}, ${after.id}::uuid, ${after.otherId}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<OfficeOverlap[]>`
    ${SPANS}
    select office.id as "officeId", office.slug, one.id, other.id as "otherId",
      greatest(one.first_day, other.first_day) as "from", least(one.last_day, other.last_day) as "to",
      one.is_stated and other.is_stated as "isStated"
    ${OVERLAPS} ${beyond}
    order by office.slug, one.id, other.id
    limit ${take}`;
}

export async function countOfficeOverlaps(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`${SPANS} select count(*)::int as total ${OVERLAPS}`;
  return row?.total ?? 0;
}
