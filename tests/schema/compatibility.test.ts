import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const released = read('./released.graphql');

/** What is new since the last release, as the changelog tells it. */
const unreleased = read('../../CHANGELOG.md').match(/^## \[Unreleased\]\n([\s\S]*?)(?=^## |$(?![\s\S]))/m)?.[1];

const breaking = (before: string, after: string) =>
  findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ description }) => description);

describe("a client's query", () => {
  it('goes on working, unless the changelog says of each break what it is', () => {
    const untold = breaking(released, read('../../schema.graphql')).filter((change) => !unreleased?.includes(change));
    expect(unreleased).toBeDefined();
    expect(untold).toEqual([]);
  });

  it('would be seen to break', () => {
    const without = released.replace(/^ {2}ordinal: Int$/m, '  rank: Int');
    expect(without).not.toBe(released);
    expect(breaking(released, without)).toEqual(['Event.ordinal was removed.']);
  });
});
