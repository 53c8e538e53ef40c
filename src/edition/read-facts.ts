import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { attested, type Citing, citesOf, countedCitations } from './citing.ts';
import {
  byCode,
  bySlug,
  compact,
  dayOf,
  type FileRecord,
  inOrder,
  isPreferredInSource,
  listed,
  names,
  namesOf,
  otherNamesOf,
  somebody,
  titleNamesOf,
} from './file-record.ts';

export async function readActors(
  db: Database,
  where: Prisma.ActorWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.actor.findMany({
    where,
    include: {
      country: byCode,
      names,
      tenures: { include: { office: bySlug, names, citations: countedCitations(citing) }, ...inOrder },
    },
  });
  return rows.map((actor) =>
    compact({
      slug: actor.slug,
      name: actor.name,
      kind: actor.kind,
      country: actor.country?.code,
      ...namesOf(actor.names),
      tenures: listed(
        attested(actor.tenures, citing).map((tenure) =>
          compact({
            office: tenure.office.slug,
            // Otherwise the office says it.
            titleInSource: citing === 'ALL' ? isPreferredInSource(tenure.names) : undefined,
            rank: tenure.rank,
            from: dayOf(tenure.from),
            to: dayOf(tenure.to),
            names: otherNamesOf(tenure.names),
            cites: citesOf(tenure.citations),
          }),
        ),
      ),
    }),
  );
}

export async function readEvents(
  db: Database,
  where: Prisma.EventWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.event.findMany({
    where,
    include: {
      place: bySlug,
      parent: bySlug,
      names,
      places: { select: { place: bySlug }, ...inOrder },
      topics: { select: { topic: bySlug }, ...inOrder },
      citations: countedCitations(citing),
      participations: {
        include: {
          actor: bySlug,
          organisation: bySlug,
          country: byCode,
          onBehalfOf: bySlug,
          citations: countedCitations(citing),
        },
        ...inOrder,
      },
    },
  });
  return rows.map((event) => {
    const places = event.places.map(({ place }) => place.slug);
    return compact({
      slug: event.slug,
      kind: event.kind,
      title: event.title,
      ...titleNamesOf(event.names),
      ordinal: event.ordinal,
      summary: event.summary,
      start: dayOf(event.startDate),
      end: dayOf(event.endDate),
      notBefore: dayOf(event.notBefore),
      notAfter: dayOf(event.notAfter),
      basis: event.dateBasis,
      precision: event.datePrecision,
      modality: event.modality,
      place: event.place?.slug,
      // A main place that is the only venue is told once, so that a corrected one need not be told twice.
      places: places.join() === event.place?.slug ? undefined : listed(places),
      parent: event.parent?.slug,
      topics: listed(event.topics.map(({ topic }) => topic.slug)),
      cites: citesOf(event.citations),
      participations: listed(
        attested(event.participations, citing).map((participation) =>
          compact({
            ...somebody(participation.actor, participation.organisation, participation.country),
            role: participation.role,
            statedOffice: participation.statedOffice,
            onBehalfOf: participation.onBehalfOf?.slug,
            cites: citesOf(participation.citations),
          }),
        ),
      ),
    });
  });
}

export async function readAgreements(
  db: Database,
  where: Prisma.AgreementWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.agreement.findMany({
    where,
    include: {
      names,
      parties: { include: { organisation: bySlug, country: byCode }, ...inOrder },
      signatories: { select: { actor: bySlug }, ...inOrder },
      events: { select: { event: bySlug }, ...inOrder },
      citations: countedCitations(citing),
    },
  });
  return rows.map((agreement) =>
    compact({
      slug: agreement.slug,
      title: agreement.title,
      ...titleNamesOf(agreement.names),
      kind: agreement.kind,
      status: agreement.status,
      parties: agreement.parties.map(({ organisation, country, proposer }) =>
        compact({ ...somebody(null, organisation, country), proposer: proposer || undefined }),
      ),
      signatories: listed(agreement.signatories.map(({ actor }) => actor.slug)),
      signedOn: dayOf(agreement.signedOn),
      validFrom: dayOf(agreement.validFrom),
      validTo: dayOf(agreement.validTo),
      events: listed(agreement.events.map(({ event }) => event.slug)),
      summary: agreement.summary,
      cites: citesOf(agreement.citations),
    }),
  );
}
