import { DomainError } from '../src/lib/domain-error.ts';
import type { Mistake } from './seed.errors.ts';
import type { ValuePath, YamlFile } from './yaml-file.ts';

/** Collects what is wrong in the files of an edition, so that all of it can be told at once. */
export class Findings {
  readonly #mistakes: Mistake[] = [];

  get mistakes(): readonly Mistake[] {
    return this.#mistakes;
  }

  /** The first step of the path says which record of the list, if the file is one. */
  add(file: YamlFile, path: ValuePath, reason: string): void {
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
  attempt<Result>(file: YamlFile, path: ValuePath, rule: () => Result): Result | undefined {
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
