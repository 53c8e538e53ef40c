import { Prisma } from '../../generated/prisma/client.ts';
import { MAX_TOPIC_DEPTH } from '../topic/topic.rules.ts';
import type { Countable, GroupSource } from './counting.reads.ts';

const COUNTRY = { model: 'Country', value: 'code', label: 'name' };
const ACTOR = { model: 'Actor', value: 'slug', label: 'name', among: 'person' };
const ORGANISATION = { model: 'Organisation', value: 'slug', label: 'name', among: 'body' };
const REPORT = { model: 'Report', value: 'slug', label: 'title' };

/** The reports of the passages that cite a record; `cited` is there for every countable. */
const REPORTS_TELLING = Prisma.sql`
  select cited.id, passage.report_id as key from cited join passage on passage.id = cited.passage_id`;

/** Read once for who they are, where they come from and what they are called; and not at all where nothing asks. */
const PEOPLE = Prisma.sql`person as materialized (select id, canonical_id, country_id, slug, name from actor)`;
const BODIES = Prisma.sql`body as materialized (select id, canonical_id, country_id, slug, name from organisation)`;

export const EVENTS: Countable = {
  model: 'Event',
  day: 'startDate',
  citedBy: 'eventId',
  shared: [
    PEOPLE,
    BODIES,
    // A participation has one participant, so at most one of its countries is known.
    Prisma.sql`part as materialized (
      select participation.event_id as id, person.canonical_id as actor_id, participation.organisation_id,
        participation.on_behalf_of_id, coalesce(participation.country_id, person.country_id) as country_id
      from participation
      join fact on fact.id = participation.event_id
      left join person on person.id = participation.actor_id
    )`,
  ],
  actors: Prisma.sql`select part.id, part.actor_id from part where part.actor_id is not null`,
};

/** A topic, and every wider one up to the depth that topics have at most, as the filter on topics has it. */
function topicsAround(): Prisma.Sql {
  const wider = Array.from({ length: MAX_TOPIC_DEPTH - 1 }, (_, level) => level);
  const joins = wider.map((level) =>
    Prisma.raw(`left join topic t${level + 1} on t${level + 1}.id = t${level}.parent_id`),
  );
  const keys = [...wider, wider.length].map((level) => Prisma.raw(`(t${level}.id)`));
  return Prisma.sql`
    select event_topic.event_id as id, around.key
    from event_topic
    join topic t0 on t0.id = event_topic.topic_id ${Prisma.join(joins, ' ')}
    cross join lateral (values ${Prisma.join(keys)}) around(key)
    where around.key is not null`;
}

export const EVENT_GROUPS = {
  KIND: { name: 'KIND', field: 'kind' },
  MODALITY: { name: 'MODALITY', field: 'modality' },
  COUNTRY: {
    name: 'COUNTRY',
    noun: COUNTRY,
    rows: Prisma.sql`
      select part.id, coalesce(part.country_id, body.country_id) as key
      from part left join body on body.id = part.organisation_id
      where coalesce(part.country_id, body.country_id) is not null`,
  },
  ACTOR: {
    name: 'ACTOR',
    noun: ACTOR,
    rows: Prisma.sql`select part.id, part.actor_id as key from part where part.actor_id is not null`,
  },
  ORGANISATION: {
    name: 'ORGANISATION',
    noun: ORGANISATION,
    rows: Prisma.sql`
      select part.id, body.canonical_id as key
      from part cross join lateral (values (part.organisation_id), (part.on_behalf_of_id)) acting(id)
      join body on body.id = acting.id`,
  },
  PLACE: {
    name: 'PLACE',
    noun: { model: 'Place', value: 'slug', label: 'name' },
    rows: Prisma.sql`select event_place.event_id as id, event_place.place_id as key from event_place`,
  },
  TOPIC: { name: 'TOPIC', noun: { model: 'Topic', value: 'slug', label: 'name' }, rows: topicsAround() },
  REPORT: { name: 'REPORT', noun: REPORT, rows: REPORTS_TELLING },
} as const satisfies Record<string, GroupSource>;

export const STATISTICS: Countable = {
  model: 'Statistic',
  day: 'periodStart',
  citedBy: 'statisticId',
  shared: [PEOPLE, BODIES],
  actors: null,
};

export const STATISTIC_GROUPS = {
  INDICATOR: {
    name: 'INDICATOR',
    field: 'indicatorId',
    noun: { model: 'Indicator', value: 'slug', label: 'name' },
  },
  AREA: { name: 'AREA', field: 'areaId', noun: COUNTRY },
  NATURE: { name: 'NATURE', field: 'nature' },
  UNIT: { name: 'UNIT', field: 'unit' },
  REPORT: { name: 'REPORT', field: 'reportId', noun: REPORT },
  ACTOR: {
    name: 'ACTOR',
    noun: ACTOR,
    needs: 'givenByActorId',
    rows: Prisma.sql`
      select fact.id, person.canonical_id as key from fact join person on person.id = fact.given_by_actor_id`,
  },
  ORGANISATION: {
    name: 'ORGANISATION',
    noun: ORGANISATION,
    needs: 'givenByOrganisationId',
    rows: Prisma.sql`
      select fact.id, body.canonical_id as key from fact join body on body.id = fact.given_by_organisation_id`,
  },
} as const satisfies Record<string, GroupSource>;

export const AGREEMENTS: Countable = {
  model: 'Agreement',
  day: 'signedOn',
  citedBy: 'agreementId',
  shared: [
    BODIES,
    Prisma.sql`party as materialized (
      select agreement_party.agreement_id as id, agreement_party.organisation_id, agreement_party.country_id
      from agreement_party join fact on fact.id = agreement_party.agreement_id
    )`,
  ],
  actors: null,
};

export const AGREEMENT_GROUPS = {
  KIND: { name: 'KIND', field: 'kind' },
  STATUS: { name: 'STATUS', field: 'status' },
  COUNTRY: {
    name: 'COUNTRY',
    noun: COUNTRY,
    rows: Prisma.sql`
      select party.id, coalesce(party.country_id, body.country_id) as key
      from party left join body on body.id = party.organisation_id
      where coalesce(party.country_id, body.country_id) is not null`,
  },
  ORGANISATION: {
    name: 'ORGANISATION',
    noun: ORGANISATION,
    rows: Prisma.sql`
      select party.id, body.canonical_id as key from party join body on body.id = party.organisation_id`,
  },
  REPORT: { name: 'REPORT', noun: REPORT, rows: REPORTS_TELLING },
} as const satisfies Record<string, GroupSource>;
