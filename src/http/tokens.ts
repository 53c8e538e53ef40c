import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { scopesOfClaim, withImplied } from '../modules/access/scope.rules.ts';
import type { Authenticate } from './plugins/authenticate.ts';

/** Who may be asked for keys, and what its tokens have to say. */
export type TokenOptions = Pick<Config, 'oidcIssuer' | 'oidcAudience' | 'oidcJwksUrl' | 'oidcScopeClaim'>;

/** Signatures that only the provider can make: with HMAC whoever checks could sign, and "none" is no signature. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

const TIMEOUT_MS = 5000;
/** Clocks differ. */
const CLOCK_TOLERANCE_S = 5;
/** What OpenID Connect allows a subject to be, without what could break a line of the change log. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** The provider cannot be asked, or answers with what is no set of keys. */
class ProviderError extends Error {}

/** Whether a credential looks like a signed token (RFC 7515 §7.1). */
export const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

/**
 * Checks tokens of one OIDC provider. Its keys are fetched when the first token comes, kept for ten minutes, and fetched
 * anew at most every thirty seconds for a key that is not among them.
 */
export function createTokenAuthenticator(options: TokenOptions, logger: Logger): Authenticate {
  const { oidcIssuer: issuer, oidcAudience: audience, oidcScopeClaim: claim } = options;
  const keys = lazily(() => findKeys(options));
  return async (token) => {
    if (issuer === null || audience === null) return 'INVALID';
    try {
      // Somebody else's token must not send us to the provider.
      if (decodeJwt(token).iss !== issuer) return 'INVALID';
      const { payload } = await jwtVerify(token, async (header, input) => (await keys())(header, input), {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      if (typeof payload.sub !== 'string' || !SUBJECT.test(payload.sub)) return 'INVALID';
      return { kind: 'TOKEN', name: payload.sub, scopes: withImplied(scopesOfClaim(payload[claim])) };
    } catch (error) {
      if (!isProvidersFault(error)) return 'INVALID';
      logger.warn({ err: error }, 'The identity provider cannot be asked for its keys.');
      return 'UNAVAILABLE';
    }
  };
}

/** What comes of the token itself is a JOSEError with a code of its own; the rest happens on the way to the keys. */
function isProvidersFault(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError) || error.code === errors.JOSEError.code;
}

/** The keys at the address that is set, or at the one that the provider names (OpenID Connect Discovery 1.0, section 4). */
async function findKeys({ oidcIssuer, oidcJwksUrl }: TokenOptions): Promise<JWTVerifyGetKey> {
  if (oidcJwksUrl !== null) return createRemoteJWKSet(new URL(oidcJwksUrl), { timeoutDuration: TIMEOUT_MS });
  const address = `${oidcIssuer?.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new ProviderError(`${address} answers ${response.status}.`);
  const { issuer, jwks_uri: keys } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (issuer !== oidcIssuer || typeof keys !== 'string' || !URL.canParse(keys))
    throw new ProviderError(`${address} is not of the issuer ${oidcIssuer}, or names no keys.`);
  return createRemoteJWKSet(new URL(keys), { timeoutDuration: TIMEOUT_MS });
}

/** Does it when first asked, and once more after a failure. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}
