import {
  type HoldingJudgement,
  InvalidRecordError,
  NoSuchRecordError,
  type RecordMistake,
  type Referrers,
  SlugTakenError,
  StillReferredToError,
  UncitedError,
  type UnknownReference,
  UnknownReferenceError,
  VersionConflictError,
} from '../../edition/correction.errors.ts';
import { builder } from '../../graphql/builder.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { getRow, type NodeModel } from '../../graphql/rows.ts';
import { inputPath } from './record-form.rules.ts';

const Mistake = builder.objectRef<RecordMistake>('CorrectionMistake').implement({
  description: 'One thing that is wrong with a record.',
  fields: (t) => ({
    record: t.exposeString('record', {
      description: 'The slug of the record; another one than that written where a rule holds between the two.',
    }),
    path: t.exposeString('path', {
      description: 'Where in the input: `participations[2].role`; empty where the whole record is meant.',
    }),
    reason: t.exposeString('reason', { description: 'For people, in English: a clause that goes after the path.' }),
  }),
});

defineProblem(InvalidRecordError, {
  name: 'InvalidRecordProblem',
  description: 'INVALID_RECORD: the record breaks the form or the rules that every record keeps to.',
  fields: (t) => ({
    mistakes: t.field({ type: [Mistake], description: 'All that is wrong.', resolve: ({ mistakes }) => [...mistakes] }),
  }),
});

const Unknown = builder.objectRef<UnknownReference>('UnknownReference').implement({
  description: 'A reference that leads nowhere.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where in the input.' }),
    key: t.exposeString('key', {
      description: 'What was written: a slug, a code, or the slug of a report and the number of a passage.',
    }),
    nearest: t.exposeString('nearest', {
      nullable: true,
      description: 'What is there and differs in few letters; null where nothing does.',
    }),
  }),
});

defineProblem(UnknownReferenceError, {
  name: 'UnknownReferenceProblem',
  description: 'UNKNOWN_REFERENCE: the record refers to something that is not in the graph. Record that first.',
  fields: (t) => ({
    references: t.field({
      type: [Unknown],
      description: 'Every reference that leads nowhere.',
      resolve: ({ references }) => [...references],
    }),
  }),
});

defineProblem(UncitedError, {
  name: 'UncitedProblem',
  description: 'UNCITED: a fact would stand in the graph that rests on no passage.',
  fields: (t) => ({
    paths: t.stringList({
      description: 'Where in the input the citations are missing.',
      resolve: ({ paths }) => [...paths],
    }),
  }),
});

defineProblem(SlugTakenError, {
  name: 'SlugTakenProblem',
  description: 'SLUG_TAKEN: another record of the kind has that slug.',
  fields: (t) => ({ slug: t.exposeString('slug', { description: 'The slug.' }) }),
});

defineProblem(NoSuchRecordError, {
  name: 'NoSuchRecordProblem',
  description: 'NO_SUCH_RECORD: nothing of the kind has that slug.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The slug that was asked for.' }),
    nearest: t.exposeString('nearest', {
      nullable: true,
      description: 'A slug that is there and differs in few letters; null where none does.',
    }),
  }),
});

defineProblem(VersionConflictError, {
  name: 'VersionConflictProblem',
  description: 'VERSION_CONFLICT: somebody has changed the record since the version that the change was based on.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'The version as it is now.' }),
    current: t.field({
      type: builder.nodeInterfaceRef(),
      description: 'The record as it is now, with nothing of the refused change in it.',
      resolve: ({ model, id }, _args, context, info) => getRow(context, info, model as NodeModel, id),
    }),
  }),
});

const Referring = builder.objectRef<Referrers>('Referrers').implement({
  description: 'What keeps a record from being deleted.',
  fields: (t) => ({
    type: t.string({ description: 'What refers to it: `Participation`.', resolve: ({ model }) => model }),
    count: t.exposeInt('count', { description: 'How many of them do.' }),
  }),
});

const Holding = builder.objectRef<HoldingJudgement>('HoldingJudgement').implement({
  description: 'A judgement of identity that keeps a record from being deleted while it holds.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the judgement, for `revokeJudgement`.' }),
    slug: t.exposeString('slug', { description: 'The other record that is judged, by its own slug.' }),
  }),
});

defineProblem(StillReferredToError, {
  name: 'StillReferredToProblem',
  description: 'STILL_REFERRED_TO: others refer to the record, and would be left without it.',
  fields: (t) => ({
    referrers: t.field({
      type: [Referring],
      description: 'What refers to it, by kind.',
      resolve: ({ referrers }) => [...referrers],
    }),
    judgements: t.field({
      type: [Holding],
      description: 'Judgements of its identity that hold: each counts among `referrers`, and is to be revoked first.',
      resolve: ({ judgements }) => [...judgements],
    }),
  }),
});

/** A refusal of a record with the names that the input has, in its message too; any other error as it is. */
export function inNamesOfInput(error: unknown): unknown {
  const named = <Told extends { readonly path: string }>(told: Told): Told => ({ ...told, path: inputPath(told.path) });
  if (error instanceof InvalidRecordError) return new InvalidRecordError(error.mistakes.map(named));
  if (error instanceof UnknownReferenceError) return new UnknownReferenceError(error.references.map(named));
  if (error instanceof UncitedError) return new UncitedError(error.paths.map(inputPath));
  return error;
}
