import type { Mistake } from './edition.errors.ts';
import { Findings, unfiled } from './findings.ts';
import { createFormats, type ListedNoun } from './format.ts';
import { parseRecord } from './parse-edition.ts';

/** What is wrong with the form of one record, whatever it refers to. */
export function checkRecord(noun: ListedNoun, record: unknown): readonly Mistake[] {
  const findings = new Findings();
  parseRecord<unknown>(createFormats(() => undefined).records[noun], unfiled(noun, [record]), [0], record, findings);
  return findings.mistakes;
}
