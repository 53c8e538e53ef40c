import type { Database } from '../database/database.ts';
import { type Day, isoDay } from '../lib/day.ts';
import type { ListedNoun } from './format.ts';

/** A record in the form of an edition's files. */
export type FileRecord = Readonly<Record<string, unknown>>;

/** Records by what people know them by. */
export type RecordsByKey = ReadonlyMap<string, FileRecord>;

type Cites = readonly { readonly quote: string | null; readonly passage: { readonly number: string } }[];
type Keyed = { readonly slug: string } | null;
type Coded = { readonly code: string } | null;

const inOrder = { orderBy: { ordinal: 'asc' } } as const;
const bySlug = { select: { slug: true } } as const;
const byCode = { select: { code: true } } as const;
const day = (value: Day | null) => (value === null ? undefined : isoDay(value));
const known = <Value>(value: Value | null): Value | undefined => value ?? undefined;
const listed = <Item>(items: readonly Item[]) => (items.length === 0 ? undefined : items);
const citesOf = (citations: Cites) =>
  citations.map(({ quote, passage }) => (quote === null ? passage.number : { passage: passage.number, quote }));

/** Where a key has no value the files leave it out. */
function tidy(record: Readonly<Record<string, unknown>>): FileRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

interface NameRow {
  readonly text: string;
  readonly kind: string;
  readonly language: string | null;
  readonly inSource: boolean;
}

/** The other names, and whether the source has the preferred one. */
function namesOf(names: readonly NameRow[]) {
  const preferred = names.find(({ kind }) => kind === 'PREFERRED');
  const others = names.filter((name) => name !== preferred);
  return {
    nameInSource: preferred?.inSource === false ? false : undefined,
    names: listed(
      others.map(({ text, kind, language, inSource }) =>
        tidy({ text, kind, language: known(language), inSource: inSource ? undefined : false }),
      ),
    ),
  };
}

/** `{actor: ...}`, `{organisation: ...}` or `{country: ...}`; nothing where nobody is named. */
function somebody(actor: Keyed, organisation: Keyed, country: Coded) {
  if (actor) return { actor: actor.slug };
  if (organisation) return { organisation: organisation.slug };
  return country ? { country: country.code } : undefined;
}

/** The same of what has a title, which is a name only where the record says something of names. */
function titleNamesOf(names: readonly NameRow[]) {
  const { nameInSource, names: others } = namesOf(names);
  return { nameInSource: nameInSource ?? (names.length === 1 ? true : undefined), names: others };
}

type Read = (db: Database, ids: readonly string[], reportId: string | null) => Promise<RecordsByKey>;

/** What a report attests: its own citations, in the order in which they stand. */
const citedIn = (reportId: string | null) => ({
  where: reportId === null ? { id: { in: [] } } : { passage: { reportId } },
  select: { quote: true, passage: { select: { number: true } } },
  ...inOrder,
});

const readCountries: Read = async (db, ids) => {
  const rows = await db.country.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map(({ code, name }) => [code, { code, name }]));
};

const readPlaces: Read = async (db, ids) => {
  const rows = await db.place.findMany({
    where: { id: { in: [...ids] } },
    include: { country: byCode, within: bySlug },
  });
  return new Map(
    rows.map(({ slug, name, country, within }) => [
      slug,
      tidy({ slug, name, country: country?.code, within: within?.slug }),
    ]),
  );
};

const readTopics: Read = async (db, ids) => {
  const rows = await db.topic.findMany({ where: { id: { in: [...ids] } }, include: { parent: bySlug } });
  return new Map(
    rows.map(({ slug, name, kind, parent, summary, validFrom, validTo }) => [
      slug,
      tidy({
        slug,
        name,
        kind,
        parent: parent?.slug,
        summary: known(summary),
        validFrom: day(validFrom),
        validTo: day(validTo),
      }),
    ]),
  );
};

const readOrganisations: Read = async (db, ids) => {
  const rows = await db.organisation.findMany({
    where: { id: { in: [...ids] } },
    include: { country: byCode, parent: bySlug, names: inOrder },
  });
  return new Map(
    rows.map(({ slug, name, kind, country, parent, names }) => [
      slug,
      tidy({ slug, name, kind, country: country?.code, parent: parent?.slug, ...namesOf(names) }),
    ]),
  );
};

const readOffices: Read = async (db, ids) => {
  const rows = await db.office.findMany({
    where: { id: { in: [...ids] } },
    // Whether the source has the title is noted with the names of the tenures.
    include: {
      organisation: bySlug,
      holders: { where: { names: { some: { kind: 'PREFERRED', inSource: false } } }, select: { id: true }, take: 1 },
    },
  });
  return new Map(
    rows.map(({ slug, title, organisation, holders }) => [
      slug,
      tidy({
        slug,
        title,
        titleInSource: holders.length > 0 ? false : undefined,
        organisation: organisation?.slug,
      }),
    ]),
  );
};

