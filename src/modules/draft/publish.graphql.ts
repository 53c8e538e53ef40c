import type { Database } from '../../database/database.ts';
import type { LoadReport, NounCount } from '../../edition/write-edition.ts';
import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/node.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { getRow, getRows, loadRow } from '../../graphql/rows.ts';
import { authorOf } from '../../graphql/viewer.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import { ReasonMissingError } from '../change/revert.errors.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { DraftChangedError, DraftPublishedError, ReportNotPublishedError, UnknownDraftError } from './draft.errors.ts';
import { DraftNode } from './draft.graphql.ts';
import {
  type EditionMistake as EditionMistakeShape,
  FactsUncitedError,
  InvalidEditionError,
  type RecordKey as RecordKeyShape,
  ReportReferredToError,
  SuggestionsOpenError,
} from './publish.errors.ts';
import { publishDraft } from './publish.writes.ts';
import { SuggestionNode } from './suggestion.graphql.ts';
import { type Withdrawal as WithdrawalShape, withdrawReport } from './withdraw.writes.ts';

/** Of the suggestions that stand in the way, so many are shown; `count` tells of all. */
const MOST_SHOWN = 100;

defineProblem(UnknownDraftError, {
  name: 'UnknownDraftProblem',
  description: 'UNKNOWN_DRAFT: there is no such draft.',
});
defineProblem(DraftPublishedError, {
  name: 'DraftPublishedProblem',
  description: 'ALREADY_PUBLISHED: it is in the graph.',
  fields: (t) => ({ report: t.exposeString('report', { description: 'The slug of the report.' }) }),
});
defineProblem(ReportNotPublishedError, {
  name: 'ReportNotPublishedProblem',
  description: 'REPORT_NOT_PUBLISHED: there is no such report.',
  fields: (t) => ({ report: t.exposeString('report', { description: 'The slug that was given.' }) }),
});
defineProblem(SuggestionsOpenError, {
  name: 'SuggestionsOpenProblem',
  description: 'SUGGESTIONS_OPEN: somebody has yet to decide about some of it.',
  fields: (t) => ({
    count: t.int({ description: 'How many are open.', resolve: ({ suggestionIds }) => suggestionIds.length }),
    suggestions: t.field({
      type: [SuggestionNode],
      description: `The first of them, at most ${MOST_SHOWN}; \`suggestions\` with \`isOpen\` lists all.`,
      resolve: ({ suggestionIds }, _args, context, info) =>
        getRows(context, info, 'DraftSuggestion', suggestionIds.slice(0, MOST_SHOWN)),
    }),
  }),
});
defineProblem(FactsUncitedError, {
  name: 'FactsUncitedProblem',
  description: 'FACTS_UNCITED: a fact would have no passage to rest on.',
  fields: (t) => ({
    count: t.int({ description: 'How many facts.', resolve: ({ suggestionIds }) => suggestionIds.length }),
    suggestions: t.field({
      type: [SuggestionNode],
      description: `The first of them, at most ${MOST_SHOWN}.`,
      resolve: ({ suggestionIds }, _args, context, info) =>
        getRows(context, info, 'DraftSuggestion', suggestionIds.slice(0, MOST_SHOWN)),
    }),
  }),
});

const EditionMistake = builder.objectRef<EditionMistakeShape>('EditionMistake').implement({
  description: 'One thing that keeps records from being an edition.',
  fields: (t) => ({
    suggestion: t.field({
      type: SuggestionNode,
      nullable: true,
      description: 'In which record; null where the edition as a whole is meant.',
      resolve: ({ suggestionId }, _args, context, info) =>
        suggestionId === null ? null : loadRow(context, info, 'DraftSuggestion', suggestionId),
    }),
    path: t.exposeString('path', {
      description: 'The way to it in the record: `participations[2].role`; empty where the whole is meant.',
    }),
    reason: t.exposeString('reason', { description: 'For people, in English: a clause that goes after the path.' }),
  }),
});

defineProblem(InvalidEditionError, {
  name: 'InvalidEditionProblem',
  description: 'INVALID_EDITION: the records do not hold together.',
  fields: (t) => ({
    mistakes: t.field({
      type: [EditionMistake],
      description: 'Everything that is wrong.',
      resolve: ({ mistakes }) => [...mistakes],
    }),
  }),
});

const RecordKey = builder.objectRef<RecordKeyShape>('RecordKey').implement({
  description: 'A record, by what people know it by.',
  fields: (t) => ({
    noun: t.exposeString('noun', { description: 'As the files of an edition are named: `events`.' }),
    key: t.exposeString('key', { description: 'Its slug, code or number.' }),
  }),
});

defineProblem(ReportReferredToError, {
  name: 'ReportReferredToProblem',
  description: 'STILL_REFERRED_TO: something that stays refers to what the report alone tells.',
  fields: (t) => ({
    records: t.field({
      type: [RecordKey],
      description: 'What is referred to.',
      resolve: ({ records }) => [...records],
    }),
  }),
});

