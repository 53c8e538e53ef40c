import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from './schema-engine.ts';

export const PRISMA_FOLDER = fileURLToPath(new URL('../../prisma', import.meta.url));
export const MIGRATIONS_FOLDER = join(PRISMA_FOLDER, 'migrations');

/** What stands outside the models: the words of names and the list of logged tables, which only SQL by hand reads. */
export const SCHEMA_FILTER: Engine.SchemaFilter = {
  externalTables: ['public.change_log_table', 'public.search_word'],
  externalEnums: [],
};

const LOCKFILE = 'migration_lock.toml';

/** The migrations on disk, oldest first, in the shape that the schema engine takes. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Engine.MigrationList> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: { path: LOCKFILE, content: await readFile(join(folder, LOCKFILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

/** prisma/schema.prisma and the models, in the shape that the schema engine takes. */
export async function readModels(): Promise<Engine.SchemasContainer> {
  const paths = (await readdir(PRISMA_FOLDER, { recursive: true })).filter((path) => path.endsWith('.prisma')).sort();
  return {
    files: await Promise.all(
      paths.map(async (path) => {
        const file = join(PRISMA_FOLDER, path);
        return { path: file, content: await readFile(file, 'utf8') };
      }),
    ),
  };
}
