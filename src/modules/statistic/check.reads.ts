import type { Database } from '../../database/database.ts';
import type { CheckableFigure } from './check.rules.ts';
import { type StatisticFilter, whereStatistic } from './statistic.reads.ts';

const columns = { id: true, slug: true, unit: true, value: true, lower: true, upper: true, comparator: true } as const;

/** The figures under the filter that state a percentage, a part or a whole, with those that they are tied to. */
export async function listCheckableFigures(db: Database, filter: StatisticFilter): Promise<readonly CheckableFigure[]> {
  return db.statistic.findMany({
    where: {
      AND: [whereStatistic(filter), { OR: [{ unit: '%' }, { partOfId: { not: null } }, { parts: { some: {} } }] }],
    },
    select: { ...columns, partOf: { select: columns }, parts: { select: columns, orderBy: { slug: 'asc' } } },
  });
}
