import type { GraphQLResolveInfo } from 'graphql';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE } from '../../graphql/paging.ts';
import { batchAt, fieldPath, getRow, getRows, type Row } from '../../graphql/rows.ts';
import { cursorOf, type Sort, valuesOfCursor } from '../../graphql/sort.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { type EventFilter as Filter, whereEvent } from '../event/event.reads.ts';
import { TenureNode } from '../office/office.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { Participant } from '../participation/participant.graphql.ts';
import {
  type Circle,
  type Counterpart as CounterpartShape,
  countCounterparts,
  listCounterparts,
  listTenureIdsMet,
} from './counterpart.reads.ts';
import { type Side, whereMetEachOther } from './side.reads.ts';

const SORT: Sort = {
  name: 'MEETINGS DESC',
  keys: [
    { field: 'meetingCount', type: 'integer', direction: 'desc' },
    { field: 'slug', type: 'text', direction: 'asc' },
  ],
};

/** Meetings are joined and counted, not looked up: dearer than a list, and a list of such lists soon too dear. */
const FIELD_COST = 25;

const Counterpart = builder.objectRef<CounterpartShape>('Counterpart').implement({
  description: 'Somebody who was met, with the meetings at which it happened.',
  fields: (t) => ({
    participant: t.field({
      type: Participant,
      description: 'Who was met: of the same kind as who is asked about, a person, a body or a state.',
      resolve: ({ side, otherId }, _args, context, info) => getRow(context, info, side, otherId),
    }),
    meetingCount: t.exposeInt('meetingCount', { description: 'At how many meetings under the filter.' }),
    firstOn: t.expose('firstOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The first day of the earliest dated meeting; null where none has a date.',
    }),
    lastOn: t.expose('lastOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The last day of the latest dated meeting; null where none has a date.',
    }),
    meetings: Events.field(t, {
      description: 'The meetings themselves, with their passages; `meetingCount` is their number.',
      within: (id, otherId, parent) => {
        const { side, filter } = parent as Circle;
        return whereMetEachOther(side, filter, id, otherId);
      },
    }),
    offices: t.field({
      type: [TenureNode],
      description:
        "In which offices, worked out as `Participation.office` is: the actor's own, or of those who stood for the body or came for the state. Empty where the source gives none.",
      complexity: 10,
      resolve: async (counterpart, _args, context, info) => {
        const { side, filter } = counterpart;
        const ids = await batchAt<readonly string[]>(context, `tenures@${fieldPath(info)}`, (keys) => {
          const pairs = keys.map((key) => key.split(' ')).map(([id = '', otherId = '']) => ({ id, otherId }));
          return listTenureIdsMet(context.db, { side, filter }, pairs);
        }).load(`${counterpart.id} ${counterpart.otherId}`);
        return getRows(context, info, 'Tenure', ids);
      },
    }),
  }),
});

interface Connection {
  page(): Promise<{ readonly rows: readonly CounterpartShape[]; readonly hasNextPage: boolean }>;
  totalCount(): Promise<number>;
  readonly after: boolean;
}

const cursorIn = (counterpart: CounterpartShape) =>
  cursorOf(SORT, counterpart as unknown as Readonly<Record<string, unknown>>);

const CounterpartEdge = builder.objectRef<CounterpartShape>('CounterpartEdge').implement({
  description: 'One of those who were met, with the place in the list.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Pass it as `after` to go on from here, under the same filter.',
      resolve: cursorIn,
    }),
    node: t.field({ type: Counterpart, description: 'What stands there.', resolve: (counterpart) => counterpart }),
  }),
});

const free = { field: 0, multiplier: 1 };

const CounterpartConnection = builder.objectRef<Connection>('CounterpartConnection').implement({
  description: 'A page of those who were met, most meetings first, ties by slug.',
  fields: (t) => ({
    edges: t.field({
      type: [CounterpartEdge],
      description: 'The page with a cursor a row.',
      complexity: free,
      resolve: async (list) => [...(await list.page()).rows],
    }),
    nodes: t.field({
      type: [Counterpart],
      description: 'The page without its cursors.',
      complexity: free,
      resolve: async (list) => [...(await list.page()).rows],
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Whether the list goes on, and the cursors at both ends of this page.',
      complexity: free,
      resolve: async (list) => {
        const { rows, hasNextPage } = await list.page();
        const [head, tail] = [rows[0], rows.at(-1)];
        return {
          hasNextPage,
          hasPreviousPage: list.after,
          startCursor: head ? cursorIn(head) : null,
          endCursor: tail ? cursorIn(tail) : null,
        };
      },
    }),
    totalCount: t.int({
      description: 'How many were met, on all pages; counted only when asked for.',
      complexity: FIELD_COST,
      resolve: (list) => list.totalCount(),
    }),
  }),
});

interface Args {
  readonly filter?: Filter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

function openCounterparts(
  context: Context,
  info: GraphQLResolveInfo,
  side: Side,
  id: string,
  { filter, first, after }: Args,
): Connection {
  checkPageSize('first', first ?? null);
  const size = first ?? DEFAULT_PAGE;
  const place = after == null ? null : valuesOfCursor(SORT, after, 'after');
  const beyond = place && { meetingCount: Number(place[0]), slug: String(place[1]) };
  const circle = { side, filter: filter ? whereEvent(filter) : {} };
  const key = `${side}.counterparts@${fieldPath(info)}`;
  let page: ReturnType<Connection['page']> | undefined;
  return {
    after: after != null,
    page() {
      page ??= batchAt<readonly CounterpartShape[]>(context, `${key}#page`, async (ids) => {
        // One more than the page tells whether the list goes on.
        const rows = await listCounterparts(context.db, circle, ids, { size: size + 1, after: beyond });
        return ids.map((one) => rows.get(one) ?? []);
      })
        .load(id)
        .then((rows) => ({ rows: rows.slice(0, size), hasNextPage: rows.length > size }));
      return page;
    },
    totalCount: () =>
      batchAt<number>(context, `${key}#count`, async (ids) => {
        const counts = await countCounterparts(context.db, circle, ids);
        return ids.map((one) => counts.get(one) ?? 0);
      }).load(id),
  };
}

/** Adds `counterparts` to a type of participant. */
function addCounterparts<Model extends Side>(node: NodeRef<Model>, side: Model, description: string): void {
  builder.objectField(node as never, 'counterparts', (t) =>
    t.field({
      type: CounterpartConnection,
      description: `${description} Everybody who was there counts, of one's own side too; most meetings first, ties by slug.`,
      args: {
        filter: t.arg({ type: EventFilter, description: 'Only meetings that it matches; leave it out for all.' }),
        first: t.arg.int({ description: `How many: 0 to ${MAX_PAGE}, ${DEFAULT_PAGE} when left out.` }),
        after: t.arg.string({ description: 'Only those after this cursor.' }),
      },
      complexity: ({ first }) => ({ field: FIELD_COST, multiplier: Math.max(0, first ?? DEFAULT_PAGE) }),
      resolve: (parent, args, context, info) =>
        openCounterparts(context, info, side, (parent as unknown as Row).id, args as Args),
    }),
  );
}

addCounterparts(ActorNode, 'Actor', 'Other actors at `meetings`: with whom, how often, when and in which office.');
addCounterparts(
  OrganisationNode,
  'Organisation',
  'Other bodies at held meetings, committee sessions and conferences in which it took part, itself or through somebody on its behalf.',
);
addCounterparts(
  CountryNode,
  'Country',
  'Other countries at held meetings, committee sessions and conferences in which it took part, itself or through a person or body of its.',
);
