/** A row of the log, as far as its images go. */
export interface Images {
  readonly tableName: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One side of a change: the rows by table, or null where there were none. */
export function imagesOf(rows: readonly Images[], side: 'before' | 'after'): Record<string, object[]> | null {
  const images: Record<string, object[]> = {};
  for (const row of rows) {
    const image = row[side];
    if (image === null) continue;
    images[row.tableName] ??= [];
    images[row.tableName]?.push(image as object);
  }
  return Object.keys(images).length === 0 ? null : images;
}
