import { isDeepStrictEqual } from 'node:util';
import { readConfig } from '../config.ts';
import { DatabaseError, DataFolderInUseError } from '../database/database.errors.ts';
import { openDatabase } from '../database/database.ts';
import { applyMigrations } from '../database/migrate.ts';
import { decodeText } from '../ingest/digest/decode.ts';
import { type DigestFormat, detectFormat } from '../ingest/digest/lines.ts';
import { readDigest } from '../ingest/digest/read-digest.ts';
import type { Digest } from '../ingest/extractor.ts';
import { ingestReport } from '../ingest/ingest-report.ts';
import type { ProgressListener } from '../ingest/progress.ts';
import { createIngestTools } from '../ingest/tools.ts';
import { countOpen } from '../modules/draft/draft.reads.ts';
import type { EditionInput } from '../modules/draft/draft.rules.ts';
import { type Remote, RemoteError } from './remote.ts';

/** What came of a text, wherever it was sent. */
export interface Ingested {
  readonly outcome: string;
  readonly report: string;
  readonly draft: string | null;
  readonly changes: readonly { readonly kind: string; readonly before: string | null; readonly after: string | null }[];
  readonly dropped: number;
  readonly lostQuotes: readonly { readonly passage: string; readonly quote: string }[];
  /** How many suggestions of the draft are open; null where there is no draft. */
  readonly open: number | null;
}

const BY = 'npm run ingest';

/** Takes the text into the database that the environment names; who may open that needs no key. */
export async function ingestHere(
  env: Readonly<Record<string, string | undefined>>,
  edition: EditionInput,
  digest: Digest,
  onProgress: ProgressListener,
): Promise<Ingested> {
  const database = await open(env);
  try {
    await applyMigrations(database.connection);
    const { client } = database;
    const { kind, heading, draftId, changes, dropped, lostQuotes } = await ingestReport(client, edition, () => digest, {
      ...createIngestTools(readConfig(env).extractorUrl),
      author: { by: BY, reason: null },
      onProgress,
    });
    const open = draftId === null ? null : await countOpen(client, draftId);
    const draft = draftId === null ? null : Buffer.from(`Draft:${draftId}`).toString('base64');
    return { outcome: kind, report: heading.report, draft, changes, dropped, lostQuotes, open };
  } finally {
    await database.close();
  }
}

async function open(env: Readonly<Record<string, string | undefined>>) {
  try {
    return await openDatabase(readConfig(env));
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    throw new DatabaseError(
      `${error.message} If it is a server, send it the text with --server and its address. (${error.code})`,
    );
  }
}

/** A digest as it lies on the disk. */
export interface DigestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function readMarkUp({ name, bytes }: DigestFile): { readonly text: string; readonly format: DigestFormat } {
  const text = decodeText(bytes);
  return { text, format: detectFormat(text, { name }) };
}

const MUTATION = `mutation Ingest($input: IngestReportInput!) {
  ingestReport(input: $input) {
    __typename
    ... on IngestedReport {
      outcome report dropped
      draft { id suggestions(filter: { isOpen: true }) { totalCount } }
      changes { kind before after }
      lostQuotes { passage quote }
    }
    ... on Problem { code message }
  }
}`;

interface Answer extends Omit<Ingested, 'draft' | 'open'> {
  readonly code?: string;
  readonly message?: string;
  readonly draft: { readonly id: string; readonly suggestions: { readonly totalCount: number } } | null;
}

/**
 * Sends the text to a running server, as it was read here: what is wrong with the file has been told by now. A page is many
 * times as large as its text; it is sent itself only where its mark-up opens sections of which the text does not tell.
 */
export async function ingestThere(
  remote: Remote,
  edition: EditionInput,
  { text, sections }: Digest,
  file: DigestFile,
): Promise<Ingested> {
  const tellsAll = isDeepStrictEqual(readDigest(Buffer.from(text), { format: 'text' }).sections, sections);
  const sent = tellsAll ? ({ text, format: 'text' } as const) : readMarkUp(file);
  const input = { ...edition, text: sent.text, format: sent.format.toUpperCase() };
  const { ingestReport: answer } = await remote.ask<{ ingestReport: Answer }>(MUTATION, { input });
  if (answer.code !== undefined) throw new RemoteError(`${answer.message} (${answer.code})`);
  const { draft } = answer;
  return { ...answer, draft: draft?.id ?? null, open: draft?.suggestions.totalCount ?? null };
}
