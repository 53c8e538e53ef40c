import { GraphQLError } from 'graphql';
import { hasSqlState } from '../database/sql-state.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { DomainError } from '../lib/domain-error.ts';

/** Told of every fault, whole, under the id that the client gets. */
export type FaultReporter = (fault: unknown) => string;

const UNREACHABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);
// SQLSTATEs: a statement that ran into statement_timeout, and a text that PostgreSQL cannot hold.
const CANCELLED = '57014';
const UNTRANSLATABLE = '22021';

// What yoga says in words of its own.
const FOREIGN_CODES: Readonly<Record<string, string>> = { OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST' };

/**
 * What leaves instead of an error: each has a stable `extensions.code`. What the caller can act on keeps its message; a
 * fault becomes one neutral sentence with the id under which it was reported. Nothing else of an error ever leaves.
 */
export function maskError(error: unknown, report: FaultReporter): GraphQLError {
  const graphqlError = error instanceof GraphQLError || isGraphQLErrorLike(error) ? (error as GraphQLError) : null;
  const cause = innermost(graphqlError?.originalError ?? error);
  if (cause instanceof DomainError) return copy(graphqlError, cause.message, { code: cause.code });
  if (graphqlError && (cause === graphqlError || isGraphQLErrorLike(cause) || isCoercion(graphqlError))) {
    return copy(graphqlError, graphqlError.message, { ...publicExtensions(graphqlError), code: codeOf(graphqlError) });
  }
  if (hasSqlState(cause, UNTRANSLATABLE)) {
    return copy(graphqlError, 'A text holds a NUL character, which no text here can.', { code: 'BAD_USER_INPUT' });
  }
  // Work that stopped when its request was given up: nobody is there any more to be told, and nothing has failed.
  if (cause instanceof DOMException && cause.name === 'AbortError') {
    return copy(graphqlError, 'The request was given up, and nothing was written.', { code: 'TIMEOUT' });
  }
  if (isUnreachable(cause)) {
    report(cause);
    return copy(graphqlError, 'The database cannot be reached. Try again later.', { code: 'SERVICE_UNAVAILABLE' });
  }
  if (hasSqlState(cause, CANCELLED)) {
    report(cause);
    return copy(graphqlError, 'The query took too long and was given up. Ask for less at once.', { code: 'TIMEOUT' });
  }
  return copy(graphqlError, 'Something went wrong on our side.', {
    code: 'INTERNAL_SERVER_ERROR',
    requestId: report(cause),
  });
}

function copy(error: GraphQLError | null, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    nodes: error?.nodes ?? null,
    source: error?.source ?? null,
    positions: error?.positions ?? null,
    path: error?.path ?? null,
    extensions,
  });
}

function codeOf(error: GraphQLError): string {
  const { code } = error.extensions;
  if (typeof code === 'string') return FOREIGN_CODES[code] ?? code;
  if (isCoercion(error)) return 'BAD_USER_INPUT';
  // What has no place in an answer never ran: the request itself was at fault.
  return error.path ? 'BAD_USER_INPUT' : 'BAD_REQUEST';
}

/** GraphQL.js gives these no code, only this wording (`getVariableValues`, `getArgumentValues`). */
const isCoercion = (error: GraphQLError) => /^(Variable "\$|Argument ")/.test(error.message);

/**
 * `http` is for yoga, which takes it out: with `spec` the status is for `application/graphql-response+json` alone. Anything
 * else that we did not put there may hold what must not leave.
 */
function publicExtensions(error: GraphQLError): Record<string, unknown> {
  const { limited, limit, actual, scope, originalError } = error.extensions;
  let http = error.extensions.http as { status?: number } | undefined;
  // Neither ran, so neither is a partial success.
  if (isCoercion(error) || limited) http ??= { spec: true, status: 400 } as never;
  // By this yoga knows a body that is no JSON, which is 400 whatever the client accepts; we let nothing of it out.
  if (originalError && http) http = { status: http.status ?? 400 };
  return Object.fromEntries(
    Object.entries({ http, limited, limit, actual, scope }).filter(([, value]) => value !== undefined),
  );
}

function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

// A second copy of GraphQL.js in the process makes classes of its own.
const isGraphQLErrorLike = (error: unknown): boolean => error instanceof Error && error.name === 'GraphQLError';

function isUnreachable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  const code = (error as { code?: unknown } | null)?.code;
  return (
    (typeof code === 'string' && UNREACHABLE.has(code)) ||
    /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(String((error as Error)?.message))
  );
}
