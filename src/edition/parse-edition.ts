import type { z } from 'zod';
import { checkRecords } from './check.ts';
import { EditionError } from './edition.errors.ts';
import type { RecordsByKey } from './file-record.ts';
import { Findings, keyOf, type RecordFile, type ValuePath } from './findings.ts';
import { createFormats, type EditionHead, type Formats, type ListedNoun, type Records } from './format.ts';
import { findNearest } from './nearest.ts';

/** Records that the graph has without this edition, by noun and key. */
export type KnownRecords = { readonly [Noun in ListedNoun]?: RecordsByKey };

/** The same, read. */
export type Known = { readonly [Noun in ListedNoun]: ReadonlyMap<string, Records[Noun][number]> };

/** An edition as its records tell it, with nothing left to object to. */
export interface Edition extends Records {
  /** The folder or the draft that it was read from. */
  readonly source: string;
  readonly head: EditionHead;
  /** What it may refer to without telling it, and only adds to where it tells it as well. */
  readonly known: Known;
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
  readonly known: Known;
}

/** `report` holds the head. A value that is undefined could not be read, or is not there. */
export type Files = Readonly<Record<'report' | ListedNoun, RecordFile>>;

/** Every noun that has a list of records of its own, in the order in which they refer to one another. */
export const LISTED_NOUNS = Object.keys(createFormats(() => undefined).records) as ListedNoun[];

interface ParseOptions {
  /** For people: what the mistakes are found in. */
  readonly source: string;
  readonly files: Files;
  /** Holds what has been found already. */
  readonly findings?: Findings;
  /** Nouns whose records could not be read, so that every reference to them would look wrong. */
  readonly unreadable?: ReadonlySet<ListedNoun>;
  /** What the graph has already: references to it are good. Left out for an edition that tells all that it refers to. */
  readonly known?: KnownRecords;
  /** What else is to hold of an edition that has the right form. */
  readonly alsoCheck?: (parsed: Parsed, findings: Findings) => void;
}

/** Holds records against the format and the rules, or throws an `EditionError` that names everything wrong with them. */
export function parseEdition({
  source,
  files,
  findings = new Findings(),
  unreadable = new Set(),
  known: knownRecords = {},
  alsoCheck = () => {},
}: ParseOptions): Edition {
  const referable = new Map<string, ReadonlySet<string>>();
  const formats = createFormats((noun, key) => {
    const keys = referable.get(noun);
    if (!keys || keys.has(key)) return undefined;
    const nearest = findNearest(key, keys);
    return `refers to "${key}", which ${files[noun as ListedNoun].file} does not have${nearest ? ` (it has "${nearest}")` : ''}`;
  });
  for (const noun of LISTED_NOUNS) {
    if (unreadable.has(noun)) continue;
    const keys = listOf(files[noun]).map(keyOf);
    referable.set(noun, new Set([...keys.filter((key) => key !== undefined), ...(knownRecords[noun]?.keys() ?? [])]));
  }
  const known = readKnown(knownRecords);
  const parsed: Parsed = {
    head: parseRecord(formats.head, files.report, [], files.report.value, findings),
    records: parseRecords(formats, files, findings),
    known,
  };
  checkRecords(parsed, files, findings);
  alsoCheck(parsed, findings);
  if (findings.mistakes.length > 0 || !parsed.head) throw new EditionError(source, findings.mistakes);
  return {
    source,
    head: parsed.head,
    known,
    ...(Object.fromEntries(
      LISTED_NOUNS.map((noun) => [noun, parsed.records[noun].map(({ record }) => record)]),
    ) as unknown as Records),
  };
}

/** What stands in the graph has been found good when it was written, save what it refers to, which is not looked at here. */
function readKnown(records: KnownRecords): Known {
  const formats = createFormats(() => undefined).records;
  const read = (noun: ListedNoun) =>
    [...(records[noun] ?? [])].flatMap(([key, record]) => {
      const { success, data } = formats[noun].safeParse(record);
      return success ? [[key, data] as const] : [];
    });
  return Object.fromEntries(
    LISTED_NOUNS.map((noun) => [noun, new Map<string, unknown>(read(noun))]),
  ) as unknown as Known;
}

function parseRecords(formats: Formats, files: Files, findings: Findings): Parsed['records'] {
  const parseList = (noun: ListedNoun) => {
    const seen = new Set<string>();
    return listOf(files[noun]).flatMap((value, index) => {
      const key = keyOf(value);
      if (key !== undefined && seen.has(key)) findings.add(files[noun], [index], 'stands in the file more than once');
      if (key !== undefined) seen.add(key);
      const record = parseRecord<unknown>(formats.records[noun], files[noun], [index], value, findings);
      return record === undefined ? [] : [{ index, record }];
    });
  };
  return Object.fromEntries(LISTED_NOUNS.map((noun) => [noun, parseList(noun)])) as unknown as Parsed['records'];
}

const listOf = ({ value }: RecordFile): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Holds one value against a format; what is wrong becomes findings, and the answer is undefined. */
export function parseRecord<Output>(
  format: z.ZodType<Output>,
  file: RecordFile,
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
