import { DomainError } from '../lib/domain-error.ts';
import type { Mistake } from './edition.errors.ts';

/** The way to a value in a list of records: keys, and places in lists from 0. */
export type ValuePath = readonly (string | number)[];

/** Where the records of one noun came from, for whoever has to correct them. */
export interface RecordFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of a value, or of the nearest one around it that is there; undefined where there are no lines. */
  lineOf(path: ValuePath): number | undefined;
}

/** Records that stand in no file, under the name by which mistakes are to tell of them. */
export const unfiled = (file: string, value: unknown): RecordFile => ({ file, value, lineOf: () => undefined });

/** Collects what is wrong in the files of an edition, so that all of it can be told at once. */
export class Findings {
  readonly #mistakes: Mistake[] = [];

  get mistakes(): readonly Mistake[] {
    return this.#mistakes;
  }

  /** The first step of the path says which record of the list, if the file is one. */
  add(file: RecordFile, path: ValuePath, reason: string): void {
    const [index] = path;
    const listed = typeof index === 'number';
    const line = file.lineOf(path);
    this.#mistakes.push({
      file: file.file,
      ...(listed && { record: recordLabel(file.value, index) }),
      path: formatPath(listed ? path.slice(1) : path),
      ...(line !== undefined && { line }),
      reason,
    });
  }

  /** A problem of the whole file. */
  addOfFile(file: string, reason: string, line?: number): void {
    this.#mistakes.push({ file, ...(line !== undefined && { line }), reason });
  }

  /** Tries a rule on a value; a refusal becomes a mistake at the value's place, and the answer is undefined. */
  attempt<Result>(file: RecordFile, path: ValuePath, rule: () => Result): Result | undefined {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.add(file, path, error.message);
      return undefined;
    }
  }
}

/** What tells a record from others, as far as it has that; also where its quotes have been forgotten. */
export function keyOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { slug, number, code } = record as Record<string, unknown>;
  return [slug, number, code].find((key) => typeof key === 'string' || typeof key === 'number')?.toString();
}

function recordLabel(value: unknown, index: number): string {
  return (Array.isArray(value) ? keyOf(value[index]) : undefined) ?? `[${index}]`;
}

function formatPath(path: ValuePath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
