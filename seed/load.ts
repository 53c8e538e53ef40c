import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseClient } from '../src/database/client.ts';
import { writeAs } from '../src/database/transaction.ts';
import { EditionError, type Mistake } from '../src/edition/edition.errors.ts';
import type { Edition } from '../src/edition/parse-edition.ts';
import { type LoadReport, writeEdition } from '../src/edition/write-edition.ts';
import { findDisagreements } from './editions.ts';
import { readEdition } from './read.ts';

/** The editions that come with Digestgraph: a folder each, named after its report. */
export const SEED_FOLDER = fileURLToPath(new URL('data', import.meta.url));

export interface LoadOptions {
  /** Whether records that somebody has corrected since the last load are made what the files say again. */
  readonly overwrite?: boolean;
}

/**
 * Makes the database hold what the files of an edition say, or throws a `EditionError` and changes nothing. A second load of
 * the same files changes nothing either.
 */
export async function loadEdition(
  client: DatabaseClient,
  folder: string,
  options: LoadOptions = {},
): Promise<LoadReport> {
  return load(client, await readEdition(folder), options);
}

/**
 * Loads every edition in the folder, oldest period first, once all of them have been read and found to agree. One that has been
 * withdrawn since is left alone: editors have the care of it, and its draft says what it is.
 */
export async function loadAllEditions(
  client: DatabaseClient,
  folder = SEED_FOLDER,
  options: LoadOptions = {},
): Promise<readonly LoadReport[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const editions: Edition[] = [];
  const mistakes: Mistake[] = [];
  for (const name of names.sort()) {
    try {
      editions.push(await readEdition(join(folder, name)));
    } catch (error) {
      if (!(error instanceof EditionError)) throw error;
      mistakes.push(...error.mistakes.map((mistake) => ({ ...mistake, file: `${name}/${mistake.file}` })));
    }
  }
  mistakes.push(...findDisagreements(editions));
  if (mistakes.length > 0) throw new EditionError(folder, mistakes);
  editions.sort((one, other) => one.head.report.periodStart.getTime() - other.head.report.periodStart.getTime());
  const reports: LoadReport[] = [];
  for (const edition of editions)
    if (!(await isDraft(client, edition))) reports.push(await load(client, edition, options));
  return reports;
}

async function isDraft(client: DatabaseClient, { head }: Edition): Promise<boolean> {
  return (await client.draft.count({ where: { reportSlug: head.report.slug } })) > 0;
}

function load(client: DatabaseClient, edition: Edition, { overwrite = false }: LoadOptions): Promise<LoadReport> {
  return writeAs(client, { by: 'seed', reason: null }, (db) =>
    writeEdition(db, edition, { corrected: overwrite ? 'OVERWRITE' : 'KEEP' }),
  );
}
