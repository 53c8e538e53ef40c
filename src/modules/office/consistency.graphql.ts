import { builder } from '../../graphql/builder.ts';
import { type ComputedList, defineComputedList, type RowSource } from '../../graphql/computed-list.ts';
import type { Context } from '../../graphql/context.ts';
import { getRow, getRows } from '../../graphql/rows.ts';
import type { SortValue } from '../../graphql/sort.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import type { EventFilter as EventFilterShape } from '../event/event.reads.ts';
import { ParticipationNode } from '../participation/participation.graphql.ts';
import {
  countOfficeOverlaps,
  countStatedOffices,
  countUnfitParticipations,
  listOfficeOverlaps,
  listOfficeWordings,
  listStatedOffices,
  listUnfitParticipations,
  type OfficeOverlap as OverlapShape,
} from './consistency.reads.ts';
import { createWordings, type ContradictionReason as Reason, reasonFor } from './consistency.rules.ts';
import { OfficeNode, TenureNode } from './office.graphql.ts';

interface ContradictionShape {
  readonly id: string;
  readonly slug: string;
  readonly statedOffice: string;
  readonly reason: Reason;
  readonly tenureIds: readonly string[];
  readonly officeId: string | null;
}

const ContradictionReason = builder.enumType('ContradictionReason', {
  description: 'Why an office as a passage words it does not go with the tenures.',
  values: {
    OUT_OF_OFFICE: {
      description: 'The actor held that office at another time: a stated first or last day rules it out.',
    },
    NOT_ATTESTED_THEN: {
      description:
        'The actor has that office, without a stated day against it, but no report that attests it reaches to the event: `officeOn` is empty. Silence rather than contradiction.',
    },
    ANOTHER_OFFICE: { description: 'The wording is the title of an office that the actor is not known to have held.' },
    WORDING_NOT_RECORDED: {
      description: 'It fits no wording recorded for an office of the actor: a description, or a name to be added.',
    },
    NO_TENURE: { description: 'No office of the actor is recorded at all.' },
  } as const,
});

const OfficeContradiction = builder.objectRef<ContradictionShape>('OfficeContradiction').implement({
  description:
    "A participation under a stated office that no tenure of the actor in effect on the event's first day bears out. Wordings go together where they differ in case, articles and brackets, or where one names more of the body or field.",
  fields: (t) => ({
    participation: t.field({
      type: ParticipationNode,
      description: 'The participation, with its event, participant and citations.',
      resolve: ({ id }, _args, context, info) => getRow(context, info, 'Participation', id),
    }),
    statedOffice: t.exposeString('statedOffice', { description: 'The office as the passage words it.' }),
    reason: t.expose('reason', { type: ContradictionReason, description: 'What is amiss.' }),
    tenures: t.field({
      type: [TenureNode],
      description: 'Every office recorded of the actor, whatever its time.',
      resolve: ({ tenureIds }, _args, context, info) => getRows(context, info, 'Tenure', tenureIds),
    }),
    office: t.field({
      type: OfficeNode,
      nullable: true,
      description: 'The office that bears the stated title; null but for ANOTHER_OFFICE.',
      resolve: ({ officeId }, _args, context, info) =>
        officeId === null ? null : getRow(context, info, 'Office', officeId),
    }),
  }),
});

const OfficeContradictions: ComputedList<ContradictionShape> = defineComputedList({
  name: 'OfficeContradiction',
  node: OfficeContradiction,
  plural: 'contradictions',
  ordered: 'by the slug of the event',
  sort: {
    name: 'contradiction',
    keys: [
      { field: 'slug', type: 'text', direction: 'asc' },
      { field: 'id', type: 'id', direction: 'asc' },
    ],
  },
  keysOf: ({ slug, id }) => ({ slug, id }),
});

