import type { Plugin } from 'graphql-yoga';
import { ANONYMOUS, type Viewer } from '../../graphql/viewer.ts';
import { clientOf } from '../client-address.ts';
import { FailureLimit } from '../failure-limit.ts';
import { problem } from '../problem.ts';

/** Who holds a credential, or why nobody does. */
export type Authenticate = (credential: string) => Promise<Viewer | Rejection>;

/** Why a credential is not taken: it is none that is good, or nobody can tell at the moment. */
export type Rejection = 'INVALID' | 'UNAVAILABLE';

/** The answer to what is no good credential; one wording for all causes, which are nobody's business but the owner's. */
function unauthenticated(): Response {
  const response = problem(
    401,
    'UNAUTHENTICATED',
    'The credential is not valid here: it may be mistyped, expired or revoked. Send `Authorization: Bearer …` with a key or a token, or leave the header out to read what is public.',
  );
  response.headers.set('www-authenticate', 'Bearer error="invalid_token"');
  return response;
}

/** Said to every credential, good ones too: or guesses would go on, and only their answers would differ. */
function limited(waitMs: number): Response {
  const seconds = Math.ceil(waitMs / 1000);
  const response = problem(
    429,
    'RATE_LIMITED',
    `Too many credentials that are not valid came from this address: try again in ${seconds} s, or leave the header out to read what is public.`,
    { retryAfterSeconds: seconds },
  );
  response.headers.set('retry-after', String(seconds));
  return response;
}

const unavailable = () =>
  problem(503, 'SERVICE_UNAVAILABLE', 'Tokens cannot be checked at the moment. Try again later, or use a key.');

/** What is known of the way that a request came, beside itself. */
export interface Origin {
  /** The address at the other end of the socket; undefined where there is none. */
  readonly peer?: string | undefined;
}

export interface AuthenticationOptions {
  readonly maxFailedCredentials: number;
  readonly clientAddressHeader: string | null;
}

export interface Authentication {
  readonly plugin: Plugin;
  /** Who sent a request, as was found out when it came. */
  viewerOf(request: Request): Viewer;
  /** Who sends a request, as things stand now. */
  identify(request: Request): Promise<Viewer | Rejection>;
}

/**
 * Finds out who asks before anything else happens. A credential that is not good is never taken for none, and whoever sends
 * many of them is not listened to for a while.
 */
export function useAuthentication(
  authenticate: Authenticate,
  { maxFailedCredentials, clientAddressHeader }: AuthenticationOptions,
): Authentication {
  const limit = new FailureLimit(maxFailedCredentials);
  const viewers = new WeakMap<Request, Viewer>();
  const identify = async ({ headers }: Request): Promise<Viewer | Rejection> => {
    const header = headers.get('authorization');
    if (header === null) return ANONYMOUS;
    const credential = /^Bearer +(\S+) *$/i.exec(header)?.[1];
    return credential === undefined ? 'INVALID' : authenticate(credential);
  };
  return {
    plugin: {
      // Comes with GraphQL requests alone: neither GraphiQL's page nor a preflight nor `/health` carries a credential.
      async onRequestParse({ request, serverContext, endResponse }) {
        const client = request.headers.has('authorization')
          ? clientOf((serverContext as Origin).peer, request.headers, clientAddressHeader)
          : null;
        const waitMs = client === null ? 0 : limit.blockedFor(client, Date.now());
        if (waitMs > 0) return endResponse(limited(waitMs));
        const viewer = await identify(request);
        if (viewer === 'INVALID') {
          if (client !== null) limit.note(client, Date.now());
          endResponse(unauthenticated());
        } else if (viewer === 'UNAVAILABLE') endResponse(unavailable());
        else viewers.set(request, viewer);
      },
    },
    viewerOf: (request) => viewers.get(request) ?? ANONYMOUS,
    identify,
  };
}
