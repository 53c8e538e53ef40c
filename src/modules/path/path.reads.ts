import type { Database } from '../../database/database.ts';
import { whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { calledBy, PARTICIPATIONS, PARTIES, SIGNATORIES, standingFor } from '../identity/cluster.reads.ts';
import type { NodeKind, PathNode } from './path.rules.ts';

/** What links participants: events and agreements under a filter on events (a Prisma `where`), or all of both. */
export type Links = { readonly filter: object | null };

/** Taking part, and standing for a body that thereby takes part: the columns of `participation`, and of what they are. */
const PARTICIPANT_COLUMNS = [
  ['actor_id', 'actor'],
  ['organisation_id', 'organisation'],
  ['on_behalf_of_id', 'organisation'],
  ['country_id', null],
] as const;

/** Signing and being party, as `[table, column, of what]`. */
const PARTY_COLUMNS = [
  ['agreement_signatory', 'actor_id', 'actor'],
  ['agreement_party', 'organisation_id', 'organisation'],
  ['agreement_party', 'country_id', null],
] as const;

/**
 * `(id, <fact>)` of one column of a table of facts, for the given ids: an actor or a body by the record that stands for it,
 * found from there by indexes.
 */
function stated(
  [table, name, noun]: readonly [table: string, column: string, noun: string | null],
  fact: string,
  ids: readonly string[],
  condition: Prisma.Sql,
): Prisma.Sql {
  const key = Prisma.raw(`${table}.${name}`);
  const who = noun ? Prisma.raw(`${noun}.canonical_id`) : key;
  const join = noun ? Prisma.sql`join ${Prisma.raw(noun)} on ${Prisma.raw(`${noun}.id`)} = ${key}` : Prisma.empty;
  return Prisma.sql`select ${who} as id, ${Prisma.raw(`${table}.${fact}`)} from ${Prisma.raw(table)} ${join}
    where ${who} = any(${[...ids]}::uuid[]) ${condition}`;
}

const union = (branches: readonly Prisma.Sql[]) => Prisma.join([...branches], ' union ');

/** `(id, event_id)`: in which events under the filter the rows with these ids take part. An id says by itself of what kind. */
function eventsOfSql(ids: readonly string[], { filter }: Links): Prisma.Sql {
  const condition = filter
    ? Prisma.sql`and exists (select 1 from event met where met.id = participation.event_id and ${whereSql('Event', filter as never, 'met')})`
    : Prisma.empty;
  return union(
    PARTICIPANT_COLUMNS.map(([name, noun]) => stated(['participation', name, noun], 'event_id', ids, condition)),
  );
}

/** `(id, agreement_id)`: which agreements they signed or are party to; under a filter only such as moved at an event it matches. */
function agreementsOfSql(ids: readonly string[], { filter }: Links): Prisma.Sql {
  const condition = (table: string) =>
    filter
      ? Prisma.sql`and exists (select 1 from agreement_event join event met on met.id = agreement_event.event_id
          where agreement_event.agreement_id = ${Prisma.raw(table)}.agreement_id and ${whereSql('Event', filter as never, 'met')})`
      : Prisma.empty;
  return union(PARTY_COLUMNS.map((column) => stated(column, 'agreement_id', ids, condition(column[0]))));
}

/** `(kind, id, event_id)` of everybody in an event, and `(kind, id, agreement_id)` of everybody in an agreement. */
const EVENT_MEMBERS = Prisma.sql`(select member.kind, member.id, participation.event_id from ${PARTICIPATIONS} participation
  cross join lateral (values ('Actor', actor_id), ('Organisation', organisation_id), ('Organisation', on_behalf_of_id),
    ('Country', country_id)) member(kind, id) where member.id is not null)`;
const AGREEMENT_MEMBERS = Prisma.sql`(select 'Actor' as kind, actor_id as id, agreement_id from ${SIGNATORIES} signatory
  union all select member.kind, member.id, agreement_id from ${PARTIES} party
  cross join lateral (values ('Organisation', organisation_id), ('Country', country_id)) member(kind, id)
  where member.id is not null)`;

/** Everybody who shares an event or an agreement with one of the ids, themselves included. */
export function listNeighbours(db: Database, ids: readonly string[], links: Links): Promise<PathNode[]> {
  return db.$queryRaw<PathNode[]>`
    select distinct member.kind, member.id
    from (select distinct event_id from (${eventsOfSql(ids, links)}) own) shared
    join ${EVENT_MEMBERS} member on member.event_id = shared.event_id
    union
    select distinct member.kind, member.id
    from (select distinct agreement_id from (${agreementsOfSql(ids, links)}) own) shared
    join ${AGREEMENT_MEMBERS} member on member.agreement_id = shared.agreement_id`;
}

/** Which of `targets` share an event or an agreement with which of `ids`; each pair once. */
export function listLinkedPairs(
  db: Database,
  ids: readonly string[],
  targets: readonly string[],
  links: Links,
): Promise<{ id: string; target: string }[]> {
  // Both sides come by their indexes: members of all events would be read whole. The filter holds for one and so for both.
  const all = { filter: null };
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

const participantIs = (id: string) => {
  const who = standingFor(id);
  return {
    participations: { some: { OR: [{ actor: who }, { organisation: who }, { onBehalfOf: who }, { countryId: id }] } },
  };
};

const partyIs = (id: string) => ({
  OR: [
    { signatories: { some: { actor: standingFor(id) } } },
    { parties: { some: { OR: [{ organisation: standingFor(id) }, { countryId: id }] } } },
  ],
});

/** Events under the filter that link two neighbours on a path. */
export const whereEventLinks = ({ filter }: Links, id: string, otherId: string) => ({
  AND: [...(filter ? [filter] : []), participantIs(id), participantIs(otherId)],
});

/** Agreements that link two neighbours on a path. */
export const whereAgreementLinks = ({ filter }: Links, id: string, otherId: string) => ({
  AND: [...(filter ? [{ events: { some: { event: filter } } }] : []), partyIs(id), partyIs(otherId)],
});
