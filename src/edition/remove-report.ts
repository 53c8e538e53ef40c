import type { Database } from '../database/database.ts';
import { columnName, identifier, tableName } from '../database/where-sql.ts';
import { Prisma, type Report } from '../generated/prisma/client.ts';
import { findGone, findOtherClaims, labelOf } from './claims.ts';
import type { FileRecord } from './file-record.ts';
import type { ListedNoun } from './format.ts';
import { SHARED_NOUNS } from './known.ts';
import { type ByNoun, NOUNS, type Noun, type Part } from './nouns.ts';
import { LISTED_NOUNS } from './parse-edition.ts';
import { readRecords } from './read-records.ts';
import { deleteUnreferred, digestRecords, withdrawCitations } from './records.ts';
import { nounNamed } from './references.ts';

/** One record that a report tells. */
export interface ReportRecord {
  readonly noun: ListedNoun;
  readonly key: string;
  readonly id: string;
  readonly record: FileRecord;
  /** The report alone tells it: with the report it goes. */
  readonly isOwn: boolean;
  /** It is not as the report's last writing left it. */
  readonly isChanged: boolean;
}

export type ReportRecords = readonly ReportRecord[];

/** What the removal of a report came to. */
export interface ReportRemoval {
  readonly removed: ReadonlyMap<string, number>;
  readonly kept: readonly { readonly noun: string; readonly key: string }[];
  /** Facts of the report that others refer to; with any, nothing may come of the removal. */
  readonly blocking: readonly { readonly noun: string; readonly key: string }[];
}

/** Nouns whose records rest on passages: without one they state a fact that nobody vouches for. */
const FACTS: readonly string[] = ['events', 'agreements', 'statistics', 'statements', 'assessments', 'passages'];

/** Everything that a report tells: its own rows, what it has written, and what was cited from it by hand. */
export async function listReportRecords(db: Database, reportId: string): Promise<ReportRecords> {
  const nothing = Object.fromEntries(NOUNS.map(({ noun }) => [noun, []])) as unknown as ByNoun<readonly string[]>;
  const claimed = await findGone(db, reportId, nothing);
  const others = await findOtherClaims(db, reportId, claimed);
  const records: ReportRecord[] = [];
  for (const name of LISTED_NOUNS) {
    const ids = new Map(claimed.filter(({ noun }) => noun === name).map((claim) => [claim.id, claim]));
    const cited = SHARED_NOUNS.includes(name) ? await listCited(db, name, reportId) : await listIn(db, name, reportId);
    const all = [...new Set([...ids.keys(), ...cited.keys()])];
    if (all.length === 0) continue;
    const read = await readRecords(db, name, { id: { in: all } }, { reportId });
    const idOfKey = await keysOf(db, name, all);
    for (const [key, record] of read) {
      const id = idOfKey.get(key) ?? '';
      const claim = ids.get(id);
      const isTold = claim ? !claim.found && !others.has(labelOf(claim)) : true;
      // What another report's passages attest as well is not this one's to take away.
      const isOwn =
        !SHARED_NOUNS.includes(name) ||
        (isTold && !cited.get(id)?.isCitedElsewhere && (claim !== undefined || FACTS.includes(name)));
      records.push({ noun: name, key, id, record, isOwn, isChanged: claim?.changed ?? true });
    }
  }
  return records;
}

interface Cited {
  readonly id: string;
  readonly isCitedElsewhere: boolean;
}