const WrittenCount = builder.objectRef<NounCount>('WrittenCount').implement({
  description: 'What was done with the records of one noun.',
  fields: (t) => ({
    noun: t.exposeString('noun', { description: 'As the files of an edition are named: `events`.' }),
    created: t.exposeInt('created', { description: 'New in the graph.' }),
    updated: t.exposeInt('updated', { description: 'In the graph before, and told more of now.' }),
    unchanged: t.exposeInt('unchanged', { description: 'In the graph before, just so.' }),
  }),
});

interface Published {
  readonly draftId: string;
  readonly written: LoadReport;
}

const PublishedReport = builder.objectRef<Published>('PublishedReport').implement({
  description: 'An edition that is in the graph now.',
  fields: (t) => ({
    report: t.field({
      type: ReportNode,
      description: 'The report.',
      resolve: async ({ written }, _args, context, info) => {
        const { id } = await context.db.report.findUniqueOrThrow({
          where: { slug: written.report },
          select: { id: true },
        });
        return getRow(context, info, 'Report', id);
      },
    }),
    draft: t.field({
      type: DraftNode,
      description: 'Its draft, kept for the day on which it is withdrawn.',
      resolve: ({ draftId }, _args, context, info) => getRow(context, info, 'Draft', draftId),
    }),
    counts: t.field({
      type: [WrittenCount],
      description: 'What was written, by noun.',
      resolve: ({ written }) => [...written.counts],
    }),
  }),
});

const WithdrawnReport = builder.objectRef<WithdrawalShape>('WithdrawnReport').implement({
  description: 'A report that is in the graph no more.',
  fields: (t) => ({
    draft: t.field({
      type: DraftNode,
      description: 'What it was, to be corrected and published again.',
      resolve: ({ draftId }, _args, context, info) => getRow(context, info, 'Draft', draftId),
    }),
    removedCount: t.int({
      description: 'How many records are out of the graph.',
      resolve: ({ removed }) => [...removed.values()].reduce((sum, count) => sum + count, 0),
    }),
    kept: t.field({
      type: [RecordKey],
      description:
        'Records that stay, for others tell them as well or refer to them, without what the report said of them.',
      resolve: ({ kept }) => [...kept],
    }),
  }),
});

const PublishReportInput = builder.inputType('PublishReportInput', {
  description: 'Which draft to publish.',
  fields: (t) => ({
    draft: t.id({ required: true, description: 'Of the draft.' }),
    version: t.int({ description: 'The `version` of the draft that was looked at; left out, whatever it is.' }),
    reason: t.string({ description: 'Why; it stands in the change log.' }),
  }),
});

const WithdrawReportInput = builder.inputType('WithdrawReportInput', {
  description: 'Which report to withdraw.',
  fields: (t) => ({
    report: t.string({ required: true, description: 'Slug of the report.' }),
    reason: t.string({ required: true, description: 'Why; it stands in the change log.' }),
    version: t.int({ description: 'The `version` of its draft that was looked at; left out, whatever it is.' }),
  }),
});

builder.mutationFields((t) => ({
  publishReport: t.field({
    type: PublishedReport,
    authScopes: { scope: 'PUBLISH' },
    description:
      'Puts an edition into the graph: all that was accepted in its draft, or nothing. What the graph has already is added to, and stays as it is.',
    args: { input: t.arg({ type: PublishReportInput, required: true, description: 'Which draft.' }) },
    errors: {
      types: [
        UnknownDraftError,
        DraftChangedError,
        DraftPublishedError,
        SuggestionsOpenError,
        FactsUncitedError,
        InvalidEditionError,
      ],
    },
    resolve: async (_root, { input }, context) => {
      const { model, id } = decodeId(input.draft);
      if (model !== 'Draft') throw new UnknownDraftError();
      const { by } = authorOf(context.viewer);
      const publish = (db: Database) => publishDraft(db, id, input.version ?? null, by);
      const written = await writeAsViewer(context, input.reason ?? null, publish, 'PUBLISHED');
      return { draftId: id, written };
    },
  }),
  withdrawReport: t.field({
    type: WithdrawnReport,
    authScopes: { scope: 'PUBLISH' },
    description:
      'Takes an edition out of the graph, with all that it alone tells, and leaves it as a draft with everything that was decided. What other editions tell as well stays, without what this one said of it.',
    args: { input: t.arg({ type: WithdrawReportInput, required: true, description: 'Which report, and why.' }) },
    errors: { types: [ReportNotPublishedError, DraftChangedError, ReportReferredToError, ReasonMissingError] },
    resolve: (_root, { input }, context) => {
      const reason = input.reason.trim();
      if (reason === '') throw new ReasonMissingError();
      const { by } = authorOf(context.viewer);
      const withdraw = (db: Database) => withdrawReport(db, input.report, input.version ?? null, by);
      return writeAsViewer(context, reason, withdraw, 'WITHDRAWN');
    },
  }),
}));
