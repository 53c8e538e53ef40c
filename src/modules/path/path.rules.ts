export type NodeKind = 'Actor' | 'Organisation' | 'Country';

/** A participant, as far as a search for paths looks at it. */
export interface PathNode {
  readonly kind: NodeKind;
  readonly id: string;
}

/** What the search asks of the database, a statement a call. */
export interface PathReads {
  /** Everybody one hop from any of the ids; the ids themselves may be among them. */
  listNeighbours(ids: readonly string[]): Promise<readonly PathNode[]>;
  /** Which of the targets are one hop from which of the ids. */
  listLinkedPairs(
    ids: readonly string[],
    targets: readonly string[],
  ): Promise<readonly { readonly id: string; readonly target: string }[]>;
}

/** The participants at one distance from an end. */
type Layer = ReadonlyMap<string, NodeKind>;

/**
 * Shortest paths between two participants, at most `most` of them, each with both ends; none where they are further apart than
 * `maxHops`. The search goes from both ends and meets in the middle, always from the end that has reached fewer, and asks
 * at most two statements a hop: one on the way out, one on the way back.
 */
export async function findShortestPaths(
  reads: PathReads,
  from: PathNode,
  to: PathNode,
  maxHops: number,
  most: number,
): Promise<PathNode[][]> {
  const near = [new Map([[from.id, from.kind]])];
  const far = [new Map([[to.id, to.kind]])];
  let middle: string[] = [];
  for (let hops = 0; middle.length === 0; hops += 1) {
    if (hops === maxHops) return [];
    const [mine, theirs] = outermost(near).size <= outermost(far).size ? [near, far] : [far, near];
    const layer = await nextLayer(reads, mine);
    if (layer.size === 0) return [];
    mine.push(layer);
    const edge = outermost(theirs);
    middle = [...layer.keys()].filter((id) => edge.has(id));
  }
  const kinds = new Map([...near, ...far].flatMap((layer) => [...layer]));
  const starts = peopleFirst(middle, kinds).slice(0, most);
  const heads = await walkBack(reads, starts, near, kinds, most);
  const tails = await walkBack(reads, starts, far, kinds, most);
  const paths: PathNode[][] = [];
  for (const start of starts) {
    for (const head of heads.get(start) ?? []) {
      for (const tail of tails.get(start) ?? []) {
        if (paths.length === most) return paths;
        const ids = [...head.toReversed(), start, ...tail];
        paths.push(ids.map((id) => ({ id, kind: kinds.get(id) as NodeKind })));
      }
    }
  }
  return paths;
}

/**
 * Where somebody stood for a body, a path leads through both: the person says more. Beyond that ids decide, which rise with
 * time, so that the order stays as it is while more is recorded.
 */
function peopleFirst(ids: readonly string[], kinds: Layer): string[] {
  const rank = (id: string) => (kinds.get(id) === 'Actor' ? 0 : 1);
  return ids.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

const outermost = (layers: readonly Layer[]) => layers.at(-1) as Layer;

async function nextLayer(reads: PathReads, layers: readonly Layer[]): Promise<Map<string, NodeKind>> {
  const found = await reads.listNeighbours([...outermost(layers).keys()]);
  return new Map(
    found.filter(({ id }) => !layers.some((layer) => layer.has(id))).map(({ id, kind }) => [id, kind] as const),
  );
}

/** By start: ways from it to the end that the layers grew from, at most `most` each, without the start itself. */
async function walkBack(
  reads: PathReads,
  starts: readonly string[],
  layers: readonly Layer[],
  kinds: Layer,
  most: number,
): Promise<ReadonlyMap<string, readonly string[][]>> {
  let ways = new Map<string, string[][]>(starts.map((start) => [start, [[]]]));
  for (const layer of layers.slice(0, -1).reverse()) {
    const heads = new Set([...ways].flatMap(([start, own]) => own.map((way) => way.at(-1) ?? start)));
    const pairs = await reads.listLinkedPairs([...heads], [...layer.keys()]);
    const linked = Map.groupBy(pairs, ({ id }) => id);
    const targets = new Map(
      [...linked].map(([id, own]) => [
        id,
        peopleFirst(
          own.map(({ target }) => target),
          kinds,
        ),
      ]),
    );
    ways = new Map(
      [...ways].map(([start, own]) => {
        const longer = own.flatMap((way) => (targets.get(way.at(-1) ?? start) ?? []).map((target) => [...way, target]));
        return [start, longer.slice(0, most)];
      }),
    );
  }
  return ways;
}
