import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { getRow } from '../../graphql/rows.ts';
import { Agreements } from '../agreement/agreement.graphql.ts';
import { Events } from '../event/event.graphql.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { whereEvent } from '../event/event.reads.ts';
import { Participant } from '../participation/participant.graphql.ts';
import {
  findParticipant,
  type Links,
  listLinkedPairs,
  listNeighbours,
  whereAgreementLinks,
  whereEventLinks,
} from './path.reads.ts';
import { findShortestPaths, type NodeKind, type PathNode } from './path.rules.ts';

const MOST_HOPS = 6;
const MOST_PATHS = 50;

const ParticipantRef = builder.inputType('ParticipantRef', {
  description: 'A participant by what it is called in addresses; exactly one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    actor: t.string({ description: 'The slug of an actor.' }),
    organisation: t.string({ description: 'The slug of an organisation.' }),
    country: t.field({ type: 'CountryCode', description: 'The code of a country.' }),
  }),
});

type Reference = typeof ParticipantRef.$inferInput;

function keyOf(reference: Reference): [kind: NodeKind, slug: string] {
  if (typeof reference.actor === 'string') return ['Actor', reference.actor];
  if (typeof reference.organisation === 'string') return ['Organisation', reference.organisation];
  return ['Country', String(reference.country)];
}

interface Step {
  readonly id: string;
  readonly otherId: string;
  readonly from: PathNode;
  readonly to: PathNode;
  readonly links: Links;
}

const PathStep = builder.objectRef<Step>('PathStep').implement({
  description: 'One hop of a path: two participants, and all that links them.',
  fields: (t) => ({
    from: t.field({
      type: Participant,
      description: 'The end of the hop that is nearer to the start of the path.',
      resolve: ({ from }, _args, context, info) => getRow(context, info, from.kind, from.id),
    }),
    to: t.field({
      type: Participant,
      description: 'The other end; the next step starts from it.',
      resolve: ({ to }, _args, context, info) => getRow(context, info, to.kind, to.id),
    }),
    events: Events.field(t, {
      description:
        'Events in which both take part, as `pathsBetween` has it. May be empty where an agreement links them.',
      within: (id, otherId, step) => whereEventLinks((step as Step).links, id, otherId),
    }),
    agreements: Agreements.field(t, {
      description: 'Agreements that both signed or are party to. May be empty where an event links them.',
      within: (id, otherId, step) => whereAgreementLinks((step as Step).links, id, otherId),
    }),
  }),
});

const Path = builder.objectRef<{ nodes: PathNode[]; links: Links }>('Path').implement({
  description: 'A way from one participant to another, each hop through what both ends share.',
  fields: (t) => ({
    length: t.int({ description: 'How many hops; at least 1.', resolve: ({ nodes }) => nodes.length - 1 }),
    steps: t.field({
      type: [PathStep],
      description: 'The hops in order, from the start to the goal.',
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ nodes, links }) =>
        nodes.slice(1).map((to, index) => {
          const from = nodes[index] as PathNode;
          return { id: from.id, otherId: to.id, from, to, links };
        }),
    }),
  }),
});

builder.queryField('pathsBetween', (t) =>
  t.field({
    type: [Path],
    description:
      'The shortest paths between two participants, through events in which both ends of a hop take part (themselves, or a body through somebody on its behalf) and agreements that both signed or are party to. A country from which or to which paths lead takes part as in `Country.counterparts`, through its people and bodies too, and is party through its bodies; on the way that people share a country links nobody. Empty where they are further apart than `maxHops`, and where one of them is unknown; all paths answered have one length. Where there are more than `first`, those through people come first.',
    args: {
      from: t.arg({ type: ParticipantRef, required: true, description: 'Where the paths start.' }),
      to: t.arg({ type: ParticipantRef, required: true, description: 'Where they end; not the start itself.' }),
      maxHops: t.arg.int({
        required: true,
        defaultValue: 4,
        description: `The longest path that is looked for: 1 to ${MOST_HOPS} hops.`,
      }),
      filter: t.arg({
        type: EventFilter,
        description:
          'Only events that it matches link, and only agreements that moved at one of them; leave it out for all.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `How many paths to answer at most: 1 to ${MOST_PATHS}.`,
      }),
    },
    complexity: ({ first }) => ({ field: 200, multiplier: Math.max(1, first) }),
    resolve: async (_root, { from, to, maxHops, filter, first }, { db }) => {
      if (maxHops < 1 || maxHops > MOST_HOPS)
        throw badUserInput(`\`maxHops\` must lie between 1 and ${MOST_HOPS}; it is ${maxHops}.`);
      if (first < 1 || first > MOST_PATHS)
        throw badUserInput(`\`first\` must lie between 1 and ${MOST_PATHS}; it is ${first}.`);
      const [start, goal] = [await findParticipant(db, ...keyOf(from)), await findParticipant(db, ...keyOf(to))];
      if (!start || !goal) return [];
      if (start.id === goal.id) throw badUserInput('`from` and `to` are the same participant. Name two.');
      const states = [start, goal].filter(({ kind }) => kind === 'Country').map(({ id }) => id);
      const links = { filter: filter ? whereEvent(filter) : null, states };
      const reads = {
        listNeighbours: (ids: readonly string[]) => listNeighbours(db, ids, links),
        listLinkedPairs: (ids: readonly string[], targets: readonly string[]) =>
          listLinkedPairs(db, ids, targets, links),
      };
      const paths = await findShortestPaths(reads, start, goal, maxHops, first);
      return paths.map((nodes) => ({ nodes, links }));
    },
  }),
);
