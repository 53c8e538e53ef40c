import type { GraphQLResolveInfo } from 'graphql';
import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { DEFAULT_PAGE, MAX_PAGE } from '../../graphql/paging.ts';
import { getRow } from '../../graphql/rows.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { AgreementNode } from '../agreement/agreement.graphql.ts';
import { AssessmentNode } from '../assessment/assessment.graphql.ts';
import { EventNode } from '../event/event.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { PassageNode } from '../report/passage.graphql.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { StatementNode } from '../statement/statement.graphql.ts';
import { IndicatorNode } from '../statistic/indicator.graphql.ts';
import { StatisticNode } from '../statistic/statistic.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import type { Range } from './highlight.rules.ts';
import { SearchFilter, SearchType } from './search.inputs.graphql.ts';
import type { Hit } from './search.reads.ts';
import { SEARCHED } from './search-filter.reads.ts';
import { cursorOfHit, findHitOfCursor, type Highlight, openSearch, type SearchResults } from './search-page.reads.ts';
import { listSuggestions, type Suggested } from './suggest.reads.ts';

const SearchResult = builder.unionType('SearchResult', {
  description: 'Something found.',
  types: () => [
    ActorNode,
    OrganisationNode,
    EventNode,
    AgreementNode,
    StatisticNode,
    IndicatorNode,
    StatementNode,
    AssessmentNode,
    TopicNode,
    ReportNode,
    PassageNode,
  ],
});

/** One statement a type for all that are found at this place of the query. */
const nodeOf = (context: Context, info: GraphQLResolveInfo, { type, id }: Pick<Hit, 'type' | 'id'>) =>
  getRow(context, info, type, id);

const TextRange = builder.objectRef<Range>('TextRange').implement({
  description: 'A stretch of a text, counted in UTF-16 code units as in JavaScript and Java.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'The first code unit, from 0.' }),
    end: t.exposeInt('end', { description: 'The one after the last.' }),
  }),
});

const SearchHighlight = builder.objectRef<Highlight>('SearchHighlight').implement({
  description: 'A piece of a text in which something was found. Plain text: mark the ranges as you like.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description:
        'The field of the node that has the text, such as `summary`; `offices` are the titles of those held, and `indicator` is its name.',
    }),
    fragment: t.exposeString('fragment', {
      description:
        'The text as it stands, whole if it is short, else about 240 code units of it from some words before the first range.',
    }),
    ranges: t.field({
      type: [TextRange],
      description: 'The words that matched, in order and apart: inflected, otherwise spelled or in another script too.',
      resolve: ({ ranges }) => [...ranges],
    }),
  }),
});

const SearchEdge = builder.objectRef<{ results: SearchResults; hit: Hit }>('SearchEdge').implement({
  description: 'One of what was found, with its place in the list.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Pass it as `after` to go on from here, with the same text, types and filter.',
      resolve: ({ hit }) => cursorOfHit(hit),
    }),
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      resolve: ({ hit }, _args, context, info) => nodeOf(context, info, hit) as never,
    }),
    score: t.float({
      description:
        'How well it fits, from 0 to 1: the rank of its words (a name or title before a summary, a summary before the rest), and for what bears a name half of it the likeness of that name. Comparable within one search only.',
      resolve: ({ hit }) => hit.score / 1_000_000,
    }),
    highlights: t.field({
      type: [SearchHighlight],
      description:
        'Where it was found: at most five texts of it, names and titles first. Empty where a search only excludes.',
      resolve: async ({ results, hit }) => [...((await results.highlightsById()).get(hit.id) ?? [])],
    }),
  }),
});

