import type { DatabaseClient } from '../database/client.ts';
import type { Database } from '../database/database.ts';
import { createId } from '../database/sync-rows.ts';
import { type Author, writeAs } from '../database/transaction.ts';
import { isoDay } from '../lib/day.ts';
import { type EditionHeading, type EditionInput, normaliseEditionInput } from '../modules/draft/draft.rules.ts';
import { takeText, whatIsToDo } from '../modules/draft/ingest.writes.ts';
import type { IngestOutcome } from '../modules/draft/intake.rules.ts';
import type { Digest, Extractor, Gazetteer } from './extractor.ts';
import type { IngestProgress, ProgressListener } from './progress.ts';
import { suggestEdition } from './suggestions.ts';

/** What reads texts here; a test, or another configuration, may put something else in place of each. */
export interface IngestTools {
  readonly extractor: Extractor;
  loadGazetteer(db: Database): Promise<Gazetteer>;
}

export interface IngestOptions extends IngestTools {
  readonly author: Author;
  readonly onProgress?: ProgressListener;
  /** Aborted when nobody waits for what comes of it any more: then it is given up. */
  readonly ended?: AbortSignal;
}

/** What came of a text. */
export interface IngestResult extends IngestOutcome {
  readonly heading: EditionHeading;
  readonly digest: Digest;
}

/**
 * Takes the text of a digest in: as a new draft with suggestions, as a correction of the draft that there is, or as the wording
 * of a report that is published. All of it is written or nothing, and the same text a second time changes nothing.
 */
export async function ingestReport(
  client: DatabaseClient,
  input: EditionInput,
  readText: () => Digest,
  { extractor, loadGazetteer, author, ended, onProgress = () => {} }: IngestOptions,
): Promise<IngestResult> {
  const heading = normaliseEditionInput(input);
  const job = createId();
  let total = 0;
  const tell = (stage: IngestProgress['stage'], done: number, draftId: string | null = null) =>
    onProgress({ job, report: heading.report, draftId, stage, done, total });
  try {
    tell('READING', 0);
    const digest = readText();
    total = digest.passages.length;
    tell('READING', total);
    // Reading takes its time, so it happens before the turn to write is taken.
    const wanted = await whatIsToDo(client, heading, digest);
    const extraction =
      wanted === 'EXTRACT'
        ? await extract(client, heading, digest, { extractor, loadGazetteer, ended }, (done) =>
            tell('EXTRACTING', done),
          )
        : null;
    tell('WRITING', 0);
    const outcome = await writeAs(
      client,
      author,
      (db) => takeText(db, { heading, digest, extraction, by: author.by }),
      ended,
    );
    tell('DONE', total, outcome.draftId);
    return { ...outcome, heading, digest };
  } catch (error) {
    tell('FAILED', 0);
    throw error;
  }
}

async function extract(
  db: Database,
  { periodStart, periodEnd, language }: EditionHeading,
  digest: Digest,
  { extractor, loadGazetteer, ended }: IngestTools & { readonly ended: AbortSignal | undefined },
  onProgress: (done: number) => void,
) {
  const gazetteer = await loadGazetteer(db);
  const period = { start: isoDay(periodStart), end: isoDay(periodEnd) };
  const extracted = await extractor.extract({ digest, period, language, gazetteer }, onProgress, ended);
  return { ...suggestEdition(digest, extracted, gazetteer), extractor: `${extractor.name} ${extractor.version}` };
}
