import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written } from '../../database/sync-rows.ts';

export type NewSeries = RowOf<'Series'>;
export type NewReport = RowOf<'Report'>;
export type NewSection = RowOf<'Section'>;

export async function upsertSeries(db: Database, series: readonly NewSeries[]): Promise<Written> {
  return syncRows(db, 'Series', {
    rows: series,
    key: ['id'],
    within: { field: 'id', ids: series.map(({ id }) => id) },
  });
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