const SearchConnection = builder.objectRef<SearchResults>('SearchConnection').implement({
  description: 'A page of what was found, best first, ties in the order of `SearchType` and then by id.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'The page with score and highlights.',
      complexity: { field: 0, multiplier: 1 },
      resolve: async (results) => (await results.page()).hits.map((hit) => ({ results, hit })),
    }),
    nodes: t.field({
      type: [SearchResult],
      description: 'The page without them.',
      complexity: { field: 0, multiplier: 1 },
      resolve: async (results, _args, context, info) =>
        Promise.all((await results.page()).hits.map((hit) => nodeOf(context, info, hit))) as never,
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Whether the list goes on, and the cursors at both ends of this page.',
      complexity: { field: 0, multiplier: 1 },
      resolve: async (results) => {
        const { hits, hasNextPage } = await results.page();
        const [head, tail] = [hits[0], hits.at(-1)];
        return {
          hasNextPage,
          hasPreviousPage: results.isContinued,
          startCursor: head ? cursorOfHit(head) : null,
          endCursor: tail ? cursorOfHit(tail) : null,
        };
      },
    }),
    totalCount: t.int({
      description: 'How many are found on all pages; counted only when asked for.',
      resolve: (results) => results.totalCount(),
    }),
  }),
});

const Suggestion = builder.objectRef<Suggested>('Suggestion').implement({
  description: 'A name or title that goes on as typed.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'The name or title that begins so, which may be another spelling than the preferred one.',
    }),
    name: t.exposeString('name', { description: 'The preferred name or the title.' }),
    type: t.field({ type: SearchType, description: 'What it is.', resolve: ({ type }) => type }),
    node: t.field({
      type: SearchResult,
      description: 'Whose name it is.',
      resolve: (suggested, _args, context, info) => nodeOf(context, info, suggested) as never,
    }),
  }),
});

/** A search looks into every table, whatever it finds. */
const SEARCH_COST = 50;
const SUGGEST_COST = 20;
const MOST_SUGGESTIONS = 50;

function sizeOf(first: number | null | undefined, most: number, usual: number): number {
  const size = first ?? usual;
  if (size < 0 || size > most) throw badUserInput(`\`first\` must lie between 0 and ${most}; it is ${size}.`);
  return size;
}

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    description:
      'Whatever holds all the words, in any inflection, case, accent, script or romanisation; a name also with a letter wrong. In order: best first.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Words that all have to be there; `or` between alternatives, `-` before what must not be there, "quotes" around words that stand side by side. Any string will do; one without a word finds nothing, and words after the 32nd are passed over.',
      }),
      types: t.arg({ type: [SearchType], description: 'What to look for; leave it out for everything.' }),
      filter: t.arg({ type: SearchFilter, description: 'Where to look; leave it out for everywhere.' }),
      first: t.arg.int({
        description: `How many to list, or from \`after\` on: 0 to ${MAX_PAGE}, ${DEFAULT_PAGE} by default.`,
      }),
      after: t.arg.string({ description: 'List only what follows this cursor.' }),
    },
    complexity: ({ first }) => ({ field: SEARCH_COST, multiplier: Math.max(0, first ?? DEFAULT_PAGE) }),
    resolve: (_root, { text, types, filter, first, after }, { db }) => {
      const beyond = after == null ? null : findHitOfCursor(after);
      if (after != null && !beyond) throw badUserInput('`after` is no cursor of a search. Pass a cursor as it came.');
      const size = sizeOf(first, MAX_PAGE, DEFAULT_PAGE);
      return openSearch(db, { text, types: types ?? null, filter: filter ?? {}, size, after: beyond });
    },
  }),
  suggest: t.field({
    type: [Suggestion],
    description:
      'Names and titles that hold words beginning as typed, in any case, accent, script or romanisation; those that begin with it first, then those spelled so before those that only sound so, then by type and length.',
    args: {
      prefix: t.arg.string({ required: true, description: 'What has been typed so far. Blank suggests nothing.' }),
      types: t.arg({
        type: [SearchType],
        description: 'What to suggest; leave it out for everything. Types without a name or title never are.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `How many at most: 0 to ${MOST_SUGGESTIONS}.`,
      }),
    },
    complexity: ({ first }) => ({ field: SUGGEST_COST, multiplier: Math.max(0, first) }),
    resolve: (_root, { prefix, types, first }, { db }) =>
      listSuggestions(db, prefix, types ?? SEARCHED, sizeOf(first, MOST_SUGGESTIONS, 10)),
  }),
}));
