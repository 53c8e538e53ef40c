import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Citing } from './citing.ts';
import { byCode, bySlug, compact, dayOf, type FileRecord, names, namesOf } from './file-record.ts';

export async function readCountries(db: Database, where: Prisma.CountryWhereInput): Promise<readonly FileRecord[]> {
  const rows = await db.country.findMany({ where });
  return rows.map(({ code, name }) => ({ code, name }));
}

export async function readPlaces(db: Database, where: Prisma.PlaceWhereInput): Promise<readonly FileRecord[]> {
  const rows = await db.place.findMany({ where, include: { country: byCode, within: bySlug } });
  return rows.map(({ slug, name, country, within, latitude, longitude }) =>
    compact({ slug, name, country: country?.code, within: within?.slug, latitude, longitude }),
  );
}

export async function readTopics(db: Database, where: Prisma.TopicWhereInput): Promise<readonly FileRecord[]> {
  const rows = await db.topic.findMany({ where, include: { parent: bySlug } });
  return rows.map(({ slug, name, kind, parent, summary, validFrom, validTo }) =>
    compact({
      slug,
      name,
      kind,
      parent: parent?.slug,
      summary,
      validFrom: dayOf(validFrom),
      validTo: dayOf(validTo),
    }),
  );
}

export async function readOrganisations(
  db: Database,
  where: Prisma.OrganisationWhereInput,
): Promise<readonly FileRecord[]> {
  const rows = await db.organisation.findMany({ where, include: { country: byCode, parent: bySlug, names } });
  return rows.map((organisation) =>
    compact({
      slug: organisation.slug,
      name: organisation.name,
      kind: organisation.kind,
      country: organisation.country?.code,
      parent: organisation.parent?.slug,
      ...namesOf(organisation.names),
    }),
  );
}

/** Whether the source has the title is noted with the names of the tenures, which say so themselves where all reports count. */
export async function readOffices(
  db: Database,
  where: Prisma.OfficeWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.office.findMany({
    where,
    include: {
      organisation: bySlug,
      holders: {
        where: { names: { some: { kind: 'PREFERRED', inSource: false } } },
        select: { id: true },
        take: citing === 'ALL' ? 0 : 1,
      },
    },
  });
  return rows.map(({ slug, title, organisation, holders }) =>
    compact({
      slug,
      title,
      titleInSource: holders.length > 0 ? false : undefined,
      organisation: organisation?.slug,
    }),
  );
}

export async function readIndicators(db: Database, where: Prisma.IndicatorWhereInput): Promise<readonly FileRecord[]> {
  const rows = await db.indicator.findMany({ where });
  return rows.map(({ slug, name, definition, unit }) => ({ slug, name, definition, unit }));
}
