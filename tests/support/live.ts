import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { type Config, readConfig } from '../../src/config.ts';
import type { DatabaseClient } from '../../src/database/client.ts';
import type { Scope } from '../../src/generated/prisma/enums.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { type App, createApp, type Intervals } from '../../src/http/server.ts';
import { createSecret, hashOf, hintOf } from '../../src/modules/access/key.rules.ts';

export interface LiveServer {
  readonly app: App;
  readonly url: string;
  readonly log: string[];
  close(): Promise<void>;
}

/** The application on a port of 127.0.0.1, over a database that the caller opens and closes. */
export async function serve(
  client: DatabaseClient,
  { intervals, ...config }: Partial<Config> & { intervals?: Partial<Intervals> } = {},
): Promise<LiveServer> {
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => log.push(line) });
  const app = createApp({
    schema: createSchema(),
    client,
    config: { ...readConfig({}), ...config },
    logger,
    ...(intervals && { intervals }),
  });
  const server = app.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    app,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    log,
    async close() {
      app.drain();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export interface Answer {
  /** Absent where there are errors instead. */
  readonly data: Record<string, unknown>;
  readonly errors?: { message: string; extensions: Record<string, unknown> & { code: string } }[];
}

export interface Listener extends AsyncIterator<Answer, undefined> {
  readonly status: number;
  /** Reads no more from the socket, which stays open. */
  stall(): void;
  resume(): void;
  /** The next `count` answers. */
  take(count: number): Promise<Answer[]>;
  /** Leaves without a word, as a client does whose cable is pulled. */
  leave(): void;
}

/** Subscribes as a client would that speaks HTTP and nothing else, and resolves with the head of the response. */
export async function listen(
  url: string,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Listener> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    });
    outgoing.once('response', resolve).once('error', reject);
    outgoing.end(JSON.stringify({ query, variables }));
  });
  response.setEncoding('utf8');
  const answers = readAnswers(response);
  return {
    status: response.statusCode ?? 0,
    next: () => answers.next(),
    stall: () => response.socket.pause(),
    resume: () => response.socket.resume(),
    async take(count) {
      const taken: Answer[] = [];
      while (taken.length < count) {
        const { value, done } = await answers.next();
        if (done) throw new Error(`The stream ended after ${taken.length} of ${count} answers.`);
        taken.push(value);
      }
      return taken;
    },
    leave: () => response.destroy(),
  };
}

async function* readAnswers(response: AsyncIterable<string>): AsyncGenerator<Answer, undefined> {
  let rest = '';
  for await (const chunk of response) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event] = /^event: (.*)$/m.exec(block) ?? [];
      if (event === 'complete') return;
      const [, data] = /^data: (.*)$/m.exec(block) ?? [];
      if (data) yield JSON.parse(data);
    }
  }
  throw new Error('The stream broke off.');
}

/** Asks by POST, as JSON. */
export async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

/** Makes a key; the headers are those of who has it. */
export async function createKey(client: DatabaseClient, ...scopes: Scope[]) {
  const secret = createSecret();
  const [hint, hash] = [hintOf(secret), hashOf(secret)];
  await client.apiKey.create({ data: { name: hint, hint, hash, scopes, createdAt: new Date(), createdBy: 'tests' } });
  return { hash, headers: { authorization: `Bearer ${secret}` } };
}
