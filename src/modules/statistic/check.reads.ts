import type { Database } from '../../database/database.ts';
import { whereSql } from '../../database/where-sql.ts';
import type { Checkable, CheckableFigure } from './check.rules.ts';
import { type StatisticFilter, whereStatistic } from './statistic.reads.ts';

type Row = Checkable & { readonly partOfId: string | null; readonly isWanted: boolean };

/**
 * The figures under the filter that state a percentage, a part or a whole, with those that they are tied to, which the
 * filter need not match. One is tied to the other in the same table, so that is read through once, whatever the filter,
 * and tied up here.
 */
export async function listCheckableFigures(db: Database, filter: StatisticFilter): Promise<readonly CheckableFigure[]> {
  const rows = await db.$queryRaw<Row[]>`
    with figure as materialized (
      select id, slug, unit, value, lower, upper, comparator::text, part_of_id as "partOfId",
        ${whereSql('Statistic', whereStatistic(filter) as Record<string, unknown>, 'statistic')} as "isWanted"
      from statistic
    ), wanted as materialized (select id, "partOfId" from figure where "isWanted")
    select figure.* from figure
    where ("isWanted" and (unit = '%' or "partOfId" is not null or id in (select "partOfId" from figure)))
      or id in (select "partOfId" from wanted)
      or "partOfId" in (select id from wanted)
    order by slug`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const partsOf = Map.groupBy(rows, ({ partOfId }) => partOfId);
  const tied = rows.map((row) => ({
    ...row,
    partOf: row.partOfId === null ? null : (byId.get(row.partOfId) ?? null),
    parts: partsOf.get(row.id) ?? [],
  }));
  return tied.filter(({ isWanted }) => isWanted);
}
