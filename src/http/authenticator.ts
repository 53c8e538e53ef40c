import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { findLiveKey } from '../modules/access/api-key.reads.ts';
import { noteUse } from '../modules/access/api-key.writes.ts';
import { withImplied } from '../modules/access/scope.rules.ts';
import type { Authenticate } from './plugins/authenticate.ts';
import { createTokenAuthenticator, isToken, type TokenOptions } from './tokens.ts';

/** The one way to a viewer: by a key made here, or by a token of the identity provider where one is set. */
export function createAuthenticator(db: Database, options: TokenOptions, logger: Logger): Authenticate {
  const byKey = createKeyAuthenticator(db, logger);
  const byToken = createTokenAuthenticator(options, logger);
  return (credential) => (isToken(credential) ? byToken(credential) : byKey(credential));
}

function createKeyAuthenticator(db: Database, logger: Logger): Authenticate {
  return async (credential) => {
    const now = new Date();
    const key = await findLiveKey(db, credential, now);
    if (!key) return 'INVALID';
    try {
      await noteUse(db, key, now);
    } catch (err) {
      // When a key was last used is worth knowing, and no reason to refuse an answer.
      logger.warn({ err, key: key.name }, 'The use of a key could not be noted.');
    }
    return { kind: 'API_KEY', name: key.name, scopes: withImplied(key.scopes) };
  };
}
