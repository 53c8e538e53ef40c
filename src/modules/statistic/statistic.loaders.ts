import DataLoader from 'dataloader';
import type { Database } from '../../database/database.ts';
import type { Figure } from './conflict.rules.ts';
import { listFiguresByIndicator } from './statistic.reads.ts';

export function createStatisticLoaders(db: Database) {
  return {
    /** By indicator: every figure of it, as far as conflicts are worked out from them. */
    figures: new DataLoader<string, readonly Figure[]>(
      async (indicatorIds) => {
        const figures = await listFiguresByIndicator(db, indicatorIds);
        return indicatorIds.map((id) => figures.get(id) ?? []);
      },
      { name: 'statistic.figures' },
    ),
  };
}
