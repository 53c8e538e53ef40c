import { Prisma } from '../../generated/prisma/client.ts';
import { MAX_TOPIC_DEPTH } from '../topic/topic.rules.ts';
import type { Countable, GroupSource } from './counting.reads.ts';

const COUNTRY = { model: 'Country', value: 'code', label: 'name' };
const ACTOR = { model: 'Actor', value: 'slug', label: 'name' };
const ORGANISATION = { model: 'Organisation', value: 'slug', label: 'name' };
const REPORT = { model: 'Report', value: 'slug', label: 'title' };

/** The reports of the passages that cite a record; `cited` is there for every countable. */
const REPORTS_TELLING = Prisma.sql`
  select cited.id, passage.report_id as key from cited join passage on passage.id = cited.passage_id`;

export const EVENTS: Countable = {
  model: 'Event',
  day: 'startDate',
  citedBy: 'eventId',
  shared: [
    Prisma.sql`part as materialized (
      select participation.event_id as id, participation.actor_id, participation.organisation_id,
        participation.on_behalf_of_id, participation.country_id
      from participation join fact on fact.id = participation.event_id
    )`,
  ],
  actors: Prisma.sql`select part.id, actor.canonical_id as actor_id from part join actor on actor.id = part.actor_id`,
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
    // A participation has one participant, so at most one of the three is known.
    rows: Prisma.sql`
      select part.id, coalesce(part.country_id, actor.country_id, organisation.country_id) as key
      from part
      left join actor on actor.id = part.actor_id
      left join organisation on organisation.id = part.organisation_id
      where coalesce(part.country_id, actor.country_id, organisation.country_id) is not null`,
  },
  ACTOR: {
    name: 'ACTOR',
    noun: ACTOR,
    rows: Prisma.sql`select part.id, actor.canonical_id as key from part join actor on actor.id = part.actor_id`,
  },
  ORGANISATION: {
    name: 'ORGANISATION',
    noun: ORGANISATION,
    rows: Prisma.sql`
      select part.id, organisation.canonical_id as key
      from part cross join lateral (values (part.organisation_id), (part.on_behalf_of_id)) body(key)
      join organisation on organisation.id = body.key`,
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
  shared: [],
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
    rows: Prisma.sql`
      select statistic.id, actor.canonical_id as key
      from statistic join actor on actor.id = statistic.given_by_actor_id`,
  },
  ORGANISATION: {
    name: 'ORGANISATION',
    noun: ORGANISATION,
    rows: Prisma.sql`
      select statistic.id, organisation.canonical_id as key
      from statistic join organisation on organisation.id = statistic.given_by_organisation_id`,
  },
} as const satisfies Record<string, GroupSource>;

export const AGREEMENTS: Countable = {
  model: 'Agreement',
  day: 'signedOn',
  citedBy: 'agreementId',
  shared: [
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
      select party.id, coalesce(party.country_id, organisation.country_id) as key
      from party left join organisation on organisation.id = party.organisation_id
      where coalesce(party.country_id, organisation.country_id) is not null`,
  },
  ORGANISATION: {
    name: 'ORGANISATION',
    noun: ORGANISATION,
    rows: Prisma.sql`
      select party.id, organisation.canonical_id as key
      from party join organisation on organisation.id = party.organisation_id`,
  },
  REPORT: { name: 'REPORT', noun: REPORT, rows: REPORTS_TELLING },
} as const satisfies Record<string, GroupSource>;
