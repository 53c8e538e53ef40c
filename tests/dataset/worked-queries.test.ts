import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTabs } from '../../src/http/graphiql.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

/** Every GraphQL example that a document shows, by the document's name. */
function examplesIn(path: string): { name: string; query: string }[] {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  return [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map((match, index) => ({
    name: `${path} #${index + 1}`,
    query: match[1] ?? '',
  }));
}

/** The lists of an answer that hold nothing, by path; a worked example that answers `[]` shows nothing. */
function emptyRoots(data: Record<string, unknown>): string[] {
  const found: string[] = [];
  for (const [key, value] of Object.entries(data)) {
    const rows = (value as { nodes?: unknown[] } | null)?.nodes ?? value;
    if (rows === null || (Array.isArray(rows) && rows.length === 0)) found.push(key);
  }
  return found;
}

/** Every field name that was asked for has to hold something in at least one row. */
function barren(value: unknown, path = '', seen = new Map<string, boolean>()): Map<string, boolean> {
  if (Array.isArray(value)) {
    seen.set(path, (seen.get(path) ?? false) || value.length > 0);
    for (const item of value) barren(item, path, seen);
  } else if (typeof value === 'object' && value !== null) {
    seen.set(path, true);
    for (const [key, inner] of Object.entries(value)) barren(inner, path ? `${path}.${key}` : key, seen);
  } else {
    seen.set(path, (seen.get(path) ?? false) || value !== null);
  }
  return seen;
}

describe('a worked query', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ seed: true });
  });
  afterAll(() => app.close());

  const pages = globSync('docs/queries/*.md', { cwd: new URL('../../', import.meta.url).pathname });
  const examples = [...readTabs(), ...['README.md', ...pages].flatMap(examplesIn)];

  it('stands in about ten tabs and in the README', () => {
    expect(readTabs()).toHaveLength(10);
    expect(examplesIn('README.md').length).toBeGreaterThan(0);
  });

  it.each(examples)('answers with real data in every field that it asks for: $name', async ({ query }) => {
    const { data, errors } = await app.ask(query);
    expect(errors).toBeUndefined();
    expect(emptyRoots(data)).toEqual([]);
    expect([...barren(data)].filter(([, holds]) => !holds).map(([path]) => path)).toEqual([]);
  });
});
