import { builder } from '../../graphql/builder.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { loadRow } from '../../graphql/rows.ts';
import { authorOf } from '../../graphql/viewer.ts';
import { readDigest } from '../../ingest/digest/read-digest.ts';
import { ExtractorUnavailableError } from '../../ingest/http-extractor.ts';
import {
  BinaryFileError,
  EmptyTextError,
  TextTooLargeError,
  UnreadableEncodingError,
} from '../../ingest/ingest.errors.ts';
import { type IngestResult, ingestReport } from '../../ingest/ingest-report.ts';
import { ingestProgress } from '../../ingest/progress.ts';
import { createIngestTools } from '../../ingest/tools.ts';
import { PassageKind } from '../report/report.enums.graphql.ts';
import {
  DraftChangedError,
  EditionInputError,
  type PassageDifference,
  PassagesDifferError,
  PeriodAlreadyPublishedError,
} from './draft.errors.ts';
import { DigestWarning, DraftNode } from './draft.graphql.ts';
import type { PassageChange as PassageChangeShape } from './passage-diff.rules.ts';

defineProblem(EditionInputError, {
  name: 'EditionInputProblem',
  description:
    'What was said of the edition cannot be: INVALID_SERIES, INVALID_PERIOD, INVALID_LANGUAGE, INVALID_SOURCE_URL or INVALID_TITLE.',
});
defineProblem(EmptyTextError, { name: 'EmptyTextProblem', description: 'EMPTY_TEXT: there are no words in it.' });
defineProblem(BinaryFileError, { name: 'BinaryFileProblem', description: 'BINARY_FILE: it is no text.' });
defineProblem(UnreadableEncodingError, {
  name: 'UnreadableEncodingProblem',
  description: 'UNREADABLE_ENCODING: it is not in the encoding in which it should be.',
});
defineProblem(TextTooLargeError, {
  name: 'TextTooLargeProblem',
  description: 'TEXT_TOO_LARGE: no digest is so long.',
  fields: (t) => ({
    bytes: t.exposeInt('bytes', { description: 'Its size in bytes.' }),
    limit: t.exposeInt('limit', { description: 'The most that a digest may have.' }),
  }),
});
defineProblem(PeriodAlreadyPublishedError, {
  name: 'PeriodAlreadyPublishedProblem',
  description: 'PERIOD_ALREADY_PUBLISHED: there is a report of that period, and the text is not its.',
  fields: (t) => ({ report: t.exposeString('report', { description: 'The slug of that report.' }) }),
});
defineProblem(DraftChangedError, {
  name: 'DraftChangedProblem',
  description: 'DRAFT_CHANGED: somebody else has written in the meantime.',
  fields: (t) => ({ version: t.exposeInt('version', { description: "The draft's version now." }) }),
});

defineProblem(ExtractorUnavailableError, {
  name: 'ExtractorUnavailableProblem',
  description:
    'EXTRACTOR_UNAVAILABLE: the extractor that the server is configured with did not answer with suggestions. Nothing was written.',
});

const PassageDifferenceType = builder.objectRef<PassageDifference>('PassageDifference').implement({
  description: 'A passage that either a text or a published report has, and not the other.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'As in `Passage.number`.' }),
    inReport: t.expose('inReport', {
      type: PassageKind,
      nullable: true,
      description: 'What it is in the report; null where the report has none of that number.',
    }),
    inText: t.expose('inText', {
      type: PassageKind,
      nullable: true,
      description: 'What it is in the text; null where the text has none of that number.',
    }),
  }),
});

defineProblem(PassagesDifferError, {
  name: 'PassagesDifferProblem',
  description: 'PASSAGES_DIFFER: the text is not divided as the published report is.',
  fields: (t) => ({
    report: t.exposeString('report', { description: 'The slug of that report.' }),
    differences: t.field({
      type: [PassageDifferenceType],
      description: 'Where they differ.',
      resolve: ({ differences }) => [...differences],
    }),
  }),
});

const PassageChangeKind = builder.enumType('PassageChangeKind', {
  description: 'What became of a passage when a text was corrected.',
  values: {
    ADDED: { description: 'It is new.' },
    REMOVED: { description: 'It is gone.' },
    CHANGED: { description: 'It has other words.' },
    MOVED: { description: 'It has the same words in another place.' },
  } as const,
});

const PassageChange = builder.objectRef<PassageChangeShape>('PassageChange').implement({
  description:
    'A passage that a corrected text has otherwise. One that only has another number, for others came or went before it, is none.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PassageChangeKind, description: 'What became of it.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'Its number before; null for one that was added.',
    }),
    after: t.exposeString('after', { nullable: true, description: 'Its number now; null for one that is gone.' }),
  }),
});

