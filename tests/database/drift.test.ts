import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diffMigrationsToModels } from '../../src/database/diff.ts';
import { MIGRATIONS_FOLDER } from '../../src/database/migration-files.ts';

it('finds that the models and the migrations agree', async () => {
  expect(await diffMigrationsToModels()).toBeNull();
});

it('finds what the migrations lack', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'digestgraph-drift-'));
  try {
    await cp(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
    expect(await diffMigrationsToModels(folder)).toContain('CREATE TABLE "statistic"');
  } finally {
    await rm(folder, { recursive: true });
  }
});
