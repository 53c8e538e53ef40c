import type { Database } from '../database/database.ts';
import { syncRows } from '../database/sync-rows.ts';
import { type ByNoun, NOUNS, type Noun, type NounName } from './nouns.ts';
import { deleteUnreferred, digestNouns, digestRecords, findIds, withdrawCitations } from './records.ts';

/** A record that a load of an edition wrote, with its digest as that load left it. */
export interface Claim {
  readonly reportId: string;
  readonly noun: NounName;
  readonly key: string;
  readonly digest: string;
  /** It stood in the graph before, and no edition had written it. */
  readonly found: boolean;
}

/** Why a record that has left the files stays in the database all the same. */
type GoneReason = 'changed since' | 'told by another edition' | 'there before' | 'still referred to';

/** Why one that the files tell is not made what they say. */
export type CorrectedReason = 'corrected since' | 'deleted since';

export interface Kept extends Claim {
  /** Undefined where there is none. */
  readonly id: string | undefined;
  readonly reason: GoneReason | CorrectedReason;
}

export interface Removal {
  readonly removed: readonly Claim[];
  readonly kept: readonly Kept[];
}

/** A claim on a record that has left the files and is still there. */
export interface GoneRecord extends Claim {
  readonly id: string;
  readonly changed: boolean;
}

/** What other editions claim, by `labelOf`. */
export type OtherClaims = ReadonlyMap<string, readonly Claim[]>;

export const labelOf = ({ noun, key }: Pick<Claim, 'noun' | 'key'>) => `${noun} ${key}`;

/** The report itself is not claimed: claims hang on it. */
const CLAIMED = NOUNS.filter(({ noun }) => noun !== 'reports');

/** What earlier loads of the edition have written. */
export function listClaims(db: Database, reportId: string): Promise<readonly Claim[]> {
  return db.$queryRaw<Claim[]>`
    select report_id::text as "reportId", noun, key, digest, found from seed_row
    where report_id = ${reportId}::uuid order by noun, key`;
}

/** The digests of records as they stand, by `labelOf`; of a report there is none. */
export async function digestByLabel(
  db: Database,
  ids: ByNoun<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const digests = await digestNouns(
    db,
    CLAIMED.map((noun) => [noun, [...ids[noun.noun].values()]]),
  );
  return new Map(
    CLAIMED.flatMap(({ noun }) => [...ids[noun]].map(([key, id]) => [labelOf({ noun, key }), digests.get(id) ?? ''])),
  );
}

/** The records that earlier loads of the edition wrote and that its files no longer have, as they stand before the load. */
export async function findGone(
  db: Database,
  reportId: string,
  keys: ByNoun<readonly string[]>,
): Promise<readonly GoneRecord[]> {
  const claims = await listClaims(db, reportId);
  const gone: GoneRecord[] = [];
  for (const noun of CLAIMED) {
    const told = new Set(keys[noun.noun]);
    const lost = claims.filter((claim) => claim.noun === noun.noun && !told.has(claim.key));
    if (lost.length === 0) continue;
    const lostKeys = lost.map(({ key }) => key);
    const ids = await findIds(db, noun, lostKeys, reportId);
    const digests = await digestRecords(db, noun, [...ids.values()]);
    for (const claim of lost) {
      const id = ids.get(claim.key);
      if (id !== undefined) gone.push({ ...claim, id, changed: digests.get(id) !== claim.digest });
    }
  }
  return gone;
}

/** The claims of other editions on the given records, as far as several editions may tell them. */
export async function findOtherClaims(
  db: Database,
  reportId: string,
  records: readonly Pick<Claim, 'noun' | 'key'>[],
): Promise<OtherClaims> {
  const nouns = CLAIMED.filter((noun: Noun) => !noun.inReport).map(({ noun }) => noun);
  const asked = JSON.stringify(records.map(({ noun, key }) => ({ noun, key })));
  const claims = await db.$queryRaw<Claim[]>`
    select report_id::text as "reportId", noun, key, digest, found
    from json_to_recordset(${asked}::json) as asked (noun text, key text) join seed_row using (noun, key)
    where report_id <> ${reportId}::uuid and noun = any(${nouns}::text[])`;
  return Map.groupBy(claims, labelOf);
}

