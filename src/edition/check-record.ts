import type { Mistake } from './edition.errors.ts';
import { Findings, type RecordFile } from './findings.ts';
import { createFormats, type ListedNoun } from './format.ts';
import { parseRecord } from './parse-edition.ts';

/** What is wrong with the form of one record, whatever it refers to. */
export function checkRecord(noun: ListedNoun, record: unknown): readonly Mistake[] {
  const file: RecordFile = { file: noun, value: [record], lineOf: () => undefined };
  const findings = new Findings();
  parseRecord<unknown>(createFormats(() => undefined).records[noun], file, [0], record, findings);
  return findings.mistakes;
}
