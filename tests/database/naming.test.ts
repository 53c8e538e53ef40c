import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnName, tableName } from '../../src/database/where-sql.ts';
import { getDatamodel } from '../../src/generated/pothos.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('names tables and columns by one rule from the models', async () => {
  // Prisma tells of no column whose type it does not know; and the words of names are no model.
  const { models } = getDatamodel().datamodel;
  const expected = Object.entries(models).flatMap(([model, { fields }]) =>
    fields.filter((field) => field.kind !== 'object').map((field) => `${tableName(model)}.${columnName(field.name)}`),
  );
  const columns = await database.client.$queryRaw<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name not in ('_prisma_migrations', 'change_log_table', 'search_word')
      and data_type <> 'tsvector'`;
  expect(columns.map(({ name }) => name).sort()).toEqual(expected.sort());
  expect(expected).toContain('event.not_before');
});
