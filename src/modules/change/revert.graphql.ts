import type { Database } from '../../database/database.ts';
import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/node.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { loadRow } from '../../graphql/rows.ts';
import { authorOf } from '../../graphql/viewer.ts';
import { whereVisible } from '../../graphql/visible.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import { Changes, LoggedChangeNode } from './change.graphql.ts';
import { nameOfSet } from './change.rules.ts';
import {
  ChangedSinceError,
  ChangeReferredToError,
  JudgedIdentityError,
  LeftUncitedError,
  PrivateChangeError,
  ReasonMissingError,
  RuleForbidsError,
  UnknownChangeError,
  WordingNotKeptError,
} from './revert.errors.ts';
import { brokenRule, revertChange } from './revert.writes.ts';

defineProblem(UnknownChangeError, { name: 'UnknownChangeProblem', description: 'There is no such change.' });
defineProblem(ReasonMissingError, { name: 'ReasonMissingProblem', description: 'No reason was given.' });
defineProblem(ChangedSinceError, {
  name: 'ChangedSinceProblem',
  description: 'Something is no longer what the change left, and taking it back would undo a later change as well.',
  fields: (t) => ({
    laterChange: t.field({
      type: LoggedChangeNode,
      nullable: true,
      description: 'The latest change of it; null where somebody wrote past the log.',
      resolve: ({ laterChangeId }, _args, context, info) =>
        laterChangeId === null ? null : loadRow(context, info, 'LoggedChange', laterChangeId),
    }),
  }),
});
defineProblem(ChangeReferredToError, {
  name: 'ChangeReferredToProblem',
  description: 'What came with the change is in use by something else.',
  fields: (t) => ({
    referringChange: t.field({
      type: LoggedChangeNode,
      nullable: true,
      description: 'The latest change of what refers to it; null where somebody wrote past the log.',
      resolve: ({ referringChangeId }, _args, context, info) =>
        referringChangeId === null ? null : loadRow(context, info, 'LoggedChange', referringChangeId),
    }),
  }),
});
defineProblem(LeftUncitedError, {
  name: 'LeftUncitedProblem',
  description: 'A fact that stays would be left without a citation.',
  fields: (t) => ({
    facts: t.exposeStringList('facts', { description: 'Which, by kind and slug, or id where it has none.' }),
  }),
});
defineProblem(JudgedIdentityError, {
  name: 'JudgedIdentityProblem',
  description: 'JUDGED_IDENTITY: the change came of a judgement of who is who, which is revoked by `revokeJudgement`.',
});
defineProblem(PrivateChangeError, {
  name: 'PrivateChangeProblem',
  description: 'NOT_OF_THE_GRAPH: the change is one of a draft, a suggestion or a key, which other mutations undo.',
});
defineProblem(WordingNotKeptError, {
  name: 'WordingNotKeptProblem',
  description: 'The change is one of published wording, which no log holds.',
});
defineProblem(RuleForbidsError, {
  name: 'RuleForbidsProblem',
  description: 'What stood before the change can stand no more, as two things of one slug cannot.',
  fields: (t) => ({
    rule: t.exposeString('rule', {
      nullable: true,
      description: 'The name of the constraint in the database; null where it told none.',
    }),
  }),
});

const Reverted = builder.objectRef<{ id: string; at: Date }>('Reverted').implement({
  description: 'A change was taken back, by other changes.',
  fields: (t) => ({
    set: t.string({
      description: 'The transaction that did it, as in `LoggedChange.set`.',
      resolve: ({ at }) => nameOfSet(at),
    }),
    changes: Changes.field(t, {
      description: 'What it changed.',
      within: (set) => ({ setId: BigInt(set) }),
    }),
  }),
});

const RevertInput = builder.inputType('RevertInput', {
  description: 'A change to take back.',
  fields: (t) => ({
    changeId: t.id({ required: true, description: 'As in `LoggedChange.id`.' }),
    wholeSet: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'Take back all that the same transaction changed in the graph: a report that was withdrawn comes back with everything in it, and its draft is in the state in which it was.',
    }),
    reason: t.string({ required: true, description: 'Why; the log keeps it.' }),
  }),
});

builder.mutationField('revert', (t) =>
  t.field({
    type: Reverted,
    description:
      'Makes an entity and its parts what they were before a change. Both changes stay in the log, and this one can be reverted in its turn. The published wording of a passage that was deleted does not come back: load it again.',
    authScopes: { scope: 'PUBLISH' },
    args: { input: t.arg({ type: RevertInput, required: true, description: 'Which change, and why.' }) },
    errors: {
      types: [
        UnknownChangeError,
        ReasonMissingError,
        ChangedSinceError,
        ChangeReferredToError,
        LeftUncitedError,
        WordingNotKeptError,
        JudgedIdentityError,
        PrivateChangeError,
        RuleForbidsError,
      ],
    },
    resolve: async (_root, { input }, context) => {
      const { model, id } = decodeId(input.changeId);
      if (model !== 'LoggedChange') throw new UnknownChangeError(input.changeId);
      const reason = input.reason.trim();
      if (reason === '') throw new ReasonMissingError();
      const { by } = authorOf(context.viewer);
      const among = whereVisible('LoggedChange', context.viewer);
      const revert = (db: Database) => revertChange(db, by, { changeId: id, wholeSet: input.wholeSet, among });
      const { id: set, at } = await writeAsViewer(context, reason, revert, 'REVERTED').catch((error: unknown) => {
        throw brokenRule(error) ?? error;
      });
      return { id: String(set), at };
    },
  }),
);
