import type { FieldRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { builder, type NodeRef, type SchemaTypes } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { getRow, getRows, type NodeModel } from '../../graphql/rows.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { AgreementNode } from '../agreement/agreement.graphql.ts';
import { EventNode } from '../event/event.graphql.ts';
import { OfficeNode, TenureNode } from '../office/office.graphql.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { StatisticNode } from '../statistic/statistic.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import { findEdition, findEditionBefore, getTold, listMovesByAgreement, NOTHING_TOLD } from './edition-diff.reads.ts';
import { type OfficeChange as Change, officeChanges, revisions, without } from './edition-diff.rules.ts';

interface Diff {
  readonly fromId: string | null;
  readonly toId: string;
  readonly newActorIds: readonly string[];
  readonly goneActorIds: readonly string[];
  readonly officeChanges: readonly Change[];
  readonly revisedFigures: ReturnType<typeof revisions>;
  readonly newAgreementIds: readonly string[];
  readonly movedAgreements: readonly { readonly agreementId: string; readonly eventIds: readonly string[] }[];
  readonly newTopicIds: readonly string[];
  readonly silentTopicIds: readonly string[];
}

/** A list of nodes whose ids the parent holds. */
const nodes = <Model extends NodeModel, Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>,
  model: Model,
  node: NodeRef<Model>,
  idsOf: (parent: Parent) => readonly string[],
  description: string,
): FieldRef<SchemaTypes, unknown, 'Object'> =>
  t.field({
    type: [node],
    description,
    complexity: { field: 1, multiplier: 20 },
    resolve: (parent: Parent, _args: object, context: Context, info: GraphQLResolveInfo) =>
      getRows(context, info, model, idsOf(parent)),
    // Pothos cannot follow a type that is a parameter here.
  } as never);

const OfficeChange = builder.objectRef<Change>('OfficeChange').implement({
  description: 'An office that passed to somebody else between two editions.',
  fields: (t) => ({
    office: t.field({
      type: OfficeNode,
      description: 'Which office.',
      resolve: ({ officeId }, _args, context, info) => getRow(context, info, 'Office', officeId),
    }),
    before: nodes(t, 'Tenure', TenureNode, ({ beforeIds }) => beforeIds, 'Who held it, as the earlier edition tells.'),
    after: nodes(
      t,
      'Tenure',
      TenureNode,
      ({ afterIds }) => afterIds,
      'Who holds it, as the later edition tells; at least one of them is not in `before`.',
    ),
  }),
});

const RevisedFigure = builder.objectRef<Diff['revisedFigures'][0]>('RevisedFigure').implement({
  description:
    'Two figures of one indicator for the same area, period, whole and standing, of which the later edition gives another number or another hedge.',
  fields: (t) => ({
    before: t.field({
      type: StatisticNode,
      description: 'As the earlier edition gives it.',
      resolve: ({ beforeId }, _args, context, info) => getRow(context, info, 'Statistic', beforeId),
    }),
    after: t.field({
      type: StatisticNode,
      description: 'As the later edition gives it. Who gives it may differ too: see `attributedTo`.',
      resolve: ({ afterId }, _args, context, info) => getRow(context, info, 'Statistic', afterId),
    }),
  }),
});

const MovedAgreement = builder.objectRef<Diff['movedAgreements'][0]>('MovedAgreement').implement({
  description:
    'An agreement that both editions tell, and that moved at events which only the later one tells. An agreement has one status here, that of the last edition, so what changed is told by the events.',
  fields: (t) => ({
    agreement: t.field({
      type: AgreementNode,
      description: 'Which agreement, with its status as it stands now.',
      resolve: ({ agreementId }, _args, context, info) => getRow(context, info, 'Agreement', agreementId),
    }),
    events: nodes(t, 'Event', EventNode, ({ eventIds }) => eventIds, 'At what it moved, earliest first.'),
  }),
});

