import type { GraphQLSchema } from 'graphql';
import { describeScopes } from './authorise.ts';
import { builder } from './builder.ts';
import './scalars.ts';
import './node.ts';
import '../modules/access/viewer.graphql.ts';
import '../modules/actor/actor.graphql.ts';
import '../modules/agreement/agreement.graphql.ts';
import '../modules/assessment/assessment.graphql.ts';
import '../modules/citation/citation.graphql.ts';
import '../modules/counterpart/counterpart.graphql.ts';
import '../modules/country/country.graphql.ts';
import '../modules/counting/counting.graphql.ts';
import '../modules/coverage/coverage.graphql.ts';
import '../modules/edition/edition-diff.graphql.ts';
import '../modules/event/event.corrections.graphql.ts';
import '../modules/event/event.graphql.ts';
import '../modules/name/name.graphql.ts';
import '../modules/network/network.graphql.ts';
import '../modules/office/consistency.graphql.ts';
import '../modules/office/office.graphql.ts';
import '../modules/organisation/organisation.graphql.ts';
import '../modules/participation/participation.graphql.ts';
import '../modules/path/path.graphql.ts';
import '../modules/place/place.graphql.ts';
import '../modules/report/passage.graphql.ts';
import '../modules/report/report.graphql.ts';
import '../modules/search/search.graphql.ts';
import '../modules/statement/statement.graphql.ts';
import '../modules/statistic/check.graphql.ts';
import '../modules/statistic/comparison.graphql.ts';
import '../modules/statistic/derived.graphql.ts';
import '../modules/statistic/indicator.graphql.ts';
import '../modules/statistic/series.graphql.ts';
import '../modules/statistic/statistic.graphql.ts';
import '../modules/timeline/timeline.graphql.ts';
import '../modules/topic/topic.graphql.ts';

/** The whole schema; every module above has added its types by being imported. */
export function createSchema(): GraphQLSchema {
  const schema = builder.toSchema();
  describeScopes(schema);
  return schema;
}
