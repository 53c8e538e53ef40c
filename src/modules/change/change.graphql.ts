import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineList, type List } from '../../graphql/list.ts';
import { loadRow, NODE_MODELS, type NodeModel } from '../../graphql/rows.ts';
import { cursorOf, type Sort, valuesOfCursor } from '../../graphql/sort.ts';
import { Scope } from '../access/viewer.graphql.ts';
import { type ChangeFilter as Filter, whereChange } from './change.reads.ts';
import { imagesOf, nameOfSet } from './change.rules.ts';

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What became of an entity.',
  values: {
    CREATED: { description: 'It was not there before.' },
    UPDATED: { description: 'It or a part of it, such as a participation or a citation, is another now.' },
    DELETED: { description: 'It is gone, with all its parts.' },
  } as const,
});

const EntityType = builder.enumType('EntityType', {
  description: 'What has changes of its own; all else is a part of one of these.',
  values: {
    ACTOR: { value: 'Actor', description: 'With its names and tenures.' },
    AGREEMENT: { value: 'Agreement', description: 'With its names, parties, signatories and events.' },
    API_KEY: { value: 'ApiKey', description: 'By itself, without its use. Its changes need ADMIN.' },
    ASSESSMENT: { value: 'Assessment', description: 'With what it is about.' },
    COUNTRY: { value: 'Country', description: 'By itself.' },
    DRAFT: { value: 'Draft', description: 'With its passages, without its suggestions. Its changes need READ_DRAFTS.' },
    DRAFT_SUGGESTION: {
      value: 'DraftSuggestion',
      description: 'By itself: what was decided about it, and by whom. Its changes need READ_DRAFTS.',
    },
    EVENT: { value: 'Event', description: 'With its names, venues, topics and participations.' },
    INDICATOR: { value: 'Indicator', description: 'Without its figures.' },
    OFFICE: { value: 'Office', description: 'Without its tenures, which are parts of actors.' },
    ORGANISATION: { value: 'Organisation', description: 'With its names.' },
    PASSAGE: { value: 'Passage', description: 'With the countries and topics that it names.' },
    PLACE: { value: 'Place', description: 'By itself.' },
    REPORT: { value: 'Report', description: 'With its sections, without its passages.' },
    SERIES: { value: 'Series', description: 'Without its reports.' },
    STATEMENT: { value: 'Statement', description: 'With its topics and what it is about.' },
    STATISTIC: { value: 'Statistic', description: 'By itself.' },
    TOPIC: { value: 'Topic', description: 'By itself.' },
  } as const,
});

const byRow = { orderBy: { id: 'asc' } } as const;
const bySet = { set: { select: { at: true, by: true, reason: true, action: true } } } as const;

const COMMIT_ORDER: Sort = { name: 'commit', keys: [{ field: 'seq', type: 'bigint', direction: 'asc' }] };

/** The place in the log that a cursor of `changes` means. */
export const placeOfCursor = (cursor: string): bigint => valuesOfCursor(COMMIT_ORDER, cursor, 'after')[0] as bigint;

const IMAGE =
  'the rows that changed, by the name of their table, each with all its columns as the database holds them: for comparing and for people to read. What the database works out itself is left out, and so are the wording of digests and the hashes of keys.';

