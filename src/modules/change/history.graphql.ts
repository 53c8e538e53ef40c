import { builder } from '../../graphql/builder.ts';
import { ApiKey } from '../access/api-key.graphql.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { AgreementNode } from '../agreement/agreement.graphql.ts';
import { AssessmentNode } from '../assessment/assessment.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { DraftNode } from '../draft/draft.graphql.ts';
import { SuggestionNode } from '../draft/suggestion.graphql.ts';
import { EventNode } from '../event/event.graphql.ts';
import { OfficeNode } from '../office/office.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { PlaceNode } from '../place/place.graphql.ts';
import { PassageNode } from '../report/passage.graphql.ts';
import { ReportNode, SeriesNode } from '../report/report.graphql.ts';
import { StatementNode } from '../statement/statement.graphql.ts';
import { IndicatorNode } from '../statistic/indicator.graphql.ts';
import { StatisticNode } from '../statistic/statistic.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import { Changes } from './change.graphql.ts';

/** Everything that has changes of its own. Here and not with each noun, so that a noun need not know of its history. */
const ENTITIES = [
  ActorNode,
  AgreementNode,
  AssessmentNode,
  CountryNode,
  DraftNode,
  SuggestionNode,
  EventNode,
  IndicatorNode,
  OfficeNode,
  OrganisationNode,
  PassageNode,
  PlaceNode,
  ReportNode,
  SeriesNode,
  StatementNode,
  StatisticNode,
  TopicNode,
] as const;

const HISTORY = {
  description: 'What was written about it and its parts since the log began.',
  within: (entityId: string) => ({ entityId }),
};

for (const entity of ENTITIES) {
  builder.prismaObjectField(entity as typeof EventNode, 'history', (t) => Changes.field(t, HISTORY));
}

// A key is no node: its id is the database's own.
builder.objectField(ApiKey, 'history', (t) => Changes.field(t, HISTORY));
