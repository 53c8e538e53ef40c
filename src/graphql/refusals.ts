import { GraphQLError } from 'graphql';

// `spec` leaves the status 200 for whoever takes plain JSON, see mask-error.ts.
const refusal = (status: number, code: string, message: string, more: Record<string, unknown> = {}) =>
  new GraphQLError(message, { extensions: { code, ...more, http: { spec: true, status } } });

/** The server is about to end. Said to who subscribes, and to who has subscribed. */
export const shuttingDown = (): GraphQLError =>
  refusal(
    503,
    'SERVICE_UNAVAILABLE',
    'The server is shutting down. Subscribe again, after the last cursor that you have.',
  );

export const tooManySubscribers = (limit: number): GraphQLError =>
  refusal(
    503,
    'TOO_MANY_SUBSCRIBERS',
    `Here ${limit} subscriptions are served already, which is all. Try again later.`,
    {
      limit,
    },
  );

export const notAcceptable = (): GraphQLError =>
  refusal(406, 'BAD_REQUEST', 'A subscription is answered by server-sent events. Send `Accept: text/event-stream`.');

/** What a subscriber is told whose key or token is good no more. */
export const credentialEnded = (): GraphQLError =>
  refusal(401, 'UNAUTHENTICATED', 'The credential of this subscription has expired or was revoked.');
