import type { Database } from '../database/database.ts';
import { checkRecords } from './check.ts';
import { findFalseQuotes } from './check-quotes.ts';
import { InvalidRecordError, type RecordMistake, UncitedError, UnknownReferenceError } from './correction.errors.ts';
import type { Mistake } from './edition.errors.ts';
import type { IdOf } from './facts.ts';
import type { FileRecord } from './file-record.ts';
import { Findings, unfiled } from './findings.ts';
import { createFormats, type EditableNoun, type RecordOf, type Records } from './format.ts';
import { SHARED_NOUNS } from './known.ts';
import { type Files, type Known, LISTED_NOUNS, type Parsed, parseRecord } from './parse-edition.ts';
import { findIds } from './records.ts';
import { nounNamed, References } from './references.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';

/** A record as somebody writes it, before anything has been found right about it. */
export type RawRecord = FileRecord & { readonly slug: string };

/** One record in which nothing is left to object to, with what it takes to write it. */
export interface HeldRecord {
  readonly record: RecordOf<EditableNoun>;
  /** The offices that its tenures name. */
  readonly offices: Records['offices'];
  /** The report that it belongs to; empty for nouns that several reports tell. */
  readonly reportId: string;
  readonly idOf: IdOf;
}

/**
 * Holds one record against the format and the rules of an edition, as the rest of the graph stands. Throws a DomainError of
 * correction.errors.ts that names everything wrong with it.
 */
export async function holdRecord(db: Database, noun: EditableNoun, raw: RawRecord, id: string): Promise<HeldRecord> {
  const references = new References(noun, raw.slug, id);
  const record = await parseReferring(db, noun, raw, references);
  const uncited = listUncited(raw);
  if (uncited.length > 0) throw new UncitedError(uncited);
  const surroundings = await findSurroundings(db, noun, record);
  const findings = new Findings();
  checkAmong(noun, record, surroundings, findings);
  const reports = listReports(noun, record);
  if (reports.length > 1) {
    const reason = `are passages of ${reports.join(' and ')}, and such a record belongs to one report`;
    findings.add(unfiled(noun, [raw]), [0, 'cites'], reason);
  }
  refuse(findings);
  const falseQuotes = await findFalseQuotes(db, raw);
  if (falseQuotes.length > 0) throw new InvalidRecordError(falseQuotes);
  const [reportId = ''] = (await findIds(db, nounNamed('reports'), reports, '')).values();
  return { record, offices: surroundings.around.offices ?? [], reportId, idOf: references.idOf };
}

/** The record in its form, and everything that it refers to looked up. */
async function parseReferring(
  db: Database,
  noun: EditableNoun,
  raw: RawRecord,
  references: References,
): Promise<RecordOf<EditableNoun>> {
  const file = unfiled(noun, [raw]);
  parseRecord<unknown>(createFormats(references.note).records[noun], file, [0], raw, new Findings());
  await references.resolve(db);
  const findings = new Findings();
  const record = parseRecord<unknown>(createFormats(references.check).records[noun], file, [0], raw, findings);
  const unknown = findings.mistakes.map(({ path, reason }) => ({ path: path ?? '', ...references.unknownOf(reason) }));
  const isAllUnknown = unknown.every((reference) => reference.noun !== undefined);
  if (unknown.length > 0 && isAllUnknown) throw new UnknownReferenceError(unknown as never);
  refuse(findings);
  return record as RecordOf<EditableNoun>;
}

function checkAmong(
  noun: EditableNoun,
  record: RecordOf<EditableNoun>,
  { around, beneath }: Surroundings,
  findings: Findings,
): void {
  const told = [record, ...beneath];
  const nothing = Object.fromEntries(LISTED_NOUNS.map((name) => [name, []])) as unknown as Parsed['records'];
  const records = { ...nothing, [noun]: told.map((each, index) => ({ index, record: each })) };
  const files = Object.fromEntries(
    ['report', ...LISTED_NOUNS].map((name) => [name, unfiled(name, name === noun ? told : undefined)]),
  ) as unknown as Files;
  const known = Object.fromEntries(
    LISTED_NOUNS.map((name) => [name, new Map(keyed(around[name] ?? []))]),
  ) as unknown as Known;
  checkRecords({ head: undefined, records, known }, files, findings);
}

const keyed = (records: readonly unknown[]) =>
  records.map((record) => [(record as { slug: string }).slug, record] as const);

function refuse({ mistakes }: Findings): void {
  if (mistakes.length > 0) throw new InvalidRecordError(mistakes.map(toRecordMistake));
}

const toRecordMistake = ({ record, path, reason }: Mistake): RecordMistake => ({
  record: record ?? '',
  path: path ?? '',
  reason,
});

/** Where a fact, be it a part of the record, cites nothing. */
function listUncited(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = Array.isArray(value) ? `${path}[${key}]` : [path, key].filter(Boolean).join('.');
    return key === 'cites' && Array.isArray(inner) && inner.length === 0 ? [place] : listUncited(inner, place);
  });
}

/** The reports that a record of theirs cites; none for the nouns that several reports tell. */
function listReports(noun: EditableNoun, record: RecordOf<EditableNoun>): readonly string[] {
  if (SHARED_NOUNS.includes(noun) || !('cites' in record)) return [];
  return [...new Set(record.cites.map(({ passage }) => passage.split(' ', 1)[0] ?? ''))];
}
