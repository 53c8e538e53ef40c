import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List, OrderDirection, sortBy } from '../../graphql/list.ts';
import { findOneOf } from '../../graphql/rows.ts';
import { Agreements } from '../agreement/agreement.graphql.ts';
import { Assessments } from '../assessment/assessment.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { DateRangeInput } from '../event/event.inputs.graphql.ts';
import { whereReportTells } from '../event/event.reads.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { Statements } from '../statement/statement.graphql.ts';
import { Statistics } from '../statistic/statistic.graphql.ts';
import { Passages } from './passage.graphql.ts';
import { QuotePolicy } from './report.enums.graphql.ts';
import { type ReportFilter as Filter, whereReport } from './report.reads.ts';

export const ReportNode: NodeRef<'Report'> = builder.prismaNode('Report', {
  description: 'One edition of a series, and everything that its passages tell.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `belarus-security-2019-09`.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    series: t.relation('series', { description: 'The series of which it is an edition.' }),
    periodStart: t.expose('periodStart', { type: 'LocalDate', description: 'First day of the period that it covers.' }),
    periodEnd: t.expose('periodEnd', { type: 'LocalDate', description: 'Last day of the period that it covers.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Day of publication; null where it is not known.',
    }),
    language: t.exposeString('language', { description: 'BCP 47 tag of the language in which it is written.' }),
    sourceUrl: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where it was published; null where that is not known.',
      resolve: ({ sourceUrl }) => sourceUrl,
    }),
    sections: t.relation('sections', { query: { orderBy: { ordinal: 'asc' } }, description: 'Its parts, as printed.' }),
    passages: Passages.field(t, { description: 'Its paragraphs and bullets.', within: (reportId) => ({ reportId }) }),
    events: Events.field(t, { description: 'Events that a passage of it tells.', within: whereReportTells }),
    statistics: Statistics.field(t, {
      description: 'Figures that it publishes.',
      within: (reportId) => ({ reportId }),
    }),
    agreements: Agreements.field(t, {
      description: 'Agreements that a passage of it tells.',
      within: whereReportTells,
    }),
    statements: Statements.field(t, { description: 'What it reports as said.', within: (reportId) => ({ reportId }) }),
    assessments: Assessments.field(t, { description: 'What its authors think.', within: (reportId) => ({ reportId }) }),
  }),
});

const ReportFilter = builder.inputRef<Filter>('ReportFilter');

ReportFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    series: t.stringList({ description: 'Slugs of series.' }),
    period: t.field({ type: DateRangeInput, description: 'Covering days in this range.' }),
    languages: t.stringList({ description: 'BCP 47 tags, compared exactly.' }),
    text: t.string({ description: 'Contained in the title, whatever the case, accents and script of letters.' }),
    and: t.field({ type: [ReportFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [ReportFilter], description: 'At least one of these.' }),
    not: t.field({ type: ReportFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

const ReportOrderField = builder.enumType('ReportOrderField', {
  description: 'What reports are ordered by.',
  values: {
    PERIOD: { description: 'The first day covered.' },
    TITLE: { description: 'The title, by the Unicode root collation.' },
  } as const,
});

const ReportOrder = builder
  .inputRef<{ field: 'PERIOD' | 'TITLE'; direction: 'ASC' | 'DESC' }>('ReportOrder')
  .implement({
    description: 'The order of a list of reports; ties go by slug.',
    fields: (t) => ({
      field: t.field({
        type: ReportOrderField,
        required: true,
        defaultValue: 'PERIOD',
        description: 'What to order by.',
      }),
      direction: t.field({ type: OrderDirection, required: true, defaultValue: 'DESC', description: 'Which way.' }),
    }),
  });

export const Reports: List = defineList({
  model: 'Report',
  node: ReportNode,
  plural: 'reports',
  filter: ReportFilter,
  where: whereReport,
  order: ReportOrder,
  sort: (order) =>
    order?.field === 'TITLE'
      ? sortBy('title', { field: 'title', type: 'text' }, order.direction)
      : sortBy('period', { field: 'periodStart', type: 'day' }, order?.direction ?? 'DESC'),
  ordered: 'latest period first, ties by slug',
});

export const SeriesNode: NodeRef<'Series'> = builder.prismaNode('Series', {
  description: 'A periodical whose editions are held.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Stable and readable: `belarus-security`.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    publisher: t.field({
      type: OrganisationNode,
      nullable: true,
      description: 'The body that publishes it; null where the editions held do not say.',
      resolve: ({ publisherId }, _args, context, info) => findOneOf(context, info, { Organisation: publisherId }),
    }),
    quotePolicy: t.expose('quotePolicy', {
      type: QuotePolicy,
      description: 'Who is shown the published wording of its passages (`Passage.text`), as its operator has decided.',
    }),
    reports: Reports.field(t, { description: 'Its editions.', within: (seriesId) => ({ seriesId }) }),
  }),
});

builder.queryFields((t) => ({
  series: t.prismaField({
    type: SeriesNode,
    nullable: true,
    description: 'The series with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Series.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.series.findUnique({ ...query, where: { slug } }),
  }),
  reports: Reports.field(t, { description: 'Every report held.' }),
  report: t.prismaField({
    type: ReportNode,
    nullable: true,
    description: 'The report with that slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'As in `Report.slug`.' }), asOf: asOfArg(t) },
    resolve: (query, _root, { slug }, { db }) => db.report.findUnique({ ...query, where: { slug } }),
  }),
}));
