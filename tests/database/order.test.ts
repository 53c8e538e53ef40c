import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('sorts names as people do and slugs by bytes, on every database', async () => {
  const names = ['Żukowski', 'apple', 'Zas', 'Bela', 'Łukaszenka', 'Ágnes', 'apple-b', 'applea', 'Lukas'];
  const slugs = ['a-b', 'ab', 'a1', 'a', 'b', 'a-c', '1', 'a0', 'abc'];
  await database.client.actor.createMany({
    data: names.map((name, index) => ({ name, slug: slugs[index] as string, kind: 'PERSON' })),
  });
  const byName = await database.client.actor.findMany({ orderBy: { name: 'asc' } });
  expect(byName.map(({ name }) => name)).toEqual([
    'Ágnes',
    'apple',
    'apple-b',
    'applea',
    'Bela',
    'Lukas',
    'Łukaszenka',
    'Zas',
    'Żukowski',
  ]);
  const bySlug = await database.client.actor.findMany({ orderBy: { slug: 'asc' } });
  expect(bySlug.map(({ slug }) => slug)).toEqual([...slugs].sort());
});

it('has an index for the newest events first, undated ones last', async () => {
  const [row] = await database.client.$queryRaw<{ definition: string }[]>`
    select pg_get_indexdef('event_newest_first'::regclass) as definition`;
  expect(row?.definition).toContain('(start_date DESC NULLS LAST, slug)');
});
