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
const PRIVATE = '20261126140000_log_private_writes';

describe('the tables of the graph', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  /** What every migration that adds a table has to decide; these are no facts of the graph. */
  const UNLOGGED = /^(_prisma_migrations|change_\w+|changed_row|logged_change|search_word|seed_row)$/;

  it('are logged, all of them', async () => {
    const tables = await database.client.$queryRaw<{ name: string; logged: boolean }[]>`
      select t.table_name::text as name, l.table_name is not null as logged
      from information_schema.tables t left join change_log_table l on l.table_name = t.table_name
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`;
    expect(tables.filter(({ name, logged }) => logged === UNLOGGED.test(name))).toEqual([]);
  });

  it('are for those alone who may see what is in them, where that is not everybody', async () => {
    const rows = await database.client.$queryRaw<{ name: string; audience: string; isOfPast: boolean }[]>`
      select table_name as name, audience::text, to_regclass('as_of.' || table_name) is not null as "isOfPast"
      from change_log_table where audience is not null order by 1`;
    expect(rows).toEqual([
      { name: 'api_key', audience: 'ADMIN', isOfPast: false },
      { name: 'draft', audience: 'READ_DRAFTS', isOfPast: false },
      { name: 'draft_passage', audience: 'READ_DRAFTS', isOfPast: false },
      { name: 'draft_suggestion', audience: 'READ_DRAFTS', isOfPast: false },
    ]);
  });

  it('have views of the past with the same columns', async () => {
    const differing = await database.client.$queryRaw<{ name: string }[]>`
      select l.table_name as name from change_log_table l
      where l.audience is null and (select array_agg(c.column_name::text order by 1) from information_schema.columns c
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

describe('the changes that are public', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('are read from an index of theirs, however much else is logged', async () => {
    await createGraph(database.client, 1);
    await database.client.$executeRaw`
      insert into draft_suggestion (id, draft_id, noun, key, record, ordinal, passage, rule, score)
      select gen_random_uuid(), d.id, 'EVENTS', 'event-' || n, '{}', n, '1', 'test', 1
      from draft d, generate_series(1, 3000) n`;
    await database.client.$executeRaw`analyze logged_change`;
    const plan = await database.client.$queryRaw<{ 'QUERY PLAN': string }[]>`
      explain select id from logged_change where audience is null and seq > 0 order by seq limit 21`;
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('Index Scan using logged_change_public_seq_idx');
    expect(text).not.toMatch(/Filter|Sort/);
  });

  it('take in no row that is for others than the entity', async () => {
    const { client } = database;
    await client.$executeRaw`create table note (id uuid primary key, topic_id uuid not null)`;
    await client.$queryRaw`
      select change_log_attach('note', '''Topic''', '(image->>''topic_id'')::uuid', null, '{}', 'READ_DRAFTS')::text`;
    const mixed = client.$transaction(async (db) => {
      const { id } = await db.topic.create({ data: { slug: 'noted', name: 'Noted', kind: 'SUBJECT' } });
      await db.$executeRaw`insert into note values (gen_random_uuid(), ${id}::uuid)`;
    });
    await expect(mixed).rejects.toThrow('Rows of note are for others than the entity');
    expect(await client.topic.count({ where: { slug: 'noted' } })).toBe(0);
  });
});

describe('what was there before the log', () => {
  it('is a set of its own, and can be asked for as it was', async () => {
    // No further: later migrations may change rows, which the log then has as well.
    await migrateAfter(LOG, createEarlyRows, async (client) => {
      const changes = await client.loggedChange.findMany({
        // The client knows columns that later migrations add.
        select: { entityType: true, key: true, kind: true, setId: true, set: true, rows: true },
        orderBy: { seq: 'asc' },
      });
      expect(
        changes.map(({ entityType, key, kind, set, rows }) => [entityType, key, kind, set.by, rows.length]),
      ).toEqual([
        ['Country', 'BY', 'CREATED', 'migration', 1],
        ['Actor', 'somebody', 'CREATED', 'migration', 2],
      ]);
      expect(new Set(changes.map(({ setId }) => setId)).size).toBe(1);
    });
  });

  it('is for those alone who may see it, where it is a draft or a key, and holds no secret', async () => {
    await migrateAfter(PRIVATE, createEarlyPrivateRows, async (client) => {
      const changes = await client.loggedChange.findMany({
        select: { entityType: true, key: true, audience: true, set: true, rows: true },
        orderBy: { seq: 'asc' },
      });
      expect(
        changes.map(({ entityType, key, audience, set, rows }) => [entityType, key, audience, set.by, rows.length]),
      ).toEqual([
        ['Draft', 'tides-2031-03', 'READ_DRAFTS', 'migration', 1],
        ['ApiKey', 'desk', 'ADMIN', 'migration', 1],
      ]);
      expect(JSON.stringify(changes.map(({ rows }) => rows.map(({ after }) => after)))).not.toMatch(/abab|The quays/);
    });
  });

  /** Brings a database to where it stood before a migration, fills it, applies that one alone, and hands it over. */
  async function migrateAfter(
    migration: string,
    fill: (client: DatabaseClient) => Promise<void>,
    look: (client: DatabaseClient) => Promise<void>,
  ): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'digestgraph-log-'));
    const clone = await cloneDatabase('empty');
    let close = async () => {};
    try {
      await cp(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
      for (const name of await readdir(MIGRATIONS_FOLDER)) {
        if (name < migration) await cp(join(MIGRATIONS_FOLDER, name), join(folder, name), { recursive: true });
      }
      await applyMigrations(clone.connection, folder);
      const created = createClient({
        connection: clone.connection,
        size: 1,
        acquireTimeoutMs: 30_000,
        onPoolError: () => {},
      });
      close = created.close;
      await fill(created.client);
      await cp(join(MIGRATIONS_FOLDER, migration), join(folder, migration), { recursive: true });
      await applyMigrations(clone.connection, folder);
      await look(created.client);
    } finally {
      await close();
      await clone.drop();
      await rm(folder, { recursive: true });
    }
  }

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

  async function createEarlyPrivateRows(client: DatabaseClient): Promise<void> {
    await client.$executeRaw`
      insert into draft (id, report_slug, series_slug, series_title, title, period_start, period_end, language, sections, text, sha256,
        warnings, updated_by)
      values (gen_random_uuid(), 'tides-2031-03', 'tides', 'Tides', 'Tides', '2031-03-01', '2031-03-31', 'en', '[]', 'The quays.', 'x',
        '[]', 'tests')`;
    await client.$executeRaw`
      insert into api_key (id, name, hint, hash, scopes, created_at, created_by)
      values (gen_random_uuid(), 'desk', 'dgk_', repeat('ab', 32), '{EDIT}', now(), 'tests')`;
  }
});

describe('a reader who goes on from the last cursor', () => {
  interface Page {
    readonly changes: {
      readonly nodes: { readonly id: string; readonly key: string; readonly set: string }[];
      readonly pageInfo: { readonly endCursor: string | null };
    };
  }

  const draftOf = (slug: string) => ({
    reportSlug: slug.replace('topic', 'draft'),
    seriesSlug: 'tides',
    seriesTitle: 'Tides',
    title: 'Tides',
    periodStart: new Date('2031-03-01'),
    periodEnd: new Date('2031-03-31'),
    language: 'en',
    sections: [],
    warnings: [],
    updatedBy: 'tests',
  });

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
                  await db.draft.create({ data: draftOf(slug) });
                  await db.topic.create({ data });
                  await db.actor.updateMany({ data: { name: slug } });
                  if (fails) throw new Error('in vain');
                })
              : app.client.$transaction(
                  async (db) => {
                    await db.topic.create({ data });
                    await db.draft.create({ data: draftOf(slug) });
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

      const read = async (key?: string) => {
        const met: Page['changes']['nodes'] = [];
        let after: string | null = null;
        for (;;) {
          const wasWriting = writing;
          const { data, errors }: GraphQLAnswer<Page> = await app.ask(
            'query Next($after: String) { changes(first: 5, after: $after) { nodes { id key set } pageInfo { endCursor } } }',
            { after },
            key,
          );
          expect(errors).toBeUndefined();
          met.push(...data.changes.nodes);
          after = data.changes.pageInfo.endCursor ?? after;
          if (data.changes.nodes.length === 0 && !wasWriting) return met;
        }
      };

      const readers = [read(), read(), read(await app.createKey('READ_DRAFTS'))];
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
      writing = false;
      for (const [reader, met] of (await Promise.all(readers)).entries()) {
        const expected = await app.client.loggedChange.findMany({
          where: { OR: [{ audience: null }, ...(reader === 2 ? [{ audience: 'READ_DRAFTS' as const }] : [])] },
          orderBy: { seq: 'asc' },
          select: { key: true },
        });
        expect(met.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
        expect(met.filter(({ key }) => key.startsWith('draft-by-'))).toHaveLength(reader === 2 ? kept.length : 0);
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
