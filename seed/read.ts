import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { checkRecords } from './check.ts';
import { Findings, keyOf } from './findings.ts';
import { createFormats, type EditionHead, type Formats, type ListedNoun, type Records } from './format.ts';
import { findNearest } from './nearest.ts';
import { SeedError } from './seed.errors.ts';
import { readYamlFile, type ValuePath, type YamlFile } from './yaml-file.ts';

/** An edition as its files tell it, with nothing left to object to. */
export interface Edition extends Records {
  readonly folder: string;
  readonly head: EditionHead;
}

/** A record that has the right form, with its place in the file. */
export interface Listed<Record> {
  readonly index: number;
  readonly record: Record;
}

/** What has the right form, whether or not all does. */
export interface Parsed {
  readonly head: EditionHead | undefined;
  readonly records: { readonly [Noun in ListedNoun]: readonly Listed<Records[Noun][number]>[] };
}

export type Files = Readonly<Record<'report' | ListedNoun, YamlFile>>;

const HEAD_FILE = 'report.yaml';

/** Reads the folder of an edition, or throws a `SeedError` that names everything wrong with it. */
export async function readEdition(folder: string): Promise<Edition> {
  const findings = new Findings();
  const known = new Map<string, ReadonlySet<string>>();
  const formats = createFormats((noun, key) => {
    const keys = known.get(noun);
    if (!keys || keys.has(key)) return undefined;
    const nearest = findNearest(key, keys);
    return `refers to "${key}", which ${noun}.yaml does not have${nearest ? ` (it has "${nearest}")` : ''}`;
  });
  const nouns = Object.keys(formats.records) as ListedNoun[];
  const files = await readFiles(folder, nouns, findings);
  for (const noun of nouns) {
    // Where a file cannot be read, every reference into it would look wrong.
    if (!isReadable(files[noun])) continue;
    const keys = listOf(files[noun]).map(keyOf);
    known.set(noun, new Set(keys.filter((key) => key !== undefined)));
  }
  const parsed: Parsed = {
    head: parse(formats.head, files.report, [], files.report.value, findings),
    records: parseRecords(formats, nouns, files, findings),
  };
  checkRecords(parsed, files, findings);
  const slug = parsed.head?.report.slug;
  if (slug !== undefined && slug !== basename(folder)) {
    findings.add(
      files.report,
      ['report', 'slug'],
      `is "${slug}", and the folder has another name: "${basename(folder)}"`,
    );
  }
  if (findings.mistakes.length > 0 || !parsed.head) throw new SeedError(folder, findings.mistakes);
  return {
    folder,
    head: parsed.head,
    ...(Object.fromEntries(
      nouns.map((noun) => [noun, parsed.records[noun].map(({ record }) => record)]),
    ) as unknown as Records),
  };
}

async function readFiles(folder: string, nouns: readonly ListedNoun[], findings: Findings): Promise<Files> {
  const entries = await readdir(folder);
  const wanted = [HEAD_FILE, ...nouns.map((noun) => `${noun}.yaml`)];
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
  return Object.fromEntries(files.map((file) => [file.file.replace(/\.yaml$/, ''), file])) as unknown as Files;
}

function parseRecords(
  formats: Formats,
  nouns: readonly ListedNoun[],
  files: Files,
  findings: Findings,
): Parsed['records'] {
  const parseList = (noun: ListedNoun) => {
    const seen = new Set<string>();
    return listOf(files[noun]).flatMap((value, index) => {
      const key = keyOf(value);
      if (key !== undefined && seen.has(key)) findings.add(files[noun], [index], 'stands in the file more than once');
      if (key !== undefined) seen.add(key);
      const record = parse<unknown>(formats.records[noun], files[noun], [index], value, findings);
      return record === undefined ? [] : [{ index, record }];
    });
  };
  return Object.fromEntries(nouns.map((noun) => [noun, parseList(noun)])) as unknown as Parsed['records'];
}

/** A file that is not there, or empty, has no records. */
const isList = (value: unknown) => value === undefined || value === null || Array.isArray(value);

const isReadable = ({ problems, value }: YamlFile) => problems.length === 0 && isList(value);

const listOf = ({ value }: YamlFile): readonly unknown[] => (Array.isArray(value) ? value : []);

function parse<Output>(
  format: z.ZodType<Output>,
  file: YamlFile,
  path: ValuePath,
  value: unknown,
  findings: Findings,
): Output | undefined {
  if (value === undefined) return undefined;
  const result = format.safeParse(value, { error: explain });
  if (result.success) return result.data;
  for (const issue of result.error.issues) findings.add(file, [...path, ...(issue.path as ValuePath)], issue.message);
  return undefined;
}

/** What zod found, as a clause that goes after the path. Issues that the format words itself do not come here. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      if (issue.input === null) return 'is empty: leave the key out where there is nothing to say';
      if (issue.expected === 'string') return 'must be text: put it in quotes';
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `is ${JSON.stringify(issue.input)}, which is none of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `has the unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.join(', ')}`;
    default:
      return undefined;
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false',
};
