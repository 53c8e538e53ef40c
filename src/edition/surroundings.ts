import type { Database } from '../database/database.ts';
import { createFormats, type EditableNoun, type RecordOf, type Records } from './format.ts';
import { readRecords, type Where } from './read-records.ts';

/** What stands around a record and has a say in whether it holds. */
export interface Surroundings {
  /** What it refers to, as far as rules look at that. */
  readonly around: Partial<Records>;
  /** Records of its noun that hang on it: rules that bind both may break there. */
  readonly beneath: readonly RecordOf<EditableNoun>[];
}

type Parents = Partial<Record<EditableNoun, readonly string[]>>;

/** The fields by which records of a noun stand above one another. */
const ABOVE: Parents = {
  places: ['within'],
  topics: ['parent'],
  organisations: ['parent'],
  events: ['parent'],
  statistics: ['baseline', 'partOf'],
};

/** The field by which a record binds those beneath it: a part to the days of its whole, a figure to its baseline's indicator. */
const BENEATH: Partial<Record<EditableNoun, string>> = { topics: 'parent', events: 'parent', statistics: 'baseline' };

/** Of what has been checked when it was written: whatever it refers to is there. */
const formats = createFormats(() => undefined);

/** Standing records in their form, save those that an older rule let through. */
async function listStanding<Noun extends EditableNoun>(
  db: Database,
  noun: Noun,
  where: Where<Noun>,
): Promise<RecordOf<EditableNoun>[]> {
  const records = await readRecords(db, noun, where, 'ALL');
  return [...records.values()].flatMap((record) => {
    const { success, data } = formats.records[noun].safeParse(record);
    return success ? [data as RecordOf<EditableNoun>] : [];
  });
}

export async function findSurroundings(
  db: Database,
  noun: EditableNoun,
  record: RecordOf<EditableNoun>,
): Promise<Surroundings> {
  const beneath = await listBeneath(db, noun, record.slug);
  const above = await listAbove(db, noun, [record, ...beneath]);
  if (noun !== 'actors') return { around: { [noun]: above }, beneath };
  const { tenures = [] } = record as RecordOf<'actors'>;
  const held = tenures.map(({ office }) => office);
  const offices = await listStanding(db, 'offices', { slug: { in: held } });
  return { around: { offices: offices as RecordOf<'offices'>[] }, beneath };
}

/** All that stands above, level by level, until nothing new is met: a circle ends there too. */
async function listAbove(
  db: Database,
  noun: EditableNoun,
  records: readonly RecordOf<EditableNoun>[],
): Promise<readonly RecordOf<EditableNoun>[]> {
  const known = new Set(records.map(({ slug }) => slug));
  const found: RecordOf<EditableNoun>[] = [];
  for (let level = records; level.length > 0; ) {
    const slugs = level
      .flatMap((record) => (ABOVE[noun] ?? []).map((field) => (record as Record<string, unknown>)[field]))
      .filter((slug): slug is string => typeof slug === 'string' && !known.has(slug));
    for (const slug of slugs) known.add(slug);
    level = slugs.length === 0 ? [] : await listStanding(db, noun, { slug: { in: slugs } });
    found.push(...level);
  }
  return found;
}

/** What hangs on the record; of a topic all that does, for its depth counts for the lowest. */
async function listBeneath(db: Database, noun: EditableNoun, slug: string): Promise<RecordOf<EditableNoun>[]> {
  const field = BENEATH[noun];
  const found: RecordOf<EditableNoun>[] = [];
  const known = new Set([slug]);
  for (let slugs = [slug]; field && slugs.length > 0; ) {
    const standing = await listStanding(db, noun, { [field]: { slug: { in: slugs } } });
    const level = standing.filter((record) => !known.has(record.slug));
    for (const record of level) known.add(record.slug);
    found.push(...level);
    slugs = noun === 'topics' ? level.map((record) => record.slug) : [];
  }
  return found;
}
