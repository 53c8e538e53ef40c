import type { Model } from '../database/sync-rows.ts';
import { DomainError } from '../lib/domain-error.ts';
import type { NounName } from './nouns.ts';

/** One thing that is wrong with a record as somebody wrote it. */
export interface RecordMistake {
  /** The slug of the record; another one than the one written where a rule holds between the two. */
  readonly record: string;
  /** The way from the record to the value: "participations[2].role". */
  readonly path: string;
  /** A clause that goes after the path. */
  readonly reason: string;
}

export class InvalidRecordError extends DomainError {
  readonly code = 'INVALID_RECORD';
  readonly mistakes: readonly RecordMistake[];

  constructor(mistakes: readonly RecordMistake[]) {
    const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
    super(
      `The record has ${count}: ${mistakes.map(({ record, path, reason }) => `${[record, path].filter(Boolean).join(' ')}: ${withoutStop(reason)}`).join('; ')}.`,
    );
    this.mistakes = mistakes;
  }
}

/** Rules of single facts speak in sentences of their own. */
const withoutStop = (reason: string) => reason.replace(/\.$/, '');

/** A reference to something that is not there. */
export interface UnknownReference {
  readonly path: string;
  readonly noun: NounName;
  /** What was written: a slug, a code, or a report and the number of a passage. */
  readonly key: string;
  /** What is there and looks like it. */
  readonly nearest: string | null;
}

export class UnknownReferenceError extends DomainError {
  readonly code = 'UNKNOWN_REFERENCE';
  readonly references: readonly UnknownReference[];

  constructor(references: readonly UnknownReference[]) {
    super(
      `The record refers to what is not there: ${references
        .map(({ path, key, nearest }) => `${path} to "${key}"${nearest === null ? '' : ` (there is "${nearest}")`}`)
        .join(', ')}.`,
    );
    this.references = references;
  }
}

export class UncitedError extends DomainError {
  readonly code = 'UNCITED';
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`Every fact rests on a passage, and nothing is cited at ${paths.join(' and ')}: cite at least one.`);
    this.paths = paths;
  }
}

export class SlugTakenError extends DomainError {
  readonly code = 'SLUG_TAKEN';
  readonly slug: string;

  constructor(slug: string) {
    super(`Another record has the slug ${slug} already: choose another, or update that one.`);
    this.slug = slug;
  }
}

export class NoSuchRecordError extends DomainError {
  readonly code = 'NO_SUCH_RECORD';
  readonly slug: string;
  readonly nearest: string | null;

  constructor(slug: string, nearest: string | null) {
    super(`No record has the slug ${slug}${nearest === null ? '' : ` (there is ${nearest})`}.`);
    this.slug = slug;
    this.nearest = nearest;
  }
}

export class VersionConflictError extends DomainError {
  readonly code = 'VERSION_CONFLICT';
  readonly model: Model;
  readonly id: string;
  readonly version: string;

  constructor(model: Model, id: string, slug: string, version: string) {
    super(`${slug} has changed since the version that this is based on: look at it as it stands, and decide again.`);
    this.model = model;
    this.id = id;
    this.version = version;
  }
}

/** How many rows of a table refer to a record by one of its columns. */
export interface Referrers {
  readonly model: string;
  readonly field: string;
  readonly count: number;
}

/** A judgement that holds of a record and another one, which is named. */
export interface HoldingJudgement {
  readonly id: string;
  readonly verdict: string;
  readonly slug: string;
}

export class StillReferredToError extends DomainError {
  readonly code = 'STILL_REFERRED_TO';
  readonly referrers: readonly Referrers[];
  readonly judgements: readonly HoldingJudgement[];

  constructor(slug: string, referrers: readonly Referrers[], judgements: readonly HoldingJudgement[]) {
    const told = referrers.map(({ model, field, count }) => `${model}.${field} (${count})`).join(', ');
    const judged = judgements.map(
      (one) => ` The judgement ${one.id} holds, ${one.verdict} of it and ${one.slug}: revoke that first.`,
    );
    super(`${slug} is still referred to by ${told}: change or delete those first.${judged.join('')}`);
    this.referrers = referrers;
    this.judgements = judgements;
  }
}
