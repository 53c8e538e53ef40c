import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { isoDay } from '../lib/day.ts';
import type { ListedNoun } from './format.ts';
import { standingActors, standingAgreements, standingEvents } from './standing-facts.ts';
import {
  cites,
  citesOf,
  compact,
  names,
  namesOf,
  type RawRecord,
  slugged,
  targets,
  targetsOf,
  type Value,
} from './standing-parts.ts';

/** The nouns whose records are corrected one at a time. */
export type EditableNoun = Exclude<ListedNoun, 'countries' | 'passages'>;

type Where<Noun extends EditableNoun> = Parameters<(typeof READS)[Noun]>[1];

/**
 * The records of a noun as they stand, in the form in which a file of an edition would tell them: what `createRecordDrafts`
 * makes of them again is what is there. A passage goes by `passageKey`, for a record may cite several reports.
 */
export function readStanding<Noun extends EditableNoun>(
  db: Database,
  noun: Noun,
  where: Where<Noun>,
): Promise<readonly RawRecord[]> {
  return (READS[noun] as (db: Database, where: Where<Noun>) => Promise<readonly RawRecord[]>)(db, where);
}

const READS = {
  places: async (db: Database, where: Prisma.PlaceWhereInput) => {
    const rows = await db.place.findMany({ where, include: { country: { select: { code: true } }, within: slugged } });
    return rows.map(({ slug, name, country, within }) =>
      compact({ slug, name, country: country?.code, within: within?.slug }),
    );
  },
  topics: async (db: Database, where: Prisma.TopicWhereInput) => {
    const rows = await db.topic.findMany({ where, include: { parent: slugged } });
    return rows.map(({ slug, name, kind, parent, summary, validFrom, validTo }) =>
      compact({
        slug,
        name,
        kind,
        parent: parent?.slug,
        summary,
        validFrom: validFrom && isoDay(validFrom),
        validTo: validTo && isoDay(validTo),
      }),
    );
  },
  organisations: async (db: Database, where: Prisma.OrganisationWhereInput) => {
    const rows = await db.organisation.findMany({
      where,
      include: { country: { select: { code: true } }, parent: slugged, names },
    });
    return rows.map(({ slug, name, kind, country, parent, names }) => {
      const { inSource, others } = namesOf(names);
      return compact({
        slug,
        name,
        nameInSource: inSource,
        kind,
        country: country?.code,
        parent: parent?.slug,
        names: others,
      });
    });
  },
  offices: async (db: Database, where: Prisma.OfficeWhereInput) => {
    const rows = await db.office.findMany({ where, include: { organisation: slugged } });
    return rows.map(({ slug, title, organisation }) => compact({ slug, title, organisation: organisation?.slug }));
  },
  actors: standingActors,
  events: standingEvents,
  agreements: standingAgreements,
  indicators: async (db: Database, where: Prisma.IndicatorWhereInput) => {
    const rows = await db.indicator.findMany({ where });
    return rows.map(({ slug, name, definition, unit }) => compact({ slug, name, definition, unit }));
  },
  statistics: async (db: Database, where: Prisma.StatisticWhereInput) => {
    const rows = await db.statistic.findMany({
      where,
      include: {
        indicator: slugged,
        area: { select: { code: true } },
        givenByActor: slugged,
        givenByOrganisation: slugged,
        givenByCountry: { select: { code: true } },
        event: slugged,
        baseline: slugged,
        partOf: slugged,
        citations: cites,
      },
    });
    return rows.map((row) =>
      compact({
        slug: row.slug,
        indicator: row.indicator.slug,
        label: row.label,
        value: row.value,
        // Other bounds follow from the value, and are to follow a corrected one.
        ...(row.comparator === 'BETWEEN' && { lower: row.lower, upper: row.upper }),
        comparator: row.comparator,
        nature: row.nature,
        periodStart: row.periodStart && isoDay(row.periodStart),
        periodEnd: row.periodEnd && isoDay(row.periodEnd),
        area: row.area?.code,
        attributedTo: speakerOf(row.givenByActor, row.givenByOrganisation, row.givenByCountry),
        event: row.event?.slug,
        baseline: row.baseline?.slug,
        partOf: row.partOf?.slug,
        cites: citesOf(row.citations),
      }),
    );
  },
  statements: async (db: Database, where: Prisma.StatementWhereInput) => {
    const rows = await db.statement.findMany({
      where,
      include: {
        speakerActor: slugged,
        speakerOrganisation: slugged,
        speakerCountry: { select: { code: true } },
        event: slugged,
        about: targets,
        topics: { orderBy: { ordinal: 'asc' }, select: { topic: slugged } },
        citations: cites,
      },
    });
    return rows.map((row) =>
      compact({
        slug: row.slug,
        gist: row.gist,
        speaker: speakerOf(row.speakerActor, row.speakerOrganisation, row.speakerCountry),
        event: row.event?.slug,
        about: targetsOf(row.about),
        topics: row.topics.map(({ topic }) => topic.slug),
        cites: citesOf(row.citations),
      }),
    );
  },
  assessments: async (db: Database, where: Prisma.AssessmentWhereInput) => {
    const rows = await db.assessment.findMany({ where, include: { about: targets, citations: cites } });
    return rows.map(({ slug, gist, kind, hedge, likelihood, about, citations }) =>
      compact({ slug, gist, kind, hedge, likelihood, about: targetsOf(about), cites: citesOf(citations) }),
    );
  },
};

type Slugged = { readonly slug: string } | null;

function speakerOf(actor: Slugged, organisation: Slugged, country: { readonly code: string } | null): Value {
  if (actor) return { actor: actor.slug };
  if (organisation) return { organisation: organisation.slug };
  return country ? { country: country.code } : null;
}
