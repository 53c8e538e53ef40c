import type { Database } from '../../database/database.ts';
import type { Edition } from './coverage.rules.ts';

/** The editions of the series with that slug, or of all, earliest first; none where no series bears the slug. */
export async function listEditions(db: Database, series: string | null): Promise<readonly Edition[]> {
  return db.report.findMany({
    where: series === null ? {} : { series: { slug: series } },
    select: { id: true, slug: true, periodStart: true, periodEnd: true },
    orderBy: [{ periodStart: 'asc' }, { slug: 'asc' }],
  });
}
