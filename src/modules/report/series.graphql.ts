import { builder } from '../../graphql/builder.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import { QuotePolicy } from './report.enums.graphql.ts';
import { SeriesNode } from './report.graphql.ts';
import { updateQuotePolicy } from './report.writes.ts';
import { UnknownSeriesError } from './series.errors.ts';

defineProblem(UnknownSeriesError, {
  name: 'UnknownSeriesProblem',
  description: 'There is no such series.',
  fields: (t) => ({ slug: t.exposeString('slug', { description: 'What was asked for.' }) }),
});

const SetQuotePolicyInput = builder.inputType('SetQuotePolicyInput', {
  description: 'Who may be shown the published wording of a series.',
  fields: (t) => ({
    series: t.string({ required: true, description: 'Slug of the series.' }),
    policy: t.field({ type: QuotePolicy, required: true, description: 'The policy, for all its editions.' }),
    reason: t.string({ description: 'Why, for the change log: "licence of 3 May".' }),
  }),
});

builder.mutationField('setQuotePolicy', (t) =>
  t.prismaField({
    type: SeriesNode,
    description:
      'Says who is shown the published wording of a series (`Passage.text`), and with it whether `search` knows that wording. Takes effect at once.',
    authScopes: { scope: 'ADMIN' },
    args: { input: t.arg({ type: SetQuotePolicyInput, required: true, description: 'Which series, and the policy.' }) },
    errors: { types: [UnknownSeriesError] },
    resolve: async (query, _root, { input }, context) => {
      const id = await writeAsViewer(context, input.reason ?? null, (db) =>
        updateQuotePolicy(db, input.series, input.policy),
      );
      return context.db.series.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
