import { builder, type NodeRef } from '../../graphql/builder.ts';
import { findOneOf, getOneOf, getRow } from '../../graphql/rows.ts';
import { Cited } from '../citation/cited.graphql.ts';
import { TenureNode } from '../office/office.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { Participant } from './participant.graphql.ts';

export const ParticipationRole = builder.enumType('ParticipationRole', {
  description: 'What part somebody took.',
  values: {
    HOST: { description: 'Received the others, or owns the plant that was the venue.' },
    VISITOR: { description: 'Came to be received; a delegation as a whole.' },
    HEAD_OF_DELEGATION: { description: 'The named head of a visiting delegation, beside the delegation itself.' },
    PARTICIPANT: { description: 'Took part, with no more said; also a body in session.' },
    CHAIR: { description: 'Presided.' },
    ORGANISER: { description: 'Arranged or carried it out.' },
    SPEAKER: { description: 'Said or published what the event consists of.' },
    SIGNATORY: { description: 'Signed.' },
    INSPECTOR: { description: 'Checked somebody or something.' },
    INSPECTED: { description: 'Was checked.' },
    SUBJECT: { description: 'Was acted on in another way: appointed, dismissed, detained, told what to do.' },
    OBSERVER: { description: 'Watched without taking part.' },
  } as const,
});

export const ParticipationNode: NodeRef<'Participation'> = builder.prismaNode('Participation', {
  description: "Somebody's part in an event, as the source tells it.",
  id: { field: 'id' },
  interfaces: [Cited],
  fields: (t) => ({
    event: t.relation('event', { description: 'The event.' }),
    participant: t.field({
      type: Participant,
      description: 'Who took part.',
      resolve: ({ actorId, organisationId, countryId }, _args, context, info) =>
        getOneOf(context, info, { Actor: actorId, Organisation: organisationId, Country: countryId }),
    }),
    role: t.expose('role', { type: ParticipationRole, description: 'What part was taken.' }),
    office: t.field({
      type: TenureNode,
      nullable: true,
      description:
        "The office held at the event's first day, worked out from the tenures; for an undated event the one that the event's own passages attest. Null for bodies and states, and where the source gives no office.",
      resolve: async ({ id, actorId }, _args, context, info) => {
        const tenureId = actorId && (await context.loaders.office.tenureId.load(id));
        return tenureId ? getRow(context, info, 'Tenure', tenureId) : null;
      },
    }),
    statedOffice: t.exposeString('statedOffice', {
      nullable: true,
      description: 'The office as the passage words it; null where it gives none.',
    }),
    onBehalfOf: t.field({
      type: OrganisationNode,
      nullable: true,
      description: 'The body that the person stood for; null where the source names none.',
      resolve: ({ onBehalfOfId }, _args, context, info) => findOneOf(context, info, { Organisation: onBehalfOfId }),
    }),
    citations: t.relation('citations', {
      query: { orderBy: { ordinal: 'asc' } },
      description: 'The passages that tell of this participation; at least one.',
    }),
  }),
});
