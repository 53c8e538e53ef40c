import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settings } from '../src/config.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = globSync('src/**/*.{ts,mjs}', { cwd: root }).filter((file) => !file.startsWith('src/generated/'));

/** The rooms by path; the first that fits. */
const ROOMS: readonly (readonly [RegExp, string])[] = [
  [/^src\/generated\/prisma\/enums\.ts$/, 'enums'],
  [/^src\/generated\//, 'generated'],
  [/^src\/lib\//, 'lib'],
  [/^src\/config\.ts$/, 'config'],
  [/^src\/database\//, 'database'],
  [/^src\/graphql\/schema\.ts$/, 'schema'],
  [/^src\/graphql\//, 'graphql'],
  [/^src\/modules\/.*\.(rules|errors|reads|writes|loaders)\.ts$/, '$1'],
  [/^src\/modules\/.*\.graphql\.ts$/, 'types'],
  [/^src\/edition\//, 'edition'],
  [/^src\/ingest\//, 'ingest'],
  [/^src\/http\//, 'http'],
  [/^src\/cli\//, 'cli'],
];

/** docs/architecture.md has the same table in words; `*` marks what may be imported for its types alone. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: ['lib'],
  config: ['lib'],
  database: ['generated', 'enums', 'config', 'lib', 'database'],
  rules: ['rules', 'errors', 'lib', 'enums*', 'generated*'],
  errors: ['rules', 'errors', 'lib', 'enums*', 'generated*'],
  reads: ['rules', 'reads', 'database', 'generated', 'enums', 'lib'],
  writes: ['writes', 'edition', 'reads', 'rules', 'errors', 'database', 'generated', 'enums', 'lib'],
  loaders: ['reads', 'rules', 'database', 'lib', 'enums*', 'generated*'],
  graphql: ['graphql', 'loaders', 'database', 'generated', 'enums', 'config', 'lib'],
  types: [
    'types',
    'graphql',
    'writes',
    'reads',
    'rules',
    'errors',
    'loaders',
    'edition',
    'ingest',
    'database',
    'lib',
    'enums*',
    'generated*',
  ],
  edition: ['edition', 'writes', 'reads', 'rules', 'errors', 'database', 'generated', 'enums', 'lib'],
  ingest: ['ingest', 'edition', 'writes', 'reads', 'rules', 'errors', 'database', 'generated', 'enums', 'lib'],
  schema: ['graphql', 'types'],
  http: ['http', 'schema', 'graphql', 'writes', 'reads', 'rules', 'errors', 'database', 'config', 'lib'],
  cli: [
    'cli',
    'schema',
    'http',
    'edition',
    'ingest',
    'writes',
    'reads',
    'rules',
    'errors',
    'database',
    'config',
    'lib',
    'enums*',
  ],
};

function roomOf(file: string): string {
  for (const [pattern, room] of ROOMS) {
    const match = pattern.exec(file);
    if (match) return room.startsWith('$') ? (match[1] ?? '') : room;
  }
  return 'nowhere';
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

const imports: Import[] = sources.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = [
    ...text.matchAll(
      /^(?:import|export)\s(type\s)?[^;'"]*?from\s*'(\.[^']+)'|^import\s*'(\.[^']+)'|import\('(\.[^']+)'\)/gm,
    ),
  ];
  return statements.map((match) => ({
    file,
    target: relative(root, join(root, dirname(file), match[2] ?? match[3] ?? match[4] ?? '')),
    typesOnly: match[1] !== undefined || /^import\s*\{(\s*type\s+\w+\s*,?)+\s*\}/.test(match[0]),
  }));
});

describe('the rooms of src', () => {
  it('hold every file, and every import leads to one', () => {
    expect(sources.filter((file) => roomOf(file) === 'nowhere')).toEqual([]);
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.filter(({ target }) => !target.startsWith('src/'))).toEqual([]);
  });

  it('import only from the rooms below them', () => {
    const wrong = imports.filter(({ file, target, typesOnly }) => {
      const allowed = MAY_IMPORT[roomOf(file)] ?? [];
      const room = roomOf(target);
      return !allowed.includes(room) && !(typesOnly && allowed.includes(`${room}*`));
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('build the schema in one place, and read the environment in none', () => {
    const having = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    expect(having(/\.toSchema\(/)).toEqual(['src/graphql/schema.ts']);
    expect(having(/process\.env/).filter((file) => !file.startsWith('src/cli/'))).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  it('lists every setting with its default and its meaning', () => {
    const text = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const rows = settings.map(
      ({ name, default: value, meaning }) => `| \`${name}\` | ${value === null ? '' : `\`${value}\``} | ${meaning} |`,
    );
    expect(rows.filter((row) => !text.includes(row))).toEqual([]);
    expect(
      text.match(/^\| `[A-Z_]+` \|/gm)?.filter((row) => /`(PORT|HOST|[A-Z]+_[A-Z_]+|GRAPHIQL|INTROSPECTION)`/.test(row))
        .length,
    ).toBeGreaterThanOrEqual(settings.length);
  });
});
