import type { GraphQLResolveInfo } from 'graphql';
import { builder, type NodeRef } from '../../graphql/builder.ts';
import { defineComputedList, type RowSource } from '../../graphql/computed-list.ts';
import type { Context } from '../../graphql/context.ts';
import { batchAt, fieldPath, getRow, getRows, type Row } from '../../graphql/rows.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { whereEvent } from '../event/event.reads.ts';
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

const Counterparts = defineComputedList<CounterpartShape>({
  name: 'Counterpart',
  node: Counterpart,
  plural: 'counterparts',
  ordered: 'most meetings first, ties by slug',
  sort: {
    name: 'MEETINGS DESC',
    keys: [
      { field: 'meetingCount', type: 'integer', direction: 'desc' },
      { field: 'slug', type: 'text', direction: 'asc' },
    ],
  },
  keysOf: ({ meetingCount, slug }) => ({ meetingCount, slug }),
});

/** Those whom one participant met; the pages of all parents of a field come from one statement, and so do their counts. */
function sourceOf(context: Context, info: GraphQLResolveInfo, circle: Circle, id: string): RowSource<CounterpartShape> {
  const key = `${circle.side}.counterparts@${fieldPath(info)}`;
  return {
    page: (after, size) =>
      batchAt<readonly CounterpartShape[]>(context, `${key}#page`, async (ids) => {
        const place = after && { meetingCount: Number(after[0]), slug: String(after[1]) };
        const rows = await listCounterparts(context.db, circle, ids, { size, after: place });
        return ids.map((one) => rows.get(one) ?? []);
      }).load(id),
    count: () =>
      batchAt<number>(context, `${key}#count`, async (ids) => {
        const counts = await countCounterparts(context.db, circle, ids);
        return ids.map((one) => counts.get(one) ?? 0);
      }).load(id),
  };
}

/** Adds `counterparts` to a type of participant. */
function addCounterparts<Model extends Side>(node: NodeRef<Model>, side: Model, description: string): void {
  builder.objectField(node as never, 'counterparts', (t) =>
    Counterparts.field(t as never, {
      description: `${description} Everybody who was there counts, of one's own side too.`,
      args: {
        filter: t.arg({ type: EventFilter, description: 'Only meetings that it matches; leave it out for all.' }),
      },
      cost: FIELD_COST,
      source: (parent, { filter }, context, info) =>
        sourceOf(context, info, { side, filter: filter ? whereEvent(filter) : {} }, (parent as Row).id),
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
