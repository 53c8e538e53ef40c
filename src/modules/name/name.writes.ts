import type { Database } from '../../database/database.ts';
import { syncRows } from '../../database/sync-rows.ts';
import type { Reach } from '../report/report.rules.ts';
import type { NewName } from './name.rules.ts';

const NO_OWNER = { actorId: null, organisationId: null, tenureId: null, eventId: null, agreementId: null };

/** Makes the names of each owner the given ones; a spelling keeps its row. Answers with the owners that changed. */
export async function syncNames(
  db: Database,
  owner: keyof typeof NO_OWNER,
  owners: readonly { readonly id: string; readonly names: readonly NewName[] }[],
  { sharedIds }: Pick<Reach, 'sharedIds'>,
): Promise<ReadonlySet<string>> {
  const { touched } = await syncRows(db, 'Name', {
    rows: owners.flatMap(({ id, names }) =>
      names.map(({ text, kind, language, inSource }, index) => ({
        ...NO_OWNER,
        [owner]: id,
        text,
        kind,
        language,
        inSource,
        ordinal: index + 1,
      })),
    ),
    key: [owner, 'text'],
    within: { field: owner, ids: owners.map(({ id }) => id) },
    // There is one preferred name: when it changes, the old one goes whoever wrote it.
    keep: (row) => sharedIds.has(row[owner]) && row.kind !== 'PREFERRED',
  });
  return touched;
}
