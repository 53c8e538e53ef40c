import type { Database } from '../../database/database.ts';
import type { DatePrecision, EventKind, EventModality } from '../../generated/prisma/enums.ts';
import { groupIds } from '../../lib/group.ts';
import {
  type Combinators,
  type DateRange,
  given,
  oneOf,
  whereDates,
  whereFilter,
  whereNamed,
} from '../../lib/where.ts';
import { anyCalled, standingFor } from '../identity/cluster.reads.ts';
import { topicWithin } from '../topic/topic.rules.ts';

export interface EventFilter extends Combinators<EventFilter> {
  readonly kinds?: readonly EventKind[] | null;
  readonly dates?: DateRange | null;
  readonly starts?: DateRange | null;
  readonly isDated?: boolean | null;
  readonly precisions?: readonly DatePrecision[] | null;
  readonly countries?: readonly string[] | null;
  readonly participantCountries?: readonly string[] | null;
  readonly places?: readonly string[] | null;
  readonly actors?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly topics?: readonly string[] | null;
  readonly reports?: readonly string[] | null;
  readonly isKeyEvent?: boolean | null;
  readonly modalities?: readonly EventModality[] | null;
  readonly hasAgreement?: boolean | null;
  readonly isPart?: boolean | null;
  readonly text?: string | null;
}

export function whereEvent(filter: EventFilter): object {
  return whereFilter(filter, (own) => [
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.dates, (range) => whereDates('startDate', 'endDate', range)),
    given(own.starts, (range) => whereDates('startDate', 'startDate', range)),
    given(own.isDated, (isDated) => ({ startDate: isDated ? { not: null } : null })),
    given(own.precisions, (precisions) => ({ datePrecision: oneOf(precisions) })),
    given(own.countries, whereInCountries),
    given(own.participantCountries, (codes) => countryTakesPart({ code: oneOf(codes) })),
    given(own.places, (slugs) => ({ places: { some: { place: { slug: oneOf(slugs) } } } })),
    given(own.actors, (slugs) => ({ participations: { some: { actor: anyCalled(slugs) } } })),
    given(own.organisations, (slugs) => whereOrganisation(anyCalled(slugs))),
    given(own.topics, (slugs) => ({ topics: { some: { topic: topicWithin(slugs) } } })),
    given(own.reports, (slugs) => ({ citations: { some: { passage: { report: { slug: oneOf(slugs) } } } } })),
    given(own.isKeyEvent, (isKeyEvent) => ({ isKeyEvent })),
    given(own.modalities, (modalities) => ({ modality: oneOf(modalities) })),
    given(own.hasAgreement, (has) => ({ agreements: has ? { some: {} } : { none: {} } })),
    given(own.isPart, (isPart) => ({ parentId: isPart ? { not: null } : null })),
    given(own.text, whereNamed),
  ]);
}

/** An organisation takes part itself, or somebody does on its behalf. */
const whereOrganisation = (organisation: object) => ({
  participations: { some: { OR: [{ organisation }, { onBehalfOf: organisation }] } },
});

/** Events in which the actor takes part. */
export const whereActorIn = (actorId: string) => ({ participations: { some: { actor: standingFor(actorId) } } });

export const whereOrganisationIn = (organisationId: string) => whereOrganisation(standingFor(organisationId));

/** Taking part, as a state, through somebody or through a body of its; or the ground on which it happened. */
const whereInCountries = (codes: readonly string[]) => whereInCountry({ code: oneOf(codes) });

export const whereCountryIn = (countryId: string) => whereInCountry({ id: countryId });

const whereInCountry = (country: object) => ({
  OR: [countryTakesPart(country), { places: { some: { place: { country } } } }],
});

/** The country itself, a person or a body of it is among the participants. */
const countryTakesPart = (country: object) => ({
  participations: { some: { OR: [{ country }, { actor: { country } }, { organisation: { country } }] } },
});

/** Events in which the country takes part, itself or through a person or body of its; owning the ground is no taking part. */
export const whereCountryTakesPart = (countryId: string) => countryTakesPart({ id: countryId });

/** Events at which the actor met somebody: held, of a kind that is a meeting, with at least one other actor. */
export const whereActorMet = (actorId: string) => ({
  AND: [
    { modality: 'HELD' },
    { kind: oneOf(['MEETING', 'COMMITTEE_SESSION', 'CONFERENCE']) },
    whereActorIn(actorId),
    { participations: { some: { actor: { canonicalId: { not: actorId } } } } },
  ],
});

/** Events that some passage of the report tells. */
export const whereReportTells = (reportId: string) => ({ citations: { some: { passage: { reportId } } } });

/** The countries that take part in each event, by name; an event in which none does is absent. */
export async function listCountryIdsByEvent(
  db: Database,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.$queryRaw<{ eventId: string; id: string }[]>`
    select distinct participation.event_id as "eventId", country.id, country.name
    from participation
    left join actor on actor.id = participation.actor_id
    left join organisation on organisation.id = participation.organisation_id
    join country on country.id in (participation.country_id, actor.country_id, organisation.country_id)
    where participation.event_id = any(${[...eventIds]}::uuid[])
    order by country.name`;
  return groupIds(rows, (row) => row.eventId);
}

/** The reports whose passages tell each event, earliest first. */
export async function listReportIdsByEvent(
  db: Database,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.$queryRaw<{ eventId: string; id: string }[]>`
    select distinct citation.event_id as "eventId", report.id, report.period_start, report.slug
    from citation
    join passage on passage.id = citation.passage_id
    join report on report.id = passage.report_id
    where citation.event_id = any(${[...eventIds]}::uuid[])
    order by report.period_start, report.slug`;
  return groupIds(rows, (row) => row.eventId);
}
