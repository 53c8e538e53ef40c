import { createClient as createSseClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type DatabaseClient } from '../../src/database/client.ts';
import { writeAs } from '../../src/database/transaction.ts';
import { cloneDatabase, openTestDatabase, type TestDatabase, testsPostgresql } from '../support/database.ts';
import { type Answer, ask, createKey, type Listener, type LiveServer, listen, serve } from '../support/live.ts';

const AUTHOR = { by: 'tests', reason: 'to be heard of' };

/** One transaction that adds topics. */
const addTopics = (client: DatabaseClient, slugs: readonly string[]) =>
  writeAs(client, AUTHOR, (db) =>
    db.topic.createMany({ data: slugs.map((slug) => ({ slug, name: `Topic ${slug}`, kind: 'SUBJECT' as const })) }),
  );

/** The same of what is indexed for no search, and so written faster. */
const addPlaces = (client: DatabaseClient, slugs: readonly string[]) =>
  writeAs(client, AUTHOR, (db) => db.place.createMany({ data: slugs.map((slug) => ({ slug, name: slug })) }));

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}-${n}`);
const told = (answer: Answer) => answer.data.changed as { key: string; cursor: string };
const keysOf = (answers: readonly Answer[]) => answers.map((answer) => told(answer).key);
const KEYS =
  'subscription Keys($filter: ChangeFilter, $after: String) { changed(filter: $filter, after: $after) { key cursor } }';

describe('changed', () => {
  let database: TestDatabase;
  let server: LiveServer;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await serve(database.client, { intervals: { pollMs: 100 } });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const read = async <Data>(query: string) => (await ask(server.url, query)).data as Data;

  it('tells each change as it is committed, with whatever is asked of it', async () => {
    const reader = await listen(
      server.url,
      'subscription { changed { kind entityType key by reason after entity { id ... on Topic { name } } } }',
    );
    await addTopics(database.client, ['one']);
    const [answer] = await reader.take(1);
    expect(answer).toMatchObject({
      data: {
        changed: {
          kind: 'CREATED',
          entityType: 'TOPIC',
          key: 'one',
          by: 'tests',
          reason: 'to be heard of',
          after: { topic: [{ slug: 'one' }] },
          entity: { name: 'Topic one' },
        },
      },
    });
    reader.leave();
  });

  it('tells what was written past the application, too', async () => {
    const reader = await listen(server.url, KEYS);
    await database.client.$executeRaw`update topic set name = 'Another' where slug = 'one'`;
    expect(keysOf(await reader.take(1))).toEqual(['one']);
    reader.leave();
  });

  it('goes on after the cursor of the last answer that arrived, without a gap or a repeat', async () => {
    const reader = await listen(server.url, KEYS);
    await addTopics(database.client, ['before-1', 'before-2', 'before-3']);
    const [, second] = await reader.take(2);
    reader.leave();
    await addTopics(database.client, numbered('away', 60));
    const again = await listen(server.url, KEYS, { after: second && told(second).cursor });
    const missed = await again.take(61);
    await addTopics(database.client, ['back']);
    const present = await again.take(1);
    const { changes } = await read<{ changes: { nodes: { key: string }[] } }>(
      '{ changes(last: 62) { nodes { key } } }',
    );
    expect(keysOf([...missed, ...present])).toEqual(changes.nodes.map(({ key }) => key));
    again.leave();
  });

  it('takes the cursors of `changes`, and refuses what is none', async () => {
    const { changes } = await read<{ changes: { edges: { cursor: string }[] } }>(
      '{ changes(last: 2) { edges { cursor } } }',
    );
    const reader = await listen(server.url, KEYS, { after: changes.edges[0]?.cursor });
    expect(keysOf(await reader.take(1))).toEqual(['back']);
    reader.leave();
    const refused = await listen(server.url, KEYS, { after: 'rubbish' });
    expect((await refused.take(1))[0]?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await refused.next()).toEqual({ done: true, value: undefined });
  });

  it('tells each subscriber what its own filter lets through, and nothing of the others', async () => {
    const filters = [
      { keys: ['left-3', 'last'] },
      { keys: ['right-5', 'last'] },
      { not: { keys: numbered('left', 100) } },
      { entityTypes: ['REPORT'] },
    ];
    const readers = await Promise.all(filters.map((filter) => listen(server.url, KEYS, { filter })));
    const [left, right, rest, none] = readers as [Listener, Listener, Listener, Listener];
    await addTopics(database.client, numbered('left', 100));
    await addTopics(database.client, numbered('right', 100));
    await addTopics(database.client, ['last']);
    expect(keysOf(await left.take(2))).toEqual(['left-3', 'last']);
    expect(keysOf(await right.take(2))).toEqual(['right-5', 'last']);
    expect(new Set(keysOf(await rest.take(101)))).toEqual(new Set([...numbered('right', 100), 'last']));
    const silence = new Promise((resolve) => setTimeout(resolve, 300, 'silence'));
    expect(await Promise.race([none.next(), silence])).toBe('silence');
    for (const reader of readers) reader.leave();
  });

  it('tells of drafts and keys those alone who may see them, and the others only of what is between', async () => {
    const [editor, admin] = [await createKey(database.client, 'EDIT'), await createKey(database.client, 'ADMIN')];
    const query = 'subscription After($after: String) { changed(after: $after) { key entityType cursor } }';
    const readers = await Promise.all(
      [{}, editor.headers, admin.headers].map((key) => listen(server.url, query, {}, key)),
    );
    const text = 'The developments within the month. The harbour crews met on March 4, 2031.';
    const taken = await ask(
      server.url,
      `mutation { ingestReport(input: { series: "tide-watch", period: "2031-03", text: "${text}" }) { __typename } }`,
      editor.headers,
    );
    expect(taken.data).toEqual({ ingestReport: { __typename: 'IngestedReport' } });
    const create = 'createApiKey(input: { name: "night desk", scopes: [EDIT] }) { __typename }';
    await ask(server.url, `mutation { ${create} }`, admin.headers);
    await addTopics(database.client, ['between']);

    const heard = await Promise.all(
      readers.map(async (reader) => {
        const answers: Answer[] = [];
        while (answers.length === 0 || keysOf(answers).at(-1) !== 'between') answers.push(...(await reader.take(1)));
        reader.leave();
        return answers.map((answer) => answer.data.changed as { entityType: string; cursor: string });
      }),
    );
    const types = heard.map((changes) => [...new Set(changes.map(({ entityType }) => entityType))]);
    expect(types).toEqual([
      ['TOPIC'],
      ['DRAFT', 'DRAFT_SUGGESTION', 'TOPIC'],
      ['DRAFT', 'DRAFT_SUGGESTION', 'API_KEY', 'TOPIC'],
    ]);
    // A place that somebody else was told of is one like others.
    const again = await listen(server.url, query, { after: heard[1]?.[0]?.cursor });
    expect(keysOf(await again.take(1))).toEqual(['between']);
    again.leave();
  });

  it('serves those in step from one reading of the log', async () => {
    const readers = await Promise.all(numbered('reader', 20).map(() => listen(server.url, KEYS)));
    database.statements.length = 0;
    await addTopics(database.client, numbered('shared', 200));
    const heard = await Promise.all(readers.map((reader) => reader.take(200)));
    expect(new Set(heard.map((answers) => keysOf(answers).join())).size).toBe(1);
    const pages = database.statements.filter((sql) => /logged_change"?\."?seq.* LIMIT /s.test(sql));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(20);
    for (const reader of readers) reader.leave();
  });

  it('lets neither a burst nor a reader that takes nothing stand in the way of others', async () => {
    const BURST = 5000;
    // So much a change that the buffers of a connection do not hold all.
    const much = numbered('a', 15).map((alias) => `${alias.replace('-', '')}: after`);
    const stalled = await listen(server.url, `subscription { changed { key cursor ${much.join(' ')} } }`);
    stalled.stall();
    const healthy = await listen(server.url, KEYS);
    database.statements.length = 0;
    const burst = numbered('burst', BURST);
    const writing = (async () => {
      for (let n = 0; n < BURST; n += 250) await addPlaces(database.client, burst.slice(n, n + 250));
    })();
    let heard: Answer[] | undefined;
    const hearing = healthy.take(BURST).then((answers) => {
      heard = answers;
      return answers;
    });
    const asked: number[] = [];
    const asking = (async () => {
      while (!heard) {
        const started = performance.now();
        expect(await read('{ changes(first: 1) { pageInfo { hasPreviousPage } } }')).toMatchObject({ changes: {} });
        asked.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const [answers] = await Promise.all([hearing, writing, asking]);
    expect(new Set(keysOf(answers))).toEqual(new Set(burst));
    expect(new Set(answers.map((answer) => told(answer).cursor)).size).toBe(BURST);
    expect(asked.length).toBeGreaterThan(5);
    expect(Math.max(...asked)).toBeLessThan(5000);
    // What the stalled one has not taken stays in the database.
    const readAhead = database.statements.filter((sql) => /FROM .*changed_row/s.test(sql)).length * 50;
    expect(readAhead).toBeLessThan(BURST);

    stalled.resume();
    expect(keysOf(await stalled.take(BURST))).toEqual(keysOf(answers));
    stalled.leave();
    healthy.leave();
  }, 60_000);

  it('can be read by graphql-sse, and by GET as an EventSource does', async () => {
    const client = createSseClient({ url: server.url });
    const iterator = client.iterate<{ changed: { key: string } }>({ query: 'subscription { changed { key } }' });
    const first = iterator.next();
    const address = `${server.url}?query=${encodeURIComponent('subscription { changed { key } }')}`;
    const got = await fetch(address, { headers: { accept: 'text/event-stream' } });
    expect(got.headers.get('content-type')).toMatch('text/event-stream');
    await expect.poll(() => server.app.subscribers()).toBe(2);
    await addTopics(database.client, ['sse']);
    expect((await first).value).toEqual({ data: { changed: { key: 'sse' } } });
    let text = '';
    for await (const chunk of got.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes('data:')) break;
    }
    expect(text).toContain('event: next\ndata: {"data":{"changed":{"key":"sse"}}}\n\n');
    await iterator.return?.();
    client.dispose();
    await expect.poll(() => server.app.subscribers()).toBe(0);
  });

  it('costs nothing any more when its readers have gone', async () => {
    await expect.poll(() => server.app.subscribers()).toBe(0);
    database.statements.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(database.statements).toEqual([]);
  });
});

describe.runIf(testsPostgresql())('changed, of two processes over one database', () => {
  it('tells on each what the other writes', async () => {
    const clone = await cloneDatabase('migrated');
    const nodes = await Promise.all(
      [1, 2].map(async () => {
        const { client, close } = createClient({
          connection: clone.connection,
          size: 4,
          acquireTimeoutMs: 30_000,
          onPoolError: () => {},
        });
        return { client, close, server: await serve(client) };
      }),
    );
    const readers = await Promise.all(nodes.map(({ server }) => listen(server.url, KEYS)));
    // At once: the log gives them an order, and both tell that one.
    await Promise.all(
      nodes.map(async ({ client }, node) => {
        for (let n = 0; n < 20; n += 1) await addTopics(client, [`node-${node}-${n}`]);
      }),
    );
    const [one, other] = await Promise.all(readers.map((reader) => reader.take(40)));
    expect(keysOf(one ?? [])).toEqual(keysOf(other ?? []));
    expect(new Set(keysOf(one ?? [])).size).toBe(40);
    for (const reader of readers) reader.leave();
    for (const { server, close } of nodes) {
      await server.close();
      await close();
    }
    await clone.drop();
  });
});
