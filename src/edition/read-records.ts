import type { Database } from '../database/database.ts';
import type { Citing } from './citing.ts';
import type { FileRecord, RecordsByKey } from './file-record.ts';
import type { ListedNoun } from './format.ts';
import { readActors, readAgreements, readEvents } from './read-facts.ts';
import { readAssessments, readPassages, readStatements, readStatistics } from './read-report-facts.ts';
import {
  readCountries,
  readIndicators,
  readOffices,
  readOrganisations,
  readPlaces,
  readTopics,
} from './read-vocabulary.ts';
import { nounNamed } from './references.ts';

const READS = {
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
} satisfies Record<ListedNoun, (db: Database, where: never, citing: Citing) => Promise<readonly FileRecord[]>>;

/** Which records of a noun, as Prisma takes it. */
export type Where<Noun extends ListedNoun> = Parameters<(typeof READS)[Noun]>[1];

/**
 * The records of a noun as the graph has them, in the form of an edition's files: what `createRecordDrafts` makes of them
 * again is what is there. Of a tenure or a participation that no citation of the one report attests, the records of that
 * report say nothing.
 */
export async function readRecords<Noun extends ListedNoun>(
  db: Database,
  noun: Noun,
  where: Where<Noun>,
  citing: Citing,
): Promise<RecordsByKey> {
  const read = READS[noun] as (db: Database, where: Where<Noun>, citing: Citing) => Promise<readonly FileRecord[]>;
  const { key } = nounNamed(noun);
  return new Map((await read(db, where, citing)).map((record) => [record[key] as string, record]));
}
