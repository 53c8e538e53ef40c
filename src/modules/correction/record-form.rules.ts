import { isoDay } from '../../lib/day.ts';

/** What a record of an edition's files can hold. */
type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** What the schema calls otherwise than the files of an edition do. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  startDate: 'start',
  endDate: 'end',
  dateBasis: 'basis',
  datePrecision: 'precision',
  citations: 'cites',
};

const SCHEMA_NAMES = new Map(Object.entries(FILE_NAMES).map(([schema, file]) => [file, schema]));

/** The kinds of a participant or a party stand beside its role in the files, and in an input of their own in the schema. */
const WRAPPERS: Readonly<Record<string, string>> = { participations: 'participant', parties: 'party' };

/** An input of a mutation as a record of the files. What is left out stays out, and null stays null. */
export function recordForm(input: object): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      // A fact without citations is refused as one, not as a record without the key.
      .map(([key, value]) => [FILE_NAMES[key] ?? key, key === 'citations' ? formOf(value ?? []) : formOf(value)]),
  );
}

function formOf(value: unknown): Value {
  if (value instanceof Date) return isoDay(value);
  if (Array.isArray(value)) return value.map(formOf);
  if (typeof value !== 'object' || value === null) return value as Value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => entriesOf(key, inner)));
}

function entriesOf(key: string, value: unknown): [string, Value][] {
  // Within a part there is nothing to clear: null says as much as absence.
  if (value === null || value === undefined) return [];
  if (key === 'participant' || key === 'party') return Object.entries(formOf(value) as Record<string, Value>);
  if (key === 'passage') {
    const { report, number } = value as { report: string; number: string };
    return [[key, `${report} ${number}`]];
  }
  if (key === 'proposer' && value === false) return [];
  return [[FILE_NAMES[key] ?? key, formOf(value)]];
}

/** The way to a value of a record, as the input of the mutation names it. */
export function inputPath(path: string): string {
  return path
    .replaceAll(/[a-zA-Z]+/g, (name) => SCHEMA_NAMES.get(name) ?? name)
    .replace(
      /^(participations|parties)(\[\d+\])\.(actor|organisation|country)\b/,
      (_, list: string, index: string, kind: string) => `${list}${index}.${WRAPPERS[list]}.${kind}`,
    );
}
