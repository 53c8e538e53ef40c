import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAs } from '../../../src/database/transaction.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { createGraph } from '../../support/graph.ts';

interface Change {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly set: string;
  readonly entityType: string;
  readonly entity: { readonly id: string } | null;
  readonly before: Readonly<Record<string, Record<string, unknown>[]>> | null;
  readonly after: Readonly<Record<string, Record<string, unknown>[]>> | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await createGraph(app.client, 1);
});
afterAll(() => app.close());

const CHANGES = `query Changes($filter: ChangeFilter, $last: Int) {
  changes(filter: $filter, last: $last) {
    totalCount
    nodes { id kind action by reason set entityType key withheld before after entity { __typename id } }
  }
}`;

async function changes(variables: object = { last: 100 }): Promise<Change[]> {
  const { data, errors } = await app.ask<{ changes: { nodes: Change[] } }>(CHANGES, { last: 100, ...variables });
  expect(errors).toBeUndefined();
  return data.changes.nodes;
}

/** What `work` adds to the log, shortest. */
async function logged(work: () => Promise<unknown>): Promise<string[]> {
  const before = await changes();
  await work();
  const known = new Set(before.map(({ id }) => id));
  return (await changes()).filter(({ id }) => !known.has(id)).map(shorten);
}

function shorten({ kind, entityType, key, before, after }: Change): string {
  const tables = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  const counts = tables.map((table) => `${table} ${before?.[table]?.length ?? 0}>${after?.[table]?.length ?? 0}`);
  return `${kind} ${entityType} ${key}: ${counts.join(', ')}`;
}

describe('the change log', () => {
  it('tells who wrote what, why, and how it was before and after', async () => {
    await writeAs(app.client, { by: 'key newsroom', reason: 'A typing mistake.' }, async (db) => {
      await db.actor.update({ where: { slug: 'actor-1' }, data: { name: 'Somebody Else' } });
      await db.name.updateMany({ where: { actor: { slug: 'actor-1' } }, data: { text: 'Somebody Else' } });
    });
    const [change] = await changes({ last: 1 });
    expect(change).toMatchObject({
      kind: 'UPDATED',
      entityType: 'ACTOR',
      key: 'actor-1',
      by: 'key newsroom',
      reason: 'A typing mistake.',
      action: null,
      withheld: [],
      entity: { __typename: 'Actor' },
      before: { actor: [{ slug: 'actor-1', name: 'Actor actor 1' }], name: [{ text: 'Actor actor 1' }] },
      after: { actor: [{ slug: 'actor-1', name: 'Somebody Else' }], name: [{ text: 'Somebody Else' }] },
    });
    expect(JSON.stringify(change)).not.toContain('search_');
  });

  it('keeps what a transaction was as a whole', async () => {
    await writeAs(app.client, { by: 'cli', reason: null, action: 'PUBLISHED' }, (db) =>
      db.topic.update({ where: { slug: 'topic-1' }, data: { name: 'Another' } }),
    );
    await app.client.topic.update({ where: { slug: 'topic-1' }, data: { name: 'Yet another' } });
    expect(await changes({ last: 2 })).toMatchObject([{ action: 'PUBLISHED', reason: null }, { action: null }]);
    expect(await changes({ filter: { actions: ['PUBLISHED'] } })).toHaveLength(1);
  });

  it('counts parts to their entity, also those that go with it', async () => {
    expect(await logged(() => app.client.event.delete({ where: { slug: 'part-1' } }))).toEqual([
      'DELETED EVENT part-1: citation 7>0, event 1>0, event_place 1>0, event_topic 1>0, name 1>0, participation 6>0',
    ]);
    const [deleted] = await changes({ last: 1 });
    expect(deleted).toMatchObject({ after: null, entity: null });
    expect(
      await logged(() => app.client.citation.deleteMany({ where: { participation: { event: { slug: 'around-1' } } } })),
    ).toEqual(['UPDATED EVENT around-1: citation 6>0']);
    expect(
      await logged(() => app.client.name.updateMany({ where: { tenureId: { not: null } }, data: { language: 'en' } })),
    ).toEqual(['UPDATED ACTOR actor-1: name 1>1', 'UPDATED ACTOR other-1: name 1>1']);
  });

  it('tells of what loses a reference by a deletion', async () => {
    await app.client.agreementEvent.deleteMany({});
    await app.client.event.deleteMany({ where: { slug: 'part-1' } });
    await app.client.about.deleteMany({});
    expect(
      (await logged(() => app.client.event.delete({ where: { slug: 'event-1' } }))).map((line) => line.split(':')[0]),
    ).toEqual(
      expect.arrayContaining(['DELETED EVENT event-1', 'UPDATED STATEMENT statement-1', 'UPDATED STATISTIC figure-1']),
    );
  });

  it('tells of each row once a transaction, and not at all where it ends as it began', async () => {
    const rename = (name: string) => ({ where: { slug: 'actor-1' }, data: { name } });
    expect(
      await logged(() =>
        writeAs(app.client, { by: 'test', reason: null }, async (db) => {
          await db.actor.update(rename('First'));
          await db.actor.update(rename('Second'));
          await db.place.update({ where: { slug: 'place-1' }, data: { name: 'Elsewhere' } });
          await db.place.update({ where: { slug: 'place-1' }, data: { name: 'Place 1' } });
          const { id } = await db.topic.create({ data: { slug: 'brief', name: 'Brief', kind: 'SUBJECT' } });
          await db.topic.delete({ where: { id } });
        }),
      ),
    ).toEqual(['UPDATED ACTOR actor-1: actor 1>1']);
    expect(await changes({ last: 1 })).toMatchObject([
      { before: { actor: [{ name: 'Somebody Else' }] }, after: { actor: [{ name: 'Second' }] } },
    ]);
  });

  it('knows no change where nothing but the search index is written, or nothing', async () => {
    expect(await logged(() => app.client.$executeRaw`update actor set search_text = ''`)).toEqual([]);
    expect(await logged(() => app.client.$executeRaw`update actor set name = name`)).toEqual([]);
    expect(await logged(() => app.client.actor.deleteMany({ where: { slug: 'nobody' } }))).toEqual([]);
  });

  it('tells that the published wording changed, and never what it says', async () => {
    await app.client.passage.updateMany({ data: { text: 'As it was printed.' } });
    await app.client.passage.updateMany({ data: { text: 'As it was corrected.', gist: 'Another gist' } });
    const told = await changes({ last: 2 });
    expect(told).toMatchObject([
      { kind: 'UPDATED', withheld: ['passage.text'] },
      { withheld: ['passage.text'], after: { passage: [{ gist: 'Another gist' }] } },
    ]);
    const [{ held } = { held: -1 }] = await app.client.$queryRaw<{ held: number }[]>`
      select count(*)::int as held from changed_row r where r::text like '%As it was%'`;
    expect(held).toBe(0);
  });

  it('keeps nothing of what was rolled back, wholly or to a savepoint', async () => {
    expect(
      await logged(async () => {
        const lost = writeAs(app.client, { by: 'test', reason: null }, async (db) => {
          await db.actor.updateMany({ data: { name: 'Nobody' } });
          throw new Error('Changed my mind.');
        });
        await expect(lost).rejects.toThrow('Changed my mind.');
        await writeAs(app.client, { by: 'test', reason: null }, async (db) => {
          await db.$executeRaw`savepoint here`;
          await db.actor.updateMany({ data: { name: 'Nobody' } });
          await db.$executeRaw`rollback to savepoint here`;
          await db.topic.update({ where: { slug: 'topic-1' }, data: { name: 'Kept' } });
        });
      }),
    ).toEqual(['UPDATED TOPIC topic-1: topic 1>1']);
  });

  it('names the database role of whoever writes past the application, and logs a TRUNCATE', async () => {
    const lines = await logged(() => app.client.$executeRaw`truncate passage_topic`);
    expect(lines).toEqual(['UPDATED PASSAGE 1: passage_topic 1>0']);
    expect(await changes({ last: 1 })).toMatchObject([{ by: 'postgres' }]);
  });

  it('is append-only', async () => {
    for (const statement of [
      "update change_set set reason = 'Never happened'",
      "update logged_change set key = 'x'",
      'delete from changed_row',
      'delete from logged_change',
      'truncate change_set cascade',
      'truncate changed_row',
    ]) {
      await expect(app.client.$executeRawUnsafe(statement), statement).rejects.toThrow('append-only');
    }
  });
});

