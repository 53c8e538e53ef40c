import type { Database } from '../../database/database.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Day } from '../../lib/day.ts';
import { type Combinators, containing, given, oneOf, whereFilter } from '../../lib/where.ts';
import { anyCalled } from '../identity/cluster.reads.ts';

export interface OfficeFilter extends Combinators<OfficeFilter> {
  readonly organisations?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly actors?: readonly string[] | null;
  readonly heldOn?: Day | null;
  readonly text?: string | null;
}

export function whereOffice(filter: OfficeFilter): object {
  return whereFilter(filter, (own) => [
    given(own.organisations, (slugs) => ({ organisation: anyCalled(slugs) })),
    given(own.countries, (codes) => ({ organisation: { country: { code: oneOf(codes) } } })),
    given(own.actors, (slugs) => ({ holders: { some: { actor: anyCalled(slugs) } } })),
    given(own.heldOn, (day) => ({ holders: { some: whereHeldOn(day) } })),
    given(own.text, (text) => ({
      OR: [{ title: containing(text) }, { holders: { some: { names: { some: { text: containing(text) } } } } }],
    })),
  ]);
}

/** Earliest known first; an actor's list and the holders of an office come in this order. */
export const tenureOrder = [
  { from: { sort: 'asc', nulls: 'last' } },
  { ordinal: 'asc' },
  { id: 'asc' },
] satisfies Prisma.TenureOrderByWithRelationInput[];

/**
 * Tenures in effect on a day. Where a bound is null, the periods of the reports that cite the tenure stand in for it:
 * the earliest start of one for `from`, the latest end of one for `to`.
 */
export function whereHeldOn(day: Day) {
  return {
    AND: [
      { OR: [{ from: { lte: day } }, { from: null, ...citedByReport({ periodStart: { lte: day } }) }] },
      { OR: [{ to: { gte: day } }, { to: null, ...citedByReport({ periodEnd: { gte: day } }) }] },
    ],
  } satisfies Prisma.TenureWhereInput;
}

const citedByReport = (report: Prisma.ReportWhereInput) => ({ citations: { some: { passage: { report } } } });

/**
 * The tenure in which each participation was taken. On the first day of the event it is one in effect; of several, one
 * that a passage of the event attests comes first. For an undated event only such a one will do. A participation of
 * somebody without an office is absent.
 */
export async function findTenureIdByParticipation(
  db: Database,
  participationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ participationId: string; tenureId: string }[]>`
    select distinct on (participation.id) participation.id as "participationId", tenure.id as "tenureId"
    from participation
    join event on event.id = participation.event_id
    join actor on actor.id = participation.actor_id
    join actor holder on holder.canonical_id = actor.canonical_id
    join tenure on tenure.actor_id = holder.id
    join lateral (
      select min(report.period_start) as first_day, max(report.period_end) as last_day,
        coalesce(bool_or(exists (
          select 1 from citation telling
          where telling.passage_id = citation.passage_id
            and (telling.event_id = event.id or telling.participation_id = participation.id)
        )), false) as attested
      from citation
      join passage on passage.id = citation.passage_id
      join report on report.id = passage.report_id
      where citation.tenure_id = tenure.id
    ) cited on true
    where participation.id = any(${[...participationIds]}::uuid[])
      and case when event.start_date is null then cited.attested
        else coalesce(tenure."from", cited.first_day) <= event.start_date
          and coalesce(tenure."to", cited.last_day) >= event.start_date end
    order by participation.id, cited.attested desc, tenure."from" desc nulls last, tenure.ordinal, tenure.id`;
  return new Map(rows.map((row) => [row.participationId, row.tenureId]));
}

/** The days that the reports citing a tenure cover, from the first to the last. */
export interface Attestation {
  readonly from: Day;
  readonly to: Day;
}

/** What stands in for the null bounds of each tenure; see `whereHeldOn`. */
export async function findAttestationByTenure(
  db: Database,
  tenureIds: readonly string[],
): Promise<ReadonlyMap<string, Attestation>> {
  const rows = await db.$queryRaw<(Attestation & { id: string })[]>`
    select citation.tenure_id as id, min(report.period_start) as "from", max(report.period_end) as "to"
    from citation
    join passage on passage.id = citation.passage_id
    join report on report.id = passage.report_id
    where citation.tenure_id = any(${[...tenureIds]}::uuid[])
    group by citation.tenure_id`;
  return new Map(rows.map((row) => [row.id, row]));
}
