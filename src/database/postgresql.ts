import pg from 'pg';
import type { Connection } from './client.ts';
import { DatabaseError } from './database.errors.ts';

const OLDEST_MAJOR = 15;

/**
 * The address with every session in UTC: adapter-pg reads an instant as UTC whatever the session's zone says, so any other
 * zone would shift it. And without JIT, unless the address asks for it: the long SQL of filters and counts took two or three
 * times as long with it, most of that to be compiled.
 */
export function connectionTo(url: string): Connection {
  const [address, query] = url.split('?');
  const parameters = new URLSearchParams(query);
  // The later one holds.
  parameters.set('options', ['-c jit=off', parameters.get('options') ?? '', '-c TimeZone=UTC'].join(' '));
  return { connectionString: `${address}?${parameters}` };
}

/** "localhost:5432/digestgraph": what may be shown of an address. */
export function placeOf(connection: Connection): string {
  const { host, port, database } = clientFor(connection);
  return `${host}:${port}/${database}`;
}

/** Makes sure that a server answers there which Digestgraph can use, and says which. */
export async function greetPostgresql(connection: Connection, pool: pg.Pool): Promise<string> {
  const { host, port, database, user } = clientFor(connection);
  const server = `${host}:${port}`;
  const { version, major } = await pool
    .query(
      "select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major",
    )
    .then(({ rows }) => rows[0] as { version: string; major: number })
    .catch((error: unknown) => {
      throw new DatabaseError(explain(error, { server, database: database ?? '', user: user ?? '' }));
    });
  if (major < OLDEST_MAJOR) {
    throw new DatabaseError(
      `The server at ${server} is PostgreSQL ${version}: Digestgraph needs PostgreSQL ${OLDEST_MAJOR} or newer.`,
    );
  }
  return `PostgreSQL ${version} at ${server}/${database}`;
}

/** Knows the address as pg understands it; opens nothing. */
function clientFor(connection: Connection): pg.Client {
  try {
    return new pg.Client(connection);
  } catch {
    // What pg throws here repeats the address, password and all.
    throw new DatabaseError(
      'DATABASE_URL cannot be read: give an address such as postgresql://user:password@localhost:5432/digestgraph, with special characters in the password percent-encoded.',
    );
  }
}

interface Target {
  readonly server: string;
  readonly database: string;
  readonly user: string;
}

/** What stands in the way, by the codes of Node and of PostgreSQL (its appendix A). */
function explain(error: unknown, { server, database, user }: Target): string {
  const { code, message } = rootOf(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `No PostgreSQL answers at ${server}: start it, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${server} is not known: correct DATABASE_URL.`;
    case '28P01':
      return `PostgreSQL at ${server} refuses the password of the user "${user}": correct DATABASE_URL.`;
    case '28000':
      return `PostgreSQL at ${server} does not let the user "${user}" in: correct DATABASE_URL or the server's pg_hba.conf.`;
    case '3D000':
      return `The database "${database}" does not exist at ${server}: create it, or correct DATABASE_URL.`;
    case '53300':
      return `PostgreSQL at ${server} has no connection to spare: raise its max_connections or lower DATABASE_POOL_SIZE.`;
    case '57P03':
      return `PostgreSQL at ${server} is starting up or shutting down: try again in a moment.`;
    default:
      if (/timeout/i.test(message))
        return `PostgreSQL at ${server} does not answer: see whether it is reachable, or correct DATABASE_URL.`;
      if (/SASL|password must be a string/.test(message)) {
        return `PostgreSQL at ${server} asks for a password of the user "${user}": put it into DATABASE_URL.`;
      }
      return `PostgreSQL at ${server} cannot be used (${message}): correct DATABASE_URL.`;
  }
}

/** A host with several addresses fails with one error an address. */
function rootOf(error: unknown): { code: string | undefined; message: string } {
  const root = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  if (!(root instanceof Error)) return { code: undefined, message: String(root) };
  return { code: (root as NodeJS.ErrnoException).code, message: root.message };
}
