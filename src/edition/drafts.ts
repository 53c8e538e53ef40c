import type { NewActor } from '../modules/actor/actor.writes.ts';
import type { NewAgreement } from '../modules/agreement/agreement.writes.ts';
import type { NewAssessment } from '../modules/assessment/assessment.writes.ts';
import type { NewCountry } from '../modules/country/country.writes.ts';
import { normaliseVenues } from '../modules/event/event.rules.ts';
import type { NewEvent } from '../modules/event/event.writes.ts';
import type { NewOffice } from '../modules/office/office.writes.ts';
import type { NewOrganisation } from '../modules/organisation/organisation.writes.ts';
import type { NewPlace } from '../modules/place/place.writes.ts';
import { passageKind } from '../modules/report/passage.rules.ts';
import type { NewPassage } from '../modules/report/passage.writes.ts';
import type { NewReport, NewSection, NewSeries } from '../modules/report/report.writes.ts';
import type { NewStatement } from '../modules/statement/statement.writes.ts';
import type { NewIndicator, NewStatistic } from '../modules/statistic/statistic.writes.ts';
import type { NewTopic } from '../modules/topic/topic.writes.ts';
import {
  boundsOf,
  citationsOf,
  datesOf,
  type IdOf,
  namesOf,
  participantOf,
  partyOf,
  speakerOf,
  targetsOf,
  titleNamesOf,
} from './facts.ts';
import type { Records } from './format.ts';
import type { NounName } from './nouns.ts';
import type { Edition } from './parse-edition.ts';

/** What the writes take of every noun. */
export interface Drafts {
  readonly countries: readonly NewCountry[];
  readonly places: readonly NewPlace[];
  readonly topics: readonly NewTopic[];
  readonly organisations: readonly NewOrganisation[];
  readonly offices: readonly NewOffice[];
  readonly series: readonly NewSeries[];
  readonly reports: readonly NewReport[];
  readonly sections: readonly NewSection[];
  readonly passages: readonly NewPassage[];
  readonly actors: readonly NewActor[];
  readonly events: readonly NewEvent[];
  readonly agreements: readonly NewAgreement[];
  readonly indicators: readonly NewIndicator[];
  readonly statistics: readonly NewStatistic[];
  readonly statements: readonly NewStatement[];
  readonly assessments: readonly NewAssessment[];
}

/** What the writes take of the nouns that have records of their own, passages apart. */
export type RecordDrafts = Omit<Drafts, 'series' | 'reports' | 'sections' | 'passages'>;

/** Turns the records of an edition into what the writes take, with ids in the place of keys. */
export function createDrafts(edition: Edition, idOf: IdOf): Drafts {
  const { series, report, sections } = edition.head;
  const reportId = idOf('reports', report.slug);
  const ids = (noun: NounName, keys: readonly string[] = []) => keys.map((key) => idOf(noun, key));
  const sectionIds = new Map(sections.map(({ kind }, index) => [kind, idOf('sections', String(index + 1))]));
  const records = createRecordDrafts(edition, [...edition.known.offices.values(), ...edition.offices], reportId, idOf);
  return {
    ...records,
    // Digests print no coordinates: where the files say none, those that somebody has looked up stay.
    places: records.places.map(({ latitude, longitude, ...place }) =>
      latitude === null ? place : { ...place, latitude, longitude },
    ),
    series: [
      {
        id: idOf('series', series.slug),
        slug: series.slug,
        title: series.title,
        publisherId: series.publisher === undefined ? null : idOf('organisations', series.publisher),
      },
    ],
    reports: [
      {
        id: reportId,
        slug: report.slug,
        title: report.title,
        seriesId: idOf('series', series.slug),
        periodStart: report.periodStart,
        periodEnd: report.periodEnd,
        publishedOn: report.publishedOn ?? null,
        language: report.language,
        sourceUrl: report.sourceUrl ?? null,
      },
    ],
    sections: sections.map(({ kind, heading }, index) => ({
      id: idOf('sections', String(index + 1)),
      reportId,
      kind,
      heading: heading ?? null,
      ordinal: index + 1,
    })),
    passages: edition.passages.map(({ number, section, gist, countries, topics }, index) => ({
      id: idOf('passages', number),
      reportId,
      sectionId: sectionIds.get(section) ?? '',
      number,
      ordinal: index + 1,
      kind: passageKind(number),
      gist,
      countryIds: ids('countries', countries),
      topicIds: ids('topics', topics),
    })),
  };
}

/**
 * The same of records by themselves, wherever they came from: `offices` are those that tenures among them name, and
 * `reportId` is the report to which figures, statements and assessments among them belong.
 */
