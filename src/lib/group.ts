/** The ids of the rows, in their order, under each key. A key without rows is absent. */
export function groupIds<Row extends { readonly id: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(rows, keyOf);
  return new Map([...groups].map(([key, group]) => [key, group.map((row) => row.id)]));
}
