import type { Database } from '../../database/database.ts';
import type { Report } from '../../generated/prisma/client.ts';
import { whereReportTells } from '../event/event.reads.ts';
import { MAX_TOPIC_DEPTH } from '../topic/topic.rules.ts';
import type { ToldFigure, ToldTenure } from './edition-diff.rules.ts';

/** What one edition tells, as far as two of them are compared: ids in the order in which they are listed. */
export interface Told {
  readonly actorIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly agreementIds: readonly string[];
  readonly eventIds: readonly string[];
  readonly tenures: readonly ToldTenure[];
  readonly figures: readonly ToldFigure[];
}

/** What an edition tells that there is not. */
export const NOTHING_TOLD: Told = {
  actorIds: [],
  topicIds: [],
  agreementIds: [],
  eventIds: [],
  tenures: [],
  figures: [],
};

export const findEdition = (db: Database, slug: string): Promise<Report | null> =>
  db.report.findUnique({ where: { slug } });

/** The last report of the same series whose period begins earlier, or null. */
export function findEditionBefore(db: Database, { seriesId, periodStart }: Report): Promise<Report | null> {
  return db.report.findFirst({
    where: { seriesId, periodStart: { lt: periodStart } },
    orderBy: [{ periodStart: 'desc' }, { slug: 'desc' }],
  });
}

/** A bounded number of statements, whatever the edition holds. */
export async function getTold(db: Database, reportId: string): Promise<Told> {
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
  const slugOrder = { orderBy: { slug: 'asc' as const }, select: { id: true } };
  return {
    actorIds: await listActorIds(db, reportId),
    topicIds: await ids(db.topic.findMany({ where: whereMentioned(reportId), ...slugOrder })),
    agreementIds: await ids(db.agreement.findMany({ where: whereReportTells(reportId), ...slugOrder })),
    eventIds: await ids(db.event.findMany({ where: whereReportTells(reportId), ...slugOrder })),
    tenures: await listTenures(db, reportId),
    figures: await db.statistic.findMany({
      where: { reportId },
      orderBy: [{ ordinal: 'asc' }, { slug: 'asc' }],
      select: {
        id: true,
        indicatorId: true,
        areaId: true,
        partOf: { select: { indicatorId: true } },
        nature: true,
        periodStart: true,
        periodEnd: true,
        value: true,
        lower: true,
        upper: true,
        comparator: true,
      },
    }),
  };
}

async function listTenures(db: Database, reportId: string): Promise<readonly ToldTenure[]> {
  const tenures = await db.tenure.findMany({
    where: whereReportTells(reportId),
    orderBy: [{ office: { slug: 'asc' } }, { actor: { slug: 'asc' } }, { id: 'asc' }],
    select: { id: true, officeId: true, actorId: true, from: true, to: true, actor: { select: { canonicalId: true } } },
  });
  return tenures.map(({ actor, ...tenure }) => ({ ...tenure, actorId: actor.canonicalId ?? tenure.actorId }));
}

/** A topic, or a narrower one, that a passage mentions: who writes of tugs writes of shipping. */
function whereMentioned(reportId: string): object {
  const levels: object[] = [{ passages: { some: { passage: { reportId } } } }];
  while (levels.length < MAX_TOPIC_DEPTH) levels.push({ children: { some: levels.at(-1) } });
  return { OR: levels };
}

/**
 * Actors of whom a passage of the edition tells something: a part in an event, an office, a signature, a figure or a
 * statement of theirs, or what is said or thought about them. By the citations of these, for an event that two editions
 * tell may have had somebody added by one of them.
 */
async function listActorIds(db: Database, reportId: string): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with cited as materialized (
      select citation.* from citation join passage on passage.id = citation.passage_id
      where passage.report_id = ${reportId}::uuid
    ), told as (
      select participation.actor_id as id from cited join participation on participation.id = cited.participation_id
      union select tenure.actor_id from cited join tenure on tenure.id = cited.tenure_id
      union select agreement_signatory.actor_id
        from cited join agreement_signatory on agreement_signatory.agreement_id = cited.agreement_id
      union select statistic.given_by_actor_id from cited join statistic on statistic.id = cited.statistic_id
      union select statement.speaker_actor_id from cited join statement on statement.id = cited.statement_id
      union select about.target_actor_id from cited
        join about on about.statement_id = cited.statement_id or about.assessment_id = cited.assessment_id
    )
    select distinct actor.id, actor.slug
    from told join actor stated on stated.id = told.id join actor on actor.id = stated.canonical_id
    order by actor.slug`;
  return rows.map(({ id }) => id);
}

/** The events, of those given, at which each of the agreements moved, earliest first. */
export async function listMovesByAgreement(
  db: Database,
  agreementIds: readonly string[],
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const moves = await db.agreementEvent.findMany({
    where: { agreementId: { in: [...agreementIds] }, eventId: { in: [...eventIds] } },
    orderBy: [{ event: { startDate: { sort: 'asc', nulls: 'last' } } }, { event: { slug: 'asc' } }],
    select: { agreementId: true, eventId: true },
  });
  const byAgreement = Map.groupBy(moves, ({ agreementId }) => agreementId);
  return new Map([...byAgreement].map(([id, group]) => [id, group.map(({ eventId }) => eventId)]));
}
