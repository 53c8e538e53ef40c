import { DomainError } from '../../lib/domain-error.ts';

/** Somebody has yet to decide about some of it. */
export class SuggestionsOpenError extends DomainError {
  readonly code = 'SUGGESTIONS_OPEN';
  readonly suggestionIds: readonly string[];

  constructor(suggestionIds: readonly string[]) {
    const count = suggestionIds.length === 1 ? 'One suggestion is' : `${suggestionIds.length} suggestions are`;
    super(`${count} still open: decide about each of them first.`);
    this.suggestionIds = suggestionIds;
  }
}

/** What is published rests on a passage. */
export class FactsUncitedError extends DomainError {
  readonly code = 'FACTS_UNCITED';
  readonly suggestionIds: readonly string[];

  constructor(suggestionIds: readonly string[]) {
    const count = suggestionIds.length === 1 ? 'A fact' : `${suggestionIds.length} facts`;
    super(`${count} would be published without a passage to rest on: cite one for each.`);
    this.suggestionIds = suggestionIds;
  }
}

/** One thing that keeps records from being an edition. */
export interface EditionMistake {
  /** Null where the edition as a whole is meant. */
  readonly suggestionId: string | null;
  readonly path: string;
  readonly reason: string;
}

/** The records hold one by one, and not together. */
export class InvalidEditionError extends DomainError {
  readonly code = 'INVALID_EDITION';
  readonly mistakes: readonly EditionMistake[];

  constructor(mistakes: readonly EditionMistake[]) {
    const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
    super(`The edition has ${count}, and nothing of it was published: correct what is named here.`);
    this.mistakes = mistakes;
  }
}

/** A record of the graph, for people and programs. */
export interface RecordKey {
  readonly noun: string;
  readonly key: string;
}

/** Other editions stand on facts that this one alone tells. */
export class ReportReferredToError extends DomainError {
  readonly code = 'STILL_REFERRED_TO';
  readonly records: readonly RecordKey[];

  constructor(records: readonly RecordKey[]) {
    const told = records.slice(0, 10).map(({ noun, key }) => `${key} (${noun})`);
    super(
      `The report cannot be withdrawn while something else refers to what it alone tells: ${told.join(', ')}. Take those references away first.`,
    );
    this.records = records;
  }
}
