import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { findOrdinals, syncCitations } from '../citation/citation.writes.ts';
import type { Reach } from '../report/report.rules.ts';
import type { NewTarget } from './about.rules.ts';
import { syncTargets } from './about.writes.ts';

export interface NewAssessment extends Omit<RowOf<'Assessment'>, 'ordinal'> {
  readonly about: readonly NewTarget[];
  readonly citations: readonly NewCitation[];
}

export async function upsertAssessments(
  db: Database,
  assessments: readonly NewAssessment[],
  reach: Reach,
): Promise<Written> {
  const ordinals = await findOrdinals(db, assessments);
  const own = await syncRows(db, 'Assessment', {
    rows: assessments.map((assessment) => ({ ...assessment, ordinal: ordinals.get(assessment.id) ?? 0 })),
    key: ['id'],
    within: { field: 'id', ids: assessments.map(({ id }) => id) },
  });
  return withParts(
    own,
    await syncTargets(db, 'assessmentId', assessments),
    await syncCitations(db, 'assessmentId', assessments, reach),
  );
}
