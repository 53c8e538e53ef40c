import type { Database } from '../../database/database.ts';
import { identifier, tableName, whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Day } from '../../lib/day.ts';
import { findTenureIdByParticipation } from '../office/office.reads.ts';
import { eventsOfSql, membersSql, type Side, slugColumn, whereMet } from './side.reads.ts';

/** Who is asked about, and under which filter on events (a Prisma `where`). */
export interface Circle {
  readonly side: Side;
  readonly filter: object;
}

/** One of those whom `id` met. */
export interface Counterpart extends Circle {
  readonly id: string;
  readonly otherId: string;
  /** The counterpart's slug, or a country's code. */
  readonly slug: string;
  readonly meetingCount: number;
  /** Null where none of the meetings has a date. */
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
}

export interface CounterpartWindow {
  readonly size: number;
  /** Only those after this place in the order: fewer meetings, or as many and a greater slug. */
  readonly after: { readonly meetingCount: number; readonly slug: string } | null;
}

type Row = Omit<Counterpart, keyof Circle>;

/** By id: those whom they met, most meetings first and ties by slug; one who met nobody is absent. */
export async function listCounterparts(
  db: Database,
  circle: Circle,
  ids: readonly string[],
  { size, after }: CounterpartWindow,
): Promise<ReadonlyMap<string, readonly Counterpart[]>> {
  const slug = Prisma.sql`other.${slugColumn(circle.side)}`;
  const beyond = after
    ? Prisma.sql`where counted.meetings < ${after.meetingCount}::int
        or (counted.meetings = ${after.meetingCount}::int and ${slug} > ${after.slug})`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    with shared as (${sharedSql(circle, ids)}),
    counted as (
      select shared.id, shared.other_id, count(*)::int as meetings,
        min(shared.start_date) as first_on, max(coalesce(shared.end_date, shared.start_date)) as last_on
      from shared
      group by shared.id, shared.other_id
    ),
    ranked as (
      select counted.*, ${slug} as slug,
        row_number() over (partition by counted.id order by counted.meetings desc, ${slug}) as place
      from counted
      join ${identifier(tableName(circle.side))} other on other.id = counted.other_id
      ${beyond}
    )
    select id, other_id as "otherId", slug, meetings as "meetingCount", first_on as "firstOn", last_on as "lastOn"
    from ranked
    where place <= ${size}::int
    order by id, place`;
  return Map.groupBy(
    rows.map((row) => ({ ...row, ...circle })),
    ({ id }) => id,
  );
}

/** By id: how many they met. One who met nobody is absent. */
export async function countCounterparts(
  db: Database,
  circle: Circle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ id: string; total: number }[]>`
    select shared.id, count(distinct shared.other_id)::int as total
    from (${sharedSql(circle, ids)}) shared
    group by shared.id`;
  return new Map(rows.map(({ id, total }) => [id, total]));
}

/** `(id, other_id, event_id, start_date, end_date)`, a row a meeting of each of the ids and each other who was there. */
function sharedSql({ side, filter }: Circle, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    select distinct parent.id, member.id as other_id, met.id as event_id, met.start_date, met.end_date
    from unnest(${[...ids]}::uuid[]) as parent(id)
    cross join lateral (select distinct event_id from ${eventsOfSql(side, Prisma.sql`parent.id`)} taken) mine
    join event met on met.id = mine.event_id and ${whereSql('Event', whereMet(filter), 'met')}
    join ${membersSql(side)} member on member.event_id = met.id
    where member.id <> parent.id`;
}

/** How a side was present: the participations of an actor, or of those who stood for a body or came for a state. */
const PRESENCE: Readonly<Record<Side, Prisma.Sql>> = {
  Actor: Prisma.sql`actor.canonical_id = pair.other_id`,
  Organisation: Prisma.sql`participation.on_behalf_of_id in (
    select organisation.id from organisation where organisation.canonical_id = pair.other_id)`,
  Country: Prisma.sql`actor.country_id = pair.other_id`,
};

/**
 * By counterpart, in the order given: the tenures in which its people were met, an actor's own or those of who stood for
 * the body or came for the state. Each once, by the earliest meeting.
 */
export async function listTenureIdsMet(
  db: Database,
  circle: Circle,
  pairs: readonly { readonly id: string; readonly otherId: string }[],
): Promise<readonly (readonly string[])[]> {
  // From the meetings of each `id` once, and not pair by pair: two states share hundreds, and each has thousands.
  const ids = [...new Set(pairs.map(({ id }) => id))];
  const rows = await db.$queryRaw<{ place: number; participationId: string }[]>`
    select pair.place::int as place, participation.id as "participationId"
    from (${sharedSql(circle, ids)}) shared
    join unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ otherId }) => otherId)}::uuid[])
      with ordinality as pair(id, other_id, place) on pair.id = shared.id and pair.other_id = shared.other_id
    join event met on met.id = shared.event_id
    join participation on participation.event_id = shared.event_id
    join actor on actor.id = participation.actor_id
    where ${PRESENCE[circle.side]}
    order by pair.place, met.start_date nulls last, met.slug, participation.ordinal`;
  const tenureOf = await findTenureIdByParticipation(db, [...new Set(rows.map((row) => row.participationId))]);
  const byPair = Map.groupBy(rows, ({ place }) => place);
  return pairs.map((_pair, index) => {
    const found = (byPair.get(index + 1) ?? []).flatMap(({ participationId }) => tenureOf.get(participationId) ?? []);
    return [...new Set(found)];
  });
}
