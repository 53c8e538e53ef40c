import { createServer, type Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { ChangeFeed } from '../database/change-feed.ts';
import type { DatabaseClient } from '../database/client.ts';
import { type Context, createContext } from '../graphql/context.ts';
import type { Viewer } from '../graphql/viewer.ts';
import { Lanes } from '../lib/lanes.ts';
import { createAuthenticator } from './authenticator.ts';
import { graphiqlOptions, pageHeaders, renderPage } from './graphiql.ts';
import { isReady } from './health.ts';
import { toListener } from './listener.ts';
import { useAsOf } from './plugins/as-of.ts';
import { type Origin, useAuthentication } from './plugins/authenticate.ts';
import { useAuthorisation } from './plugins/authorise.ts';
import { answerGivenUp, deadline } from './plugins/deadline.ts';
import { useIntrospection } from './plugins/introspection.ts';
import { useLimits } from './plugins/limits.ts';
import { useMaskedResults } from './plugins/masked-results.ts';
import { useMutationArguments } from './plugins/mutation-arguments.ts';
import { createSubscriptions } from './plugins/subscriptions.ts';
import { problem } from './problem.ts';
import { requestId, withRequestId } from './request-id.ts';

export interface AppOptions {
  readonly schema: GraphQLSchema;
  readonly client: DatabaseClient;
  readonly config: Omit<Config, 'databaseUrl' | 'dataDir'>;
  readonly logger: Logger;
  /** For tests, which have less time. */
  readonly intervals?: Partial<Intervals>;
}

export interface Intervals {
  /** How often to look for what other processes wrote, while there are subscribers. */
  readonly pollMs: number;
  /** How often to ask whether the credential of a subscriber is still good, while nothing is told. */
  readonly recheckMs: number;
  /** How long ago that may have been when something is. */
  readonly freshMs: number;
}

const INTERVALS: Intervals = { pollMs: 1000, recheckMs: 10_000, freshMs: 1000 };

/** Subscribers together never have more statements under way, so that of a pool's connections most are left to requests. */
const SUBSCRIBERS_LANES = 4;

export interface App {
  /** Answers a request, without a socket; tests and other servers call it. */
  fetch(request: Request, origin?: Origin): Promise<Response>;
  /** A server that is not listening yet. */
  createServer(): Server;
  /** How many subscriptions are served now. */
  subscribers(): number;
  /** From now on `/ready` says no, so that a load balancer sends nobody more; subscriptions are ended. */
  drain(): void;
}

const ENDPOINT = '/graphql';

/** The HTTP application: GraphQL, GraphiQL, and the two questions that a load balancer asks. */
export function createApp({ schema, client, config, logger, intervals }: AppOptions): App {
  const draining = new AbortController();

  /** Logs a fault whole, and answers with the id that the client is told. */
  const report = (fault: unknown): string => {
    const id = requestId();
    logger.error({ requestId: id, err: fault }, 'A request failed on our side.');
    return id;
  };

  const authentication = useAuthentication(createAuthenticator(client, config, logger), config);

  const { pollMs, recheckMs, freshMs } = { ...INTERVALS, ...intervals };
  const lanes = new Lanes(SUBSCRIBERS_LANES);
  const feed = new ChangeFeed(client, { pollMs, lanes });
  const contextOf = (viewer: Viewer, ended: AbortSignal): Context => ({
    ...createContext(client, viewer),
    extractorUrl: config.extractorUrl,
    feed,
    ended,
  });
  const subscriptions = createSubscriptions({
    maxSubscribers: config.maxSubscribers,
    recheckMs,
    freshMs,
    lanes,
    report,
    createContext: contextOf,
    identify: authentication.identify,
  });

  const plugins: Plugin[] = [
    authentication.plugin,
    useAuthorisation() as Plugin,
    useLimits(config),
    useMutationArguments(),
    subscriptions.plugin as Plugin,
    useIntrospection(config.introspection),
    useAsOf(client),
    deadline(config.requestTimeoutMs),
    // Last, for it sees what the others answered.
    useMaskedResults(report),
  ];

  const yoga = createYoga({
    schema,
    plugins,
    context: ({ request }) => contextOf(authentication.viewerOf(request), request.signal),
    graphqlEndpoint: ENDPOINT,
    healthCheckEndpoint: '/health',
    landingPage: false,
    graphiql: config.graphiql ? graphiqlOptions() : false,
    renderGraphiQL: renderPage,
    cors: {
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: ['x-request-id', 'www-authenticate', 'retry-after'],
    },
    batching: false,
    multipart: false,
    maxRequestBodySize: config.maxBodyBytes,
    // Ours, in mask-error.ts: yoga's leaves errors without a code.
    maskedErrors: false,
    logging: {
      debug: () => {},
      info: () => {},
      warn: (...args) => logger.warn(args.map(String).join(' ')),
      error: (...args) => report(args.find((arg) => arg instanceof Error) ?? args.map(String).join(' ')),
    },
  });

  async function route(request: Request, origin: Origin): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/ready') {
      const ready = !draining.signal.aborted && (await isReady(client));
      return Response.json({ ready }, { status: ready ? 200 : 503 });
    }
    if (pathname === '/') return new Response(null, { status: 302, headers: { location: ENDPOINT } });
    if (pathname === ENDPOINT) return secured(await answer(request, origin));
    if (pathname === '/health') return yoga.fetch(request);
    return problem(404, 'NOT_FOUND', `Nothing is served at this path. GraphQL is at ${ENDPOINT}.`);
  }

  const tooLarge = `The request has more than ${config.maxBodyBytes} bytes, the most that this server takes: ask for less at once, or have MAX_BODY_BYTES raised.`;

  async function answer(request: Request, origin: Origin): Promise<Response> {
    const wrong = wrongParameter(request);
    if (wrong) return problem(400, 'BAD_REQUEST', wrong);
    const response = await yoga.fetch(request, origin);
    // yoga says no to a media type without a word.
    if (response.status === 415) return problem(415, 'BAD_REQUEST', 'Send the request as application/json.');
    if (response.status === 413) return problem(413, 'REQUEST_ENTITY_TOO_LARGE', tooLarge);
    if (response.status === 406) return problem(406, 'BAD_REQUEST', 'Accept an answer as application/json.');
    return response;
  }

  const fetch = (request: Request, origin: Origin = {}): Promise<Response> =>
    withRequestId(request.headers.get('x-request-id'), async (id) => {
      const started = performance.now();
      let response: Response;
      try {
        response = await route(request, origin);
      } catch (fault) {
        report(fault);
        response =
          answerGivenUp(fault) ??
          problem(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', { requestId: id });
      }
      // Open to every page, and to no page's cookies: nothing here depends on who asks. yoga would name the page that asked.
      if (response.headers.has('access-control-allow-origin')) response.headers.set('access-control-allow-origin', '*');
      response.headers.set('x-request-id', id);
      response.headers.set('x-content-type-options', 'nosniff');
      const { method, url } = request;
      const ms = Math.round(performance.now() - started);
      // Neither the query nor its variables: they may hold what an analyst would not want on a disk.
      logger.info({ requestId: id, method, path: new URL(url).pathname, status: response.status, ms }, 'request');
      return response;
    });

  return {
    fetch,
    subscribers: subscriptions.count,
    drain() {
      draining.abort();
      subscriptions.end();
    },
    createServer: () => createServer(toListener(fetch, draining.signal)),
  };
}

/** The page of GraphiQL may load nothing from elsewhere. */
function secured(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  return response;
}

/** yoga parses these without a guard, and would answer 500. */
function wrongParameter(request: Request): string | null {
  if (request.method !== 'GET') return null;
  const { searchParams } = new URL(request.url);
  for (const name of ['variables', 'extensions']) {
    const text = searchParams.get(name);
    if (text === null || text === '') continue;
    try {
      JSON.parse(text);
    } catch {
      return `The parameter \`${name}\` is not JSON.`;
    }
  }
  return null;
}
