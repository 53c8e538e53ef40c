import type { Database } from '../../database/database.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { anyOf, listWords } from './query.rules.ts';
import type { Hit, Search } from './search.reads.ts';
import { SEARCHED, type Searched } from './search-filter.reads.ts';

/** A text of something found, under the name of the field that answers with it. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

/** The texts that are indexed of each type, in the order in which they are shown; of wording, what everyone may quote. */
const TEXTS: Readonly<Record<Searched, (ids: Prisma.Sql) => Prisma.Sql>> = {
  Actor: (ids) => Prisma.sql`select id, 1 as place, 'name' as field, name as text from actor where id = any(${ids})
    union all select a.canonical_id, 1 + n.ordinal, 'names', n.text from actor a join public.name n on n.actor_id = a.id
      where a.canonical_id = any(${ids})
    union all select a.canonical_id, 1000, 'offices', o.title from actor a join tenure t on t.actor_id = a.id
      join office o on o.id = t.office_id where a.canonical_id = any(${ids})
    union all select a.canonical_id, 1000 + n.ordinal, 'offices', n.text from actor a join tenure t on t.actor_id = a.id
      join public.name n on n.tenure_id = t.id where a.canonical_id = any(${ids})`,
  Organisation: (ids) => Prisma.sql`select id, 1, 'name', name from organisation where id = any(${ids})
    union all select o.canonical_id, 1 + n.ordinal, 'names', n.text from organisation o join public.name n on n.organisation_id = o.id
      where o.canonical_id = any(${ids})`,
  Event: (ids) => Prisma.sql`select id, 1, 'title', title from event where id = any(${ids})
    union all select event_id, 1 + ordinal, 'names', text from public.name where event_id = any(${ids})
    union all select id, 1000, 'summary', summary from event where id = any(${ids})`,
  Agreement: (ids) => Prisma.sql`select id, 1, 'title', title from agreement where id = any(${ids})
    union all select agreement_id, 1 + ordinal, 'names', text from public.name where agreement_id = any(${ids})
    union all select id, 1000, 'summary', summary from agreement where id = any(${ids})`,
  Statistic: (ids) => Prisma.sql`select id, 1, 'label', label from statistic where id = any(${ids})
    union all select s.id, 2, 'indicator', i.name from statistic s join indicator i on i.id = s.indicator_id where s.id = any(${ids})`,
  Indicator: (ids) => Prisma.sql`select id, 1, 'name', name from indicator where id = any(${ids})
    union all select id, 2, 'definition', definition from indicator where id = any(${ids})`,
  Statement: (ids) => Prisma.sql`select id, 1, 'gist', gist from statement where id = any(${ids})`,
  Assessment: (ids) => Prisma.sql`select id, 1, 'gist', gist from assessment where id = any(${ids})`,
  Topic: (ids) => Prisma.sql`select id, 1, 'name', name from topic where id = any(${ids})
    union all select id, 2, 'summary', summary from topic where id = any(${ids}) and summary is not null`,
  Report: (ids) => Prisma.sql`select id, 1, 'title', title from report where id = any(${ids})`,
  Passage: (ids) => Prisma.sql`select id, 1, 'gist', gist from passage where id = any(${ids})
    union all select p.id, 2, 'text', p.text from passage p join report r on r.id = p.report_id join series s on s.id = r.series_id
      where p.id = any(${ids}) and p.text is not null and s.quote_policy = 'FULL'`,
};

/** By id: what is indexed of everything given, in one statement; what is no longer there is absent. */
export async function listTextsById(
  db: Database,
  hits: readonly Pick<Hit, 'type' | 'id'>[],
): Promise<ReadonlyMap<string, readonly FieldText[]>> {
  if (hits.length === 0) return new Map();
  const idsOf = Map.groupBy(hits, ({ type }) => type);
  const parts = SEARCHED.filter((type) => idsOf.has(type)).map(
    (type) => Prisma.sql`(${TEXTS[type](Prisma.sql`${(idsOf.get(type) ?? []).map(({ id }) => id)}::uuid[]`)})`,
  );
  const rows = await db.$queryRaw<(FieldText & { id: string })[]>`
    select x.id::text, x.field, x.text
    from (${Prisma.join(parts, ' union all ')}) as x(id, place, field, text)
    order by x.id, x.place, x.text`;
  return Map.groupBy(rows, ({ id }) => id);
}

/** Those of the folded words that the search found something by: inflected forms and other spellings too. */
export async function listMarkedWords(
  db: Database,
  { query, spellings }: Search,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = listWords(query, { wanted: true });
  if (words.length === 0 || wanted.length === 0) return new Set();
  const rows = await db.$queryRaw<{ word: string }[]>`
    select word from unnest(${[...words]}::text[]) as word
    where to_tsvector('search_english', word) @@ search_query(${anyOf(wanted, spellings)}::text)`;
  return new Set(rows.map(({ word }) => word));
}
