import { DomainError } from '../../lib/domain-error.ts';

export class UnknownChangeError extends DomainError {
  readonly code = 'UNKNOWN_CHANGE';
  readonly changeId: string;
  constructor(changeId: string) {
    super('There is no change with that id: pass the `id` of a LoggedChange.');
    this.changeId = changeId;
  }
}

export class ReasonMissingError extends DomainError {
  readonly code = 'REASON_MISSING';
  constructor() {
    super('The log keeps why something was taken back: give a reason.');
  }
}

export class ChangedSinceError extends DomainError {
  readonly code = 'CHANGED_SINCE';
  /** The change that stands in the way; null where somebody wrote past the log. */
  readonly laterChangeId: string | null;
  constructor(what: string, laterChangeId: string | null) {
    super(`${what} is no longer what the change left: revert what was changed later first, or change it by hand.`);
    this.laterChangeId = laterChangeId;
  }
}

export class ChangeReferredToError extends DomainError {
  readonly code = 'STILL_REFERRED_TO';
  /** What last wrote the row that refers to it; null where somebody wrote past the log. */
  readonly referringChangeId: string | null;
  constructor(what: string, by: string, referringChangeId: string | null) {
    super(`${what} came with the change and is referred to by ${by}: take that away first.`);
    this.referringChangeId = referringChangeId;
  }
}

export class LeftUncitedError extends DomainError {
  readonly code = 'LEFT_UNCITED';
  readonly facts: readonly string[];
  constructor(facts: readonly string[]) {
    super(
      `Nothing would attest ${facts.join(', ')} any more: cite another passage for it first, or revert what made it.`,
    );
    this.facts = facts;
  }
}

export class JudgedIdentityError extends DomainError {
  readonly code = 'JUDGED_IDENTITY';
  constructor() {
    super('The change is one of who is who: revoke the judgement that made it (`revokeJudgement`), or judge anew.');
  }
}

export class PrivateChangeError extends DomainError {
  readonly code = 'NOT_OF_THE_GRAPH';
  constructor(entityType: string) {
    super(
      entityType === 'ApiKey'
        ? 'The change is one of a key: a key that was revoked stays so, and one that was made is revoked by `revokeApiKey`.'
        : 'The change is one of a draft, which is no part of the graph: decide anew by `reviewSuggestions`, or take the text in again.',
    );
  }
}

export class WordingNotKeptError extends DomainError {
  readonly code = 'WORDING_NOT_KEPT';
  constructor() {
    super('The change is one of published wording, which the log does not hold: load the earlier wording instead.');
  }
}

export class RuleForbidsError extends DomainError {
  readonly code = 'RULE_FORBIDS';
  /** The rule's name in the database, where it told one. */
  readonly rule: string | null;
  constructor(rule: string | null) {
    super(
      `What stood before would now break a rule of the database${rule ? `, ${rule}` : ''}: something else has its slug or its place, or what it referred to is gone.`,
    );
    this.rule = rule;
  }
}
