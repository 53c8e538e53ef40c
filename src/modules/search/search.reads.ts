import type { Database } from '../../database/database.ts';
import { column, identifier, tableName, whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { keyOf, spell } from '../../lib/fold.ts';
import { beginningWith, isNear, listWords, parseQuery, type Spellings, swapsOf, tsqueryOf } from './query.rules.ts';
import { SEARCHED, type Searched, type SearchFilter, whereSearched } from './search-filter.reads.ts';

/** One thing found. The score is in millionths, so that it compares exactly with that of a cursor. */
export interface Hit {
  readonly type: Searched;
  readonly id: string;
  readonly score: number;
}

/** A text that has been read, with the other spellings of its words; the same for the page, its count and its marks. */
export interface Search {
  readonly query: ReturnType<typeof parseQuery>;
  readonly spellings: Spellings;
  readonly types: readonly Searched[];
  readonly filter: SearchFilter;
}

/** The ts_rank weights of D, C, B and A: a name or title, another name, a summary, the rest. */
const WEIGHTS = '{0.1, 0.2, 0.4, 1.0}';
const MILLION = 1_000_000;

/** Types whose rows are called what they are looked for by; the likeness of a name makes half of their score. */
const NAMED = new Set<Searched>(['Actor', 'Organisation', 'Indicator', 'Topic', 'Report']);

/** A word is taken for a slip of a name only from so many letters, with one of them wrong, or two in a long one. */
const LEAST_NEAR = 4;
const LONG = 9;
/** Shorter words are asked for with their letters swapped as well. */
const LONGEST_SWAPPED = 8;
/** A key shorter than this belongs to too many words. */
const LEAST_SAME = 3;

/** A key knows letters only: by key, "t72" would be any "t". */
const keyOfWord = (word: string) => (/^[a-z]+$/.test(word) ? keyOf(word) : '');

/** Whether a word is long enough to be one with a letter wrong. */
const isLikened = (word: string, key: string) => key !== '' && word.length >= LEAST_NEAR;

/** Makes ready for the reads below; null where the text asks for nothing. */
export async function prepareSearch(
  db: Database,
  text: string,
  types: readonly Searched[] | null,
  filter: SearchFilter,
): Promise<Search | null> {
  const query = parseQuery(text);
  if (query.length === 0) return null;
  const spellings = await findSpellings(db, listWords(query));
  // Once each, whatever was asked.
  return { query, spellings, types: SEARCHED.filter((type) => types?.includes(type) ?? true), filter };
}

/**
 * How each word may be spelled besides, by the words of all names: otherwise romanised, and with a letter wrong where
 * nothing holds the word as it is.
 */
export async function findSpellings(db: Database, words: readonly string[]): Promise<Spellings> {
  const keys = words.map(keyOfWord);
  const holds = SEARCHED.map(
    (type) =>
      Prisma.sql`exists (select 1 from ${identifier(tableName(type))} where search_document @@ plainto_tsquery('search_english', asked.word))`,
  );
  const swapped = words
    .filter((word) => isLikened(word, keyOfWord(word)) && word.length <= LONGEST_SWAPPED)
    .flatMap((word) => swapsOf(word).map((swap) => ({ word, swap })));
  // A branch for each index: joined by `or`, they would have the words read through.
  const rows = await db.$queryRaw<{ word: string; key: string; spelling: string; near: string }[]>`
    with asked as materialized (
      select asked.word, asked.key, ${Prisma.join(holds, ' or ')} as known
      from unnest(${[...words]}::text[], ${keys}::text[]) as asked(word, key)
      where length(asked.key) >= ${LEAST_SAME}::int or length(asked.word) >= ${LEAST_NEAR}::int
    )
    select found.word, found.key, found.spelling, found.near
    from (
      select asked.word, asked.key, search_word.word as spelling, search_word.key as near
      from asked join search_word on search_word.key = asked.key
      where length(asked.key) >= ${LEAST_SAME}::int
      union
      select asked.word, asked.key, search_word.word, search_word.key
      from asked join search_word on search_word.key % asked.key
      where not asked.known
      union
      select asked.word, asked.key, search_word.word, search_word.key
      from asked join search_word on search_word.word % asked.word
      where not asked.known
      union
      select asked.word, asked.key, search_word.word, search_word.key
      from unnest(${swapped.map(({ word }) => word)}::text[], ${swapped.map(({ swap }) => swap)}::text[]) as swapped(word, swap)
      join asked on asked.word = swapped.word and not asked.known
      join search_word on search_word.word = swapped.swap
    ) found
    where found.spelling <> found.word
    order by found.word, found.spelling`;
  const fitting = rows.filter(({ word, key, spelling, near }) => {
    if (key === near && key.length >= LEAST_SAME) return true;
    if (!isLikened(word, key)) return false;
    const most = key.length >= LONG ? 2 : 1;
    return (
      (key.length >= LEAST_NEAR && isNear(key, near, most)) ||
      isNear(word, spelling, most) ||
      isNear(spell(word), spell(spelling), most)
    );
  });
  const byWord = Map.groupBy(fitting, ({ word }) => word);
  return new Map([...byWord].map(([word, found]) => [word, found.map(({ spelling }) => spelling)]));
}

/** What is found, best first, ties by type and id; one more than `take` where there is more. */
export async function listHits(db: Database, search: Search, after: Hit | null, take: number): Promise<readonly Hit[]> {
  if (search.types.length === 0) return [];
  const beyond = after
    ? Prisma.sql`where hit.score < ${after.score}::int
        or (hit.score = ${after.score}::int and (hit.place, hit.id) > (${SEARCHED.indexOf(after.type)}::int, ${after.id}::uuid))`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ place: number; id: string; score: number }[]>`
    select hit.place, hit.id::text, hit.score
    from (${Prisma.join(
      search.types.map((type) => hitsOf(search, type)),
      ' union all ',
    )}) hit
    ${beyond}
    order by hit.score desc, hit.place, hit.id
    limit ${take}::int`;
  return rows.map(({ place, id, score }) => ({ type: SEARCHED[place] as Searched, id, score }));
}