const readPassages: Read = async (db, ids) => {
  const rows = await db.passage.findMany({
    where: { id: { in: [...ids] } },
    include: {
      section: { select: { kind: true } },
      countries: { include: { country: byCode }, ...inOrder },
      topics: { include: { topic: bySlug }, ...inOrder },
    },
    ...inOrder,
  });
  return new Map(
    rows.map(({ number, section, gist, countries, topics }) => [
      number,
      tidy({
        number,
        section: section.kind,
        gist,
        countries: listed(countries.map(({ country }) => country.code)),
        topics: listed(topics.map(({ topic }) => topic.slug)),
      }),
    ]),
  );
};

const readActors: Read = async (db, ids, reportId) => {
  const rows = await db.actor.findMany({
    where: { id: { in: [...ids] } },
    include: {
      country: byCode,
      names: inOrder,
      tenures: { include: { office: bySlug, names: inOrder, citations: citedIn(reportId) }, ...inOrder },
    },
  });
  return new Map(
    rows.map(({ slug, name, kind, country, names, tenures }) => [
      slug,
      tidy({
        slug,
        name,
        kind,
        country: country?.code,
        ...namesOf(names),
        tenures: listed(
          tenures
            .filter(({ citations }) => reportId === null || citations.length > 0)
            .map(({ office, rank, from, to, names: wordings, citations }) =>
              tidy({
                office: office.slug,
                rank: known(rank),
                from: day(from),
                to: day(to),
                names: namesOf(wordings).names,
                cites: citesOf(citations),
              }),
            ),
        ),
      }),
    ]),
  );
};

const readEvents: Read = async (db, ids, reportId) => {
  const rows = await db.event.findMany({
    where: { id: { in: [...ids] } },
    include: {
      place: bySlug,
      parent: bySlug,
      names: inOrder,
      places: { include: { place: bySlug }, ...inOrder },
      topics: { include: { topic: bySlug }, ...inOrder },
      citations: citedIn(reportId),
      participations: {
        include: {
          actor: bySlug,
          organisation: bySlug,
          country: byCode,
          onBehalfOf: bySlug,
          citations: citedIn(reportId),
        },
        ...inOrder,
      },
    },
  });
  return new Map(
    rows.map((event) => [
      event.slug,
      tidy({
        slug: event.slug,
        kind: event.kind,
        title: event.title,
        ...titleNamesOf(event.names),
        ordinal: known(event.ordinal),
        summary: event.summary,
        start: day(event.startDate),
        end: day(event.endDate),
        notBefore: day(event.notBefore),
        notAfter: day(event.notAfter),
        basis: known(event.dateBasis),
        precision: event.datePrecision,
        modality: event.modality,
        place: event.place?.slug,
        places: listed(event.places.map(({ place }) => place.slug)),
        parent: event.parent?.slug,
        topics: listed(event.topics.map(({ topic }) => topic.slug)),
        cites: citesOf(event.citations),
        participations: listed(
          event.participations
            .filter(({ citations }) => reportId === null || citations.length > 0)
            .map(({ actor, organisation, country, role, statedOffice, onBehalfOf, citations }) =>
              tidy({
                ...somebody(actor, organisation, country),
                role,
                statedOffice: known(statedOffice),
                onBehalfOf: onBehalfOf?.slug,
                cites: reportId === null ? undefined : citesOf(citations),
              }),
            ),
        ),
      }),
    ]),
  );
};

const readAgreements: Read = async (db, ids, reportId) => {
  const rows = await db.agreement.findMany({
    where: { id: { in: [...ids] } },
    include: {
      names: inOrder,
      parties: { include: { organisation: bySlug, country: byCode }, ...inOrder },
      signatories: { include: { actor: bySlug }, ...inOrder },
      events: { include: { event: bySlug }, ...inOrder },
      citations: citedIn(reportId),
    },
  });
  return new Map(
    rows.map((agreement) => [
      agreement.slug,
      tidy({
        slug: agreement.slug,
        title: agreement.title,
        ...titleNamesOf(agreement.names),
        kind: agreement.kind,
        status: agreement.status,
        parties: agreement.parties.map(({ organisation, country, proposer }) =>
          tidy({ ...somebody(null, organisation, country), proposer: proposer || undefined }),
        ),
        signatories: listed(agreement.signatories.map(({ actor }) => actor.slug)),
        signedOn: day(agreement.signedOn),
        validFrom: day(agreement.validFrom),
        validTo: day(agreement.validTo),
        events: listed(agreement.events.map(({ event }) => event.slug)),
        summary: agreement.summary,
        cites: citesOf(agreement.citations),
      }),
    ]),
  );
};

