import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewTarget } from '../assessment/about.rules.ts';
import { syncTargets } from '../assessment/about.writes.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { findOrdinals, syncCitations } from '../citation/citation.writes.ts';
import type { Reach } from '../report/report.rules.ts';

export interface NewStatement extends Omit<RowOf<'Statement'>, 'ordinal'> {
  readonly about: readonly NewTarget[];
  readonly topicIds: readonly string[];
  readonly citations: readonly NewCitation[];
}

export async function upsertStatements(
  db: Database,
  statements: readonly NewStatement[],
  reach: Reach,
): Promise<Written> {
  const ids = statements.map(({ id }) => id);
  const ordinals = await findOrdinals(db, statements);
  const own = await syncRows(db, 'Statement', {
    rows: statements.map((statement) => ({ ...statement, ordinal: ordinals.get(statement.id) ?? 0 })),
    key: ['id'],
    within: { field: 'id', ids },
  });
  const topics = await syncRows(db, 'StatementTopic', {
    rows: statements.flatMap(({ id: statementId, topicIds }) =>
      topicIds.map((topicId, index) => ({ statementId, topicId, ordinal: index + 1 })),
    ),
    key: ['statementId', 'topicId'],
    within: { field: 'statementId', ids },
  });
  return withParts(
    own,
    topics.touched,
    await syncTargets(db, 'statementId', statements),
    await syncCitations(db, 'statementId', statements, reach),
  );
}
