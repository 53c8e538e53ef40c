import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gazetteerOf } from '../../seed/gazetteer.ts';
import { readEdition } from '../../seed/read.ts';
import { loadGazetteer } from '../../src/ingest/gazetteer.reads.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const FOLDER = new URL('../../seed/data/belarus-security-2019-09/', import.meta.url).pathname.replace(/\/$/, '');

describe('loadGazetteer', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ seed: true });
  });
  afterAll(() => database.close());

  it('knows what the edition in the database tells, as its files do', async () => {
    const loaded = await loadGazetteer(database.client);
    const told = gazetteerOf(await readEdition(FOLDER));
    for (const noun of Object.keys(told) as (keyof typeof told)[]) {
      const sorted = (list: readonly { slug: string; names: readonly string[] }[]) =>
        list
          .map((record) => ({ ...record, names: [...new Set(record.names)].sort() }))
          .sort((a, b) => (a.slug < b.slug ? -1 : 1));
      // A tenure's preferred name is its office's title, which the files need not repeat.
      const withoutTitle = (record: { name?: string; names: readonly string[] }) => ({
        ...record,
        names: record.names.filter((name) => name !== record.name),
        ...('offices' in record && { offices: [...(record.offices as string[])].sort() }),
      });
      expect(sorted(loaded[noun]).map(withoutTitle), noun).toEqual(sorted(told[noun]).map(withoutTitle));
    }
  });
});
