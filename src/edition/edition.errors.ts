import { DomainError } from '../lib/domain-error.ts';

/** One thing that is wrong in the records of an edition. */
export interface Mistake {
  readonly file: string;
  /** The slug, code or number of the record, or its place in the list ("[3]"); absent where the whole file is meant. */
  readonly record?: string;
  /** The way from the record to the value: "participations[2].role". */
  readonly path?: string;
  /** The line of the file, from 1. */
  readonly line?: number;
  /** A clause that goes after the path. */
  readonly reason: string;
}

/** The records cannot be loaded; the message names every mistake, one a line. Nothing of them has been written. */
export class EditionError extends DomainError {
  readonly code = 'INVALID_EDITION';
  readonly mistakes: readonly Mistake[];

  constructor(folder: string, mistakes: readonly Mistake[]) {
    const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
    super(
      [`${folder} has ${count}, and nothing of it was loaded: correct what is named here.`, ...mistakes.map(line)].join(
        '\n',
      ),
    );
    this.mistakes = mistakes;
  }
}

function line({ file, record, path, line: number, reason }: Mistake): string {
  const place = [record, path, number === undefined ? undefined : `(line ${number})`].filter((part) => part).join(' ');
  return `  ${file}: ${place ? `${place}: ` : ''}${reason}`;
}
