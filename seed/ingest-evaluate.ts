import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { parse } from 'yaml';
import { runCommand } from '../src/cli/run-command.ts';
import type { Edition } from '../src/edition/parse-edition.ts';
import { readDigest } from '../src/ingest/digest/read-digest.ts';
import { evaluate, type Measure, type ReviewedEdition } from '../src/ingest/evaluation.ts';
import type { Digest, ExtractionInput, Gazetteer } from '../src/ingest/extractor.ts';
import { rulesExtractor } from '../src/ingest/rules/rules-extractor.ts';
import { isoDay } from '../src/lib/day.ts';
import { DomainError } from '../src/lib/domain-error.ts';
import { gazetteerOf } from './gazetteer.ts';
import { readEdition } from './read.ts';

/** A published edition keeps no text beside it. */
class NoTextError extends DomainError {
  readonly code = 'NO_TEXT';
  constructor(edition: string) {
    super(`The text of ${edition} is wanted: --text FILE.`);
  }
}

const DATA = new URL('data/', import.meta.url).pathname;
const RESULTS = new URL('../bench/results/', import.meta.url).pathname;

const command = new Command('ingest:evaluate')
  .description('Measures what the rules make of texts against what people have read out of them.')
  .argument('<keys...>', 'folders of editions under seed/data (or their paths), or key files (.yaml) of digests')
  .option('--text <file>', 'the text; that of a key file stands beside it, with the ending .txt')
  .option('--names-of <edition>', 'what is known before a digest with a key file is read: the names of this edition')
  .option('--without-own-names', 'only measure with the names of the edition taken out of the gazetteer')
  .option('--misses', 'also list what was not found and what was found in vain, by slug and passage')
  .option('--no-keep', 'do not write bench/results/; of key files nothing is kept');

interface Options {
  readonly text?: string;
  readonly namesOf?: string;
  readonly withoutOwnNames?: boolean;
  readonly misses?: boolean;
  readonly keep: boolean;
}

/** A text with what people have read out of it, and what may be known before. */
interface Subject {
  readonly name: string;
  readonly digest: Digest;
  readonly reviewed: ReviewedEdition;
  readonly period: ExtractionInput['period'];
  readonly language: string;
  readonly runs: readonly { readonly title: string; readonly ownNames: boolean; readonly gazetteer: Gazetteer }[];
  /** The slug of the edition under which figures are kept; null for a digest with a key file. */
  readonly edition: string | null;
}

await runCommand(async () => {
  command.parse();
  const options = command.opts<Options>();
  try {
    const rows: (readonly [string, readonly Measure[]])[] = [];
    for (const key of command.args) {
      const subject = await readSubject(key, options);
      const runs = [];
      for (const { title, ownNames, gazetteer } of subject.runs) {
        const { digest, period, language, reviewed } = subject;
        const suggestions = await rulesExtractor.extract({ digest, gazetteer, language, period });
        const measures = evaluate(digest, suggestions, reviewed, {
          gazetteer,
          ...(options.misses && { onMiss: (line) => console.log(line) }),
        });
        if (command.args.length === 1 || options.misses) console.log(formatTable(title, measures));
        rows.push([title, measures]);
        runs.push({ ownNames, measures });
      }
      if (options.keep && subject.edition) await keepResults(subject.edition, runs);
    }
    if (command.args.length > 1) console.log(formatOverview(rows));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
    if (!missing && !(error instanceof DomainError)) throw error;
    console.error(missing ? `There is no ${String(error.path)}.` : (error as DomainError).message);
    process.exitCode = 1;
  }
});

async function readSubject(key: string, options: Options): Promise<Subject> {
  return /\.ya?ml$/.test(key) ? readKeyed(key, options) : readReviewed(key, options);
}

function findEdition(name: string): Promise<Edition> {
  return readEdition(name.includes('/') ? name : join(DATA, name));
}

async function readReviewed(name: string, { text, withoutOwnNames }: Options): Promise<Subject> {
  if (text === undefined) throw new NoTextError(name);
  const edition = await findEdition(name);
  const { periodStart, periodEnd, language, slug } = edition.head.report;
  const without = { title: 'Without the names of the edition', ownNames: false, gazetteer: gazetteerOf(null) };
  const own = { title: 'With the names of the edition', ownNames: true, gazetteer: gazetteerOf(edition) };
  return {
    name,
    digest: readDigest(await readFile(text), { name: text }),
    reviewed: reviewedOf(edition),
    period: { start: isoDay(periodStart), end: isoDay(periodEnd) },
    language,
    runs: withoutOwnNames ? [without] : [own, without],
    edition: slug,
  };
}

async function readKeyed(file: string, { text, namesOf }: Options): Promise<Subject> {
  const key: ReviewedEdition & Pick<ExtractionInput, 'period'> = parse(await readFile(file, 'utf8'));
  const source = text ?? file.replace(/\.ya?ml$/, '.txt');
  const gazetteer = gazetteerOf(namesOf === undefined ? null : await findEdition(namesOf));
  const name = basename(file).replace(/\.ya?ml$/, '');
  return {
    name,
    digest: readDigest(await readFile(source), { name: source }),
    reviewed: key,
    period: key.period,
    language: 'en',
    runs: [{ title: name, ownNames: false, gazetteer }],
    edition: null,
  };
}

/** The edition in the form of its files, as suggestions have it: days as text, a reference as a map of one key. */
function reviewedOf(edition: Edition): ReviewedEdition {
  return JSON.parse(JSON.stringify(edition), (_, value) => {
    if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\d)T00:00:00\.000Z$/, '$1');
    const isReference = value !== null && typeof value === 'object' && Object.keys(value).join() === 'kind,key';
    return isReference ? { [value.kind]: value.key } : value;
  });
}

/** What could not be measured is no failure, and shows as none. */
function percentOf(share: number | null, digits = 1): string {
  return share === null ? '–' : (share * 100).toFixed(digits);
}

function formatTable(title: string, measures: readonly Measure[]): string {
  const rows = measures.map(({ what, reviewed, suggested, matched, recall, precision }) =>
    [what, reviewed, suggested, matched, percentOf(recall), percentOf(precision)].map(String),
  );
  const notes = measures.flatMap(({ what, note }) => (note ? [`${what}: ${note}`] : []));
  const table = alignColumns([['', 'reviewed', 'suggested', 'matched', 'recall %', 'precision %'], ...rows]);
  return [title, table, ...notes, ''].join('\n');
}

/** A line for each text: recall and precision of everything that is measured. */
function formatOverview(rows: readonly (readonly [string, readonly Measure[]])[]): string {
  const measured = [...new Set(rows.flatMap(([, measures]) => measures.map(({ what }) => what)))];
  return alignColumns([
    ['recall/precision, %', ...measured],
    ...rows.map(([title, measures]) => [
      title,
      ...measured.map((what) => {
        const { recall = null, precision = null } = measures.find((measure) => measure.what === what) ?? {};
        return `${percentOf(recall, 0)}/${percentOf(precision, 0)}`;
      }),
    ]),
  ]);
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(align).join('  ')).join('\n');
}

/** Figures only: of the text nothing is kept. */
async function keepResults(slug: string, runs: readonly object[]): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const file = join(RESULTS, `ingest-${slug}.json`);
  const { name, version } = rulesExtractor;
  await writeFile(file, `${JSON.stringify({ edition: slug, extractor: { name, version }, runs }, null, 2)}\n`);
  console.log(`Kept in ${file}`);
}