interface LostQuoteShape {
  readonly passage: string;
  readonly quote: string;
}

const LostQuote = builder.objectRef<LostQuoteShape>('LostQuote').implement({
  description: 'Words by which a published fact is cited, and which the passage does not have.',
  fields: (t) => ({
    passage: t.exposeString('passage', { description: 'The number of the passage.' }),
    quote: t.exposeString('quote', { description: 'The words.' }),
  }),
});

const IngestOutcomeKind = builder.enumType('IngestOutcome', {
  description: 'What came of a text.',
  values: {
    CREATED: { description: 'A new draft.' },
    CORRECTED: { description: 'The draft that there is has another text, or another title or address.' },
    ATTACHED: { description: 'A published report, or a draft without a text, has its wording now.' },
    UNCHANGED: { description: 'Nothing: all of it was there.' },
  } as const,
});

const IngestedReport = builder.objectRef<IngestResult>('IngestedReport').implement({
  description: 'What came of a text that was taken in.',
  fields: (t) => ({
    outcome: t.expose('kind', { type: IngestOutcomeKind, description: 'What was done with it.' }),
    report: t.string({
      description: 'The slug of the report that it becomes, or that it is of.',
      resolve: ({ heading }) => heading.report,
    }),
    draft: t.field({
      type: DraftNode,
      nullable: true,
      description: 'The draft; null where the report never was one.',
      resolve: ({ draftId }, _args, context, info) =>
        draftId === null ? null : loadRow(context, info, 'Draft', draftId),
    }),
    passageCount: t.int({
      description: 'How many paragraphs and bullets the text has.',
      resolve: ({ digest }) => digest.passages.length,
    }),
    warnings: t.field({
      type: [DigestWarning],
      description: 'What was odd in the text.',
      resolve: ({ digest }) => [...digest.warnings],
    }),
    changes: t.field({
      type: [PassageChange],
      description: 'What the text has otherwise than the one before; empty for a new draft.',
      resolve: ({ changes }) => [...changes],
    }),
    dropped: t.exposeInt('dropped', {
      description: 'How many suggestions were thrown away, for their spans were not in their passages.',
    }),
    lostQuotes: t.field({
      type: [LostQuote],
      description: 'For a published report: the quotes that the text does not have, to be looked at.',
      resolve: ({ lostQuotes }) => [...lostQuotes],
    }),
  }),
});

const TextFormat = builder.enumType('TextFormat', {
  description: 'How a text is marked up.',
  values: {
    TEXT: { value: 'text', description: 'Not at all: one paragraph a line.' },
    MARKDOWN: { value: 'markdown', description: 'By Markdown.' },
    HTML: { value: 'html', description: 'As a page of the web, of which only the article is read.' },
  } as const,
});

const IngestReportInput = builder.inputType('IngestReportInput', {
  description: 'The text of a digest, and which edition it is. Send the text in a variable.',
  fields: (t) => ({
    text: t.string({ required: true, description: 'The digest, at most as large as a request may be.' }),
    format: t.field({ type: TextFormat, description: 'Its markup; left out, it is found out.' }),
    series: t.string({ required: true, description: 'Slug of the series, which may be new.' }),
    period: t.string({ required: true, description: 'The month that it covers: `2019-10`.' }),
    language: t.string({ description: 'BCP 47 tag of the text; `en` when left out.' }),
    sourceUrl: t.string({ description: 'Where it was published.' }),
    title: t.string({ description: "The report's title; left out, that of the series with the month." }),
    seriesTitle: t.string({ description: 'The title of a series that is new; left out, it is made of the slug.' }),
  }),
});

builder.mutationField('ingestReport', (t) =>
  t.field({
    type: IngestedReport,
    authScopes: { scope: 'EDIT' },
    description:
      'Takes the text of a digest in: as a new draft with suggestions, as a correction of the draft that there is, or as the wording of a report that is published. The same text a second time changes nothing.',
    args: { input: t.arg({ type: IngestReportInput, required: true, description: 'The text and its edition.' }) },
    errors: {
      types: [
        EditionInputError,
        EmptyTextError,
        BinaryFileError,
        UnreadableEncodingError,
        TextTooLargeError,
        PassagesDifferError,
        PeriodAlreadyPublishedError,
        DraftChangedError,
        ExtractorUnavailableError,
      ],
    },
    resolve: (_root, { input }, { client, viewer, extractorUrl, ended }) => {
      const { text, format, ...edition } = input;
      const read = () => readDigest(Buffer.from(text, 'utf8'), format ? { format } : {});
      return ingestReport(client, edition, read, {
        ...createIngestTools(extractorUrl),
        author: authorOf(viewer, null),
        ended,
        onProgress: (progress) => ingestProgress.publish(progress),
      });
    },
  }),
);
