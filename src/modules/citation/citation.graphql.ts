import { builder, type NodeRef } from '../../graphql/builder.ts';
import { getOneOf } from '../../graphql/rows.ts';
import { Cited } from './cited.graphql.ts';

export const CitationNode: NodeRef<'Citation'> = builder.prismaNode('Citation', {
  description: 'Why something is held to be so: one fact, and one passage that says it.',
  id: { field: 'id' },
  fields: (t) => ({
    passage: t.relation('passage', { description: 'Where it is said.' }),
    quote: t.exposeString('quote', {
      nullable: true,
      description:
        'A few words as printed there, to find the place by; null where the passage is short enough without.',
    }),
    subject: t.field({
      type: Cited,
      description: 'The fact that rests on the passage.',
      resolve: (citation, _args, context, info) =>
        getOneOf(context, info, {
          Event: citation.eventId,
          Participation: citation.participationId,
          Tenure: citation.tenureId,
          Agreement: citation.agreementId,
          Statistic: citation.statisticId,
          Statement: citation.statementId,
          Assessment: citation.assessmentId,
        }),
    }),
  }),
});
