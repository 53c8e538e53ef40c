import DataLoader from 'dataloader';
import type { Database } from '../../database/database.ts';
import type { Claim, ClaimNames } from './comparison.rules.ts';
import { findClaimNamesByStatistic, listClaimsByIndicator } from './statistic.reads.ts';

export function createStatisticLoaders(db: Database) {
  return {
    /** By indicator: every figure of it, as far as figures are set side by side. */
    figures: new DataLoader<string, readonly Claim[]>(
      async (indicatorIds) => {
        const figures = await listClaimsByIndicator(db, indicatorIds);
        return indicatorIds.map((id) => figures.get(id) ?? []);
      },
      { name: 'statistic.figures' },
    ),
    /** By figure: the names in the sentences on it. */
    claimNames: new DataLoader<string, ClaimNames>(
      async (statisticIds) => {
        const names = await findClaimNamesByStatistic(db, statisticIds);
        return statisticIds.map((id) => names.get(id) ?? { giver: null, area: null });
      },
      { name: 'statistic.claimNames' },
    ),
  };
}
