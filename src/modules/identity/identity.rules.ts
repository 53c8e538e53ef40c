/** Two records that are judged to be one. */
export interface SameEdge {
  readonly a: string;
  readonly b: string;
}

/** The records in groups: those that a chain of edges links are one. */
export function clustersOf(ids: Iterable<string>, edges: readonly SameEdge[]): readonly (readonly string[])[] {
  const left = new Set(ids);
  const clusters: string[][] = [];
  for (const id of left) {
    const cluster = [...reach(id, edges).keys()].filter((member) => left.has(member));
    for (const member of cluster) left.delete(member);
    clusters.push(cluster);
  }
  return clusters;
}

/** The edges of a shortest chain from one record to another; null where none links them. */
export function findChain(from: string, to: string, edges: readonly SameEdge[]): readonly SameEdge[] | null {
  const reached = reach(from, edges);
  if (!reached.has(to)) return null;
  const chain: SameEdge[] = [];
  for (let edge = reached.get(to), id = to; edge; edge = reached.get(id)) {
    chain.unshift(edge);
    id = edge.a === id ? edge.b : edge.a;
  }
  return chain;
}

/** Everything that can be reached, with the edge over which it was reached first; null for the start. */
function reach(start: string, edges: readonly SameEdge[]): ReadonlyMap<string, SameEdge | null> {
  const reached = new Map<string, SameEdge | null>([[start, null]]);
  // A Map goes on over what is added meanwhile, breadth first.
  for (const id of reached.keys()) {
    for (const edge of edges) {
      if (edge.a !== id && edge.b !== id) continue;
      const other = edge.a === id ? edge.b : edge.a;
      if (!reached.has(other)) reached.set(other, edge);
    }
  }
  return reached;
}
