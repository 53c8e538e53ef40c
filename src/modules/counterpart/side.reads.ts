import { Prisma } from '../../generated/prisma/client.ts';
import { oneOf } from '../../lib/where.ts';
import { whereActorIn, whereCountryTakesPart, whereOrganisationIn } from '../event/event.reads.ts';

/** What meets its like: people people, bodies bodies, and states states. */
export type Side = 'Actor' | 'Organisation' | 'Country';

/** Held, and of a kind that is a meeting; what was only planned, or the visit around a meeting, brought nobody together. */
const MET = { AND: [{ modality: 'HELD' }, { kind: oneOf(['MEETING', 'COMMITTEE_SESSION', 'CONFERENCE']) }] };

/** Events under the filter at which those who took part met one another. */
export const whereMet = (filter: object) => ({ AND: [MET, filter] });

const TAKES_PART: Readonly<Record<Side, (id: string) => object>> = {
  Actor: whereActorIn,
  Organisation: whereOrganisationIn,
  Country: whereCountryTakesPart,
};

/** Meetings under the filter at which both took part: an actor, a body itself or through somebody, a state through anybody. */
export const whereMetEachOther = (side: Side, filter: object, id: string, otherId: string) => ({
  AND: [whereMet(filter), TAKES_PART[side](id), TAKES_PART[side](otherId)],
});

const MEMBERS: Readonly<Record<Side, Prisma.Sql>> = {
  Actor: Prisma.sql`select actor.canonical_id as id, participation.event_id
    from participation join actor on actor.id = participation.actor_id`,
  Organisation: Prisma.sql`select organisation.canonical_id as id, participation.event_id from participation
    cross join lateral (values (participation.organisation_id), (participation.on_behalf_of_id)) body(id)
    join organisation on organisation.id = body.id`,
  Country: Prisma.sql`select country.id, participation.event_id from participation
    left join actor on actor.id = participation.actor_id
    left join organisation on organisation.id = participation.organisation_id
    cross join lateral (values (participation.country_id), (actor.country_id), (organisation.country_id)) country(id)`,
};

/** A subquery of `(id, event_id)`: who of that side takes part in what, perhaps repeated; `id` may be null. */
export const membersSql = (side: Side): Prisma.Sql => Prisma.sql`(${MEMBERS[side]})`;

const ACTOR = Prisma.sql`join actor on actor.id = participation.actor_id`;
const ORGANISATION = Prisma.sql`join organisation on organisation.id = participation.organisation_id`;

/**
 * A subquery of `event_id`, perhaps repeated: in what the row with that id takes part. Unlike a filter over `membersSql` it
 * goes from the participant to the events, each branch by an index.
 */
export function eventsOfSql(side: Side, id: Prisma.Sql): Prisma.Sql {
  const through = (condition: Prisma.Sql, join = Prisma.empty) =>
    Prisma.sql`select participation.event_id from participation ${join} where ${condition}`;
  const branches: Readonly<Record<Side, Prisma.Sql[]>> = {
    Actor: [through(Prisma.sql`actor.canonical_id = ${id}`, ACTOR)],
    Organisation: [
      through(Prisma.sql`organisation.canonical_id = ${id}`, ORGANISATION),
      through(
        Prisma.sql`organisation.canonical_id = ${id}`,
        Prisma.sql`join organisation on organisation.id = participation.on_behalf_of_id`,
      ),
    ],
    Country: [
      through(Prisma.sql`participation.country_id = ${id}`),
      through(Prisma.sql`actor.country_id = ${id}`, ACTOR),
      through(Prisma.sql`organisation.country_id = ${id}`, ORGANISATION),
    ],
  };
  return Prisma.sql`(${Prisma.join(branches[side], ' union all ')})`;
}

/** What stands for a row of the side in an address, and breaks ties: a slug, or a country's code. */
export const slugColumn = (side: Side): Prisma.Sql => (side === 'Country' ? Prisma.sql`code` : Prisma.sql`slug`);
