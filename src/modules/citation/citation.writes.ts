import type { Database } from '../../database/database.ts';
import { syncRows } from '../../database/sync-rows.ts';
import type { Reach } from '../report/report.rules.ts';
import type { NewCitation } from './citation.rules.ts';

const NO_SUBJECT = {
  eventId: null,
  participationId: null,
  tenureId: null,
  agreementId: null,
  statisticId: null,
  statementId: null,
  assessmentId: null,
};

/** A fact with the passages that it rests on. */
export interface CitedFact {
  readonly id: string;
  readonly citations: readonly NewCitation[];
}

/** Makes the citations of each fact the given ones. Answers with the facts that changed. */
export async function syncCitations(
  db: Database,
  subject: keyof typeof NO_SUBJECT,
  facts: readonly CitedFact[],
  { passageIds }: Pick<Reach, 'passageIds'>,
): Promise<ReadonlySet<string>> {
  const { touched } = await syncRows(db, 'Citation', {
    rows: facts.flatMap(({ id, citations }) =>
      citations.map(({ passageId, quote }, index) => ({
        ...NO_SUBJECT,
        [subject]: id,
        passageId,
        quote,
        ordinal: index + 1,
      })),
    ),
    key: [subject, 'passageId'],
    within: { field: subject, ids: facts.map(({ id }) => id) },
    keep: (row) => !passageIds.has(row.passageId),
  });
  return touched;
}

/** By fact: its place in the report, which is that of the first passage it cites. */
export async function findOrdinals(db: Database, facts: readonly CitedFact[]): Promise<ReadonlyMap<string, number>> {
  const firstIds = new Map(facts.map(({ id, citations }) => [id, citations[0]?.passageId ?? '']));
  const passages = await db.$queryRaw<{ id: string; ordinal: number }[]>`
    select id::text, ordinal from passage where id = any(${[...firstIds.values()]}::uuid[])`;
  const ordinals = new Map(passages.map(({ id, ordinal }) => [id, ordinal]));
  return new Map([...firstIds].map(([id, passageId]) => [id, ordinals.get(passageId) ?? 0]));
}
