import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { findOrdinals, syncCitations } from '../citation/citation.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export type NewIndicator = RowOf<'Indicator'>;

export interface NewStatistic extends Omit<RowOf<'Statistic'>, 'unit' | 'ordinal'> {
  readonly citations: readonly NewCitation[];
}

export async function upsertIndicators(db: Database, indicators: readonly NewIndicator[]): Promise<Written> {
  return syncRows(db, 'Indicator', {
    rows: indicators,
    key: ['id'],
    within: { field: 'id', ids: indicators.map(({ id }) => id) },
  });
}

/** Gives the figures of an indicator its unit, which they hold a copy of; an edition does so by telling them again. */
export async function copyUnit(db: Database, indicatorId: string): Promise<void> {
  await db.$executeRaw`
    update statistic set unit = indicator.unit from indicator
    where indicator.id = ${indicatorId}::uuid and statistic.indicator_id = indicator.id and statistic.unit <> indicator.unit`;
}

export async function upsertStatistics(
  db: Database,
  statistics: readonly NewStatistic[],
  reach: Reach,
): Promise<Written> {
  const units = await findUnits(db, statistics);
  const ordinals = await findOrdinals(db, statistics);
  const own = await syncRows(db, 'Statistic', {
    rows: statistics.map((statistic) => ({
      ...statistic,
      unit: units.get(statistic.indicatorId) ?? '',
      ordinal: ordinals.get(statistic.id) ?? 0,
    })),
    key: ['id'],
    within: { field: 'id', ids: statistics.map(({ id }) => id) },
  });
  return withParts(own, await syncCitations(db, 'statisticId', statistics, reach));
}

async function findUnits(db: Database, statistics: readonly NewStatistic[]): Promise<ReadonlyMap<string, string>> {
  const indicatorIds = [...new Set(statistics.map(({ indicatorId }) => indicatorId))];
  const rows = await db.$queryRaw<{ id: string; unit: string }[]>`
    select id::text, unit from indicator where id = any(${indicatorIds}::uuid[])`;
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}
