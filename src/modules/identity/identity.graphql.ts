import type { Database } from '../../database/database.ts';
import { NoSuchRecordError } from '../../edition/correction.errors.ts';
import { builder } from '../../graphql/builder.ts';
import { defineComputedList } from '../../graphql/computed-list.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { getRow } from '../../graphql/rows.ts';
import { authorOf } from '../../graphql/viewer.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import { isUuid } from '../../lib/uuid.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import '../correction/correction.problems.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { clusterOrder } from './cluster.reads.ts';
import { ContradictoryJudgementError, NoSuchJudgementError, NotComparableError } from './identity.errors.ts';
import {
  countJudgements,
  findRecord,
  type IdentifiedRecord,
  type Judgement as JudgementShape,
  listJudgements,
  pairOf,
} from './judgement.reads.ts';
import { judge, revoke } from './judgement.writes.ts';

const IdentityVerdict = builder.enumType('IdentityVerdict', {
  description: 'What is judged of two records.',
  values: {
    SAME: { description: 'They are of one person or body: one of them stands for both.' },
    DIFFERENT: { description: 'They are not, and are not to be suggested again.' },
    UNSURE: { description: 'It cannot be told from what is known; the suggestion stays.' },
  } as const,
});

export const Identity = builder.unionType('Identity', {
  description: 'What may be one and the same: a person or a body.',
  types: [ActorNode, OrganisationNode],
});

const IdentityRecord = builder.objectRef<IdentifiedRecord>('IdentityRecord').implement({
  description: 'A record as it stands by itself, whether or not another stands for it.',
  fields: (t) => ({
    type: t.string({ description: 'Its type: `Actor` or `Organisation`.', resolve: ({ model }) => model }),
    slug: t.exposeString('slug', { description: 'Its own slug, which goes on leading to whatever stands for it.' }),
    name: t.exposeString('name', { description: 'Its own preferred name.' }),
    standsAs: t.field({
      type: Identity,
      description: 'What stands for it now: itself, or the record into which it has been merged.',
      resolve: ({ model, id }, _args, context, info) => getRow(context, info, model, id),
    }),
  }),
});

const Judgement = builder.objectRef<JudgementShape>('IdentityJudgement');

Judgement.implement({
  description:
    'Somebody’s judgement whether two records are of one person or body. It can be revoked, and stays on record. Public, as the change log is, in which it stands as well.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'For `revokeJudgement`.' }),
    a: t.field({ type: IdentityRecord, description: 'The one record.', resolve: (row) => pairOf(row)[0] }),
    b: t.field({ type: IdentityRecord, description: 'The other.', resolve: (row) => pairOf(row)[1] }),
    verdict: t.expose('verdict', { type: IdentityVerdict, description: 'What was judged.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why; null where none was given.' }),
    by: t.exposeString('judgedBy', { description: 'Who judged, as the change log names them.' }),
    at: t.expose('judgedAt', { type: 'DateTime', description: 'When.' }),
    revokedBy: t.exposeString('revokedBy', { nullable: true, description: 'Who revoked it; null while it holds.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When; null while it holds.' }),
  }),
});

const Judgements = defineComputedList<JudgementShape>({
  name: 'IdentityJudgement',
  node: Judgement,
  plural: 'judgements',
  ordered: 'latest first',
  sort: { name: 'LATEST', keys: [{ field: 'id', type: 'id', direction: 'desc' }] },
  keysOf: ({ id }) => ({ id }),
});

const JudgementFilter = builder.inputType('IdentityJudgementFilter', {
  description: 'Which judgements to list. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    actors: t.stringList({ description: 'About one of the actors with these slugs, merged ones included.' }),
    organisations: t.stringList({ description: 'About one of the organisations with these slugs.' }),
    verdicts: t.field({ type: [IdentityVerdict], description: 'With one of these verdicts.' }),
    isRevoked: t.boolean({ description: 'Only those that were revoked, or only those that hold.' }),
  }),
});

builder.queryFields((t) => ({
  judgements: Judgements.field(t, {
    description: 'Judgements on identity, revoked ones included.',
    args: { filter: t.arg({ type: JudgementFilter, description: 'Leave it out for all.' }) },
    cost: 10,
    source: (_root, { filter }, { db }) => ({
      page: (after, take) => listJudgements(db, filter ?? {}, after ? String(after[0]) : null, take),
      count: () => countJudgements(db, filter ?? {}),
    }),
  }),
}));

const IdentityRef = builder.inputType('IdentityRef', {
  description: 'A record by its own slug, also where another stands for it; exactly one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    actor: t.string({ description: 'The slug of an actor.' }),
    organisation: t.string({ description: 'The slug of an organisation.' }),
  }),
});

const JudgeInput = builder.inputType('JudgeIdentityInput', {
  description: 'Two records of one kind, and what is to be held of them.',
  fields: (t) => ({
    a: t.field({ type: IdentityRef, required: true, description: 'The one.' }),
    b: t.field({ type: IdentityRef, required: true, description: 'The other.' }),
    verdict: t.field({ type: IdentityVerdict, required: true, description: 'What is judged.' }),
    canonical: t.field({
      type: IdentityRef,
      description:
        'Of the two, the record that is to stand for both. When nobody says, it is the one of which most facts are told, ties by slug. Of no account unless the verdict is SAME.',
    }),
    reason: t.string({ description: 'Why.' }),
  }),
});

