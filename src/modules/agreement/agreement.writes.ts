import type { Database } from '../../database/database.ts';
import { type RowOf, syncRows, type Written, withParts } from '../../database/sync-rows.ts';
import type { NewCitation } from '../citation/citation.rules.ts';
import { syncCitations } from '../citation/citation.writes.ts';
import type { NewName } from '../name/name.rules.ts';
import { syncNames } from '../name/name.writes.ts';
import type { Reach } from '../report/report.rules.ts';
import type { NewParty } from './agreement.rules.ts';

export interface NewAgreement extends RowOf<'Agreement'> {
  /** Empty where the source has no other name for it than the title. */
  readonly names: readonly NewName[];
  readonly parties: readonly NewParty[];
  /** Actors, in the order of the source. */
  readonly signatoryIds: readonly string[];
  /** The events at which it moved. */
  readonly eventIds: readonly string[];
  readonly citations: readonly NewCitation[];
}

export async function upsertAgreements(
  db: Database,
  agreements: readonly NewAgreement[],
  reach: Reach,
): Promise<Written> {
  const ids = agreements.map(({ id }) => id);
  const within = { field: 'agreementId' as const, ids };
  const keep = (row: Readonly<Record<string, unknown>>) => reach.sharedIds.has(row.agreementId);
  const own = await syncRows(db, 'Agreement', { rows: agreements, key: ['id'], within: { field: 'id', ids } });
  const parties = await syncRows(db, 'AgreementParty', {
    rows: agreements.flatMap(({ id: agreementId, parties }) =>
      parties.map((party, index) => ({ ...party, agreementId, ordinal: index + 1 })),
    ),
    key: ['agreementId', 'organisationId', 'countryId'],
    within,
    keep,
  });
  const signatories = await syncRows(db, 'AgreementSignatory', {
    rows: agreements.flatMap(({ id: agreementId, signatoryIds }) =>
      signatoryIds.map((actorId, index) => ({ agreementId, actorId, ordinal: index + 1 })),
    ),
    key: ['agreementId', 'actorId'],
    within,
    keep,
  });
  const events = await syncRows(db, 'AgreementEvent', {
    rows: agreements.flatMap(({ id: agreementId, eventIds }) =>
      eventIds.map((eventId, index) => ({ agreementId, eventId, ordinal: index + 1 })),
    ),
    key: ['agreementId', 'eventId'],
    within,
    keep,
  });
  return withParts(
    own,
    parties.touched,
    signatories.touched,
    events.touched,
    await syncNames(db, 'agreementId', agreements, reach),
    await syncCitations(db, 'agreementId', agreements, reach),
  );
}
