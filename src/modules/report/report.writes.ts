import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';
import type { QuotePolicy } from '../../generated/prisma/enums.ts';
import { UnknownSeriesError } from './series.errors.ts';

/** Whose wording may be quoted is no curator's matter: it stays as it is. */
export type NewSeries = Omit<RowOf<'Series'>, 'quotePolicy'>;
export type NewReport = RowOf<'Report'>;
export type NewSection = RowOf<'Section'>;

export async function upsertSeries(db: Database, series: readonly NewSeries[]): Promise<Written> {
  return syncRows(db, 'Series', {
    rows: series,
    key: ['id'],
    within: { field: 'id', ids: series.map(({ id }) => id) },
  });
}

/** Says who may be shown the wording of a series; the passages are indexed anew by triggers. */
export async function updateQuotePolicy(db: Database, slug: string, quotePolicy: QuotePolicy): Promise<string> {
  const series = await db.series.findUnique({ where: { slug }, select: { id: true } });
  if (!series) throw new UnknownSeriesError(slug);
  await db.series.update({ where: { id: series.id }, data: { quotePolicy } });
  return series.id;
}

export async function upsertReports(db: Database, reports: readonly NewReport[]): Promise<Written> {
  return syncRows(db, 'Report', {
    rows: reports,
    key: ['id'],
    within: { field: 'id', ids: reports.map(({ id }) => id) },
  });
}

export async function upsertSections(db: Database, sections: readonly NewSection[]): Promise<Written> {
  return syncRows(db, 'Section', {
    rows: sections,
    key: ['id'],
    within: { field: 'id', ids: sections.map(({ id }) => id) },
  });
}
