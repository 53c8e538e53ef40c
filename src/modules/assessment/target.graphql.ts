import type { GraphQLResolveInfo } from 'graphql';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { getOneOf } from '../../graphql/rows.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { AgreementNode } from '../agreement/agreement.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { EventNode } from '../event/event.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { StatementNode } from '../statement/statement.graphql.ts';
import { StatisticNode } from '../statistic/statistic.graphql.ts';

export const AssessmentTarget = builder.unionType('AssessmentTarget', {
  description: 'What an assessment or a statement is about.',
  types: () => [EventNode, AgreementNode, StatisticNode, StatementNode, ActorNode, OrganisationNode, CountryNode],
});

/** The columns of `about` that point at its targets. */
export const targetKeys = {
  orderBy: { ordinal: 'asc' },
  select: {
    targetEventId: true,
    targetAgreementId: true,
    targetStatisticId: true,
    targetStatementId: true,
    targetActorId: true,
    targetOrganisationId: true,
    targetCountryId: true,
  },
} as const;

type Keys = Record<keyof typeof targetKeys.select, string | null>;

/** The rows that they point at, one statement a type of target. */
export function getTargets(context: Context, info: GraphQLResolveInfo, about: readonly Keys[]) {
  return Promise.all(
    about.map((keys) =>
      getOneOf(context, info, {
        Event: keys.targetEventId,
        Agreement: keys.targetAgreementId,
        Statistic: keys.targetStatisticId,
        Statement: keys.targetStatementId,
        Actor: keys.targetActorId,
        Organisation: keys.targetOrganisationId,
        Country: keys.targetCountryId,
      }),
    ),
  );
}
