import type { Database } from '../database/database.ts';
import type { Model } from '../database/sync-rows.ts';
import { column, columnName, identifier, tableName } from '../database/where-sql.ts';
import { getDatamodel } from '../generated/pothos.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Referrers } from './correction.errors.ts';
import type { Noun, Part } from './nouns.ts';

const { models } = getDatamodel().datamodel;

const table = ({ model }: { readonly model: string }) => identifier(tableName(model));

/** The ids of the records that are there, by key; of a noun that belongs to a report, those of that report. */
export async function findIds(
  db: Database,
  noun: Noun,
  keys: readonly string[],
  reportId: string,
): Promise<ReadonlyMap<string, string>> {
  const key = identifier(columnName(noun.key));
  const inReport = noun.inReport ? Prisma.sql`and report_id = ${reportId}::uuid` : Prisma.empty;
  const rows = await db.$queryRaw<{ key: string; id: string }[]>`
    select ${key}::text as key, id::text from ${table(noun)} where ${key}::text = any(${keys}::text[]) ${inReport}`;
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Every key of a noun. */
export async function listKeys(db: Database, noun: Noun): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select ${identifier(columnName(noun.key))}::text as key from ${table(noun)}`;
  return rows.map(({ key }) => key);
}

/** By id: SHA-256 of a record as it stands, with all that belongs to it. */
export function digestRecords(db: Database, noun: Noun, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return digestNouns(db, [[noun, ids]]);
}

/** The same of records of several nouns, in one statement. */
export async function digestNouns(
  db: Database,
  records: readonly (readonly [noun: Noun, ids: readonly string[]])[],
): Promise<ReadonlyMap<string, string>> {
  const digests = records.map(
    ([noun, ids]) => Prisma.sql`
      select r.id::text, encode(sha256(convert_to((${stateOf(noun, 'r', 0)})::text, 'UTF8')), 'hex') as digest
      from ${table(noun)} r where r.id = any(${ids}::uuid[])`,
  );
  if (digests.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; digest: string }[]>`${Prisma.join(digests, ' union all ')}`;
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** Fields that say nothing of their own: worked out from the others, or from judgements on identity. */
const DERIVED = ['searchText', 'canonicalId', 'isMerged'];

/**
 * A row and its parts as one JSON value. Nulls are left out, so that a column added later changes no digest, and so are
 * ids of its own, which say nothing; parts stand in the order of what they say.
 */
function stateOf(
  { model, parts = [], unsettled = [] }: Pick<Noun, 'model' | 'parts' | 'unsettled'>,
  alias: string,
  depth: number,
): Prisma.Sql {
  const left = ['id', ...DERIVED, ...unsettled];
  const fields = (models[model]?.fields ?? []).filter(({ kind, name }) => kind !== 'object' && !left.includes(name));
  // Column by column: of a row as it once stood, what is worked out is not kept and must not be read.
  const columns = fields.map(({ name }) => Prisma.sql`${Prisma.raw(`'${columnName(name)}'`)}, ${column(alias, name)}`);
  const own = Prisma.sql`jsonb_strip_nulls(jsonb_build_object(${Prisma.join(columns)}))`;
  const states = parts.map((part) => stateOfPart(part, Prisma.raw(alias), depth + 1));
  return Prisma.sql`jsonb_build_array(${Prisma.join([own, ...states])})`;
}

function stateOfPart(part: Part, owner: Prisma.Sql, depth: number): Prisma.Sql {
  const alias = `p${depth}`;
  const state = stateOf(part, alias, depth);
  return Prisma.sql`(
    select coalesce(jsonb_agg(${state} order by to_jsonb(${Prisma.raw(alias)}) - 'id'), '[]') from ${table(part)} ${Prisma.raw(alias)}
    where ${Prisma.raw(alias)}.${identifier(columnName(part.owner))} = ${owner}.id)`;
}

/**
 * Deletes those of the records that nothing else refers to, and answers with their ids. What was judged of their identity and
 * revoked goes with them, and is in the change log.
 */
export async function deleteUnreferred(db: Database, noun: Noun, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const references = referencesTo(noun);
  const judged = references.filter(([model]) => model === JUDGEMENT);
  const free = references.reduce(
    (condition, [model, field]) => Prisma.sql`${condition}
      and not exists (select 1 from ${table({ model })} o
        where o.${identifier(columnName(field))} = r.id ${holds(model, noun, Prisma.sql`r.id`)})`,
    Prisma.empty,
  );
  const deleted = new Set<string>();
  // Records of one noun may refer to one another: what was held by one goes after it.
  for (let count = -1; count !== deleted.size; ) {
    count = deleted.size;
    if (judged.length > 0) {
      const pair = judged.map(([, field]) => Prisma.sql`r.id = o.${identifier(columnName(field))}`);
      await db.$executeRaw`
        delete from ${table({ model: JUDGEMENT })} o using ${table(noun)} r
        where r.id = any(${ids}::uuid[]) and o.revoked_at is not null and (${Prisma.join(pair, ' or ')}) ${free}`;
    }
    const rows = await db.$queryRaw<{ id: string }[]>`
      delete from ${table(noun)} r where r.id = any(${ids}::uuid[]) ${free} returning r.id::text`;
    for (const { id } of rows) deleted.add(id);
  }
  return deleted;
}

/** What still refers to a record, by the foreign keys that do. */
export async function countReferrers(db: Database, noun: Noun, id: string): Promise<readonly Referrers[]> {
  const counts = referencesTo(noun).map(
    ([model, field]) => Prisma.sql`
      select ${model} as model, ${field} as field, count(*)::int as count
      from ${table({ model })} o
      where o.${identifier(columnName(field))} = ${id}::uuid ${holds(model, noun, Prisma.sql`${id}::uuid`)}`,
  );
  if (counts.length === 0) return [];
  const rows = await db.$queryRaw<Referrers[]>`${Prisma.join(counts, ' union all ')}`;
  return rows.filter(({ count }) => count > 0);
}

const JUDGEMENT = 'IdentityJudgement' satisfies Model;

/** A record that stands for itself does not hold itself, and a judgement that was revoked holds nothing. */
function holds(model: string, noun: Noun, id: Prisma.Sql): Prisma.Sql {
  if (model === JUDGEMENT) return Prisma.sql`and o.revoked_at is null`;
  return model === noun.model ? Prisma.sql`and o.id <> ${id}` : Prisma.empty;
}

/** Every foreign key that points at the noun's table, save those of its own parts. */
function referencesTo({ model, parts = [] }: Noun): readonly (readonly [model: string, field: string])[] {
  const isPart = (name: string, field: string) => parts.some((part) => part.model === name && part.owner === field);
  return Object.entries(models).flatMap(([name, { fields }]) =>
    fields
      .filter(({ type, relationFromFields }) => type === model && relationFromFields && relationFromFields.length > 0)
      .map(({ relationFromFields }) => [name, relationFromFields?.[0] ?? ''] as const)
      .filter(([, field]) => !isPart(name, field)),
  );
}

/** Those of the slugs that are taken by a record of another report, with that report's slug. */
export async function findTaken(
  db: Database,
  noun: Noun,
  slugs: readonly string[],
  reportId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ slug: string; report: string }[]>`
    select r.slug, report.slug as report from ${table(noun)} r join report on report.id = r.report_id
    where r.slug = any(${slugs}::text[]) and r.report_id <> ${reportId}::uuid`;
  return new Map(rows.map(({ slug, report }) => [slug, report]));
}

/**
 * Takes back what a report attests of records that stay: its citations, and the tenures and participations that then rest
 * on nothing.
 */
export async function withdrawCitations(
  db: Database,
  { parts = [] }: Noun,
  ids: readonly string[],
  reportId: string,
): Promise<void> {
  const own = Prisma.sql`passage_id in (select id from passage where report_id = ${reportId}::uuid)`;
  for (const part of parts) {
    const owner = identifier(columnName(part.owner));
    if (part.model === 'Citation') {
      await db.$executeRaw`delete from citation where ${owner} = any(${ids}::uuid[]) and ${own}`;
    }
    const cited = part.parts?.find(({ model }) => model === 'Citation');
    if (!cited) continue;
    const fact = identifier(columnName(cited.owner));
    await db.$executeRaw`
      delete from citation
      where ${fact} in (select id from ${table(part)} where ${owner} = any(${ids}::uuid[])) and ${own}`;
    await db.$executeRaw`
      delete from ${table(part)} f
      where ${owner} = any(${ids}::uuid[]) and not exists (select 1 from citation where ${fact} = f.id)`;
  }
}
