import type { Database } from '../database/database.ts';
import type { FileRecord, RecordsByKey } from './file-record.ts';
import type { ListedNoun } from './format.ts';
import { NOUNS } from './nouns.ts';
import { type KnownRecords, LISTED_NOUNS } from './parse-edition.ts';
import { readRecords } from './read-records.ts';
import { findIds } from './records.ts';

/** The nouns whose records belong to no single report. */
export const SHARED_NOUNS = LISTED_NOUNS.filter(
  (name) => !NOUNS.some((noun) => noun.noun === name && 'inReport' in noun && noun.inReport),
);

/**
 * What the graph has of the records that go by one of the texts, without the doing of the given report. A text may be
 * anything; what is no key finds nothing.
 */
export async function findKnown(db: Database, texts: ReadonlySet<string>, reportSlug: string): Promise<KnownRecords> {
  const own = await listOwn(db, reportSlug);
  const known: Partial<Record<ListedNoun, RecordsByKey>> = {};
  const asked = [...texts].filter((text) => /^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$/.test(text));
  for (const noun of NOUNS) {
    const name = noun.noun as ListedNoun;
    if (!SHARED_NOUNS.includes(name)) continue;
    const ids = await findIds(db, noun, asked, '');
    const others = [...ids].filter(([key]) => !own.has(`${name} ${key}`)).map(([, id]) => id);
    if (others.length > 0) known[name] = await readRecords(db, name, { id: { in: others } }, 'NONE');
  }
  return known;
}

/** What the report alone has written: it is the edition's own, to be made what the edition says. */
async function listOwn(db: Database, reportSlug: string): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ label: string }[]>`
    select own.noun || ' ' || own.key as label
    from seed_row own join report on report.id = own.report_id
    where report.slug = ${reportSlug} and not own.found and not exists (
      select 1 from seed_row other
      where other.noun = own.noun and other.key = own.key and other.report_id <> own.report_id)`;
  return new Set(rows.map(({ label }) => label));
}

/** The texts anywhere in a record, among which are all keys that it refers to. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What an edition adds to where the graph has the record already. */
const LISTS = [
  'names',
  'tenures',
  'places',
  'topics',
  'cites',
  'participations',
  'parties',
  'signatories',
  'events',
] as const;

/**
 * A record as an edition may tell it of something that the graph has: the graph's own values, and the edition's lists. A
 * name, a tenure or a participation that is there already stays as it is, and is only cited once more.
 */
export function mergeKnown(told: FileRecord, known: FileRecord): FileRecord {
  const values = Object.entries(known).filter(([field]) => !(LISTS as readonly string[]).includes(field));
  const lists = LISTS.filter((field) => Array.isArray(told[field])).map((field) => [field, told[field]] as const);
  const merged: Record<string, unknown> = { ...Object.fromEntries(values), ...Object.fromEntries(lists) };
  const names = mergeNames(told, known);
  if (names) merged.names = names;
  else delete merged.names;
  if (Array.isArray(told.tenures))
    merged.tenures = told.tenures.map((one) => mergeTenure(one, recordsIn(known.tenures)));
  if (Array.isArray(told.participations)) {
    merged.participations = told.participations.map((one) => mergeParticipation(one, recordsIn(known.participations)));
  }
  return merged;
}

const recordsIn = (list: unknown): readonly FileRecord[] => (Array.isArray(list) ? list : []);

/** Titles are ours to word, and another wording of one is no name. */
function mergeNames(told: FileRecord, known: FileRecord): readonly FileRecord[] | undefined {
  const preferred = known.name ?? known.title;
  const standing = new Map(recordsIn(known.names).map((name) => [name.text, name]));
  const another = typeof told.name === 'string' && told.name !== preferred && !standing.has(told.name);
  const texts = new Set<unknown>([preferred]);
  const names: FileRecord[] = [];
  for (const name of [...(another ? [{ text: told.name, kind: 'VARIANT' }] : []), ...recordsIn(told.names)]) {
    if (texts.has(name.text)) continue;
    texts.add(name.text);
    names.push(standing.get(name.text) ?? (name.kind === 'PREFERRED' ? { ...name, kind: 'VARIANT' } : name));
  }
  // That an event has other names is kept, for without any its title would cease to be one.
  if (names.length === 0) return standing.size > 0 && known.title !== undefined ? [...standing.values()] : undefined;
  return names;
}

function mergeTenure(told: unknown, known: readonly FileRecord[]): unknown {
  if (!isRecord(told)) return told;
  const held = known.filter(({ office }) => office === told.office);
  const same = held.find(({ from }) => from === told.from) ?? (held.length === 1 && !told.from ? held[0] : undefined);
  if (!same) return told;
  const { rank, from, to } = same;
  const { rank: _rank, from: _from, to: _to, ...rest } = told;
  const names = mergeNames(told, same);
  return {
    ...rest,
    ...(rank !== undefined && { rank }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(names && { names }),
  };
}

function mergeParticipation(told: unknown, known: readonly FileRecord[]): unknown {
  if (!isRecord(told)) return told;
  const same = known.find((one) =>
    ['actor', 'organisation', 'country', 'role'].every((field) => one[field] === told[field]),
  );
  if (!same) return told;
  const { statedOffice, onBehalfOf } = same;
  const { statedOffice: _office, onBehalfOf: _behalf, ...rest } = told;
  return {
    ...rest,
    ...(statedOffice !== undefined && { statedOffice }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
  };
}

const isRecord = (value: unknown): value is FileRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
