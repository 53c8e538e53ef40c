import type { Database } from '../database/database.ts';
import { createId, type Written } from '../database/sync-rows.ts';
import { upsertActors } from '../modules/actor/actor.writes.ts';
import { upsertAgreements } from '../modules/agreement/agreement.writes.ts';
import { upsertAssessments } from '../modules/assessment/assessment.writes.ts';
import { upsertCountries } from '../modules/country/country.writes.ts';
import { upsertEvents } from '../modules/event/event.writes.ts';
import { upsertOffices } from '../modules/office/office.writes.ts';
import { upsertOrganisations } from '../modules/organisation/organisation.writes.ts';
import { upsertPlaces } from '../modules/place/place.writes.ts';
import { upsertPassages } from '../modules/report/passage.writes.ts';
import type { Reach } from '../modules/report/report.rules.ts';
import { upsertReports, upsertSections, upsertSeries } from '../modules/report/report.writes.ts';
import { upsertStatements } from '../modules/statement/statement.writes.ts';
import { upsertIndicators, upsertStatistics } from '../modules/statistic/statistic.writes.ts';
import { upsertTopics } from '../modules/topic/topic.writes.ts';
import {
  type Claim,
  digestByLabel,
  findGone,
  findOtherClaims,
  type Kept,
  labelOf,
  type Removal,
  removeGone,
  writeClaims,
} from './claims.ts';
import { findCorrected, isCorrected } from './corrected.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { EditionError, type Mistake } from './edition.errors.ts';
import type { ListedNoun } from './format.ts';
import { type ByNoun, byNoun, NOUNS, type NounName } from './nouns.ts';
import type { Edition } from './parse-edition.ts';
import { findIds, findTaken } from './records.ts';

/** What a load did to the records of one noun. */
export interface NounCount {
  readonly noun: NounName;
  readonly created: number;
  /** Changed in themselves or in what belongs to them. */
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Gone from the files and kept all the same, or in the files and left as somebody else has corrected it. */
  readonly kept: number;
}

export interface LoadReport {
  /** The report's slug. */
  readonly report: string;
  readonly counts: readonly NounCount[];
  readonly kept: readonly Kept[];
}

const WRITES: {
  readonly [Noun in NounName]: (db: Database, drafts: Drafts[Noun], reach: Reach) => Promise<Written>;
} = {
  countries: upsertCountries,
  places: upsertPlaces,
  topics: upsertTopics,
  organisations: upsertOrganisations,
  offices: upsertOffices,
  series: upsertSeries,
  reports: upsertReports,
  sections: upsertSections,
  passages: upsertPassages,
  actors: upsertActors,
  events: upsertEvents,
  agreements: upsertAgreements,
  indicators: upsertIndicators,
  statistics: upsertStatistics,
  statements: upsertStatements,
  assessments: upsertAssessments,
};

/** What becomes of records that somebody has corrected since an edition wrote them. */
export interface WriteOptions {
  /**
   * KEEP leaves them as they stand. MERGE is for an edition that was composed over what stands: it writes them, and they stay
   * corrections to other editions. OVERWRITE makes them what the edition says.
   */
  readonly corrected: 'KEEP' | 'MERGE' | 'OVERWRITE';
}

/** Makes the database hold what the edition says; the caller sees to it that all of it happens or nothing. */
export async function writeEdition(
  db: Database,
  edition: Edition,
  { corrected: treatment }: WriteOptions,
): Promise<LoadReport> {
  const keys = keysOf(edition);
  const { slug } = edition.head.report;
  const reportId = await findReportId(db, slug);
  const gone = await findGone(db, reportId, keys);
  const told = NOUNS.flatMap(({ noun }) => keys[noun].map((key) => ({ noun, key })));
  const others = await findOtherClaims(db, reportId, [...told, ...gone]);
  const present = await findPresent(db, keys, reportId);
  const digests = await digestByLabel(db, withRecords(present, gone));
  const corrected =
    treatment === 'KEEP' ? await findCorrected(db, edition, { reportId, ids: present, digests, others }) : [];
  const left = new Set(corrected.map(labelOf));
  const isWritten = (noun: NounName, key: string) => !left.has(labelOf({ noun, key }));
  await refuseTaken(
    db,
    edition,
    byNoun((noun) => keys[noun].filter((key) => isWritten(noun, key))),
    reportId,
  );
  const ids = settleIds(keys, withRecords(present, corrected), reportId);
  const writtenIds = byNoun((noun) => new Map([...ids[noun]].filter(([key]) => isWritten(noun, key))));
  const referredIds = await findReferred(db, edition, reportId);
  const found = new Set(told.filter(({ noun, key }) => isKnown(edition, noun, key)).map(labelOf));
  const reach: Reach = {
    sharedIds: new Set(
      NOUNS.flatMap(({ noun }) =>
        [...ids[noun]]
          .filter(([key]) => others.has(labelOf({ noun, key })) || found.has(labelOf({ noun, key })))
          .map(([, id]) => id),
      ),
    ),
    passageIds: new Set([...ids.passages.values(), ...(await listPassageIds(db, reportId))]),
  };
  const drafts = createDrafts(
    edition,
    (noun, key) => ids[noun].get(key) ?? referredIds.get(labelOf({ noun, key })) ?? '',
  );
  const written = new Map<NounName, Written>();
  for (const { noun } of NOUNS) {
    const given = new Set(writtenIds[noun].values());
    const own = { [noun]: drafts[noun].filter(({ id }) => given.has(id)) } as unknown as Drafts;
    written.set(noun, await writeNoun(db, noun, own, reach));
  }
  const { removed, kept: stayed } = await removeGone(db, reportId, gone, others);
  const kept = [...corrected, ...stayed];
  const moves = (claim: Claim) => treatment === 'OVERWRITE' || digests.get(labelOf(claim)) === claim.digest;
  await writeClaims(db, reportId, { ids: writtenIds, found, kept, others, moves });
  return { report: slug, counts: countRecords(keys, written, { removed, kept }), kept };
}

