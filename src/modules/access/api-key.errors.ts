import { DomainError } from '../../lib/domain-error.ts';

export class KeyNameError extends DomainError {
  readonly code = 'KEY_NAME_INVALID';
  readonly keyName: string;
  constructor(keyName: string) {
    super(
      `${JSON.stringify(keyName)} is no name for a key: give at most 100 letters, digits, spaces or . _ @ -, a letter or digit first; an id is no name.`,
    );
    this.keyName = keyName;
  }
}

export class KeyNameTakenError extends DomainError {
  readonly code = 'KEY_NAME_TAKEN';
  readonly keyName: string;
  constructor(keyName: string) {
    super(`There is a key named ${JSON.stringify(keyName)}: revoke it first, or give another name.`);
    this.keyName = keyName;
  }
}

export class KeyWithoutScopeError extends DomainError {
  readonly code = 'KEY_WITHOUT_SCOPE';
  constructor() {
    super('A key needs at least one scope: what is published can be read without one.');
  }
}

export class KeyExpiredError extends DomainError {
  readonly code = 'KEY_EXPIRES_IN_PAST';
  readonly expiresAt: Date;
  constructor(expiresAt: Date) {
    super(`The key would have expired at ${expiresAt.toISOString()}: give a time to come.`);
    this.expiresAt = expiresAt;
  }
}

export class UnknownKeyError extends DomainError {
  readonly code = 'UNKNOWN_KEY';
  readonly key: string;
  constructor(key: string) {
    super(`No key has the id or the name ${JSON.stringify(key)}; a revoked one goes by its id alone.`);
    this.key = key;
  }
}
