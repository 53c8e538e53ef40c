import type { Database } from '../database/database.ts';
import { createEventLoaders } from '../modules/event/event.loaders.ts';
import { createOfficeLoaders } from '../modules/office/office.loaders.ts';
import { createStatisticLoaders } from '../modules/statistic/statistic.loaders.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** What is worked out rather than stored, batched for one request; stored relations are loaded by rows.ts and Prisma. */
export function createLoaders(db: Database) {
  return {
    event: createEventLoaders(db),
    office: createOfficeLoaders(db),
    statistic: createStatisticLoaders(db),
  };
}
