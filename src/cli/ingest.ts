import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { MAX_DIGEST_BYTES } from '../ingest/digest/decode.ts';
import { readDigest } from '../ingest/digest/read-digest.ts';
import { TextTooLargeError } from '../ingest/ingest.errors.ts';
import { DomainError } from '../lib/domain-error.ts';
import type { EditionInput } from '../modules/draft/draft.rules.ts';
import { showProgress } from './ingest-progress.ts';
import { type DigestFile, type Ingested, ingestHere, ingestThere } from './ingest-store.ts';
import { openRemote, RemoteError } from './remote.ts';
import { runCommand } from './run-command.ts';

interface Options extends EditionInput {
  readonly server?: string;
}

const program = new Command('npm run ingest --')
  .description('Takes the text of a digest in: as a draft, as its correction, or as the wording of a published report.')
  .argument('<file>', 'the digest: plain text, Markdown, or a saved page')
  .requiredOption('--series <slug>', 'the series, which may be new')
  .requiredOption('--period <month>', 'the month that it covers: 2019-10')
  .option('--language <tag>', 'the language of the text', 'en')
  .option('--source-url <url>', 'where it was published')
  .option('--title <title>', "the report's title; left out, that of the series with the month")
  .option('--series-title <title>', 'the title of a series that is new')
  .option('--server <url>', 'send it to this running server, with the key in DIGESTGRAPH_API_KEY, which needs EDIT')
  .addHelpText(
    'after',
    `
Without --server it opens the database itself: the one in DATABASE_URL, or the embedded one, which has to be free of a server.
The same text a second time changes nothing. docs/editing.md goes through it all.

  npm run ingest -- october.txt --series belarus-security --period 2019-10`,
  )
  .action(async (file: string, { server, ...edition }: Options) => {
    const read = await readDigestFile(file);
    const digest = readDigest(read.bytes, read);
    for (const { code, message, passage } of digest.warnings) {
      console.error(`${passage === null ? 'The text' : `Passage ${passage}`}: ${message} (${code})`);
    }
    const progress = showProgress(process.stderr);
    try {
      const ingested =
        server === undefined
          ? await ingestHere(process.env, edition, digest, progress.listen)
          : await ingestThere(openRemote(server, process.env.DIGESTGRAPH_API_KEY), edition, digest, read);
      progress.stop();
      tell(ingested);
    } finally {
      progress.stop();
    }
  });

async function readDigestFile(file: string): Promise<DigestFile> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new RemoteError(`There is no file ${file}.`);
  // Before it is read: what is far too large need not be held.
  if (found.size > MAX_DIGEST_BYTES) throw new TextTooLargeError(found.size, MAX_DIGEST_BYTES);
  return { name: basename(file), bytes: await readFile(file) };
}

const OUTCOMES: Readonly<Record<string, (report: string) => string>> = {
  CREATED: (report) => `${report} is a draft now.`,
  CORRECTED: (report) => `The draft of ${report} is corrected.`,
  ATTACHED: (report) => `${report} has its wording now.`,
  UNCHANGED: (report) => `Nothing has changed: ${report} has this text already.`,
};

const CHANGES: Readonly<Record<string, (before: string | null, after: string | null) => string>> = {
  ADDED: (_before, after) => `Passage ${after} is new.`,
  REMOVED: (before) => `Passage ${before} is gone.`,
  CHANGED: (before, after) => `Passage ${before} has other words${before === after ? '' : `, and is ${after} now`}.`,
  MOVED: (before, after) => `Passage ${before} is ${after} now.`,
};

function tell({ outcome, report, draft, changes, dropped, lostQuotes, open }: Ingested): void {
  console.log(OUTCOMES[outcome]?.(report) ?? outcome);
  for (const { kind, before, after } of changes) console.log(CHANGES[kind]?.(before, after) ?? kind);
  for (const { passage, quote } of lostQuotes) console.log(`Passage ${passage} does not have the quote "${quote}".`);
  if (dropped > 0) console.log(`${dropped} suggestions were dropped: their words are not in their passages.`);
  if (draft !== null && open !== null) console.log(`Draft ${draft}, ${open} suggestions open.`);
}

await runCommand(async () => {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new RemoteError(`${error.message} (${error.code})`);
  }
});