const readIndicators: Read = async (db, ids) => {
  const rows = await db.indicator.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map(({ slug, name, definition, unit }) => [slug, { slug, name, definition, unit }]));
};

const readStatistics: Read = async (db, ids, reportId) => {
  const rows = await db.statistic.findMany({
    where: { id: { in: [...ids] } },
    include: {
      indicator: bySlug,
      area: byCode,
      givenByActor: bySlug,
      givenByOrganisation: bySlug,
      givenByCountry: byCode,
      event: bySlug,
      baseline: bySlug,
      partOf: bySlug,
      citations: citedIn(reportId),
    },
  });
  return new Map(
    rows.map((statistic) => [
      statistic.slug,
      tidy({
        slug: statistic.slug,
        indicator: statistic.indicator.slug,
        label: statistic.label,
        value: known(statistic.value),
        lower: known(statistic.lower),
        upper: known(statistic.upper),
        comparator: statistic.comparator,
        nature: statistic.nature,
        periodStart: day(statistic.periodStart),
        periodEnd: day(statistic.periodEnd),
        area: statistic.area?.code,
        attributedTo: somebody(statistic.givenByActor, statistic.givenByOrganisation, statistic.givenByCountry),
        event: statistic.event?.slug,
        baseline: statistic.baseline?.slug,
        partOf: statistic.partOf?.slug,
        cites: citesOf(statistic.citations),
      }),
    ]),
  );
};

const targets = {
  include: {
    targetEvent: bySlug,
    targetAgreement: bySlug,
    targetStatistic: bySlug,
    targetStatement: bySlug,
    targetActor: bySlug,
    targetOrganisation: bySlug,
    targetCountry: byCode,
  },
  ...inOrder,
} as const;

interface Target {
  readonly targetEvent: Keyed;
  readonly targetAgreement: Keyed;
  readonly targetStatistic: Keyed;
  readonly targetStatement: Keyed;
  readonly targetActor: Keyed;
  readonly targetOrganisation: Keyed;
  readonly targetCountry: Coded;
}

function targetOf(about: Target) {
  if (about.targetEvent) return { event: about.targetEvent.slug };
  if (about.targetAgreement) return { agreement: about.targetAgreement.slug };
  if (about.targetStatistic) return { statistic: about.targetStatistic.slug };
  if (about.targetStatement) return { statement: about.targetStatement.slug };
  return somebody(about.targetActor, about.targetOrganisation, about.targetCountry) ?? {};
}

const readStatements: Read = async (db, ids, reportId) => {
  const rows = await db.statement.findMany({
    where: { id: { in: [...ids] } },
    include: {
      speakerActor: bySlug,
      speakerOrganisation: bySlug,
      speakerCountry: byCode,
      event: bySlug,
      about: targets,
      topics: { include: { topic: bySlug }, ...inOrder },
      citations: citedIn(reportId),
    },
    ...inOrder,
  });
  return new Map(
    rows.map((statement) => [
      statement.slug,
      tidy({
        slug: statement.slug,
        gist: statement.gist,
        speaker: somebody(statement.speakerActor, statement.speakerOrganisation, statement.speakerCountry),
        event: statement.event?.slug,
        about: listed(statement.about.map(targetOf)),
        topics: listed(statement.topics.map(({ topic }) => topic.slug)),
        cites: citesOf(statement.citations),
      }),
    ]),
  );
};

const readAssessments: Read = async (db, ids, reportId) => {
  const rows = await db.assessment.findMany({
    where: { id: { in: [...ids] } },
    include: { about: targets, citations: citedIn(reportId) },
    ...inOrder,
  });
  return new Map(
    rows.map((assessment) => [
      assessment.slug,
      tidy({
        slug: assessment.slug,
        gist: assessment.gist,
        kind: assessment.kind,
        hedge: known(assessment.hedge),
        likelihood: known(assessment.likelihood),
        about: assessment.about.map(targetOf),
        cites: citesOf(assessment.citations),
      }),
    ]),
  );
};

const READS: Readonly<Record<ListedNoun, Read>> = {
  countries: readCountries,
  places: readPlaces,
  topics: readTopics,
  organisations: readOrganisations,
  offices: readOffices,
  passages: readPassages,
  actors: readActors,
  events: readEvents,
  agreements: readAgreements,
  indicators: readIndicators,
  statistics: readStatistics,
  statements: readStatements,
  assessments: readAssessments,
};

/**
 * Records as the graph has them, in the form of an edition's files: what `createDrafts` turns into rows, turned back. With a
 * report they cite its passages alone, and hold only those tenures and participations that it attests; with none they cite
 * nothing and hold all.
 */
export function readRecords(
  db: Database,
  noun: ListedNoun,
  ids: readonly string[],
  reportId: string | null,
): Promise<RecordsByKey> {
  return ids.length === 0 ? Promise.resolve(new Map()) : READS[noun](db, ids, reportId);
}