const EditionDiff = builder.objectRef<Diff>('EditionDiff').implement({
  description:
    'What one edition tells and another does not, and what they tell differently. Each list leads to its citations, and by their passages to either edition.',
  fields: (t) => ({
    from: t.field({
      type: ReportNode,
      nullable: true,
      description: 'The edition compared with; null where `to` is the first of its series and none was named.',
      resolve: ({ fromId }, _args, context, info) => (fromId ? getRow(context, info, 'Report', fromId) : null),
    }),
    to: t.field({
      type: ReportNode,
      description: 'The edition compared.',
      resolve: ({ toId }, _args, context, info) => getRow(context, info, 'Report', toId),
    }),
    newActors: nodes(
      t,
      'Actor',
      ActorNode,
      ({ newActorIds }) => newActorIds,
      'Of whom `to` tells something and `from` nothing: a part in an event, an office, a signature, a figure or a statement of theirs or about them. Other editions may have told of them before. By slug.',
    ),
    goneActors: nodes(
      t,
      'Actor',
      ActorNode,
      ({ goneActorIds }) => goneActorIds,
      'Of whom `from` tells something and `to` nothing. By slug.',
    ),
    officeChanges: t.field({
      type: [OfficeChange],
      description:
        'Offices of which both name holders, where `to` names one whom `from` does not. Holders whose stated days lie outside the period of an edition are not counted as its; an office that one of them leaves out is not told. By slug.',
      complexity: { field: 1, multiplier: 10 },
      resolve: (diff) => [...diff.officeChanges],
    }),
    revisedFigures: t.field({
      type: [RevisedFigure],
      description:
        'Figures for the same thing that differ, in the order of print. Those without a known period are left out.',
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ revisedFigures }) => [...revisedFigures],
    }),
    newAgreements: nodes(
      t,
      'Agreement',
      AgreementNode,
      ({ newAgreementIds }) => newAgreementIds,
      'Agreements that `to` tells and `from` does not. By slug.',
    ),
    movedAgreements: t.field({
      type: [MovedAgreement],
      description: 'Agreements that both tell, and that moved at events which only `to` tells. By slug.',
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ movedAgreements }) => [...movedAgreements],
    }),
    newTopics: nodes(
      t,
      'Topic',
      TopicNode,
      ({ newTopicIds }) => newTopicIds,
      'Topics that passages of `to` mention, themselves or by a narrower one, and those of `from` do not. By slug.',
    ),
    silentTopics: nodes(
      t,
      'Topic',
      TopicNode,
      ({ silentTopicIds }) => silentTopicIds,
      'Topics gone silent: passages of `from` mention them, themselves or by a narrower one, and those of `to` do not. By slug.',
    ),
  }),
});

builder.queryField('editionDiff', (t) =>
  t.field({
    type: EditionDiff,
    nullable: true,
    description:
      'Two editions compared; null where one of the slugs is no report. Beside the first edition of a series, with no other to compare it with, everything is new.',
    args: {
      from: t.arg.string({
        description:
          'Slug of the report to compare with, as a rule the earlier. Leave it out for the one before `to` in its series, by the first day of their periods.',
      }),
      to: t.arg.string({ required: true, description: 'Slug of the report to compare.' }),
    },
    complexity: { field: 200, multiplier: 1 },
    resolve: async (_root, { from, to }, { db }) => {
      const other = await db.report.findUnique({ where: { slug: to } });
      const one = other && (from == null ? await findEditionBefore(db, other) : await findEdition(db, from));
      if (!other || (from != null && !one)) return null;
      const [before, after] = [one ? await getTold(db, one.id) : NOTHING_TOLD, await getTold(db, other.id)];
      const inBoth = after.agreementIds.filter((id) => before.agreementIds.includes(id));
      const moves = await listMovesByAgreement(db, inBoth, without(after.eventIds, before.eventIds));
      return {
        fromId: one?.id ?? null,
        toId: other.id,
        newActorIds: without(after.actorIds, before.actorIds),
        goneActorIds: without(before.actorIds, after.actorIds),
        officeChanges: one ? officeChanges(before.tenures, one, after.tenures, other) : [],
        revisedFigures: revisions(before.figures, after.figures),
        newAgreementIds: without(after.agreementIds, before.agreementIds),
        movedAgreements: inBoth.flatMap((agreementId) => {
          const eventIds = moves.get(agreementId);
          return eventIds ? [{ agreementId, eventIds }] : [];
        }),
        newTopicIds: without(after.topicIds, before.topicIds),
        silentTopicIds: without(before.topicIds, after.topicIds),
      };
    },
  }),
);
