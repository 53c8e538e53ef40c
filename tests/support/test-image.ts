import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Copy, copyTables } from '../../bench/copy.ts';
import { generateTables } from '../../bench/generate.ts';
import { type Connection, createClient } from '../../src/database/client.ts';
import { applyMigrations } from '../../src/database/migrate.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EDITION = join(ROOT, 'seed/data/belarus-security-2019-09');

/** A database that a test has for itself. */
export interface Clone {
  readonly connection: Connection;
  drop(): Promise<void>;
}

/** Without a table; with the tables; with the dataset of the first edition in them; or with a generated graph. */
export type Content = 'empty' | 'migrated' | 'seeded' | 'generated';

/** Enough that a plan shows its shape, few enough to be made in seconds. */
export const GENERATED_EVENTS = 3000;

/** Images and clones that nobody has touched for so long are left over from a run that did not end well. */
export const LEFT_OVER_MS = 1_800_000;

const EMPTY_FILES = ['node_modules/@electric-sql/pglite/package.json'];
const MIGRATED_FILES = [...EMPTY_FILES, 'prisma/migrations/**/*.sql'];
const SEEDED_FILES = [
  ...MIGRATED_FILES,
  'seed/**/*.{ts,yaml}',
  'src/lib/*.ts',
  'src/database/*.ts',
  'src/modules/**/*.{rules,errors,reads,writes}.ts',
];
const FILES: Readonly<Record<Content, readonly string[]>> = {
  empty: EMPTY_FILES,
  migrated: MIGRATED_FILES,
  seeded: SEEDED_FILES,
  generated: [...MIGRATED_FILES, 'bench/**/*.ts'],
};

/** Names an image by all that it is made from, so that an old one is never taken for a new one. */
export function imageName(content: Content): string {
  const hash = createHash('sha256');
  for (const file of globSync(FILES[content], { cwd: ROOT }).sort()) {
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return `${content}_${hash.digest('hex').slice(0, 16)}`;
}

/** Makes an empty database what the tests expect to find. */
export async function fillDatabase(connection: Connection, content: Content, copy: Copy): Promise<void> {
  if (content === 'empty') return;
  await applyMigrations(connection);
  if (content === 'migrated') return;
  if (content === 'generated') return copyTables(generateTables(GENERATED_EVENTS), copy);
  // Not imported at the top: whoever tests the database alone does not load what the dataset needs.
  const { loadEdition } = await import('../../seed/load.ts');
  const { client, close } = createClient({ connection, size: 1, acquireTimeoutMs: 30_000, onPoolError: () => {} });
  try {
    await loadEdition(client, EDITION);
  } finally {
    await close();
  }
}
