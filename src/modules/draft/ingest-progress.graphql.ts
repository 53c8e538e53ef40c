import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/node.ts';
import { loadRow } from '../../graphql/rows.ts';
import '../../graphql/subscription.ts';
import { ingestProgress, type IngestProgress as Progress } from '../../ingest/progress.ts';
import { DraftNode } from './draft.graphql.ts';
import { findReportOfDraft } from './draft.reads.ts';

const IngestStage = builder.enumType('IngestStage', {
  description: 'What is being done with a text.',
  values: {
    READING: { description: 'It is split into passages.' },
    EXTRACTING: { description: 'Suggestions are looked for, passage by passage.' },
    WRITING: { description: 'What came of it is written.' },
    DONE: { description: 'All of it is written. The last of its reading.' },
    FAILED: { description: 'Nothing was written. The last of its reading; whoever sent the text is told why.' },
  } as const,
});

const IngestProgress = builder.objectRef<Progress>('IngestProgress').implement({
  description: 'How far the reading of one text has come.',
  authScopes: { scope: 'READ_DRAFTS' },
  fields: (t) => ({
    job: t.exposeString('job', { description: 'Tells one reading from another that runs at the same time.' }),
    report: t.exposeString('report', { description: 'The slug of the report that the text is to become.' }),
    draft: t.field({
      type: DraftNode,
      nullable: true,
      description: 'The draft, once it is written; null before, and where the text went to a published report.',
      resolve: ({ draftId }, _args, context, info) =>
        draftId === null ? null : loadRow(context, info, 'Draft', draftId),
    }),
    stage: t.expose('stage', { type: IngestStage, description: 'What is being done.' }),
    done: t.exposeInt('done', { description: 'Passages that are through with this stage.' }),
    total: t.exposeInt('total', { description: 'All passages of the text; 0 until they are known.' }),
  }),
});

builder.subscriptionField('ingestProgress', (t) =>
  t.field({
    type: IngestProgress,
    authScopes: { scope: 'READ_DRAFTS' },
    description:
      'How far texts are that this server reads at the moment; of those that another process reads it knows nothing. Who takes an answer late gets the latest one, and what was between is left out.',
    args: {
      draft: t.arg.id({ description: 'Only texts of this draft; none such is BAD_USER_INPUT.' }),
      report: t.arg.string({
        description: 'Only texts for this report: a slug, by which a draft can be followed that is not written yet.',
      }),
    },
    subscribe: async (_root, { draft, report }, { db, ended }) => {
      const ofDraft = draft == null ? null : await reportOf(draft, (id) => findReportOfDraft(db, id));
      return ingestProgress.follow(
        (progress) => [ofDraft, report ?? null].every((slug) => slug === null || slug === progress.report),
        ended,
      );
    },
    resolve: (progress) => progress,
  }),
);

async function reportOf(draft: string, find: (id: string) => Promise<string | null>): Promise<string> {
  const { model, id } = decodeId(draft);
  const report = model === 'Draft' ? await find(id) : null;
  if (report === null) throw badUserInput('`draft` is the id of no draft.');
  return report;
}
