import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShortestPaths, type PathNode } from '../../../src/modules/path/path.rules.ts';

type Edge = readonly [string, string];

const actor = (id: string): PathNode => ({ kind: 'Actor', id });

/** A graph in memory that counts what it is asked. */
function readsOver(edges: readonly Edge[]) {
  const reads = {
    calls: 0,
    async listNeighbours(ids: readonly string[]) {
      reads.calls += 1;
      return edges.flatMap(([a, b]) => (ids.includes(a) ? [actor(b)] : []).concat(ids.includes(b) ? [actor(a)] : []));
    },
    async listLinkedPairs(ids: readonly string[], targets: readonly string[]) {
      reads.calls += 1;
      const links = new Set(edges.flatMap(([a, b]) => [`${a}${b}`, `${b}${a}`]));
      return [...links]
        .map(([id = '', target = '']) => ({ id, target }))
        .filter(({ id, target }) => ids.includes(id) && targets.includes(target));
    },
  };
  return reads;
}

/** The plain way: every path, by length, one hop at a time. */
function distance(edges: readonly Edge[], from: string, to: string): number {
  let reached = new Set([from]);
  for (let hops = 0; hops <= edges.length; hops += 1) {
    if (reached.has(to)) return hops;
    reached = new Set([...reached, ...edges.flatMap(([a, b]) => (reached.has(a) ? [b] : reached.has(b) ? [a] : []))]);
  }
  return Number.POSITIVE_INFINITY;
}

const find = async (edges: readonly Edge[], from: string, to: string, maxHops: number, most = 10) =>
  (await findShortestPaths(readsOver(edges), actor(from), actor(to), maxHops, most)).map((path) =>
    path.map(({ id }) => id).join(''),
  );

describe('the search for shortest paths', () => {
  const ring: Edge[] = ['ab', 'bc', 'cd', 'de', 'ef', 'fa'].map((pair) => [pair[0] ?? '', pair[1] ?? '']);

  it('finds every one of them, and only the shortest', async () => {
    expect(await find(ring, 'a', 'c', 4)).toEqual(['abc']);
    expect((await find(ring, 'a', 'd', 4)).sort()).toEqual(['abcd', 'afed']);
    expect(await find([...ring, ['a', 'd']], 'a', 'd', 4)).toEqual(['ad']);
  });

  it('finds none further away than asked, nor where no way leads', async () => {
    expect(await find(ring, 'a', 'd', 2)).toEqual([]);
    expect(await find([...ring, ['y', 'z']], 'a', 'z', 6)).toEqual([]);
  });

  it('answers with no more than asked', async () => {
    expect(await find(ring, 'a', 'd', 4, 1)).toHaveLength(1);
  });

  it('goes through people where a body leads the same way', async () => {
    const body: PathNode = { kind: 'Organisation', id: '1' };
    const edges: Edge[] = [
      ['a', '1'],
      ['1', 'd'],
      ['a', 'x'],
      ['x', 'd'],
    ];
    const reads = readsOver(edges);
    const listNeighbours = async (ids: readonly string[]) =>
      (await reads.listNeighbours(ids)).map((node) => (node.id === '1' ? body : node));
    const paths = await findShortestPaths({ ...reads, listNeighbours }, actor('a'), actor('d'), 4, 10);
    expect(paths.map((path) => path[1]?.id)).toEqual(['x', '1']);
  });

  it('agrees with the plain way on any graph, in at most two questions a hop', async () => {
    const node = fc.constantFrom(...'abcdefgh');
    const edge = fc.tuple(node, node).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(fc.array(edge, { maxLength: 14 }), fc.integer({ min: 1, max: 6 }), async (edges, maxHops) => {
        const reads = readsOver(edges);
        const paths = await findShortestPaths(reads, actor('a'), actor('b'), maxHops, 100);
        const shortest = distance(edges, 'a', 'b');
        expect(paths.length > 0).toBe(shortest <= maxHops);
        expect(reads.calls).toBeLessThanOrEqual(2 * maxHops);
        for (const path of paths) {
          const ids = path.map(({ id }) => id);
          expect([ids[0], ids.at(-1), ids.length]).toEqual(['a', 'b', shortest + 1]);
          for (const [index, id] of ids.slice(1).entries()) {
            const linked = edges.some((pair) => pair.includes(id) && pair.includes(ids[index] ?? ''));
            expect(linked).toBe(true);
          }
        }
        expect(new Set(paths.map((path) => path.map(({ id }) => id).join())).size).toBe(paths.length);
      }),
      { numRuns: 200 },
    );
  });
});
