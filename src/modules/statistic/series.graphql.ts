import { builder } from '../../graphql/builder.ts';
import { batchAt, fieldPath, getRows } from '../../graphql/rows.ts';
import { IndicatorNode } from './indicator.graphql.ts';
import { createSeries, type SeriesPoint as SeriesPointShape } from './series.rules.ts';
import { StatisticFilter, StatisticNode } from './statistic.graphql.ts';
import { listClaimsByIndicator } from './statistic.reads.ts';

/** Series are taken to be this long where cost is reckoned. */
const USUAL_LENGTH = 20;

const SeriesPoint = builder.objectRef<SeriesPointShape>('SeriesPoint').implement({
  description: 'The figures for one period, or the days between two periods for which there is none.',
  fields: (t) => ({
    periodStart: t.expose('periodStart', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day that they cover, or that nothing covers; null where the source does not say.',
    }),
    periodEnd: t.expose('periodEnd', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day that they cover, or that nothing covers; null where the source does not say.',
    }),
    isGap: t.exposeBoolean('isGap', {
      description: 'Whether these are days between two covered periods for which nobody gives a figure.',
    }),
    statistics: t.field({
      type: [StatisticNode],
      description: 'All figures for this very period, by slug; empty in a gap.',
      resolve: ({ statisticIds }, _args, context, info) => getRows(context, info, 'Statistic', statisticIds),
    }),
  }),
});

builder.prismaObjectField(IndicatorNode, 'series', (t) =>
  t.field({
    type: [SeriesPoint],
    description:
      'Its figures in time, a point for each period, with the gaps between them; figures for which no day is known come last, in one point. A figure without a last day covers its first day alone; before one without a first day no gap is claimed. Periods may overlap. Filter by area or giver where several are mixed.',
    args: {
      filter: t.arg({ type: StatisticFilter, description: 'Which figures make up the series; leave it out for all.' }),
    },
    complexity: { field: USUAL_LENGTH, multiplier: USUAL_LENGTH },
    resolve: async ({ id }, { filter }, context, info) => {
      const figures = batchAt(context, `series@${fieldPath(info)}`, async (indicatorIds) => {
        const byIndicator = await listClaimsByIndicator(context.db, indicatorIds, filter ?? {});
        return indicatorIds.map((indicatorId) => byIndicator.get(indicatorId) ?? []);
      });
      return createSeries(await figures.load(id));
    },
  }),
);
