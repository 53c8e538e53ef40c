import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type DatabaseClient } from '../../src/database/client.ts';
import { applyMigrations } from '../../src/database/migrate.ts';
import { MIGRATIONS_FOLDER } from '../../src/database/migration-files.ts';
import { writeAs } from '../../src/database/transaction.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createTestApp, type GraphQLAnswer } from '../support/app.ts';
import { cloneDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { createGraph } from '../support/graph.ts';

const LOG = '20261126100000_add_change_log';

describe('the tables of the graph', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  /** What every migration that adds a table has to decide; these are no facts of the graph. */
  const UNLOGGED =
    /^(_prisma_migrations|api_key|change_\w+|changed_row|logged_change|search_word|seed_row|draft\w*|suggestion\w*)$/;

  it('are logged, all of them', async () => {
    const tables = await database.client.$queryRaw<{ name: string; logged: boolean }[]>`
      select t.table_name::text as name, l.table_name is not null as logged
      from information_schema.tables t left join change_log_table l on l.table_name = t.table_name
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`;
    expect(tables.filter(({ name, logged }) => logged === UNLOGGED.test(name))).toEqual([]);
  });

  it('have views of the past with the same columns', async () => {
    const differing = await database.client.$queryRaw<{ name: string }[]>`
      select l.table_name as name from change_log_table l
      where (select array_agg(c.column_name::text order by 1) from information_schema.columns c
          where c.table_schema = 'public' and c.table_name = l.table_name)
        is distinct from (select array_agg(c.column_name::text order by 1) from information_schema.columns c
          where c.table_schema = 'as_of' and c.table_name = l.table_name)`;
    expect(differing).toEqual([]);
  });

  it('belong to entities that the schema knows', async () => {
    const rows = await database.client.$queryRaw<{ type: string }[]>`
      select trim(both '''' from entity_type) as type from change_log_table where entity_key is not null`;
    const enumeration = createSchema().getType('EntityType');
    const known = isEnumType(enumeration) ? enumeration.getValues().map(({ value }) => value as string) : [];
    expect(rows.map(({ type }) => type).sort()).toEqual(known.sort());
  });
});

describe('what was there before the log', () => {
  it('is a set of its own, and can be asked for as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'digestgraph-log-'));
    const clone = await cloneDatabase('empty');
    let client: DatabaseClient | undefined;
    let close = async () => {};
    try {
      await cp(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
      for (const name of await readdir(MIGRATIONS_FOLDER)) {
        if (name < LOG) await cp(join(MIGRATIONS_FOLDER, name), join(folder, name), { recursive: true });
      }
      await applyMigrations(clone.connection, folder);
      ({ client, close } = createClient({
        connection: clone.connection,
        size: 1,
        acquireTimeoutMs: 30_000,
        onPoolError: () => {},
      }));
      await createEarlyRows(client);
      // No further: later migrations may change rows, which the log then has as well.
      await cp(join(MIGRATIONS_FOLDER, LOG), join(folder, LOG), { recursive: true });
      await applyMigrations(clone.connection, folder);
      const changes = await client.loggedChange.findMany({
        include: { set: true, rows: true },
        orderBy: { seq: 'asc' },
      });
      expect(
        changes.map(({ entityType, key, kind, set, rows }) => [entityType, key, kind, set.by, rows.length]),
      ).toEqual([
        ['Country', 'BY', 'CREATED', 'migration', 1],
        ['Actor', 'somebody', 'CREATED', 'migration', 2],
      ]);
      expect(new Set(changes.map(({ setId }) => setId)).size).toBe(1);
    } finally {
      await close();
      await clone.drop();
      await rm(folder, { recursive: true });
    }
  });

  /** By SQL, for the client knows columns that later migrations add. */
  async function createEarlyRows(client: DatabaseClient): Promise<void> {
    await client.$executeRaw`insert into country (id, code, name) values (gen_random_uuid(), 'BY', 'Belarus')`;
    await client.$executeRaw`
      insert into actor (id, slug, name, kind, country_id)
      select gen_random_uuid(), 'somebody', 'Somebody', 'PERSON', id from country`;
    await client.$executeRaw`
      insert into name (id, text, kind, in_source, ordinal, actor_id)
      select gen_random_uuid(), name, 'PREFERRED', true, 1, id from actor`;
  }
});

describe('a reader who goes on from the last cursor', () => {
  interface Page {
    readonly changes: {
      readonly nodes: { readonly id: string; readonly key: string; readonly set: string }[];
      readonly pageInfo: { readonly endCursor: string | null };
    };
  }

  const WRITERS = 6;
  const TURNS = 12;

  it('misses nothing and meets nothing twice while many write, some past the application and some in vain', async () => {
    const app = await createTestApp();
    try {
      await createGraph(app.client, 2);
      const kept: string[] = [];
      let writing = true;

      const write = async (writer: number) => {
        for (let turn = 0; turn < TURNS; turn += 1) {
          const slug = `topic-by-${writer}-at-${turn}`;
          const data = { slug, name: slug, kind: 'SUBJECT' as const };
          const fails = turn % 4 === 3;
          const attempt =
            writer % 2 === 0
              ? writeAs(app.client, { by: `writer ${writer}`, reason: null }, async (db) => {
                  await db.topic.create({ data });
                  await db.actor.updateMany({ data: { name: slug } });
                  if (fails) throw new Error('in vain');
                })
              : app.client.$transaction(
                  async (db) => {
                    await db.topic.create({ data });
                    if (fails) throw new Error('in vain');
                  },
                  { maxWait: 60_000, timeout: 60_000 },
                );
          await attempt.then(
            () => kept.push(slug),
            (error: Error) => expect(error.message).toBe('in vain'),
          );
        }
      };

      const read = async () => {
        const met: Page['changes']['nodes'] = [];
        let after: string | null = null;
        for (;;) {
          const wasWriting = writing;
          const { data, errors }: GraphQLAnswer<Page> = await app.ask(
            'query Next($after: String) { changes(first: 5, after: $after) { nodes { id key set } pageInfo { endCursor } } }',
            { after },
          );
          expect(errors).toBeUndefined();
          met.push(...data.changes.nodes);
          after = data.changes.pageInfo.endCursor ?? after;
          if (data.changes.nodes.length === 0 && !wasWriting) return met;
        }
      };

      const readers = [read(), read()];
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
      writing = false;
      const expected = await app.client.loggedChange.findMany({
        orderBy: { seq: 'asc' },
        select: { key: true, seq: true },
      });
      for (const met of await Promise.all(readers)) {
        expect(met.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
        expect(new Set(met.map(({ id }) => id)).size).toBe(met.length);
        const topics = met.map(({ key }) => key).filter((key) => key.startsWith('topic-by-'));
        expect([...topics].sort()).toEqual([...kept].sort());
        expect(met.map(({ set }) => Number(set))).toEqual(met.map(({ set }) => Number(set)).sort((a, b) => a - b));
      }
      expect(kept).toHaveLength((WRITERS * TURNS * 3) / 4);
    } finally {
      await app.close();
    }
  });
});
