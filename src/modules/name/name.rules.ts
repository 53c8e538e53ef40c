import type { NameKind } from '../../generated/prisma/enums.ts';
import { findRepeated } from '../../lib/repeated.ts';
import { NameRepeatedError, PreferredNameError } from './name.errors.ts';

export interface NewName {
  readonly text: string;
  readonly kind: NameKind;
  /** BCP 47; null where it is that of the report. */
  readonly language: string | null;
  /** False: not met in the source. */
  readonly inSource: boolean;
}

/** All names of a thing, the preferred one first: one thing has one preferred name, and each spelling once. */
export function normaliseNames(
  preferred: Pick<NewName, 'text' | 'inSource'>,
  others: readonly NewName[],
): readonly NewName[] {
  const second = others.find(({ kind }) => kind === 'PREFERRED');
  if (second) throw new PreferredNameError(second.text, preferred.text);
  const names: readonly NewName[] = [{ ...preferred, kind: 'PREFERRED', language: null }, ...others];
  const repeated = findRepeated(names, ({ text }) => text);
  if (repeated) throw new NameRepeatedError(repeated.text);
  return names;
}

/** The names of several records of one thing, each spelling once: of those, only the first record's own is the preferred one. */
export function mergeNames<Name extends Pick<NewName, 'text' | 'kind'>>(records: readonly (readonly Name[])[]): Name[] {
  const [own = [], ...merged] = records;
  const spelt = new Map(own.map((name) => [name.text, name]));
  for (const name of merged.flat()) {
    if (!spelt.has(name.text)) spelt.set(name.text, name.kind === 'PREFERRED' ? { ...name, kind: 'VARIANT' } : name);
  }
  return [...spelt.values()];
}
