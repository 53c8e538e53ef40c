import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { isoDay } from '../lib/day.ts';
import { cites, citesOf, compact, names, namesOf, type RawRecord, slugged, titleNamesOf } from './standing-parts.ts';

const dayOf = (day: Date | null) => day && isoDay(day);

export async function standingActors(db: Database, where: Prisma.ActorWhereInput): Promise<readonly RawRecord[]> {
  const rows = await db.actor.findMany({
    where,
    include: {
      country: { select: { code: true } },
      names,
      tenures: { orderBy: { ordinal: 'asc' }, include: { office: slugged, names, citations: cites } },
    },
  });
  return rows.map((actor) => {
    const { inSource, others } = namesOf(actor.names);
    return compact({
      slug: actor.slug,
      name: actor.name,
      nameInSource: inSource,
      kind: actor.kind,
      country: actor.country?.code,
      names: others,
      tenures: actor.tenures.map((tenure) => {
        const title = namesOf(tenure.names);
        return compact({
          office: tenure.office.slug,
          titleInSource: title.inSource,
          rank: tenure.rank,
          from: dayOf(tenure.from),
          to: dayOf(tenure.to),
          names: title.others,
          cites: citesOf(tenure.citations),
        });
      }),
    });
  });
}

export async function standingEvents(db: Database, where: Prisma.EventWhereInput): Promise<readonly RawRecord[]> {
  const rows = await db.event.findMany({
    where,
    include: {
      place: slugged,
      parent: slugged,
      names,
      places: { orderBy: { ordinal: 'asc' }, select: { place: slugged } },
      topics: { orderBy: { ordinal: 'asc' }, select: { topic: slugged } },
      citations: cites,
      participations: {
        orderBy: { ordinal: 'asc' },
        include: {
          actor: slugged,
          organisation: slugged,
          country: { select: { code: true } },
          onBehalfOf: slugged,
          citations: cites,
        },
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
      ...(places.join() !== event.place?.slug && { places }),
      parent: event.parent?.slug,
      topics: event.topics.map(({ topic }) => topic.slug),
      cites: citesOf(event.citations),
      participations: event.participations.map((participation) =>
        compact({
          actor: participation.actor?.slug,
          organisation: participation.organisation?.slug,
          country: participation.country?.code,
          role: participation.role,
          statedOffice: participation.statedOffice,
          onBehalfOf: participation.onBehalfOf?.slug,
          cites: citesOf(participation.citations),
        }),
      ),
    });
  });
}

export async function standingAgreements(
  db: Database,
  where: Prisma.AgreementWhereInput,
): Promise<readonly RawRecord[]> {
  const rows = await db.agreement.findMany({
    where,
    include: {
      names,
      parties: {
        orderBy: { ordinal: 'asc' },
        include: { organisation: slugged, country: { select: { code: true } } },
      },
      signatories: { orderBy: { ordinal: 'asc' }, select: { actor: slugged } },
      events: { orderBy: { ordinal: 'asc' }, select: { event: slugged } },
      citations: cites,
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
        compact({ organisation: organisation?.slug, country: country?.code, proposer: proposer || null }),
      ),
      signatories: agreement.signatories.map(({ actor }) => actor.slug),
      signedOn: dayOf(agreement.signedOn),
      validFrom: dayOf(agreement.validFrom),
      validTo: dayOf(agreement.validTo),
      events: agreement.events.map(({ event }) => event.slug),
      summary: agreement.summary,
      cites: citesOf(agreement.citations),
    }),
  );
}