const RevokeInput = builder.inputType('RevokeJudgementInput', {
  description: 'A judgement that is to hold no longer.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Of the judgement.' }),
    reason: t.string({ description: 'Why, for the change log.' }),
  }),
});

defineProblem(NotComparableError, {
  name: 'NotComparableProblem',
  description: 'NOT_COMPARABLE: these two cannot be judged.',
});

const JudgedPair = builder.objectRef<{ a: string; b: string }>('JudgedPair').implement({
  description: 'Two records, by their slugs.',
  fields: (t) => ({
    a: t.exposeString('a', { description: 'The one.' }),
    b: t.exposeString('b', { description: 'The other.' }),
  }),
});

defineProblem(ContradictoryJudgementError, {
  name: 'ContradictoryJudgementProblem',
  description:
    'CONTRADICTORY_JUDGEMENT: what is judged and what holds cannot all be true; sameness goes on from record to record.',
  fields: (t) => ({
    pairs: t.field({
      type: [JudgedPair],
      description:
        'What stands against it: pairs judged DIFFERENT that would be the same, or the chain of pairs judged SAME between two that would be different.',
      resolve: ({ pairs }) => [...pairs],
    }),
  }),
});

defineProblem(NoSuchJudgementError, {
  name: 'NoSuchJudgementProblem',
  description: 'NO_SUCH_JUDGEMENT: nothing was judged under that id.',
});

async function getRecord(db: Database, reference: typeof IdentityRef.$inferInput): Promise<IdentifiedRecord> {
  const [model, slug] =
    typeof reference.actor === 'string'
      ? (['Actor', reference.actor] as const)
      : (['Organisation', String(reference.organisation)] as const);
  const record = await findRecord(db, model, slug);
  if (!record) throw new NoSuchRecordError(slug, null);
  return record;
}

builder.mutationFields((t) => ({
  judgeIdentity: t.field({
    type: Judgement,
    description:
      'Says whether two records are of one person or body. SAME makes one stand for both wherever the graph is read, without a change to either; what was judged of the pair before is revoked.',
    args: { input: t.arg({ type: JudgeInput, required: true, description: 'The judgement.' }) },
    authScopes: { scope: 'REVIEW' },
    errors: { types: [NotComparableError, NoSuchRecordError, ContradictoryJudgementError] },
    resolve: (_root, { input }, context) => {
      const { a, b, verdict, canonical, reason = null } = input;
      return writeAsViewer(context, reason, async (db) => {
        const [one, other] = [await getRecord(db, a), await getRecord(db, b)];
        if (one.model !== other.model) throw new NotComparableError('one is an actor and the other an organisation');
        if (one.id === other.id) throw new NotComparableError('both are one record');
        const chosen = canonical && verdict === 'SAME' ? await getRecord(db, canonical) : null;
        if (chosen && chosen.id !== one.id && chosen.id !== other.id) {
          throw new NotComparableError(`${chosen.slug} is neither of them, and cannot stand for both`);
        }
        const occasion = { by: authorOf(context.viewer).by, at: context.now };
        return judge(db, { pair: [one, other], verdict, chosenId: chosen?.id ?? null, reason }, occasion);
      });
    },
  }),
  revokeJudgement: t.field({
    type: Judgement,
    description:
      'Takes a judgement back: what it made one is two again, with all that was told of each. Revoking twice changes nothing.',
    args: { input: t.arg({ type: RevokeInput, required: true, description: 'Which one.' }) },
    authScopes: { scope: 'REVIEW' },
    errors: { types: [NoSuchJudgementError] },
    resolve: (_root, { input: { id, reason = null } }, context) =>
      writeAsViewer(context, reason, async (db) => {
        if (!isUuid(id)) throw new NoSuchJudgementError();
        return revoke(db, id, { by: authorOf(context.viewer).by, at: context.now });
      }),
  }),
}));

const mergedFrom = {
  type: [IdentityRecord] as [typeof IdentityRecord],
  description: 'Records of the same that have been merged into this one; their slugs lead here. By slug.',
};

builder.prismaObjectField(ActorNode, 'mergedFrom', (t) =>
  t.field({
    ...mergedFrom,
    select: { cluster: { orderBy: clusterOrder, select: { id: true, slug: true, name: true, isMerged: true } } },
    resolve: ({ cluster }) =>
      cluster.filter(({ isMerged }) => isMerged).map((record) => ({ model: 'Actor' as const, ...record })),
  }),
);

builder.prismaObjectField(OrganisationNode, 'mergedFrom', (t) =>
  t.field({
    ...mergedFrom,
    select: { cluster: { orderBy: clusterOrder, select: { id: true, slug: true, name: true, isMerged: true } } },
    resolve: ({ cluster }) =>
      cluster.filter(({ isMerged }) => isMerged).map((record) => ({ model: 'Organisation' as const, ...record })),
  }),
);