const isKnown = ({ known }: Edition, noun: NounName, key: string) =>
  noun in known && known[noun as ListedNoun].has(key);

/** The ids of what the edition refers to and does not tell, by `labelOf`. */
async function findReferred(db: Database, { known }: Edition, reportId: string): Promise<ReadonlyMap<string, string>> {
  const referred = new Map<string, string>();
  for (const noun of NOUNS) {
    const keys = noun.noun in known ? [...known[noun.noun as ListedNoun].keys()] : [];
    if (keys.length === 0) continue;
    for (const [key, id] of await findIds(db, noun, keys, reportId))
      referred.set(labelOf({ noun: noun.noun, key }), id);
  }
  return referred;
}

function countRecords(
  keys: ByNoun<readonly string[]>,
  written: ReadonlyMap<NounName, Written>,
  { removed, kept }: Removal,
): readonly NounCount[] {
  return NOUNS.map(({ noun }) => {
    const created = written.get(noun)?.created.size ?? 0;
    const touched = written.get(noun)?.touched.size ?? 0;
    const left = kept.filter((record) => record.noun === noun && isCorrected(record)).length;
    return {
      noun,
      created,
      updated: touched - created,
      unchanged: keys[noun].length - touched - left,
      removed: removed.filter((record) => record.noun === noun).length,
      kept: kept.filter((record) => record.noun === noun).length,
    };
  });
}

/** The one way in which records of a noun get into the database. */
export function writeNoun<Noun extends NounName>(
  db: Database,
  noun: Noun,
  drafts: Pick<Drafts, Noun>,
  reach: Reach,
): Promise<Written> {
  return WRITES[noun](db, drafts[noun], reach);
}

function keysOf({ head, ...edition }: Edition): ByNoun<readonly string[]> {
  const slugs = (records: readonly { readonly slug: string }[]) => records.map(({ slug }) => slug);
  return {
    countries: edition.countries.map(({ code }) => code),
    places: slugs(edition.places),
    topics: slugs(edition.topics),
    organisations: slugs(edition.organisations),
    offices: slugs(edition.offices),
    series: [head.series.slug],
    reports: [head.report.slug],
    sections: head.sections.map((_, index) => String(index + 1)),
    passages: edition.passages.map(({ number }) => number),
    actors: slugs(edition.actors),
    events: slugs(edition.events),
    agreements: slugs(edition.agreements),
    indicators: slugs(edition.indicators),
    statistics: slugs(edition.statistics),
    statements: slugs(edition.statements),
    assessments: slugs(edition.assessments),
  };
}

async function findReportId(db: Database, slug: string): Promise<string> {
  const report = await db.report.findUnique({ where: { slug }, select: { id: true } });
  return report?.id ?? createId();
}

async function listPassageIds(db: Database, reportId: string): Promise<readonly string[]> {
  const passages = await db.passage.findMany({ where: { reportId }, select: { id: true } });
  return passages.map(({ id }) => id);
}

/** A figure, a statement or an assessment belongs to one report, and its slug with it. */
async function refuseTaken(
  db: Database,
  edition: Edition,
  keys: ByNoun<readonly string[]>,
  reportId: string,
): Promise<void> {
  const mistakes: Mistake[] = [];
  for (const noun of NOUNS) {
    if (!('inReport' in noun) || noun.key !== 'slug') continue;
    for (const [record, report] of await findTaken(db, noun, keys[noun.noun], reportId)) {
      const reason = `is a slug that the report ${report} has already: give it another`;
      mistakes.push({ file: `${noun.noun}.yaml`, record, path: 'slug', reason });
    }
  }
  if (mistakes.length > 0) throw new EditionError(edition.source, mistakes);
}

/** The ids of what the edition tells and the graph has. */
async function findPresent(
  db: Database,
  keys: ByNoun<readonly string[]>,
  reportId: string,
): Promise<ByNoun<ReadonlyMap<string, string>>> {
  const present = new Map<NounName, ReadonlyMap<string, string>>();
  for (const noun of NOUNS) present.set(noun.noun, await findIds(db, noun, keys[noun.noun], reportId));
  return byNoun((noun) => present.get(noun) ?? new Map());
}

const withRecords = (
  ids: ByNoun<ReadonlyMap<string, string>>,
  records: readonly Pick<Kept, 'noun' | 'key' | 'id'>[],
): ByNoun<ReadonlyMap<string, string>> =>
  byNoun((noun) => {
    const more = records.flatMap((record) => (record.noun === noun && record.id ? [[record.key, record.id]] : []));
    return new Map([...ids[noun], ...(more as [string, string][])]);
  });

/** The id of every record: that under which it stands, or a new one. */
function settleIds(
  keys: ByNoun<readonly string[]>,
  present: ByNoun<ReadonlyMap<string, string>>,
  reportId: string,
): ByNoun<ReadonlyMap<string, string>> {
  const newId = (noun: NounName) => (noun === 'reports' ? reportId : createId());
  return byNoun((noun) => new Map(keys[noun].map((key) => [key, present[noun].get(key) ?? newId(noun)])));
}
