import type { Database } from '../database/database.ts';
import { createId } from '../database/sync-rows.ts';
import { listLiveJudgements, pairOf } from '../modules/identity/judgement.reads.ts';
import { WHOLE } from '../modules/report/report.rules.ts';
import { copyUnit } from '../modules/statistic/statistic.writes.ts';
import {
  type HoldingJudgement,
  NoSuchRecordError,
  SlugTakenError,
  StillReferredToError,
  VersionConflictError,
} from './correction.errors.ts';
import { createRecordDrafts } from './drafts.ts';
import { compact, type FileRecord } from './file-record.ts';
import type { EditableNoun, Records } from './format.ts';
import { holdRecord, type RawRecord } from './hold-record.ts';
import { findNearest } from './nearest.ts';
import { LISTED_NOUNS } from './parse-edition.ts';
import { readRecords } from './read-records.ts';
import { countReferrers, deleteUnreferred, digestRecords, findIds, listKeys } from './records.ts';
import { nounNamed } from './references.ts';
import { writeNoun } from './write-edition.ts';

/** The record that is to be changed, and the version of it that the change is based on. */
export interface Basis {
  readonly slug: string;
  readonly version: string;
}

/** Writes a record that is not there yet, through the rules and the writes of an edition. Answers with its id. */
export async function recordOne(db: Database, noun: EditableNoun, raw: RawRecord): Promise<string> {
  const taken = await findIds(db, nounNamed(noun), [raw.slug], '');
  if (taken.size > 0) throw new SlugTakenError(raw.slug);
  const id = createId();
  await writeOne(db, noun, raw, id);
  return id;
}

/** Changes a record: what `changes` does not name stays, and null clears. Answers with its id. */
export async function updateOne(db: Database, noun: EditableNoun, basis: Basis, changes: FileRecord): Promise<string> {
  const id = await getUnchanged(db, noun, basis);
  const standing = (await readRecords(db, noun, { slug: basis.slug }, 'ALL')).get(basis.slug);
  const raw: RawRecord = { ...compact({ ...standing, ...changes }), slug: basis.slug };
  await writeOne(db, noun, raw, id);
  if (noun === 'indicators') await copyUnit(db, id);
  if (noun === 'offices' && raw.title !== standing?.title) await retitleTenures(db, basis.slug, raw.title);
  return id;
}

/** Deletes a record that nothing refers to. Answers with the id that it had. */
export async function deleteOne(db: Database, noun: EditableNoun, basis: Basis): Promise<string> {
  const id = await getUnchanged(db, noun, basis);
  const deleted = await deleteUnreferred(db, nounNamed(noun), [id]);
  if (!deleted.has(id)) {
    const referrers = await countReferrers(db, nounNamed(noun), id);
    throw new StillReferredToError(basis.slug, referrers, await listJudgementsOf(db, id));
  }
  return id;
}

async function listJudgementsOf(db: Database, id: string): Promise<readonly HoldingJudgement[]> {
  const judgements = await listLiveJudgements(db, [id]);
  return judgements.map((judgement) => {
    const other = pairOf(judgement).find((record) => record.id !== id);
    return { id: judgement.id, verdict: judgement.verdict, slug: other?.slug ?? '' };
  });
}

/** The version of each record: opaque, and another one once anything of the record or its parts is. */
export function listVersions(
  db: Database,
  noun: EditableNoun,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return digestRecords(db, nounNamed(noun), ids);
}

/** Writers take turns (database/transaction.ts), so what is read here stands until the write. */
async function getUnchanged(db: Database, noun: EditableNoun, { slug, version }: Basis): Promise<string> {
  const id = (await findIds(db, nounNamed(noun), [slug], '')).get(slug);
  if (id === undefined) {
    throw new NoSuchRecordError(slug, findNearest(slug, await listKeys(db, nounNamed(noun))) ?? null);
  }
  const current = (await listVersions(db, noun, [id])).get(id) ?? '';
  if (current !== version) throw new VersionConflictError(nounNamed(noun).model, id, slug, current);
  return id;
}

/** The one path of every change to a record: hold it against the rules, draft it, write it. */
async function writeOne(db: Database, noun: EditableNoun, raw: RawRecord, id: string): Promise<void> {
  const { record, offices, reportId, idOf } = await holdRecord(db, noun, raw, id);
  const records = Object.fromEntries(LISTED_NOUNS.map((name) => [name, name === noun ? [record] : []]));
  const drafts = createRecordDrafts(records as unknown as Records, offices, reportId, idOf);
  await writeNoun(db, noun, drafts, WHOLE);
}

/** A tenure bears its office's title as its preferred name: when the title changes, so do the tenures of its holders. */
async function retitleTenures(db: Database, office: string, title: unknown): Promise<void> {
  const holders = await readRecords(db, 'actors', { tenures: { some: { office: { slug: office } } } }, 'ALL');
  const ids = await findIds(db, nounNamed('actors'), [...holders.keys()], '');
  for (const [slug, holder] of holders) {
    const tenures = (holder.tenures as readonly Tenure[]).map((tenure) =>
      // What has been a wording of it among others is now the first.
      tenure.office === office ? { ...tenure, names: tenure.names?.filter(({ text }) => text !== title) } : tenure,
    );
    await writeOne(db, 'actors', { ...holder, slug, tenures }, ids.get(slug) ?? '');
  }
}

type Tenure = FileRecord & { readonly names?: readonly FileRecord[] };
