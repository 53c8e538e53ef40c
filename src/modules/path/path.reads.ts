import type { Database } from '../../database/database.ts';
import { whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { NodeKind, PathNode } from './path.rules.ts';

/** What links participants: events and agreements under a filter on events (a Prisma `where`), or all of both. */
export type Links = { readonly filter: object | null };

/** Taking part, and standing for a body that thereby takes part: the columns of `participation`. */
const PARTICIPANT_COLUMNS = ['actor_id', 'organisation_id', 'on_behalf_of_id', 'country_id'].map((name) =>
  Prisma.raw(name),
);

/** Signing and being party, as `[table, column]`. */
const PARTY_COLUMNS = [
  ['agreement_signatory', 'actor_id'],
  ['agreement_party', 'organisation_id'],
  ['agreement_party', 'country_id'],
].map(([table = '', name = '']) => [Prisma.raw(table), Prisma.raw(name)] as const);

const union = (branches: readonly Prisma.Sql[]) => Prisma.join([...branches], ' union ');

/** `(id, event_id)`: in which events under the filter the rows with these ids take part. An id says by itself of what kind. */
function eventsOfSql(ids: readonly string[], { filter }: Links): Prisma.Sql {
  const condition = filter
    ? Prisma.sql`and exists (select 1 from event met where met.id = participation.event_id and ${whereSql('Event', filter as never, 'met')})`
    : Prisma.empty;
  return union(
    PARTICIPANT_COLUMNS.map(
      (name) => Prisma.sql`select ${name} as id, participation.event_id from participation
        where ${name} = any(${[...ids]}::uuid[]) ${condition}`,
    ),
  );
}

/** `(id, agreement_id)`: which agreements they signed or are party to; under a filter only such as moved at an event it matches. */
function agreementsOfSql(ids: readonly string[], { filter }: Links): Prisma.Sql {
  const condition = (table: Prisma.Sql) =>
    filter
      ? Prisma.sql`and exists (select 1 from agreement_event join event met on met.id = agreement_event.event_id
          where agreement_event.agreement_id = ${table}.agreement_id and ${whereSql('Event', filter as never, 'met')})`
      : Prisma.empty;
  return union(
    PARTY_COLUMNS.map(
      ([table, name]) => Prisma.sql`select ${name} as id, ${table}.agreement_id from ${table}
        where ${name} = any(${[...ids]}::uuid[]) ${condition(table)}`,
    ),
  );
}

/** `(kind, id, event_id)` of everybody in an event, and `(kind, id, agreement_id)` of everybody in an agreement. */
const EVENT_MEMBERS = Prisma.sql`(select member.kind, member.id, participation.event_id from participation
  cross join lateral (values ('Actor', actor_id), ('Organisation', organisation_id), ('Organisation', on_behalf_of_id),
    ('Country', country_id)) member(kind, id) where member.id is not null)`;
const AGREEMENT_MEMBERS = Prisma.sql`(select 'Actor' as kind, actor_id as id, agreement_id from agreement_signatory
  union all select member.kind, member.id, agreement_id from agreement_party
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
      ? db.actor.findUnique({ where: { slug }, select: { id: true } })
      : db.organisation.findUnique({ where: { slug }, select: { id: true } }));
  return row && { kind, id: row.id };
}

const participantIs = (id: string) => ({
  participations: { some: { OR: [{ actorId: id }, { organisationId: id }, { onBehalfOfId: id }, { countryId: id }] } },
});

const partyIs = (id: string) => ({
  OR: [
    { signatories: { some: { actorId: id } } },
    { parties: { some: { OR: [{ organisationId: id }, { countryId: id }] } } },
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
