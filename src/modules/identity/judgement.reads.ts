import type { Database } from '../../database/database.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { IdentityVerdict } from '../../generated/prisma/enums.ts';
import { anyCalled } from './cluster.reads.ts';

/** What identity is judged of. */
export type Identified = 'Actor' | 'Organisation';

/** A record of a pair, as it stands by itself. */
export interface IdentifiedRecord {
  readonly model: Identified;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

const record = { select: { id: true, slug: true, name: true } } as const;

/** Both records beside a judgement. */
export const judgedPair = {
  actor: record,
  otherActor: record,
  organisation: record,
  otherOrganisation: record,
} as const satisfies Prisma.IdentityJudgementInclude;

export type Judgement = Prisma.IdentityJudgementGetPayload<{ include: typeof judgedPair }>;

/** Both records of a judgement, the one with the lesser id first. */
export function pairOf(judgement: Judgement): readonly [IdentifiedRecord, IdentifiedRecord] {
  const { actor, otherActor, organisation, otherOrganisation } = judgement;
  const model = actor ? 'Actor' : 'Organisation';
  const pair = actor ? [actor, otherActor] : [organisation, otherOrganisation];
  return pair.map((each) => ({ model, ...each })) as unknown as readonly [IdentifiedRecord, IdentifiedRecord];
}

export interface JudgementFilter {
  readonly actors?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly verdicts?: readonly IdentityVerdict[] | null;
  readonly isRevoked?: boolean | null;
}

export function whereJudgement({
  actors,
  organisations,
  verdicts,
  isRevoked,
}: JudgementFilter): Prisma.IdentityJudgementWhereInput {
  return {
    AND: [
      actors ? { OR: [{ actor: anyCalled(actors) }, { otherActor: anyCalled(actors) }] } : {},
      organisations
        ? { OR: [{ organisation: anyCalled(organisations) }, { otherOrganisation: anyCalled(organisations) }] }
        : {},
      verdicts ? { verdict: { in: [...verdicts] } } : {},
      typeof isRevoked === 'boolean' ? { revokedAt: isRevoked ? { not: null } : null } : {},
    ],
  };
}

/** Latest first. */
export function listJudgements(
  db: Database,
  filter: JudgementFilter,
  afterId: string | null,
  take: number,
): Promise<readonly Judgement[]> {
  return db.identityJudgement.findMany({
    where: { AND: [whereJudgement(filter), afterId === null ? {} : { id: { lt: afterId } }] },
    orderBy: { id: 'desc' },
    take,
    include: judgedPair,
  });
}

export function countJudgements(db: Database, filter: JudgementFilter): Promise<number> {
  return db.identityJudgement.count({ where: whereJudgement(filter) });
}

/** The record with that slug, whether or not another stands for it; null where there is none. */
export async function findRecord(db: Database, model: Identified, slug: string): Promise<IdentifiedRecord | null> {
  const found =
    model === 'Actor'
      ? await db.actor.findUnique({ where: { slug }, ...record })
      : await db.organisation.findUnique({ where: { slug }, ...record });
  return found && { model, ...found };
}

/** The judgements that hold and of which at least one record is among these. */
export function listLiveJudgements(db: Database, ids: readonly string[]): Promise<Judgement[]> {
  const among = { in: [...ids] };
  return db.identityJudgement.findMany({
    where: {
      revokedAt: null,
      OR: [{ actorId: among }, { otherActorId: among }, { organisationId: among }, { otherOrganisationId: among }],
    },
    orderBy: { id: 'desc' },
    include: judgedPair,
  });
}

/** Every record of the clusters to which the given records belong. */
export async function listClusterIds(
  db: Database,
  model: Identified,
  ids: readonly string[],
): Promise<readonly string[]> {
  const table = Prisma.raw(model === 'Actor' ? 'actor' : 'organisation');
  const rows = await db.$queryRaw<{ id: string }[]>`
    select member.id::text from ${table} asked join ${table} member on member.canonical_id = asked.canonical_id
    where asked.id = any(${[...ids]}::uuid[]) order by member.id`;
  return [...new Set(rows.map(({ id }) => id))];
}

/** What rests on each record: the columns that refer to it from facts. */
const FACTS: Readonly<Record<Identified, readonly (readonly [table: string, column: string])[]>> = {
  Actor: [
    ['participation', 'actor_id'],
    ['tenure', 'actor_id'],
    ['agreement_signatory', 'actor_id'],
    ['statement', 'speaker_actor_id'],
    ['statistic', 'given_by_actor_id'],
    ['about', 'target_actor_id'],
  ],
  Organisation: [
    ['participation', 'organisation_id'],
    ['participation', 'on_behalf_of_id'],
    ['office', 'organisation_id'],
    ['agreement_party', 'organisation_id'],
    ['statement', 'speaker_organisation_id'],
    ['statistic', 'given_by_organisation_id'],
    ['about', 'target_organisation_id'],
  ],
};

/** The records, the one of which most facts are told first, ties by slug. */
export async function listByFacts(db: Database, model: Identified, ids: readonly string[]): Promise<readonly string[]> {
  const counts = FACTS[model].map(
    ([table, column]) =>
      Prisma.sql`(select count(*) from ${Prisma.raw(table)} fact where ${Prisma.raw(`fact.${column}`)} = record.id)`,
  );
  const rows = await db.$queryRaw<{ id: string }[]>`
    select record.id::text from ${Prisma.raw(model === 'Actor' ? 'actor' : 'organisation')} record
    where record.id = any(${[...ids]}::uuid[])
    order by ${Prisma.join(counts, ' + ')} desc, record.slug`;
  return rows.map(({ id }) => id);
}