/**
 * Removes what the edition alone wrote, nobody changed and nothing refers to, last noun first. From what other editions tell
 * as well it takes its own citations.
 */
export async function removeGone(
  db: Database,
  reportId: string,
  gone: readonly GoneRecord[],
  others: OtherClaims,
): Promise<Removal> {
  const removed: Claim[] = [];
  const kept: Kept[] = [];
  for (const noun of CLAIMED.toReversed()) {
    const records = gone.filter((record) => record.noun === noun.noun);
    const unchanged = records.filter(({ changed }) => !changed);
    const [shared = [], own = []] = [true, false].map((told) =>
      unchanged.filter((record) => isShared(record, others) === told).map(({ id }) => id),
    );
    if (shared.length > 0) await withdrawCitations(db, noun, shared, reportId);
    const deleted = own.length > 0 ? await deleteUnreferred(db, noun, own) : new Set();
    for (const record of records) {
      if (deleted.has(record.id)) removed.push(record);
      else kept.push({ ...record, reason: reasonOf(record, others) });
    }
  }
  return { removed, kept };
}

/** Whether others have the care of it as well. */
const isShared = (record: GoneRecord, others: OtherClaims) => record.found || others.has(labelOf(record));

function reasonOf(record: GoneRecord, others: OtherClaims): GoneReason {
  if (others.has(labelOf(record))) return 'told by another edition';
  if (record.found) return 'there before';
  return record.changed ? 'changed since' : 'still referred to';
}

/** What a load came to, as far as claims are concerned. */
export interface Writing {
  /** Of what the edition tells and has written. */
  readonly ids: ByNoun<ReadonlyMap<string, string>>;
  /** Records that the graph had without any edition's doing, by `labelOf`. */
  readonly found: ReadonlySet<string>;
  readonly kept: readonly Kept[];
  readonly others: OtherClaims;
  /** Says of another edition's claim whether it is to move along with what this one has written. */
  readonly moves: (claim: Claim) => boolean;
}

/**
 * Notes what the edition has written. A record that was kept stays claimed as it was, so that a later load looks at it again,
 * unless another edition has the care of it.
 */
export async function writeClaims(
  db: Database,
  reportId: string,
  { ids, found, kept, others, moves }: Writing,
): Promise<void> {
  const isLeft = ({ reason }: Kept) => reason === 'told by another edition' || reason === 'there before';
  const left = kept.filter(isLeft);
  const idsOf = (name: NounName) => [
    ...ids[name].values(),
    ...left.flatMap(({ noun, id }) => (noun === name && id !== undefined ? [id] : [])),
  ];
  const digests = await digestNouns(
    db,
    CLAIMED.map((noun) => [noun, idsOf(noun.noun)]),
  );
  const written = CLAIMED.flatMap(({ noun }) =>
    [...ids[noun]].map(([key, id]): Claim => {
      const label = labelOf({ noun, key });
      return { reportId, noun, key, digest: digests.get(id) ?? '', found: found.has(label) && !others.has(label) };
    }),
  );
  const withdrawn = left.map((record) => ({ ...record, digest: digests.get(record.id ?? '') ?? '' }));
  await moveOtherClaims(db, [...written, ...withdrawn], others, moves);
  const claims = [...kept.filter((record) => !isLeft(record)), ...written];
  await syncRows(db, 'SeedRow', { ...claimsOf(reportId), rows: claims });
}

/** What a load changed in a record that others tell as well was changed by no person: their digests move along. */
async function moveOtherClaims(
  db: Database,
  claims: readonly Claim[],
  others: OtherClaims,
  moves: Writing['moves'],
): Promise<void> {
  const stale = claims.flatMap((claim) =>
    (others.get(labelOf(claim)) ?? [])
      .filter((other) => other.digest !== claim.digest && moves(other))
      .map((other) => ({ ...other, digest: claim.digest })),
  );
  for (const [otherId, rows] of Map.groupBy(stale, ({ reportId }) => reportId)) {
    await syncRows(db, 'SeedRow', { ...claimsOf(otherId), rows, keep: () => true });
  }
}

/** How `syncRows` is to go about the claims of an edition. */
const claimsOf = (reportId: string) => ({
  key: ['reportId', 'noun', 'key'] as const,
  within: { field: 'reportId' as const, ids: [reportId] },
});