describe('the list of changes', () => {
  const FILTERS = [
    { entityTypes: ['EVENT', 'ACTOR'] },
    { entityTypes: [] },
    { keys: ['event-1', 'nothing'] },
    { kinds: ['CREATED'] },
    { kinds: ['DELETED'] },
    { by: ['key newsroom'] },
    { actions: ['PUBLISHED'] },
    { sets: ['1', 'x'] },
    { since: '2019-09-01T00:00:00Z' },
    { until: '2019-09-01T00:00:00Z' },
    { or: [{ kinds: ['UPDATED'] }, { entityTypes: ['TOPIC'] }] },
  ];

  beforeAll(() =>
    writeAs(app.client, { by: 'key newsroom', reason: null, action: 'PUBLISHED' }, (db) =>
      db.event.updateMany({ data: { summary: 'Another' } }),
    ),
  );

  it.each(FILTERS)('is filtered, and the complement is the rest: %j', async (filter) => {
    const [all, inside, outside] = [
      await changes(),
      await changes({ filter }),
      await changes({ filter: { not: filter } }),
    ];
    expect([...inside, ...outside].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    // Beneath a list the filter is compiled to SQL by hand.
    const { data, errors } = await app.ask<{ events: { nodes: { history: { nodes: { id: string }[] } }[] } }>(
      `query Histories($filter: ChangeFilter) { events { nodes { history(filter: $filter) { totalCount nodes { id } } } } }`,
      { filter },
    );
    expect(errors).toBeUndefined();
    expect(data.events.nodes.flatMap(({ history }) => history.nodes.map(({ id }) => id)).sort()).toEqual(
      inside
        .filter(({ entityType, entity }) => entityType === 'EVENT' && entity)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('finds what was changed together', async () => {
    await writeAs(app.client, { by: 'test', reason: null }, async (db) => {
      await db.actor.updateMany({ data: { name: 'Same' } });
      await db.topic.updateMany({ data: { name: 'Same' } });
    });
    const [last] = await changes({ last: 1 });
    expect((await changes({ filter: { sets: [last?.set] } })).map(({ key }) => key).sort()).toEqual([
      'actor-1',
      'alias-1',
      'narrower-1',
      'other-1',
      'topic-1',
    ]);
  });

  it('goes on from a cursor, and refuses one that is none', async () => {
    const page = (after: string | null) =>
      app.ask<{ changes: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
        'query Page($after: String) { changes(first: 7, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data } = await page(after);
      ids.push(...data.changes.nodes.map(({ id }) => id));
      if (!data.changes.pageInfo.hasNextPage) break;
      after = data.changes.pageInfo.endCursor;
    }
    expect(ids).toEqual((await changes()).map(({ id }) => id));
    for (const cursor of ['x', Buffer.from('["commit","99999999999999999999"]').toString('base64url')]) {
      expect((await page(cursor)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
