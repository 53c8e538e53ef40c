import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { DatabaseError } from '../../src/database/database.errors.ts';
import { openDatabase } from '../../src/database/database.ts';
import { cloneDatabase, testsPostgresql } from '../support/database.ts';
import { openFakePostgresql } from './fake-postgresql.ts';

let closeFake = () => {};
afterEach(() => closeFake());

const quiet = { warn: () => {}, error: () => {} };

/** The sentence with which an address is refused. */
async function refusal(url: string): Promise<string> {
  const error = await openDatabase(readConfig({ DATABASE_URL: url }), quiet).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  return (error as DatabaseError).message;
}

async function refusalOf(answer: Parameters<typeof openFakePostgresql>[0]): Promise<{ said: string; server: string }> {
  const fake = await openFakePostgresql(answer);
  closeFake = fake.close;
  const server = `127.0.0.1:${fake.port}`;
  return { said: await refusal(`postgresql://me:s3cret@${server}/graph`), server };
}

describe('a DATABASE_URL that does not work', () => {
  it('says so when nobody answers', async () => {
    const said = await refusal('postgresql://me:s3cret@127.0.0.1:1/graph');
    expect(said).toBe('No PostgreSQL answers at 127.0.0.1:1: start it, or correct DATABASE_URL.');
  });

  it('says so when the host is not known', async () => {
    const said = await refusal('postgresql://me:s3cret@nowhere.invalid/graph');
    expect(said).toBe('The host of nowhere.invalid:5432 is not known: correct DATABASE_URL.');
  });

  it('says so when the address cannot be read', async () => {
    const said = await refusal('postgresql://me:s3cret@localhost:port/graph');
    expect(said).toMatch(/^DATABASE_URL cannot be read: give an address such as/);
    expect(said).not.toContain('s3cret');
  });

  it.each([
    ['28P01', 'refuses the password of the user "me": correct DATABASE_URL.'],
    ['28000', 'does not let the user "me" in: correct'],
    ['53300', 'has no connection to spare: raise'],
    ['57P03', 'is starting up or shutting down: try again'],
    ['XX000', 'cannot be used (as the server puts it): correct DATABASE_URL.'],
  ])('says so when the server refuses with %s', async (code, sentence) => {
    const { said, server } = await refusalOf({ code, message: 'as the server puts it' });
    expect(said.startsWith(`PostgreSQL at ${server} ${sentence}`)).toBe(true);
    expect(said).not.toContain('s3cret');
  });

  it('says so when the database does not exist', async () => {
    const { said, server } = await refusalOf({ code: '3D000', message: 'database "graph" does not exist' });
    expect(said).toBe(`The database "graph" does not exist at ${server}: create it, or correct DATABASE_URL.`);
  });

  it('says so when the server is too old', async () => {
    const { said, server } = await refusalOf({ version: '14.2', major: 14 });
    expect(said).toBe(`The server at ${server} is PostgreSQL 14.2: Digestgraph needs PostgreSQL 15 or newer.`);
  });
});

describe.runIf(testsPostgresql())('a PostgreSQL server', () => {
  it('is opened in UTC, without JIT and with the timeouts of the configuration, whatever else its address asks for', async () => {
    const clone = await cloneDatabase('empty');
    const url = `${clone.connection.connectionString?.split('?')[0]}?options=-c%20work_mem%3D5MB%20-c%20TimeZone%3DAsia/Tokyo`;
    const database = await openDatabase(readConfig({ DATABASE_URL: url, DATABASE_STATEMENT_TIMEOUT_MS: '200' }), quiet);
    try {
      expect(database.describe).toMatch(/^PostgreSQL \d+.* at [\w.]+:\d+\/digestgraph_test_clone_/);
      const [session] = await database.client.$queryRaw<object[]>`
        select current_setting('TimeZone') as zone, current_setting('work_mem') as memory, current_setting('jit') as jit`;
      expect(session).toEqual({ zone: 'UTC', memory: '5MB', jit: 'off' });
      await expect(database.client.$queryRaw`select pg_sleep(3)::text`).rejects.toThrow('57014');
    } finally {
      await database.close();
      await clone.drop();
    }
  });
});