/** How many are found on all pages. */
export async function countHits(db: Database, search: Search): Promise<number> {
  if (search.types.length === 0) return 0;
  const counts = search.types.map(
    (type) =>
      Prisma.sql`(select count(${Prisma.raw(IDENTIFIED.has(type) ? 'distinct t.canonical_id' : '*')})
        from ${identifier(tableName(type))} t where ${matches(search, type)})`,
  );
  const [row] = await db.$queryRaw<{ total: number }[]>`select (${Prisma.join(counts, ' + ')})::int as total`;
  return row?.total ?? 0;
}

/** Types of whose records one may stand for others. */
const IDENTIFIED: ReadonlySet<Searched> = new Set(['Actor', 'Organisation']);

function hitsOf(search: Search, type: Searched): Prisma.Sql {
  const score = Prisma.sql`least(${MILLION}, floor(${MILLION} * (${scoreOf(search, type)}) / 2))::int`;
  const found = Prisma.sql`from ${identifier(tableName(type))} t where ${matches(search, type)}`;
  const place = Prisma.sql`${SEARCHED.indexOf(type)}::int as place`;
  // Whichever of its records is found, the one that stands for all of them is the answer.
  return IDENTIFIED.has(type)
    ? Prisma.sql`select ${place}, t.canonical_id as id, max(${score}) as score ${found} group by t.canonical_id`
    : Prisma.sql`select ${place}, t.id, ${score} as score ${found}`;
}

const queryOf = ({ query, spellings }: Search) => Prisma.sql`search_query(${tsqueryOf(query, spellings)}::text)`;

/** The query without what must not be there, which has no part in how well the rest fits: ts_rank makes nothing of it all. */
const wantedOf = ({ query }: Search) =>
  query.map((clauses) => clauses.filter(({ isNegated }) => !isNegated)).filter((clauses) => clauses.length > 0);

function matches(search: Search, type: Searched): Prisma.Sql {
  const filter = whereSql(type, whereSearched(type, search.filter), 't');
  return Prisma.sql`t.search_document @@ ${queryOf(search)} and ${filter}`;
}