/** The records of which some citation is in the report, be it of a part of theirs. */
async function listCited(db: Database, name: ListedNoun, reportId: string): Promise<ReadonlyMap<string, Cited>> {
  const owners: Readonly<Record<string, Prisma.Sql>> = {
    events: Prisma.sql`coalesce(c.event_id, (select p.event_id from participation p where p.id = c.participation_id))`,
    agreements: Prisma.sql`c.agreement_id`,
    actors: Prisma.sql`(select t.actor_id from tenure t where t.id = c.tenure_id)`,
  };
  const owner = owners[name];
  if (!owner) return new Map();
  const rows = await db.$queryRaw<Cited[]>`
    select own.id::text, bool_or(own.report_id <> ${reportId}::uuid) as "isCitedElsewhere"
    from (select ${owner} as id, p.report_id from citation c join passage p on p.id = c.passage_id) own
    where own.id is not null group by own.id having bool_or(own.report_id = ${reportId}::uuid)`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function listIn(db: Database, name: ListedNoun, reportId: string): Promise<ReadonlyMap<string, Cited>> {
  const table = identifier(tableName(nounNamed(name).model));
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id::text from ${table} where report_id = ${reportId}::uuid`;
  return new Map(rows.map(({ id }) => [id, { id, isCitedElsewhere: false }]));
}

async function keysOf(db: Database, name: ListedNoun, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { model, key } = nounNamed(name);
  const rows = await db.$queryRaw<{ key: string; id: string }[]>`
    select ${identifier(columnName(key))} as key, id::text from ${identifier(tableName(model))}
    where id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Takes a report, its passages and what it alone tells out of the graph; from what others tell it takes what it attests. */
export async function removeReport(
  db: Database,
  { id: reportId, seriesId }: Report,
  records: ReportRecords,
): Promise<ReportRemoval> {
  const removed = new Map<string, number>();
  const kept: { noun: string; key: string }[] = [];
  const blocking: { noun: string; key: string }[] = [];
  for (const name of SHARED_NOUNS) {
    const shared = records.filter(({ noun, isOwn }) => noun === name && !isOwn);
    if (shared.length > 0) await takeBack(db, nounNamed(name), shared, reportId);
  }
  for (const { noun: name } of NOUNS.toReversed()) {
    if (name === 'sections') continue;
    if (name === 'reports') {
      await db.report.delete({ where: { id: reportId } });
      removed.set('reports', 1);
    } else if (name === 'series') {
      const deleted = await deleteUnreferred(db, nounNamed('series'), [seriesId]);
      if (deleted.size > 0) removed.set('series', 1);
    } else {
      const told = records.filter(({ noun }) => noun === name);
      const own = told.filter(({ isOwn }) => isOwn);
      const deleted = own.length === 0 ? new Set() : await remove(db, nounNamed(name), own, reportId);
      if (deleted.size > 0) removed.set(name, deleted.size);
      for (const { noun, key, id } of told) {
        if (deleted.has(id)) continue;
        kept.push({ noun, key });
        if (own.some((record) => record.id === id) && FACTS.includes(name)) blocking.push({ noun, key });
      }
    }
    if (blocking.length > 0) return { removed, kept, blocking };
  }
  return { removed, kept, blocking };
}

/** Passages are cited by what others tell only as far as this report attested it, which has been taken back by now. */
async function remove(db: Database, noun: Noun, own: ReportRecords, reportId: string): Promise<ReadonlySet<string>> {
  const ids = own.map(({ id }) => id);
  if (noun.noun === 'actors') await withdrawCitations(db, noun, ids, reportId);
  return deleteUnreferred(db, noun, ids);
}

/** Takes out of records that stay what the report attests of them, and what its writing alone has put into their lists. */
async function takeBack(db: Database, noun: Noun, shared: ReportRecords, reportId: string): Promise<void> {
  const ids = shared.map(({ id }) => id);
  const before = await digestRecords(db, noun, ids);
  await withdrawCitations(db, noun, ids, reportId);
  for (const part of noun.parts ?? []) {
    const owned = Prisma.sql`${identifier(columnName(part.owner))} = any(${ids}::uuid[])`;
    if (part.model !== 'Citation' && !part.parts) await takeOut(db, part, owned, reportId);
    for (const inner of part.parts ?? []) {
      const outer = identifier(tableName(part.model));
      const within = Prisma.sql`${identifier(columnName(inner.owner))} in (select id from ${outer} where ${owned})`;
      if (inner.model !== 'Citation') await takeOut(db, inner, within, reportId);
    }
  }
  if (noun.noun === 'events') {
    await db.$executeRaw`
      update event set is_key_event = false
      where id = any(${ids}::uuid[]) and is_key_event and not exists (
        select 1 from citation c join passage p on p.id = c.passage_id join section s on s.id = p.section_id
        where c.event_id = event.id and s.kind = 'KEY_EVENTS')`;
  }
  await moveClaims(db, noun, shared, before);
}

/** Deletes those of the rows that came into the graph together with the report. A preferred name is nobody's to take away. */
async function takeOut(db: Database, part: Part, owned: Prisma.Sql, reportId: string): Promise<void> {
  const table = tableName(part.model);
  const [logged] = await db.$queryRaw<{ keys: string[] }[]>`
    select keys from change_log_table where table_name = ${table}`;
  if (!logged) return;
  const key = Prisma.join(
    logged.keys.map((column) => Prisma.sql`part.${identifier(column)}::text`),
    ", ',', ",
  );
  const isPreferred = part.model === 'Name' ? Prisma.sql`and part.kind <> 'PREFERRED'` : Prisma.empty;
  await db.$executeRaw`
    delete from ${identifier(table)} part where part.${owned} ${isPreferred} and concat(${key}) in (
      select put.row_key from changed_row put
      where put.table_name = ${table} and put.before is null and put.set_id in (
        select report.set_id from logged_change report
        where report.entity_type = 'Report' and report.entity_id = ${reportId}::uuid))`;
}

/** What is taken back was changed by no person: the digests of other claims move along, where they fitted. */
async function moveClaims(
  db: Database,
  noun: Noun,
  shared: ReportRecords,
  before: ReadonlyMap<string, string>,
): Promise<void> {
  const after = await digestRecords(
    db,
    noun,
    shared.map(({ id }) => id),
  );
  const moved = shared
    .map(({ id, key }) => ({ key, before: before.get(id), after: after.get(id) }))
    .filter((digest) => digest.before !== digest.after);
  if (moved.length === 0) return;
  await db.$executeRaw`
    update seed_row claim set digest = moved.after
    from json_to_recordset(${JSON.stringify(moved)}::json) as moved (key text, before text, after text)
    where claim.noun = ${noun.noun} and claim.key = moved.key and claim.digest = moved.before`;
}
