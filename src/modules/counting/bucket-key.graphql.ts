import { builder } from '../../graphql/builder.ts';
import { getRow, type NodeModel } from '../../graphql/rows.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';
import { PlaceNode } from '../place/place.graphql.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { IndicatorNode } from '../statistic/indicator.graphql.ts';
import { TopicNode } from '../topic/topic.graphql.ts';
import type { BucketKey as Key } from './bucket.rules.ts';

const BucketNode = builder.unionType('BucketNode', {
  description: 'What the key of a bucket may name.',
  types: [ActorNode, CountryNode, IndicatorNode, OrganisationNode, PlaceNode, ReportNode, TopicNode],
});

export const BucketKey = builder.objectRef<Key>('BucketKey').implement({
  description: 'What the records of a bucket have in common under one of the groupings.',
  fields: (t) => ({
    grouping: t.exposeString('grouping', { description: 'The grouping, as it is called in `groupBy`: `KIND`.' }),
    value: t.exposeString('value', {
      nullable: true,
      description:
        'What filters take: the enum value, the code of a country, the slug of anything else, a unit, or the first day of the period. Null for the undated, which time cannot place.',
    }),
    label: t.exposeString('label', {
      description:
        'For people: a name or a title, the enum value in words, the period as `2019-09-11`, `2019-W37`, `2019-09`, `2019-Q3` or `2019`, and `undated`.',
    }),
    node: t.field({
      type: BucketNode,
      nullable: true,
      description: 'What is named; null where the key is an enum value, a unit or a period.',
      resolve: ({ node }, _args, context, info) =>
        node ? (getRow(context, info, node.model as NodeModel, node.id) as never) : null,
    }),
    from: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'First day of the period; null under any grouping but TIME, and for the undated.',
      resolve: ({ period }) => period?.from ?? null,
    }),
    to: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of the period, null as `from` is.',
      resolve: ({ period }) => period?.to ?? null,
    }),
  }),
});
