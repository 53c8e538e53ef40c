import type { Database } from '../../database/database.ts';
import { createId } from '../../database/sync-rows.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { IdentityVerdict } from '../../generated/prisma/enums.ts';
import { ContradictoryJudgementError, NoSuchJudgementError } from './identity.errors.ts';
import { clustersOf, findChain, type SameEdge } from './identity.rules.ts';
import {
  type Identified,
  type IdentifiedRecord,
  type Judgement,
  judgedPair,
  listByFacts,
  listClusterIds,
  listLiveJudgements,
  pairOf,
} from './judgement.reads.ts';

export interface NewJudgement {
  /** Two records of one kind. */
  readonly pair: readonly [IdentifiedRecord, IdentifiedRecord];
  readonly verdict: IdentityVerdict;
  /** The id of the record that is to stand for both; null where that is left to the rule. */
  readonly chosenId: string | null;
  readonly reason: string | null;
}

/** By whom and when something is judged or revoked. */
export interface Occasion {
  readonly by: string;
  readonly at: Date;
}

/**
 * Judges a pair; what was judged of it before is thereby revoked. Judging the same again changes nothing. Throws where the
 * judgement and the others that hold cannot all be true.
 */
export async function judge(db: Database, judgement: NewJudgement, { by, at }: Occasion): Promise<Judgement> {
  const { verdict, chosenId, reason } = judgement;
  const [a, b] = [...judgement.pair].sort((one, other) => (one.id < other.id ? -1 : 1)) as [
    IdentifiedRecord,
    IdentifiedRecord,
  ];
  const { model } = a;
  const ids = await listClusterIds(db, model, [a.id, b.id]);
  const live = await listLiveJudgements(db, ids);
  const [earlier] = live.filter((each) => isOf(each, a, b));
  if (earlier && earlier.verdict === verdict && earlier.chosenId === chosenId) return earlier;
  const others = live.filter((each) => each !== earlier);
  refuseContradiction(others, a, b, verdict);
  if (earlier) {
    await db.identityJudgement.update({ where: { id: earlier.id }, data: { revokedBy: by, revokedAt: at } });
  }
  const keys =
    model === 'Actor' ? { actorId: a.id, otherActorId: b.id } : { organisationId: a.id, otherOrganisationId: b.id };
  const { id } = await db.identityJudgement.create({
    data: { id: createId(), verdict, chosenId, reason, judgedBy: by, judgedAt: at, ...keys },
    select: { id: true },
  });
  await settleClusters(db, model, ids);
  return db.identityJudgement.findUniqueOrThrow({ where: { id }, include: judgedPair });
}

/** Takes a judgement back, and with it all that followed; one that is revoked already stays as it is. */
export async function revoke(db: Database, id: string, { by, at }: Occasion): Promise<Judgement> {
  const judgement = await db.identityJudgement.findUnique({ where: { id }, include: judgedPair });
  if (!judgement) throw new NoSuchJudgementError();
  if (judgement.revokedAt) return judgement;
  const [a, b] = pairOf(judgement);
  const ids = await listClusterIds(db, a.model, [a.id, b.id]);
  await db.identityJudgement.update({ where: { id }, data: { revokedBy: by, revokedAt: at } });
  await settleClusters(db, a.model, ids);
  return db.identityJudgement.findUniqueOrThrow({ where: { id }, include: judgedPair });
}

const edgeOf = (judgement: Judgement): SameEdge => {
  const [a, b] = pairOf(judgement);
  return { a: a.id, b: b.id };
};

const isOf = (judgement: Judgement, a: IdentifiedRecord, b: IdentifiedRecord) => {
  const edge = edgeOf(judgement);
  return edge.a === a.id && edge.b === b.id;
};

function refuseContradiction(
  live: readonly Judgement[],
  a: IdentifiedRecord,
  b: IdentifiedRecord,
  verdict: IdentityVerdict,
): void {
  const same = live.filter((each) => each.verdict === 'SAME');
  const slugs = new Map([a, b, ...live.flatMap(pairOf)].map(({ id, slug }) => [id, slug]));
  const told = (edge: SameEdge) => ({ a: slugs.get(edge.a) ?? '', b: slugs.get(edge.b) ?? '' });
  if (verdict === 'DIFFERENT') {
    const chain = findChain(a.id, b.id, same.map(edgeOf));
    if (chain) throw new ContradictoryJudgementError(chain.map(told), 'SAME');
  }
  if (verdict !== 'SAME') return;
  const edges = [...same.map(edgeOf), { a: a.id, b: b.id }];
  const different = live.filter((each) => each.verdict === 'DIFFERENT').map(edgeOf);
  const broken = different.filter((edge) => findChain(edge.a, edge.b, edges) !== null);
  if (broken.length > 0) throw new ContradictoryJudgementError(broken.map(told), 'DIFFERENT');
}

/** Works out anew which record stands for which among the given ones, which are whole clusters as they were. */
async function settleClusters(db: Database, model: Identified, ids: readonly string[]): Promise<void> {
  const live = (await listLiveJudgements(db, ids)).filter(({ verdict }) => verdict === 'SAME');
  const byFacts = await listByFacts(db, model, ids);
  const links = clustersOf(ids, live.map(edgeOf)).flatMap((cluster) => {
    // The latest choice counts, for judgements come latest first.
    const chosen = live.map(({ chosenId }) => chosenId).find((id) => id !== null && cluster.includes(id));
    const canonicalId = chosen ?? byFacts.find((id) => cluster.includes(id)) ?? cluster[0] ?? '';
    return cluster.map((id) => ({ id, canonicalId }));
  });
  await db.$executeRaw`
    update ${Prisma.raw(model === 'Actor' ? 'actor' : 'organisation')} record
    set canonical_id = link.canonical_id, is_merged = link.canonical_id <> link.id
    from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ canonicalId }) => canonicalId)}::uuid[])
      as link(id, canonical_id)
    where record.id = link.id and record.canonical_id is distinct from link.canonical_id`;
}
