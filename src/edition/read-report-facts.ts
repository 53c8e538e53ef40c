import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type Citing, citesOf, countedCitations } from './citing.ts';
import { byCode, bySlug, compact, dayOf, type FileRecord, inOrder, listed, somebody } from './file-record.ts';

export async function readPassages(db: Database, where: Prisma.PassageWhereInput): Promise<readonly FileRecord[]> {
  const rows = await db.passage.findMany({
    where,
    include: {
      section: { select: { kind: true } },
      countries: { select: { country: byCode }, ...inOrder },
      topics: { select: { topic: bySlug }, ...inOrder },
    },
    ...inOrder,
  });
  return rows.map(({ number, section, gist, countries, topics }) =>
    compact({
      number,
      section: section.kind,
      gist,
      countries: listed(countries.map(({ country }) => country.code)),
      topics: listed(topics.map(({ topic }) => topic.slug)),
    }),
  );
}

export async function readStatistics(
  db: Database,
  where: Prisma.StatisticWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.statistic.findMany({
    where,
    include: {
      indicator: bySlug,
      area: byCode,
      givenByActor: bySlug,
      givenByOrganisation: bySlug,
      givenByCountry: byCode,
      event: bySlug,
      baseline: bySlug,
      partOf: bySlug,
      citations: countedCitations(citing),
    },
  });
  return rows.map((statistic) =>
    compact({
      slug: statistic.slug,
      indicator: statistic.indicator.slug,
      label: statistic.label,
      value: statistic.value,
      // Other bounds follow from the value, and are to follow a corrected one.
      ...(statistic.comparator === 'BETWEEN' && { lower: statistic.lower, upper: statistic.upper }),
      comparator: statistic.comparator,
      nature: statistic.nature,
      periodStart: dayOf(statistic.periodStart),
      periodEnd: dayOf(statistic.periodEnd),
      area: statistic.area?.code,
      attributedTo: somebody(statistic.givenByActor, statistic.givenByOrganisation, statistic.givenByCountry),
      event: statistic.event?.slug,
      baseline: statistic.baseline?.slug,
      partOf: statistic.partOf?.slug,
      cites: citesOf(statistic.citations),
    }),
  );
}

const targets = {
  select: {
    targetEvent: bySlug,
    targetAgreement: bySlug,
    targetStatistic: bySlug,
    targetStatement: bySlug,
    targetActor: bySlug,
    targetOrganisation: bySlug,
    targetCountry: byCode,
  },
  ...inOrder,
} as const satisfies Prisma.AboutFindManyArgs;

function targetOf(about: Prisma.AboutGetPayload<typeof targets>) {
  if (about.targetEvent) return { event: about.targetEvent.slug };
  if (about.targetAgreement) return { agreement: about.targetAgreement.slug };
  if (about.targetStatistic) return { statistic: about.targetStatistic.slug };
  if (about.targetStatement) return { statement: about.targetStatement.slug };
  return somebody(about.targetActor, about.targetOrganisation, about.targetCountry) ?? {};
}

export async function readStatements(
  db: Database,
  where: Prisma.StatementWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.statement.findMany({
    where,
    include: {
      speakerActor: bySlug,
      speakerOrganisation: bySlug,
      speakerCountry: byCode,
      event: bySlug,
      about: targets,
      topics: { select: { topic: bySlug }, ...inOrder },
      citations: countedCitations(citing),
    },
    ...inOrder,
  });
  return rows.map((statement) =>
    compact({
      slug: statement.slug,
      gist: statement.gist,
      speaker: somebody(statement.speakerActor, statement.speakerOrganisation, statement.speakerCountry),
      event: statement.event?.slug,
      about: listed(statement.about.map(targetOf)),
      topics: listed(statement.topics.map(({ topic }) => topic.slug)),
      cites: citesOf(statement.citations),
    }),
  );
}

export async function readAssessments(
  db: Database,
  where: Prisma.AssessmentWhereInput,
  citing: Citing,
): Promise<readonly FileRecord[]> {
  const rows = await db.assessment.findMany({
    where,
    include: { about: targets, citations: countedCitations(citing) },
    ...inOrder,
  });
  return rows.map(({ slug, gist, kind, hedge, likelihood, about, citations }) =>
    compact({ slug, gist, kind, hedge, likelihood, about: about.map(targetOf), cites: citesOf(citations) }),
  );
}
