import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { getRow } from '../../graphql/rows.ts';
import { type Side, whereMetEachOther } from '../counterpart/side.reads.ts';
import { Events } from '../event/event.graphql.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { whereEvent } from '../event/event.reads.ts';
import { Participant } from '../participation/participant.graphql.ts';
import { getNetwork, type NetworkEdge, type NetworkNode, type Network as NetworkShape } from './network.reads.ts';

const MOST_EDGES = 500;

const NetworkKind = builder.enumType('NetworkKind', {
  description: 'Who is linked with whom.',
  values: {
    ACTORS: { description: 'People with people.' },
    ORGANISATIONS: { description: 'Bodies with bodies, themselves or through somebody on their behalf.' },
    COUNTRIES: { description: 'States with states, themselves or through people or bodies of theirs.' },
  } as const,
});

const SIDES: Readonly<Record<'ACTORS' | 'ORGANISATIONS' | 'COUNTRIES', Side>> = {
  ACTORS: 'Actor',
  ORGANISATIONS: 'Organisation',
  COUNTRIES: 'Country',
};

const globalId = (side: Side, id: string) => Buffer.from(`${side}:${id}`).toString('base64');

const Node = builder.objectRef<NetworkNode>('NetworkNode').implement({
  description: 'A participant, ready to be drawn.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the participant itself, which `source` and `target` of edges repeat.',
      resolve: ({ side, id }) => globalId(side, id),
    }),
    label: t.string({ description: "The participant's preferred name.", resolve: ({ name }) => name }),
    meetingCount: t.exposeInt('meetingCount', {
      description: 'At how many meetings under the filter, whoever else was there.',
    }),
    participant: t.field({
      type: Participant,
      description: 'The participant with all that is known.',
      resolve: ({ side, id }, _args, context, info) => getRow(context, info, side, id),
    }),
  }),
});

const Edge = builder.objectRef<NetworkEdge>('NetworkEdge').implement({
  description: 'Two who met. It has no direction: each pair stands here once.',
  fields: (t) => ({
    source: t.id({ description: 'The `id` of the node at one end.', resolve: ({ side, id }) => globalId(side, id) }),
    target: t.id({
      description: 'The `id` of the node at the other.',
      resolve: ({ side, otherId }) => globalId(side, otherId),
    }),
    weight: t.exposeInt('weight', { description: 'At how many meetings both were.' }),
    meetings: Events.field(t, {
      description: 'The meetings themselves, with their passages; `weight` is their number.',
      within: (id, otherId, edge) => {
        const { side, filter } = edge as NetworkEdge;
        return whereMetEachOther(side, filter, id, otherId);
      },
    }),
  }),
});

const free = { field: 0, multiplier: 1 };

const Network = builder.objectRef<NetworkShape>('Network').implement({
  description:
    'Who met whom, as a graph to draw. An edge weighs what `meetingCount` of the one as counterpart of the other says.',
  fields: (t) => ({
    nodes: t.field({
      type: [Node],
      description: 'The ends of the edges, by name; who met nobody is not among them.',
      complexity: free,
      resolve: ({ nodes }) => [...nodes],
    }),
    edges: t.field({
      type: [Edge],
      description: 'The pairs, heaviest first.',
      complexity: free,
      resolve: ({ edges }) => [...edges],
    }),
    isCut: t.exposeBoolean('isCut', { description: 'Whether there are more edges than `limit` let through.' }),
  }),
});

builder.queryField('network', (t) =>
  t.field({
    type: Network,
    description: 'Who met whom at held meetings, committee sessions and conferences, as nodes and weighted edges.',
    args: {
      of: t.arg({ type: NetworkKind, required: true, defaultValue: 'ACTORS', description: 'Whom to link.' }),
      filter: t.arg({ type: EventFilter, description: 'Only meetings that it matches; leave it out for all.' }),
      minWeight: t.arg.int({
        required: true,
        defaultValue: 1,
        description: 'Only pairs that met at least this often: 1 or more.',
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 100,
        description: `How many edges at most, the heaviest: 1 to ${MOST_EDGES}.`,
      }),
    },
    complexity: ({ limit }) => ({ field: 200, multiplier: Math.max(1, limit) }),
    resolve: async (_root, { of, filter, minWeight, limit }, { db }) => {
      if (minWeight < 1) throw badUserInput(`\`minWeight\` must be 1 or more; it is ${minWeight}.`);
      if (limit < 1 || limit > MOST_EDGES)
        throw badUserInput(`\`limit\` must lie between 1 and ${MOST_EDGES}; it is ${limit}.`);
      const circle = { side: SIDES[of], filter: filter ? whereEvent(filter) : {} };
      return getNetwork(db, circle, minWeight, limit);
    },
  }),
);
