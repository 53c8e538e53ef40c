import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { Findings } from '../src/edition/findings.ts';
import type { ListedNoun } from '../src/edition/format.ts';
import { type Edition, LISTED_NOUNS, parseEdition } from '../src/edition/parse-edition.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

const HEAD_FILE = 'report.yaml';

type YamlFiles = Readonly<Record<'report' | ListedNoun, YamlFile>>;

/** Reads the folder of an edition, or throws an `EditionError` that names everything wrong with it. */
export async function readEdition(folder: string): Promise<Edition> {
  const findings = new Findings();
  const files = await readFiles(folder, findings);
  return parseEdition({
    source: folder,
    files,
    findings,
    unreadable: new Set(LISTED_NOUNS.filter((noun) => !isReadable(files[noun]))),
    alsoCheck(parsed) {
      const slug = parsed.head?.report.slug;
      if (slug === undefined || slug === basename(folder)) return;
      const reason = `is "${slug}", and the folder has another name: "${basename(folder)}"`;
      findings.add(files.report, ['report', 'slug'], reason);
    },
  });
}

async function readFiles(folder: string, findings: Findings): Promise<YamlFiles> {
  const entries = await readdir(folder);
  const wanted = [HEAD_FILE, ...LISTED_NOUNS.map((noun) => `${noun}.yaml`)];
  for (const entry of entries) {
    if (!/\.ya?ml$/.test(entry) || wanted.includes(entry)) continue;
    findings.addOfFile(entry, `is no file of an edition: those are ${wanted.join(', ')}`);
  }
  const files = await Promise.all(wanted.map((file) => readYamlFile(folder, file)));
  for (const { file, problems, exists, value } of files) {
    for (const { line, reason } of problems) findings.addOfFile(file, reason, line);
    if (file === HEAD_FILE && !exists) findings.addOfFile(file, 'is missing: it says which report this is');
    if (file !== HEAD_FILE && problems.length === 0 && !isList(value)) {
      findings.addOfFile(file, 'must be a list of records, each with a dash before it');
    }
  }
  return Object.fromEntries(files.map((file) => [file.file.replace(/\.yaml$/, ''), file])) as unknown as YamlFiles;
}

/** A file that is not there, or empty, has no records. */
const isList = (value: unknown) => value === undefined || value === null || Array.isArray(value);

const isReadable = ({ problems, value }: YamlFile) => problems.length === 0 && isList(value);
