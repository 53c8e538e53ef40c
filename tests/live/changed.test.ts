import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseClient } from '../../src/database/client.ts';
import { writeAs } from '../../src/database/transaction.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Answer, ask, type LiveServer, listen, serve } from '../support/live.ts';

const AUTHOR = { by: 'tests', reason: 'to be heard of' };

/** One transaction that adds topics. */
const addTopics = (client: DatabaseClient, ...slugs: string[]) =>
  writeAs(client, AUTHOR, (db) =>
    db.topic.createMany({ data: slugs.map((slug) => ({ slug, name: `Topic ${slug}`, kind: 'SUBJECT' as const })) }),
  );

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}-${n}`);
const keysOf = (answers: Answer[]) => answers.map(({ data }) => (data?.changed as { key: string } | undefined)?.key);
const KEYS =
  'subscription Keys($filter: ChangeFilter, $after: String) { changed(filter: $filter, after: $after) { key } }';

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

  it('tells each change as it is committed, with whatever is asked of it', async () => {
    const reader = await listen(
      server.url,
      'subscription { changed { kind entityType key by reason after cursor entity { id ... on Topic { name } } } }',
    );
    await addTopics(database.client, 'one');
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
});