export function createRecordDrafts(
  records: Omit<Records, 'passages'>,
  offices: Records['offices'],
  reportId: string,
  idOf: IdOf,
): RecordDrafts {
  const maybe = (noun: NounName, key: string | undefined) => (key === undefined ? null : idOf(noun, key));
  const ids = (noun: NounName, keys: readonly string[] = []) => keys.map((key) => idOf(noun, key));
  const officeOf = new Map(offices.map((office) => [office.slug, office]));
  return {
    countries: records.countries.map(({ code, name }) => ({ id: idOf('countries', code), code, name })),
    places: records.places.map(({ slug, name, country, within, latitude, longitude }) => ({
      id: idOf('places', slug),
      slug,
      name,
      countryId: maybe('countries', country),
      withinId: maybe('places', within),
      latitude: latitude ?? null,
      longitude: longitude ?? null,
    })),
    topics: records.topics.map(({ slug, name, kind, parent, summary, validFrom, validTo }) => ({
      id: idOf('topics', slug),
      slug,
      name,
      kind,
      parentId: maybe('topics', parent),
      summary: summary ?? null,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
    })),
    organisations: records.organisations.map(({ slug, name, nameInSource, kind, country, parent, names }) => ({
      id: idOf('organisations', slug),
      slug,
      name,
      kind,
      countryId: maybe('countries', country),
      parentId: maybe('organisations', parent),
      names: namesOf(name, nameInSource, names),
    })),
    offices: records.offices.map(({ slug, title, organisation }) => ({
      id: idOf('offices', slug),
      slug,
      title,
      organisationId: maybe('organisations', organisation),
    })),
    actors: records.actors.map(({ slug, name, nameInSource, kind, country, names, tenures = [] }) => ({
      id: idOf('actors', slug),
      slug,
      name,
      kind,
      countryId: maybe('countries', country),
      names: namesOf(name, nameInSource, names),
      tenures: tenures.map(({ office, titleInSource, rank, from, to, names, cites }) => ({
        officeId: idOf('offices', office),
        rank: rank ?? null,
        from: from ?? null,
        to: to ?? null,
        names: namesOf(
          officeOf.get(office)?.title ?? office,
          titleInSource ?? officeOf.get(office)?.titleInSource,
          names,
        ),
        citations: citationsOf(cites, idOf),
      })),
    })),
    events: records.events.map((event) => ({
      id: idOf('events', event.slug),
      slug: event.slug,
      kind: event.kind,
      title: event.title,
      ordinal: event.ordinal ?? null,
      summary: event.summary,
      ...datesOf(event),
      modality: event.modality,
      placeId: maybe('places', event.place),
      parentId: maybe('events', event.parent),
      names: titleNamesOf(event),
      placeIds: normaliseVenues(maybe('places', event.place), ids('places', event.places)),
      topicIds: ids('topics', event.topics),
      participations: (event.participations ?? []).map((participation) => ({
        ...participantOf(participation, idOf),
        role: participation.role,
        statedOffice: participation.statedOffice ?? null,
        onBehalfOfId: maybe('organisations', participation.onBehalfOf),
        // A quote of the event anchors the event, and need not name everybody.
        citations: participation.cites
          ? citationsOf(participation.cites, idOf)
          : citationsOf(event.cites, idOf).map(({ passageId }) => ({ passageId, quote: null })),
      })),
      citations: citationsOf(event.cites, idOf),
    })),
    agreements: records.agreements.map((agreement) => ({
      id: idOf('agreements', agreement.slug),
      slug: agreement.slug,
      title: agreement.title,
      kind: agreement.kind,
      status: agreement.status,
      signedOn: agreement.signedOn ?? null,
      validFrom: agreement.validFrom ?? null,
      validTo: agreement.validTo ?? null,
      summary: agreement.summary,
      names: titleNamesOf(agreement),
      parties: agreement.parties.map((party) => partyOf(party, idOf)),
      signatoryIds: ids('actors', agreement.signatories),
      eventIds: ids('events', agreement.events),
      citations: citationsOf(agreement.cites, idOf),
    })),
    indicators: records.indicators.map((indicator) => ({ id: idOf('indicators', indicator.slug), ...indicator })),
    statistics: records.statistics.map((statistic) => {
      const givenBy = speakerOf(statistic.attributedTo, idOf);
      return {
        id: idOf('statistics', statistic.slug),
        slug: statistic.slug,
        reportId,
        indicatorId: idOf('indicators', statistic.indicator),
        label: statistic.label,
        ...boundsOf(statistic),
        comparator: statistic.comparator,
        nature: statistic.nature,
        periodStart: statistic.periodStart ?? null,
        periodEnd: statistic.periodEnd ?? null,
        areaId: maybe('countries', statistic.area),
        givenByActorId: givenBy.actorId,
        givenByOrganisationId: givenBy.organisationId,
        givenByCountryId: givenBy.countryId,
        eventId: maybe('events', statistic.event),
        baselineId: maybe('statistics', statistic.baseline),
        partOfId: maybe('statistics', statistic.partOf),
        citations: citationsOf(statistic.cites, idOf),
      };
    }),
    statements: records.statements.map((statement) => {
      const speaker = speakerOf(statement.speaker, idOf);
      return {
        id: idOf('statements', statement.slug),
        slug: statement.slug,
        reportId,
        gist: statement.gist,
        speakerActorId: speaker.actorId,
        speakerOrganisationId: speaker.organisationId,
        speakerCountryId: speaker.countryId,
        eventId: maybe('events', statement.event),
        about: targetsOf(statement.about, idOf),
        topicIds: ids('topics', statement.topics),
        citations: citationsOf(statement.cites, idOf),
      };
    }),
    assessments: records.assessments.map((assessment) => ({
      id: idOf('assessments', assessment.slug),
      slug: assessment.slug,
      reportId,
      gist: assessment.gist,
      kind: assessment.kind,
      hedge: assessment.hedge ?? null,
      likelihood: assessment.likelihood ?? null,
      about: targetsOf(assessment.about, idOf),
      citations: citationsOf(assessment.cites, idOf),
    })),
  };
}