async function openContradictions({ db }: Context, filter: EventFilterShape): Promise<RowSource<ContradictionShape>> {
  const [rows, stated] = await Promise.all([listOfficeWordings(db), listStatedOffices(db, filter)]);
  const wordings = createWordings(rows);
  const fits = stated.flatMap((one) => wordings.listFitting(one).map((tenureId) => ({ ...one, tenureId })));
  return {
    async page(after, take) {
      const place = after && { slug: String(after[0]), id: String(after[1]) };
      const found = await listUnfitParticipations(db, filter, fits, place, take);
      return found.map(({ id, slug, actorId, statedOffice, isPossible }) => {
        const reason = reasonFor({ actorId, statedOffice }, isPossible, wordings);
        return {
          id,
          slug,
          statedOffice,
          reason,
          tenureIds: wordings.listTenures(actorId),
          officeId: reason === 'ANOTHER_OFFICE' ? wordings.findOfficeTitled(statedOffice) : null,
        };
      });
    },
    count: () => countUnfitParticipations(db, filter, fits),
  };
}

const OfficeOverlap = builder.objectRef<OverlapShape>('OfficeOverlap').implement({
  description:
    'Two holders of one office at the same time. An office may rightly have several, as that of a deputy may.',
  fields: (t) => ({
    office: t.field({
      type: OfficeNode,
      description: 'The office.',
      resolve: ({ officeId }, _args, context, info) => getRow(context, info, 'Office', officeId),
    }),
    tenures: t.field({
      type: [TenureNode],
      description: 'The two tenures.',
      resolve: ({ id, otherId }, _args, context, info) => getRows(context, info, 'Tenure', [id, otherId]),
    }),
    from: t.expose('from', {
      type: 'LocalDate',
      description: 'First day on which both were in effect, as `officeOn` has it.',
    }),
    to: t.expose('to', { type: 'LocalDate', description: 'Last such day.' }),
    isStated: t.exposeBoolean('isStated', {
      description:
        'Whether the sources state all four bounds. Otherwise the period of a report stands in for one, within which the office may have changed hands.',
    }),
  }),
});

const OfficeOverlaps: ComputedList<OverlapShape> = defineComputedList({
  name: 'OfficeOverlap',
  node: OfficeOverlap,
  plural: 'overlaps',
  ordered: 'by the slug of the office',
  sort: {
    name: 'overlap',
    keys: [
      { field: 'slug', type: 'text', direction: 'asc' },
      { field: 'id', type: 'id', direction: 'asc' },
      { field: 'otherId', type: 'id', direction: 'asc' },
    ],
  },
  keysOf: ({ slug, id, otherId }) => ({ slug, id, otherId }),
});

const overlapAfter = (after: readonly SortValue[] | null) =>
  after && { slug: String(after[0]), id: String(after[1]), otherId: String(after[2]) };

const Consistency = builder.objectRef<Record<never, never>>('Consistency').implement({
  description:
    'What in the graph does not go together. Nothing is put right: each finding leads to the passages behind it.',
  fields: (t) => ({
    statedOfficeCount: t.int({
      description: 'How many participations state an office and were thus looked at for `officeContradictions`.',
      args: {
        filter: t.arg({ type: EventFilter, description: 'Only in these events; leave it out for all.' }),
      },
      complexity: 100,
      resolve: (_parent, { filter }, { db }) => countStatedOffices(db, filter ?? {}),
    }),
    officeContradictions: OfficeContradictions.field(t, {
      description: 'Participations whose stated office contradicts the tenures.',
      args: {
        filter: t.arg({ type: EventFilter, description: 'Only in these events; leave it out for all.' }),
      },
      cost: 500,
      source: (_parent, { filter }, context) => openContradictions(context, filter ?? {}),
    }),
    officeOverlaps: OfficeOverlaps.field(t, {
      description: 'Offices that two actors hold at once.',
      cost: 500,
      source: (_parent, _args, { db }) => ({
        page: (after, take) => listOfficeOverlaps(db, overlapAfter(after), take),
        count: () => countOfficeOverlaps(db),
      }),
    }),
  }),
});

builder.queryField('consistency', (t) =>
  t.field({
    type: Consistency,
    description: 'Checks of the graph against itself; each is run when it is asked for.',
    resolve: () => ({}),
  }),
);
