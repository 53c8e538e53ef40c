import type { Database } from '../database/database.ts';
import { type Claim, type Kept, labelOf, listClaims, type OtherClaims } from './claims.ts';
import { keyOf } from './findings.ts';
import { textsIn } from './known.ts';
import { type ByNoun, NOUNS, type Noun } from './nouns.ts';
import { type Edition, LISTED_NOUNS } from './parse-edition.ts';
import { findIds } from './records.ts';

/** Countries and passages are corrected in the files alone: no mutation has them, and passages are numbered among themselves. */
const CORRECTABLE: readonly Noun[] = NOUNS.filter(({ noun }) =>
  LISTED_NOUNS.some((name) => name === noun && name !== 'countries' && name !== 'passages'),
);

/** Whether it was kept against what the files say of it. */
export const isCorrected = ({ reason }: Kept) => reason === 'corrected since' || reason === 'deleted since';

interface Standing {
  readonly reportId: string;
  /** The ids of what the edition tells and the graph has. */
  readonly ids: ByNoun<ReadonlyMap<string, string>>;
  /** How that stands, by `labelOf`. */
  readonly digests: ReadonlyMap<string, string>;
  readonly others: OtherClaims;
}

/**
 * What the edition tells and somebody has changed or deleted since it was last loaded. No load moves the digest of such a
 * record in its claim, so that it is found again each time. A record that another load has written and somebody changed
 * since counts as well, be it the first time that this edition tells it.
 */
export async function findCorrected(db: Database, edition: Edition, standing: Standing): Promise<readonly Kept[]> {
  const { reportId, ids, digests, others } = standing;
  const claims = new Map((await listClaims(db, reportId)).map((claim) => [labelOf(claim), claim]));
  const corrected: Kept[] = [];
  const gone: { readonly noun: Noun; readonly claim: Claim }[] = [];
  for (const noun of CORRECTABLE) {
    for (const record of edition[noun.noun as 'events']) {
      const key = keyOf(record) ?? '';
      const label = labelOf({ noun: noun.noun as 'events', key });
      const own = claims.get(label);
      const id = ids[noun.noun as 'events'].get(key);
      const broken = [...(own ? [own] : []), ...(others.get(label) ?? [])].find(
        ({ digest }) => digest !== digests.get(label),
      );
      if (id === undefined && own) gone.push({ noun, claim: own });
      else if (id !== undefined && broken) {
        const claim = own ?? { ...broken, reportId };
        // Told by others and corrected before this edition told it: what stands is not what the claim vouches for.
        corrected.push({ ...claim, digest: broken.digest, id, reason: 'corrected since' });
      }
    }
  }
  return [...corrected, ...(await findLost(db, edition, corrected, gone))];
}

/** Of the records that are not where the load left them: those moved to another report, and those deleted for good. */
async function findLost(
  db: Database,
  edition: Edition,
  corrected: readonly Kept[],
  gone: readonly { readonly noun: Noun; readonly claim: Claim }[],
): Promise<readonly Kept[]> {
  const lost: Kept[] = [];
  for (const [noun, some] of Map.groupBy(gone, (one) => one.noun)) {
    const keys = some.map(({ claim }) => claim.key);
    const moved = noun.inReport ? await findIds(db, { ...noun, inReport: false }, keys, '') : new Map<string, string>();
    for (const { claim } of some) {
      const id = moved.get(claim.key);
      lost.push({ ...claim, id, reason: id === undefined ? 'deleted since' : 'corrected since' });
    }
  }
  return withoutReferred(edition, [...corrected, ...lost]).filter((record) => lost.includes(record));
}

/** A deleted record to which something refers that is to be written has to be there again, and then what it refers to. */
function withoutReferred(edition: Edition, kept: readonly Kept[]): readonly Kept[] {
  const left = new Set(kept.map(labelOf));
  const written = LISTED_NOUNS.flatMap((noun) =>
    (edition[noun] as readonly object[]).filter((record) => !left.has(labelOf({ noun, key: keyOf(record) ?? '' }))),
  );
  // A key is no reference to itself.
  const referred = new Set(
    [...written, edition.head].flatMap((record) => textsIn('slug' in record ? { ...record, slug: null } : record)),
  );
  const staying = kept.filter(({ reason, key }) => reason !== 'deleted since' || !referred.has(key));
  return staying.length === kept.length ? staying : withoutReferred(edition, staying);
}
