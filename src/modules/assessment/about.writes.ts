import type { Database } from '../../database/database.ts';
import { syncRows } from '../../database/sync-rows.ts';
import type { NewTarget, TargetKind } from './about.rules.ts';

const NO_SUBJECT = { statementId: null, assessmentId: null };

const NO_TARGET = {
  targetEventId: null,
  targetAgreementId: null,
  targetStatisticId: null,
  targetStatementId: null,
  targetActorId: null,
  targetOrganisationId: null,
  targetCountryId: null,
};

const COLUMNS: Readonly<Record<TargetKind, keyof typeof NO_TARGET>> = {
  event: 'targetEventId',
  agreement: 'targetAgreementId',
  statistic: 'targetStatisticId',
  statement: 'targetStatementId',
  actor: 'targetActorId',
  organisation: 'targetOrganisationId',
  country: 'targetCountryId',
};

/** Makes what each statement or assessment is about the given targets. Answers with the subjects that changed. */
export async function syncTargets(
  db: Database,
  subject: keyof typeof NO_SUBJECT,
  subjects: readonly { readonly id: string; readonly about: readonly NewTarget[] }[],
): Promise<ReadonlySet<string>> {
  const { touched } = await syncRows(db, 'About', {
    rows: subjects.flatMap(({ id, about }) =>
      about.map((target, index) => ({
        ...NO_SUBJECT,
        ...NO_TARGET,
        [subject]: id,
        [COLUMNS[target.kind]]: target.id,
        ordinal: index + 1,
      })),
    ),
    key: [subject, ...Object.values(COLUMNS)],
    within: { field: subject, ids: subjects.map(({ id }) => id) },
  });
  return touched;
}
