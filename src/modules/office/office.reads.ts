import type { Database } from '../../database/database.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Day } from '../../lib/day.ts';

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
    join tenure on tenure.actor_id = participation.actor_id
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