export const LoggedChangeNode: NodeRef<'LoggedChange'> = builder.prismaNode('LoggedChange', {
  description:
    'What one transaction made of one entity, its parts and citations included. Kept for good: nothing takes a change back but another one.',
  id: { field: 'id' },
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'What became of the entity.' }),
    action: t.string({
      nullable: true,
      description:
        'What the transaction was as a whole: "PUBLISHED", "WITHDRAWN", "REVERTED"; null where it was a change like others.',
      select: bySet,
      resolve: ({ set }) => set.action,
    }),
    at: t.field({
      type: 'DateTime',
      description:
        "When the transaction began to write. No two transactions share an instant, and `asOf` with this one answers from the graph as this change's transaction left it.",
      select: bySet,
      resolve: ({ set }) => set.at,
    }),
    by: t.string({
      description: 'Who wrote: the name of a key, or the command that ran ("seed").',
      select: bySet,
      resolve: ({ set }) => set.by,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why, in the words of who wrote; null where none were given.',
      select: bySet,
      resolve: ({ set }) => set.reason,
    }),
    cursor: t.string({
      description:
        'Its place in the log. Pass it as `after` to `changed`, `reportPublished` or `changes`, to go on from here without a gap.',
      resolve: ({ seq }) => cursorOf(COMMIT_ORDER, { seq }),
    }),
    set: t.string({
      description:
        'The transaction: changes with the same were made together, and none of them alone. Later ones have greater numbers. `ChangeFilter.sets` finds the others.',
      select: bySet,
      resolve: ({ set }) => nameOfSet(set.at),
    }),
    entityType: t.field({
      type: EntityType,
      description: 'What kind of thing changed.',
      // A test holds that the log knows no other types than the enum.
      resolve: ({ entityType }) => entityType as 'Event',
    }),
    audience: t.expose('audience', {
      type: Scope,
      nullable: true,
      description: 'The scope that it takes to see the change, by whatever way; null: it is public.',
    }),
    key: t.exposeString('key', {
      description:
        'The slug of the entity at that time, the code of a country, the number of a passage, the key of a suggestion, the name of a key.',
    }),
    entity: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description:
        'The entity as it stands now, whatever has changed since; null when it is gone, and for API_KEY, which `apiKeys` lists.',
      resolve: ({ entityType, entityId }, _args, context, info) => {
        const model = entityType as NodeModel;
        return NODE_MODELS.has(model) ? loadRow(context, info, model, entityId) : null;
      },
    }),
    before: t.field({
      type: 'JSONObject',
      nullable: true,
      description: `Before the change: ${IMAGE} Null where there were none.`,
      select: { rows: byRow },
      resolve: ({ rows }) => imagesOf(rows, 'before'),
    }),
    after: t.field({
      type: 'JSONObject',
      nullable: true,
      description: `After the change: ${IMAGE} Null where there are none left.`,
      select: { rows: byRow },
      resolve: ({ rows }) => imagesOf(rows, 'after'),
    }),
    withheld: t.stringList({
      description:
        'What changed as well and is told neither in `before` nor in `after`: "passage.text", the published wording; "api_key.hash".',
      select: { rows: byRow },
      resolve: ({ rows }) => [
        ...new Set(rows.flatMap(({ tableName, withheld }) => withheld.map((column) => `${tableName}.${column}`))),
      ],
    }),
  }),
});

export const ChangeFilter = builder.inputRef<Filter>('ChangeFilter');

ChangeFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing.',
  fields: (t) => ({
    entityTypes: t.field({ type: [EntityType], description: 'Changes of such things.' }),
    keys: t.stringList({ description: 'Slugs, codes of countries or numbers of passages, as they were at that time.' }),
    kinds: t.field({ type: [ChangeKind], description: 'What became of the entity.' }),
    by: t.stringList({ description: 'Who wrote.' }),
    actions: t.stringList({ description: 'What the transaction was as a whole: "PUBLISHED", "REVERTED".' }),
    sets: t.stringList({ description: 'Transactions, as in `LoggedChange.set`.' }),
    since: t.field({ type: 'DateTime', description: 'At this instant or later.' }),
    until: t.field({ type: 'DateTime', description: 'At this instant or earlier.' }),
    and: t.field({ type: [ChangeFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [ChangeFilter], description: 'At least one of these.' }),
    not: t.field({ type: ChangeFilter, description: 'The complement: all that this filter does not match.' }),
  }),
});

export const Changes: List = defineList({
  model: 'LoggedChange',
  node: LoggedChangeNode,
  plural: 'changes',
  filter: ChangeFilter,
  where: whereChange,
  sort: () => COMMIT_ORDER,
  ordered: 'as committed, oldest first',
});

builder.queryField('changes', (t) =>
  Changes.field(t, {
    description:
      'Everything that was ever written, as far as whoever asks may see it, deletions and withdrawals included. Who goes on from the last `endCursor` misses nothing and meets nothing twice, however many write meanwhile.',
  }),
);
