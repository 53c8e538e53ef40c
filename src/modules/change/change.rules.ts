/**
 * A transaction as the API names it. Its number would tell how many others came before it, private ones included; its
 * instant is told anyway, and no other has the same.
 */
export const nameOfSet = (at: Date): string => String(at.getTime());

/** The instant of a transaction that is named so; null where none can be. */
export function instantOfSet(name: string): Date | null {
  // Thirteen digits reach to the year 2286, and stay within what the database can read.
  return /^\d{1,13}$/.test(name) ? new Date(Number(name)) : null;
}

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
