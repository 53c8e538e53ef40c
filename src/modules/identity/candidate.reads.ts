import type { Database } from '../../database/database.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Identified } from './judgement.reads.ts';

/** Two records that may be of one person or body, and what speaks for it. */
export interface Candidate {
  readonly model: Identified;
  readonly id: string;
  readonly otherId: string;
  readonly slug: string;
  readonly otherSlug: string;
  /** From 0 to 1. */
  readonly score: number;
  /** How alike the two spellings are that are most alike, from 0 to 1. */
  readonly likeness: number;
  readonly spelling: string | null;
  readonly otherSpelling: string | null;
  /** Titles of offices that both are said to hold. */
  readonly offices: readonly string[];
  readonly sharesCountry: boolean;
  /** Whether somebody has looked at the pair and could not tell. */
  readonly isUnsure: boolean;
}

/**
 * Pairs that may be one, likeliest first. A pair comes into question when two words of its names sound alike in the first
 * letters, or when both hold one office: comparing all with all would take the square of their number. Those that are
 * judged to be different, themselves or by records that they stand for, do not come back.
 */
export async function listCandidates(db: Database, model: Identified, minScore: number): Promise<readonly Candidate[]> {
  const table = Prisma.raw(model === 'Actor' ? 'actor' : 'organisation');
  const key = Prisma.raw(model === 'Actor' ? 'actor_id' : 'organisation_id');
  const otherKey = Prisma.raw(model === 'Actor' ? 'other_actor_id' : 'other_organisation_id');
  const held =
    model === 'Actor'
      ? Prisma.sql`select distinct holder.canonical_id as id, tenure.office_id, office.title
          from tenure join actor holder on holder.id = tenure.actor_id join office on office.id = tenure.office_id`
      : Prisma.sql`select null::uuid as id, null::uuid as office_id, null::text as title where false`;
  const rows = await db.$queryRaw<Omit<Candidate, 'model'>[]>`
    with spelt as materialized (
      select member.canonical_id as id, name.text, search_fold(name.text) as folded,
        search_key(search_fold(name.text)) as key, search_fold(name.text) ~ '^[a-z ''-]+$' as is_spoken
      from name join ${table} member on member.id = name.${key}
    ),
    word as materialized (
      select distinct spelt.id, left(word, 3) as beginning
      from spelt cross join lateral regexp_split_to_table(spelt.key, ' ') word where length(word) >= 3
    ),
    held as materialized (${held}),
    pair as (
      select one.id, other.id as other_id from word one join word other on other.beginning = one.beginning and other.id > one.id
      union
      select one.id, other.id from held one join held other on other.office_id = one.office_id and other.id > one.id
    ),
    likeness as (
      select distinct on (pair.id, pair.other_id) pair.id, pair.other_id, alike.score, one.text, other.text as other_text
      from pair
      join spelt one on one.id = pair.id
      join spelt other on other.id = pair.other_id
      cross join lateral (select greatest(similarity(one.folded, other.folded),
        case when one.is_spoken and other.is_spoken then similarity(one.key, other.key) else 0 end) as score) alike
      order by pair.id, pair.other_id, alike.score desc, one.text, other.text
    ),
    weighed as (
      select likeness.*, one.slug, other.slug as other_slug,
        coalesce(one.country_id = other.country_id, false) as shares_country,
        coalesce(one.country_id <> other.country_id, false) as differs_in_country,
        ${model === 'Actor' ? Prisma.sql`(one.kind = 'UNNAMED_OFFICE_HOLDER') <> (other.kind = 'UNNAMED_OFFICE_HOLDER')` : Prisma.sql`false`} as one_is_unnamed,
        array(select one_held.title from held one_held join held other_held on other_held.office_id = one_held.office_id
          where one_held.id = likeness.id and other_held.id = likeness.other_id order by one_held.title) as offices,
        array(select judgement.verdict::text from identity_judgement judgement
          join ${table} judged on judged.id = judgement.${key}
          join ${table} other_judged on other_judged.id = judgement.${otherKey}
          where judgement.revoked_at is null
            and least(judged.canonical_id, other_judged.canonical_id) = likeness.id
            and greatest(judged.canonical_id, other_judged.canonical_id) = likeness.other_id) as verdicts
      from likeness
      join ${table} one on one.id = likeness.id
      join ${table} other on other.id = likeness.other_id
    ),
    scored as (
      select weighed.*, round(least(1, greatest(0,
        score * 0.8
        + case when cardinality(offices) = 0 then 0 when one_is_unnamed then 0.45 else 0.15 end
        + case when shares_country then 0.05 when differs_in_country then -0.3 else 0 end))::numeric, 2)::float8 as total
      from weighed
    )
    select id::text, other_id::text as "otherId", slug, other_slug as "otherSlug", total as score,
      score::float8 as likeness, text as spelling, other_text as "otherSpelling", offices,
      shares_country as "sharesCountry", 'UNSURE' = any(verdicts) as "isUnsure"
    from scored
    where total >= ${minScore}::float8 and not ('DIFFERENT' = any(verdicts))`;
  return rows.map((row) => ({ ...row, model }));
}
