import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGenerated } from '../../bench/database.ts';
import { readConfig } from '../../src/config.ts';

describe('the database that a bench generates', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'digestgraph-bench-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('is an embedded one where none is named, with a search index, and is filled once', async () => {
    const config = readConfig({ DIGESTGRAPH_DATA_DIR: root });
    for (let round = 0; round < 2; round += 1) {
      const database = await openGenerated(config, 50);
      try {
        expect(await database.client.event.count()).toBe(50);
        const [row] = await database.client.$queryRaw<object[]>`
          select count(*)::int as indexed from event where search_text like '%' and search_document is not null`;
        expect(row).toEqual({ indexed: 50 });
      } finally {
        await database.close();
      }
    }
  });
});
