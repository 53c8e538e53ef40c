import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAs } from '../../src/database/transaction.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask, createKey, type LiveServer, listen, serve } from '../support/live.ts';

const KEYS = 'subscription { changed { key } }';
const AUTHOR = { by: 'tests', reason: null };

describe('a subscription', () => {
  let database: TestDatabase;
  let server: LiveServer;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await serve(database.client, {
      maxSubscribers: 2,
      maxDepth: 4,
      maxCost: 40,
      requestTimeoutMs: 1000,
      intervals: { pollMs: 100, recheckMs: 100 },
    });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const none = () => expect.poll(() => server.app.subscribers()).toBe(0);
  const add = (slug: string) =>
    writeAs(database.client, AUTHOR, (db) => db.topic.create({ data: { slug, name: slug, kind: 'SUBJECT' } }));
  /** The code of the error with which a stream begins and ends. */
  const refusalOf = async (query: string, headers: Record<string, string> = {}) => {
    const reader = await listen(server.url, query, {}, headers);
    const { value } = await reader.next();
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    return value?.errors?.[0]?.extensions.code;
  };

  it('is not given up when a request would be', async () => {
    // The first request of all takes its time.
    await ask(server.url, '{ changes(first: 1) { nodes { key } } }');
    const reader = await listen(server.url, KEYS);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await add('late');
    expect(await reader.take(1)).toEqual([{ data: { changed: { key: 'late' } } }]);
    reader.leave();
    await none();
  });

  it('is refused where as many are served as may be, and taken when one has gone', async () => {
    const readers = [await listen(server.url, KEYS), await listen(server.url, KEYS)];
    expect(await refusalOf(KEYS)).toBe('TOO_MANY_SUBSCRIBERS');
    readers[0]?.leave();
    await expect.poll(() => server.app.subscribers()).toBe(1);
    const next = await listen(server.url, KEYS);
    await add('next');
    expect(await next.take(1)).toEqual([{ data: { changed: { key: 'next' } } }]);
    for (const reader of [...readers, next]) reader.leave();
    await none();
  });

  it('falls under the limits of depth and cost', async () => {
    expect(
      await refusalOf('subscription { changed { entity { ... on Topic { parent { parent { parent { slug } } } } } } }'),
    ).toBe('QUERY_TOO_COMPLEX');
    expect(
      await refusalOf('subscription { changed { entity { ... on Topic { events(first: 50) { nodes { slug } } } } } }'),
    ).toBe('QUERY_TOO_COMPLEX');
  });

  it('is answered by server-sent events alone', async () => {
    const answer = await ask(server.url, KEYS, { accept: 'application/json' });
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' }, message: /text\/event-stream/ });
    const strict = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: KEYS }),
    });
    expect(strict.status).toBe(406);
    expect(server.app.subscribers()).toBe(0);
  });

  it('leaves nothing behind when its reader goes, whenever that is', async () => {
    for (const delay of [0, 1, 2, 5, 10, 20, 50]) {
      const outgoing = request(server.url, {
        method: 'POST',
        agent: false,
        headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      });
      outgoing.on('error', () => {});
      outgoing.end(JSON.stringify({ query: KEYS }));
      await new Promise((resolve) => setTimeout(resolve, delay));
      outgoing.destroy();
    }
    await none();
  });

  it('tells nothing more once its key is revoked, however rarely keys are asked for', async () => {
    const patient = await serve(database.client, { intervals: { pollMs: 100, recheckMs: 3_600_000, freshMs: 0 } });
    const { hash, headers } = await createKey(database.client, 'READ_DRAFTS');
    const reader = await listen(patient.url, KEYS, {}, headers);
    await add('seen');
    expect(await reader.take(1)).toEqual([{ data: { changed: { key: 'seen' } } }]);
    await database.client.apiKey.update({ where: { hash }, data: { revokedAt: new Date() } });
    await add('unseen');
    expect(await reader.take(1)).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    await patient.close();
  });

  it('ends when its key does, and says so', async () => {
    const { hash, headers } = await createKey(database.client, 'READ_DRAFTS');
    const reader = await listen(server.url, KEYS, {}, headers);
    await add('known');
    await reader.take(1);
    await database.client.apiKey.update({ where: { hash }, data: { expiresAt: new Date() } });
    const [last] = await reader.take(1);
    expect(last).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    await none();
  });

  it('tells a fault of ours as one, and ends', async () => {
    const reader = await listen(server.url, 'subscription { changed { key after } }');
    await database.client.$executeRaw`alter table changed_row rename column before to hidden`;
    await database.client.$executeRaw`insert into change_set (at, by) values (now(), 'tests')`;
    await database.client.$executeRaw`
      insert into logged_change (id, set_id, kind, entity_type, entity_id, key)
      select gen_random_uuid(), max(id), 'CREATED', 'Topic', gen_random_uuid(), 'broken' from change_set`;
    const [last] = await reader.take(1);
    await database.client.$executeRaw`alter table changed_row rename column hidden to before`;
    expect(last?.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
      },
    ]);
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    // Under the id that the request had.
    const logged = server.log
      .map((line) => JSON.parse(line))
      .filter(({ requestId }) => requestId === last?.errors?.[0]?.extensions.requestId);
    expect(logged.map(({ msg }) => msg).sort()).toEqual(['A request failed on our side.', 'request']);
    await none();
  });

  it('is ended by a server that shuts down, which takes no more', async () => {
    const reader = await listen(server.url, KEYS);
    server.app.drain();
    expect(await reader.take(1)).toMatchObject([{ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] }]);
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    expect(await refusalOf(KEYS)).toBe('SERVICE_UNAVAILABLE');
    expect(server.app.subscribers()).toBe(0);
  });
});
