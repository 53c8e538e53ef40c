import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { runCommand } from '../src/cli/run-command.ts';
import type { Edition } from '../src/edition/parse-edition.ts';
import { readDigest } from '../src/ingest/digest/read-digest.ts';
import { evaluate, type Measure, type ReviewedEdition } from '../src/ingest/evaluation.ts';
import type { ExtractedSuggestion, Gazetteer } from '../src/ingest/extractor.ts';
import { rulesExtractor } from '../src/ingest/rules/rules-extractor.ts';
import { isoDay } from '../src/lib/day.ts';
import { DomainError } from '../src/lib/domain-error.ts';
import { gazetteerOf } from './gazetteer.ts';
import { readEdition } from './read.ts';

const DATA = new URL('data/', import.meta.url).pathname;
const RESULTS = new URL('../bench/results/', import.meta.url).pathname;

const command = new Command('ingest:evaluate')
  .description('Measures what the rules make of a text against the reviewed edition of it.')
  .argument('<edition>', 'the folder of the edition under seed/data (or its path)')
  .requiredOption('--text <file>', 'the text of the edition')
  .option('--without-own-names', 'only measure with the names of the edition taken out of the gazetteer')
  .option('--misses', 'also list what was not found and what was found in vain, by slug and passage')
  .option('--no-keep', 'do not write bench/results/');

await runCommand(async () => {
  command.parse();
  const { text, withoutOwnNames, misses, keep } = command.opts<{
    text: string;
    withoutOwnNames?: boolean;
    misses?: boolean;
    keep: boolean;
  }>();
  const [name = ''] = command.args;
  try {
    const edition = await readEdition(name.includes('/') ? name : join(DATA, name));
    const digest = readDigest(await readFile(text), { name: text });
    const runs = [];
    for (const own of withoutOwnNames ? [false] : [true, false]) {
      const suggestions = await suggest(edition, digest, own ? gazetteerOf(edition) : gazetteerOf(null));
      const measures = evaluate(
        digest,
        suggestions,
        reviewedOf(edition),
        misses ? (line) => console.log(line) : undefined,
      );
      console.log(formatTable(own ? 'With the names of the edition' : 'Without the names of the edition', measures));
      runs.push({ ownNames: own, measures });
    }
    if (keep) await keepResults(edition, runs);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
});

function suggest(
  edition: Edition,
  digest: ReturnType<typeof readDigest>,
  gazetteer: Gazetteer,
): Promise<readonly ExtractedSuggestion[]> {
  const { periodStart, periodEnd, language } = edition.head.report;
  return rulesExtractor.extract({
    digest,
    gazetteer,
    language,
    period: { start: isoDay(periodStart), end: isoDay(periodEnd) },
  });
}

/** The edition with its days as text, as suggestions have them. */
function reviewedOf(edition: Edition): ReviewedEdition {
  return JSON.parse(
    JSON.stringify(edition, (_, value) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/.test(value) ? value.slice(0, 10) : value,
    ),
  );
}

function formatTable(title: string, measures: readonly Measure[]): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const rows = measures.map(({ what, reviewed, suggested, matched, recall, precision }) =>
    [what, reviewed, suggested, matched, percent(recall), percent(precision)].map(String),
  );
  const all = [['', 'reviewed', 'suggested', 'matched', 'recall', 'precision'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return `${title}\n${lines.join('\n')}\n`;
}

/** Figures only: of the text nothing is kept. */
async function keepResults(edition: Edition, runs: readonly object[]): Promise<void> {
  const { slug } = edition.head.report;
  await mkdir(RESULTS, { recursive: true });
  const file = join(RESULTS, `ingest-${slug}.json`);
  const { name, version } = rulesExtractor;
  await writeFile(file, `${JSON.stringify({ edition: slug, extractor: { name, version }, runs }, null, 2)}\n`);
  console.log(`Kept in ${file}`);
}
