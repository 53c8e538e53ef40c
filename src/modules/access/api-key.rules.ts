import type { Scope } from '../../generated/prisma/enums.ts';
import { isUuid } from '../../lib/uuid.ts';
import { KeyExpiredError, KeyNameError, KeyWithoutScopeError } from './api-key.errors.ts';
import { SCOPES } from './scope.rules.ts';

/** What is asked for of a key. */
export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: it lasts until it is revoked. */
  readonly expiresAt: Date | null;
}

// It stands in the change log and on command lines.
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,99}$/u;

/** The one place that says which keys can be made; the command and the mutation both call it. */
export function normaliseNewKey(draft: NewKey, now: Date): NewKey {
  const name = draft.name.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
  if (!NAME.test(name) || isUuid(name)) throw new KeyNameError(draft.name);
  if (draft.scopes.length === 0) throw new KeyWithoutScopeError();
  if (draft.expiresAt && draft.expiresAt <= now) throw new KeyExpiredError(draft.expiresAt);
  return { name, scopes: SCOPES.filter((scope) => draft.scopes.includes(scope)), expiresAt: draft.expiresAt };
}
