import type { Database } from '../../database/database.ts';
import { whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { calledBy, PARTICIPATIONS, PARTIES, SIGNATORIES, standingFor } from '../identity/cluster.reads.ts';
import type { NodeKind, PathNode } from './path.rules.ts';

/** What links participants. */
export interface Links {
  /** Events and agreements under a filter on events (a Prisma `where`); null: all of both. */
  readonly filter: object | null;
  /**
   * The ids of the states at the ends, which are there through their people and bodies too, as `Country.counterparts` has it.
   * On the way a state is there only by itself: else all of one country would be linked.
   */
  readonly states: readonly string[];
}

/** Taking part, and standing for a body that thereby takes part: the columns of `participation`, and of what they are. */
const PARTICIPANT_COLUMNS = [
  ['actor_id', 'actor'],
  ['organisation_id', 'organisation'],
  ['on_behalf_of_id', 'organisation'],
  ['country_id', null],
] as const;

/** Being the state of somebody who takes part. */
const HOME_COLUMNS = [
  ['actor_id', 'actor'],
  ['organisation_id', 'organisation'],
] as const;

/** Signing and being party, as `[table, column, of what]`. */
const PARTY_COLUMNS = [
  ['agreement_signatory', 'actor_id', 'actor'],
  ['agreement_party', 'organisation_id', 'organisation'],
  ['agreement_party', 'country_id', null],
] as const;

/**
 * `(id, <fact>)` of one column of a table of facts, for the given ids: an actor or a body by the record that stands for it
 * (or another column of what it is, `by`), found from there by indexes.
 */
function stated(
  [table, name, noun]: readonly [table: string, column: string, noun: string | null],
  fact: string,
  ids: readonly string[],
  condition: Prisma.Sql,
  by: 'canonical_id' | 'country_id' = 'canonical_id',
): Prisma.Sql {
  const key = Prisma.raw(`${table}.${name}`);
  const who = noun ? Prisma.raw(`${noun}.${by}`) : key;
  const join = noun ? Prisma.sql`join ${Prisma.raw(noun)} on ${Prisma.raw(`${noun}.id`)} = ${key}` : Prisma.empty;
  return Prisma.sql`select ${who} as id, ${Prisma.raw(`${table}.${fact}`)} from ${Prisma.raw(table)} ${join}
    where ${who} = any(${[...ids]}::uuid[]) ${condition}`;
}

const union = (branches: readonly Prisma.Sql[]) => Prisma.join([...branches], ' union ');

/** `(id, event_id)`: in which events under the filter the rows with these ids take part. An id says by itself of what kind. */
function eventsOfSql(ids: readonly string[], { filter, states }: Links): Prisma.Sql {
  const condition = filter
    ? Prisma.sql`and exists (select 1 from event met where met.id = participation.event_id and ${whereSql('Event', filter as never, 'met')})`
    : Prisma.empty;
  const homes = states.filter((id) => ids.includes(id));
  return union([
    ...PARTICIPANT_COLUMNS.map(([name, noun]) => stated(['participation', name, noun], 'event_id', ids, condition)),
    ...(homes.length === 0 ? [] : HOME_COLUMNS).map(([name, noun]) =>
      stated(['participation', name, noun], 'event_id', homes, condition, 'country_id'),
    ),
  ]);
}

/** `(id, agreement_id)`: which agreements they signed or are party to; under a filter only such as moved at an event it matches. */
function agreementsOfSql(ids: readonly string[], { filter, states }: Links): Prisma.Sql {
  const condition = (table: string) =>
    filter
      ? Prisma.sql`and exists (select 1 from agreement_event join event met on met.id = agreement_event.event_id
          where agreement_event.agreement_id = ${Prisma.raw(table)}.agreement_id and ${whereSql('Event', filter as never, 'met')})`
      : Prisma.empty;
  const homes = states.filter((id) => ids.includes(id));
  const own = PARTY_COLUMNS.map((column) => stated(column, 'agreement_id', ids, condition(column[0])));
  if (homes.length === 0) return union(own);
  const body = ['agreement_party', 'organisation_id', 'organisation'] as const;
  return union([...own, stated(body, 'agreement_id', homes, condition(body[0]), 'country_id')]);
}

/** One more member where `home_id` is a state at one of the ends. */
const homeSql = ({ states }: Links): Prisma.Sql =>
  states.length === 0
    ? Prisma.empty
    : Prisma.sql`, ('Country', case when home_id = any(${[...states]}::uuid[]) then home_id end)`;

/** `(kind, id, event_id)` of everybody in an event. */
const eventMembersSql = (links: Links): Prisma.Sql => Prisma.sql`(
  select member.kind, member.id, participation.event_id from ${PARTICIPATIONS} participation
  cross join lateral (values ('Actor', actor_id), ('Organisation', organisation_id), ('Organisation', on_behalf_of_id),
    ('Country', country_id)${homeSql(links)}) member(kind, id) where member.id is not null)`;

/** `(kind, id, agreement_id)` of everybody in an agreement. */
const agreementMembersSql = (links: Links): Prisma.Sql => Prisma.sql`(
  select 'Actor' as kind, actor_id as id, agreement_id from ${SIGNATORIES} signatory
  union all select member.kind, member.id, agreement_id from ${PARTIES} party
  cross join lateral (values ('Organisation', organisation_id), ('Country', country_id)${homeSql(links)}) member(kind, id)
  where member.id is not null)`;

/** Everybody who shares an event or an agreement with one of the ids, themselves included. */
export function listNeighbours(db: Database, ids: readonly string[], links: Links): Promise<PathNode[]> {
  return db.$queryRaw<PathNode[]>`
    select distinct member.kind, member.id
    from (select distinct event_id from (${eventsOfSql(ids, links)}) own) shared
    join ${eventMembersSql(links)} member on member.event_id = shared.event_id
    union
    select distinct member.kind, member.id
    from (select distinct agreement_id from (${agreementsOfSql(ids, links)}) own) shared
    join ${agreementMembersSql(links)} member on member.agreement_id = shared.agreement_id`;
}

/** Which of `targets` share an event or an agreement with which of `ids`; each pair once. */
export function listLinkedPairs(
  db: Database,
  ids: readonly string[],
  targets: readonly string[],
  links: Links,
): Promise<{ id: string; target: string }[]> {
  // Both sides come by their indexes: members of all events would be read whole. The filter holds for one and so for both.
  const all = { ...links, filter: null };
  return db.$queryRaw<{ id: string; target: string }[]>`
    select own.id, other.id as target
    from (${eventsOfSql(ids, links)}) own
    join (${eventsOfSql(targets, all)}) other on other.event_id = own.event_id and other.id <> own.id
    union
    select own.id, other.id as target
    from (${agreementsOfSql(ids, links)}) own
    join (${agreementsOfSql(targets, all)}) other on other.agreement_id = own.agreement_id and other.id <> own.id`;
}

/** The participant with that slug or code, or null. */
export async function findParticipant(db: Database, kind: NodeKind, slug: string): Promise<PathNode | null> {
  const row = await (kind === 'Country'
    ? db.country.findUnique({ where: { code: slug }, select: { id: true } })
    : kind === 'Actor'
      ? db.actor.findFirst({ where: calledBy(slug), select: { id: true } })
      : db.organisation.findFirst({ where: calledBy(slug), select: { id: true } }));
  return row && { kind, id: row.id };
}

/** Whose state it is, where that is an end. It may be asked of many ids at once, so what tells whether it is one is a condition too. */
const isHome = (id: string, states: readonly string[]) => ({
  AND: [{ countryId: id }, { countryId: { in: [...states] } }],
});

const participantIs = (id: string, states: readonly string[]) => {
  const who = standingFor(id);
  const home = states.length === 0 ? [] : [{ actor: isHome(id, states) }, { organisation: isHome(id, states) }];
  const any = [{ actor: who }, { organisation: who }, { onBehalfOf: who }, { countryId: id }, ...home];
  return { participations: { some: { OR: any } } };
};

const partyIs = (id: string, states: readonly string[]) => {
  const home = states.length === 0 ? [] : [{ organisation: isHome(id, states) }];
  return {
    OR: [
      { signatories: { some: { actor: standingFor(id) } } },
      { parties: { some: { OR: [{ organisation: standingFor(id) }, { countryId: id }, ...home] } } },
    ],
  };
};

/** Events under the filter that link two neighbours on a path. */
export const whereEventLinks = ({ filter, states }: Links, id: string, otherId: string) => ({
  AND: [...(filter ? [filter] : []), participantIs(id, states), participantIs(otherId, states)],
});

/** Agreements that link two neighbours on a path. */
export const whereAgreementLinks = ({ filter, states }: Links, id: string, otherId: string) => ({
  AND: [...(filter ? [{ events: { some: { event: filter } } }] : []), partyIs(id, states), partyIs(otherId, states)],
});
