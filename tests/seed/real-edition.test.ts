import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAllEditions, SEED_FOLDER } from '../../seed/load.ts';
import { readEdition } from '../../seed/read.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { changes } from './state.ts';

describe('the editions that come with Digestgraph', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });

  afterAll(() => database.close());

  it('load without a mistake, and a second time without a change', async () => {
    const first = await loadAllEditions(database.client);
    expect(first.map(({ report }) => report)).toContain('belarus-security-2019-09');
    expect(first.flatMap(changes).every((change) => change.includes(' created '))).toBe(true);
    expect((await loadAllEditions(database.client)).flatMap(changes)).toEqual([]);
  });

  it('load in few statements, however many rows there are', async () => {
    const { passages, events } = await readEdition(join(SEED_FOLDER, 'belarus-security-2019-09'));
    database.statements.length = 0;
    await loadAllEditions(database.client);
    expect(passages.length + events.length).toBeGreaterThan(100);
    expect(database.statements.length).toBeLessThan(100);
  });
});
