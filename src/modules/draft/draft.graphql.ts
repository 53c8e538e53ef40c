import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { decodeId } from '../../graphql/node.ts';
import { loadRow } from '../../graphql/rows.ts';
import { SectionKind } from '../report/report.enums.graphql.ts';
import { DraftState } from './draft.enums.graphql.ts';
import { type DraftFilter as Filter, whereDraft } from './draft.reads.ts';
import { Suggestions } from './suggestion.graphql.ts';

interface Warning {
  readonly code: string;
  readonly message: string;
  readonly passage: string | null;
}

export const DigestWarning = builder.objectRef<Warning>('DigestWarning').implement({
  description: 'Something odd in a text that did not keep it from being read.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: it never changes.' }),
    message: t.exposeString('message', { description: 'For people, in English.' }),
    passage: t.exposeString('passage', {
      nullable: true,
      description: 'The number of the passage; null where the text as a whole is meant.',
    }),
  }),
});

interface Section {
  readonly kind: (typeof SectionKind)['$inferType'];
  readonly heading?: string;
}

const DraftSection = builder.objectRef<Section>('DraftSection').implement({
  description: 'A part of a draft under one heading.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SectionKind, description: 'What the part is for.' }),
    heading: t.string({
      nullable: true,
      description: 'The heading as printed; null where it has none.',
      resolve: ({ heading }) => heading ?? null,
    }),
  }),
});

const DraftPassage = builder.prismaObject('DraftPassage', {
  description: 'A paragraph or bullet of a draft, with its published wording.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'As in `Passage.number`.' }),
    section: t.expose('section', { type: SectionKind, description: 'The part in which it stands.' }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The published wording; null where nobody has loaded it.',
    }),
    start: t.exposeInt('spanStart', {
      nullable: true,
      description: 'Where it begins in the canonical text, in Unicode code points from 0; null without a text.',
    }),
    end: t.exposeInt('spanEnd', {
      nullable: true,
      description: 'The first code point after it; null without a text.',
    }),
  }),
});

export const DraftNode: NodeRef<'Draft'> = builder.prismaNode('Draft', {
  description:
    'An edition that is being prepared. Nothing of it is in the graph before it is published: no list, count or search finds it.',
  id: { field: 'id' },
  authScopes: { scope: 'READ_DRAFTS' },
  fields: (t) => ({
    report: t.exposeString('reportSlug', {
      description: 'The slug of the report that it becomes: that of its series, and the period.',
    }),
    series: t.exposeString('seriesSlug', { description: 'The slug of its series, which the graph need not have yet.' }),
    seriesTitle: t.exposeString('seriesTitle', { description: 'The title of its series.' }),
    title: t.exposeString('title', { description: 'The title of the report.' }),
    periodStart: t.expose('periodStart', { type: 'LocalDate', description: 'First day covered.' }),
    periodEnd: t.expose('periodEnd', { type: 'LocalDate', description: 'Last day covered.' }),
    language: t.exposeString('language', { description: 'BCP 47 tag of the text.' }),
    sourceUrl: t.expose('sourceUrl', {
      type: 'URL',
      nullable: true,
      description: 'Where the text was published; null where nobody has said.',
    }),
    state: t.expose('state', { type: DraftState, description: 'Where its making stands.' }),
    version: t.exposeInt('version', {
      description:
        'Grows with every change of its text, its heading and its state; send it back to write only on what you saw.',
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'SHA-256 of the canonical text in UTF-8, in hexadecimal; null where nobody has loaded the text.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The canonical text, into which spans point; null where nobody has loaded it.',
    }),
    extractor: t.exposeString('extractor', {
      nullable: true,
      description: 'Name and version of what read the text last; null where its facts came from the graph.',
    }),
    dropped: t.exposeInt('dropped', {
      description: 'How many suggestions of the last reading were thrown away: their spans were not in their passages.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
    updatedBy: t.exposeString('updatedBy', { description: 'By whom.' }),
    warnings: t.field({
      type: [DigestWarning],
      description: 'What was odd in the text.',
      resolve: ({ warnings }) => warnings as unknown as Warning[],
    }),
    sections: t.field({
      type: [DraftSection],
      description: 'Its parts, in the order of print.',
      resolve: ({ sections }) => sections as unknown as Section[],
    }),
    passages: t.relation('passages', {
      type: DraftPassage,
      query: { orderBy: { ordinal: 'asc' } },
      description: 'Its paragraphs and bullets, as printed.',
    }),
    suggestions: Suggestions.field(t, {
      description: 'The records that it is made of, and what has been decided about each.',
      within: (draftId) => ({ draftId }),
    }),
  }),
});

const DraftFilter = builder.inputRef<Filter>('DraftFilter');

DraftFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    states: t.field({ type: [DraftState], description: 'In one of these states.' }),
    series: t.stringList({ description: 'Slugs of series.' }),
    and: t.field({ type: [DraftFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [DraftFilter], description: 'At least one of these.' }),
    not: t.field({ type: DraftFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Drafts: List = defineList({
  model: 'Draft',
  node: DraftNode,
  plural: 'drafts',
  filter: DraftFilter,
  where: whereDraft,
  sort: () => ({
    name: 'latest',
    keys: [
      { field: 'periodStart', type: 'day', direction: 'desc' },
      { field: 'reportSlug', type: 'text', direction: 'asc' },
    ],
  }),
  ordered: 'latest period first, ties by slug',
});

builder.queryFields((t) => ({
  drafts: Drafts.field(t, { description: 'Every edition that is or was being prepared here.' }),
  draft: t.field({
    type: DraftNode,
    nullable: true,
    description: 'The draft with that id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'As in `Draft.id`.' }) },
    resolve: async (_root, { id }, context, info) => {
      const key = decodeId(id);
      return key.model === 'Draft' ? loadRow(context, info, 'Draft', key.id) : null;
    },
  }),
}));