/** Between 0 and 2; 0 where nothing is asked for but only excluded. */
function scoreOf(search: Search, type: Searched): Prisma.Sql {
  const wanted = wantedOf(search);
  if (wanted.length === 0) return Prisma.sql`0`;
  // 32 has ts_rank divide the rank by itself and 1, which makes it less than 1. It knows the distance of words that all have
  // to be there, as ts_rank_cd does; that one takes five times as long, and lets many mentions outweigh a name.
  const rank = Prisma.sql`ts_rank(${WEIGHTS}::real[], t.search_document, ${queryOf({ ...search, query: wanted })}, 32)`;
  if (!NAMED.has(type)) return rank;
  const folded = listWords(wanted).join(' ').slice(0, 200);
  const key = keyOf(folded).toUpperCase();
  const likeness = (asked: string) =>
    Prisma.sql`(similarity(name.line, ${asked}) + word_similarity(${asked}, name.line)) / 2`;
  // As it is written, or as it sounds: the last lines of search_text are keys.
  return Prisma.sql`${rank} + (
    select coalesce(max(greatest(${likeness(folded)}, ${likeness(key)})), 0)
    from unnest(string_to_array(${column('t', 'searchText')}, E'\n')) as name(line))`;
}

/** A name or title that begins with what was typed. */
export interface Completion {
  readonly type: Searched;
  readonly id: string;
}

/** Types that have a name or a title to complete. */
export const COMPLETED = SEARCHED.filter((type) => !['Statistic', 'Statement', 'Assessment', 'Passage'].includes(type));

/**
 * Whose names or titles hold words that begin like all of these: what begins so as a whole first, then what is spelled so
 * before what only sounds so, then by type, shortest wording first.
 */
export async function listCompletions(
  db: Database,
  words: readonly string[],
  spellings: Spellings,
  types: readonly Searched[],
  take: number,
): Promise<readonly Completion[]> {
  const wanted = COMPLETED.filter((type) => types.includes(type));
  if (wanted.length === 0) return [];
  const query = Prisma.sql`to_tsquery('pg_catalog.simple', ${beginningWith(words, spellings)}::text)`;
  const spelled = Prisma.sql`to_tsquery('pg_catalog.simple', ${beginningWith(words, new Map())}::text)`;
  const begins = words.join(' ');
  const parts = wanted.map((type) => {
    const label = column('t', ['Event', 'Agreement', 'Report'].includes(type) ? 'title' : 'name');
    const id = column('t', IDENTIFIED.has(type) ? 'canonicalId' : 'id');
    return Prisma.sql`(select ${SEARCHED.indexOf(type)}::int as place, ${id} as id,
        starts_with(t.search_text, ${begins}) as first, t.search_document @@ ${spelled} as exact, length(${label}) as size
      from ${identifier(tableName(type))} t where t.search_document @@ ${query}
      order by 3 desc, 4 desc, 5, 2 limit ${take}::int)`;
  });
  const rows = await db.$queryRaw<{ place: number; id: string }[]>`
    select place, id::text from (${Prisma.join(parts, ' union all ')}) completion
    group by place, id
    order by bool_or(first) desc, bool_or(exact) desc, place, min(size), id limit ${take}::int`;
  return rows.map(({ place, id }) => ({ type: SEARCHED[place] as Searched, id }));
}

/** Words of names that begin like each of these, however romanised; for `listCompletions`. */
export async function findBeginnings(db: Database, words: readonly string[]): Promise<Spellings> {
  // What has been typed of a word may end within a sound: "Zh" and "Z" are one key, and the last letter may be half of it.
  const keys = words.map(keyOfWord);
  const rows = await db.$queryRaw<{ word: string; spelling: string }[]>`
    select asked.word, search_word.word as spelling
    from unnest(${[...words]}::text[], ${keys}::text[]) as asked(word, key)
    cross join lateral (
      select word from search_word
      where search_word.key like asked.key || '%' and not starts_with(search_word.word, asked.word)
      order by length(search_word.word), search_word.word limit 20
    ) search_word
    where length(asked.key) >= ${LEAST_SAME}::int`;
  const byWord = Map.groupBy(rows, ({ word }) => word);
  return new Map([...byWord].map(([word, found]) => [word, found.map(({ spelling }) => spelling)]));
}
