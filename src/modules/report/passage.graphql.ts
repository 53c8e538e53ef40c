import { asOfArg } from '../../graphql/as-of.ts';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import { mayQuote } from './quote.rules.ts';
import { PassageKind, SectionKind } from './report.enums.graphql.ts';
import { type PassageFilter as Filter, wherePassage } from './report.reads.ts';

export const SectionNode: NodeRef<'Section'> = builder.prismaNode('Section', {
  description: 'A part of a report under one heading.',
  id: { field: 'id' },
  fields: (t) => ({
    kind: t.expose('kind', { type: SectionKind, description: 'What the part is for.' }),
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'The heading as printed; null where it has none.',
    }),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in the report, from 1.' }),
    passages: t.relation('passages', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'Its paragraphs and bullets, as printed.',
    }),
  }),
});

export const PassageNode: NodeRef<'Passage'> = builder.prismaNode('Passage', {
  description: 'One paragraph or bullet of a report: the unit that facts cite.',
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number', {
      description:
        "The paragraph's number, counted from 1 through the whole report; for a bullet that and the bullet's own: `21.3`.",
    }),
    kind: t.expose('kind', { type: PassageKind, description: 'What it is in print.' }),
    section: t.relation('section', { description: 'The part of the report in which it stands.' }),
    report: t.relation('report', { description: 'The report in which it stands.' }),
    gist: t.exposeString('gist', { description: 'What it says, in our own words.' }),
    text: t.string({
      nullable: true,
      description:
        'The published wording. Null unless the operator, holding it, has loaded it: it is not part of the dataset. Null, too, for whoever has not READ_DRAFTS, unless `Series.quotePolicy` is FULL; `search` finds and marks it under FULL alone.',
      select: { text: true, report: { select: { series: { select: { quotePolicy: true } } } } },
      resolve: ({ text, report }, _args, { viewer }) =>
        mayQuote(report.series.quotePolicy, viewer.scopes) ? text : null,
    }),
    countries: t.field({
      type: [CountryNode],
      description:
        'Countries named in it, also by an adjective or by a capital standing for the government, in the order of mention.',
      select: (_args, _context, nested) => ({
        countries: { orderBy: { ordinal: 'asc' }, select: { country: nested(true) } },
      }),
      resolve: ({ countries }) => countries.map(({ country }) => country),
    }),
    topics: t.field({
      type: [TopicNode],
      description: 'Subjects, equipment and programmes that it mentions.',
      select: (_args, _context, nested) => ({
        topics: { orderBy: { ordinal: 'asc' }, select: { topic: nested(true) } },
      }),
      resolve: ({ topics }) => topics.map(({ topic }) => topic),
    }),
    citations: t.relation('citations', {
      // A citation has one subject; of the others nothing is known here, and what is not known comes last.
      query: {
        orderBy: [
          { event: { startDate: 'asc' } },
          { event: { slug: 'asc' } },
          { participation: { event: { startDate: 'asc' } } },
          { participation: { event: { slug: 'asc' } } },
          { participation: { ordinal: 'asc' } },
          { tenure: { actor: { slug: 'asc' } } },
          { tenure: { office: { slug: 'asc' } } },
          { agreement: { slug: 'asc' } },
          { statistic: { slug: 'asc' } },
          { statement: { slug: 'asc' } },
          { assessment: { slug: 'asc' } },
        ],
      },
      description:
        'The facts that rest on it: events, earliest first, who took part in them, tenures, agreements, figures, statements, assessments. Empty for a passage that states none.',
    }),
  }),
});

const PassageFilter = builder.inputRef<Filter>('PassageFilter');

PassageFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    sections: t.field({ type: [SectionKind], description: 'In a section of one of these kinds.' }),
    kinds: t.field({ type: [PassageKind], description: 'Paragraphs or bullets.' }),
    countries: t.field({ type: ['CountryCode'], description: 'Naming one of these countries.' }),
    topics: t.stringList({ description: 'Slugs of topics; a topic also finds its narrower ones.' }),
    reports: t.stringList({ description: 'Slugs of reports.' }),
    text: t.string({ description: 'Contained in the gist, whatever the case, accents and script of letters.' }),
    and: t.field({ type: [PassageFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [PassageFilter], description: 'At least one of these.' }),
    not: t.field({ type: PassageFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Passages: List = defineList({
  model: 'Passage',
  node: PassageNode,
  plural: 'passages',
  filter: PassageFilter,
  where: wherePassage,
  sort: () => ({
    name: 'print',
    keys: [
      { field: 'ordinal', type: 'integer', direction: 'asc' },
      { field: 'id', type: 'id', direction: 'asc' },
    ],
  }),
  ordered: 'as printed',
});

builder.queryField('passage', (t) =>
  t.prismaField({
    type: PassageNode,
    nullable: true,
    description: 'One passage by its number; null when there is none.',
    args: {
      report: t.arg.string({ required: true, description: 'Slug of the report.' }),
      number: t.arg.string({
        required: true,
        description: 'As in `Passage.number`: `"12"`, or `"21.3"` for a bullet.',
      }),
      asOf: asOfArg(t),
    },
    resolve: (query, _root, { report, number }, { db }) =>
      db.passage.findFirst({ ...query, where: { number, report: { slug: report } } }),
  }),
);
