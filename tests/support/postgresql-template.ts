import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { copyThrough } from '../../bench/copy.ts';
import type { Connection } from '../../src/database/client.ts';
import { connectionTo } from '../../src/database/postgresql.ts';
import { type Clone, type Content, fillDatabase, imageName, LEFT_OVER_MS } from './test-image.ts';

const PREFIX = 'digestgraph_test_';
/** Any number that other programs are unlikely to lock on. */
const LOCK_KEY = 4_701_955;

/** Copies a template database that the first caller makes; `url` is of any database from which others may be created. */
export async function clonePostgresql(url: string, content: Content): Promise<Clone> {
  return withServer(url, async (server) => copy(server, url, await prepareTemplate(server, url, content)));
}

/** Copies a database as it stands, once whoever was connected to it has gone: one that died needs a moment for it. */
export async function copyPostgresql(url: string, { connection }: Pick<Clone, 'connection'>): Promise<Clone> {
  const { pathname } = new URL(connection.connectionString ?? '');
  return withServer(url, (server) => copy(server, url, pathname.slice(1)));
}

async function copy(server: pg.Client, url: string, template: string): Promise<Clone> {
  const clone = `${PREFIX}clone_${randomBytes(8).toString('hex')}`;
  await server.query(`CREATE DATABASE "${clone}" TEMPLATE "${template}"`);
  await sign(server, clone);
  return {
    connection: connectionOf(url, clone),
    drop: () => withServer(url, (server) => drop(server, clone)),
  };
}

async function prepareTemplate(server: pg.Client, url: string, content: Content): Promise<string> {
  const template = `${PREFIX}${imageName(content)}`;
  await server.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  try {
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return template;
    await dropLeftOvers(server);
    const draft = `${PREFIX}draft_${randomBytes(8).toString('hex')}`;
    await server.query(`CREATE DATABASE "${draft}" TEMPLATE template0 ENCODING 'UTF8'`);
    await sign(server, draft);
    try {
      await withServer(connectionOf(url, draft), async (client) => {
        await fillDatabase(connectionOf(url, draft), content, copyThrough(client));
        await client.query('ANALYZE');
      });
      await server.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`);
    } catch (error) {
      await drop(server, draft);
      throw error;
    }
    return template;
  } finally {
    await server.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
  }
}

/** PostgreSQL does not say when a database was made. */
async function sign(server: pg.Client, database: string): Promise<void> {
  await server.query(`COMMENT ON DATABASE "${database}" IS '${new Date().toISOString()}'`);
}

async function dropLeftOvers(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ name: string; made: string | null }>(
    "SELECT datname AS name, shobj_description(oid, 'pg_database') AS made FROM pg_database WHERE starts_with(datname, $1)",
    [PREFIX],
  );
  for (const { name, made } of rows) {
    if (made && Date.now() - Date.parse(made) > LEFT_OVER_MS) await drop(server, name);
  }
}

async function drop(server: pg.Client, database: string): Promise<void> {
  await server.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
}

function connectionOf(url: string, database: string): Connection {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return connectionTo(address.href);
}

async function withServer<T>(place: string | Connection, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client(typeof place === 'string' ? connectionTo(place) : place);
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
