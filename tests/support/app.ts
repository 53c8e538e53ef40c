import type { Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { type Config, readConfig } from '../../src/config.ts';
import type { DatabaseClient } from '../../src/database/client.ts';
import type { Scope } from '../../src/generated/prisma/enums.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createApp } from '../../src/http/server.ts';
import { createSecret, hashOf, hintOf } from '../../src/modules/access/key.rules.ts';
import { openTestDatabase, type TestDatabaseOptions } from './database.ts';

export interface GraphQLAnswer<Data> {
  readonly data: Data;
  readonly errors?: {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown> & { code: string };
  }[];
  /** The SQL statements that the answer cost. */
  readonly statements: readonly string[];
}

export interface TestApp {
  readonly client: DatabaseClient;
  /** Sends a document as a client would, with a key where one is given, and counts what it cost. */
  ask<Data = Record<string, unknown>>(
    document: { toString(): string },
    variables?: object,
    key?: string,
  ): Promise<GraphQLAnswer<Data>>;
  /** A key with these scopes; its secret. */
  createKey(...scopes: Scope[]): Promise<string>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A server that is not listening yet, for what has to come over a socket. */
  createServer(): Server;
  close(): Promise<void>;
}

export interface TestAppOptions extends TestDatabaseOptions {
  readonly config?: Partial<Config>;
  /** Absent: the schema there is. */
  readonly schema?: GraphQLSchema;
  /** Everything that is logged, a JSON line each. */
  readonly log?: string[];
}

const ORIGIN = 'http://localhost:4000';

/** The whole application over a database of its own, without a socket. */
export async function createTestApp({
  config,
  log,
  schema = createSchema(),
  ...options
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await openTestDatabase(options);
  const logger = pino({ level: log ? 'info' : 'silent' }, { write: (line: string) => log?.push(line) });
  const app = createApp({
    schema,
    client: database.client,
    config: { ...readConfig({}), ...config },
    logger,
  });
  return {
    client: database.client,
    async ask<Data>(document: { toString(): string }, variables: object = {}, key?: string) {
      database.statements.length = 0;
      const response = await app.fetch(
        new Request(`${ORIGIN}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json',
            ...(key && { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({ query: document.toString(), variables }),
        }),
      );
      const { data, errors } = (await response.json()) as GraphQLAnswer<Data>;
      return { data, ...(errors ? { errors } : {}), statements: [...database.statements] };
    },
    async createKey(...scopes) {
      const secret = createSecret();
      await database.client.apiKey.create({
        data: {
          name: `${scopes.join(' ')} ${hintOf(secret)}`,
          hint: hintOf(secret),
          hash: hashOf(secret),
          scopes,
          createdAt: new Date(),
          createdBy: 'tests',
        },
      });
      return secret;
    },
    fetch: (path, init) => app.fetch(new Request(`${ORIGIN}${path}`, init)),
    createServer: () => app.createServer(),
    close: () => database.close(),
  };
}
