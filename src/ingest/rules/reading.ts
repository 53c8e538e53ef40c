import type { Mention } from './mentions.ts';
import type { NameBook } from './name-book.ts';
import type { Range } from './sentences.ts';
import type { Token } from './tokens.ts';

/** What the finders of names share while they read one passage. */
export interface Reading {
  readonly book: NameBook;
  readonly passage: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mention[];
}

export const overlaps = (one: Range, other: Range) => one.start < other.end && one.end > other.start;

export const isFree = ({ mentions }: Reading, range: Range, kinds?: readonly Mention['kind'][]) =>
  mentions.every((mention) => !overlaps(mention, range) || (kinds?.includes(mention.kind) ?? false));

export const GEOGRAPHY: readonly Mention['kind'][] = ['COUNTRY', 'ADJECTIVE', 'CAPITAL', 'PLACE'];

export function remove(mentions: Mention[], range: Range): void {
  for (let index = mentions.length - 1; index >= 0; index -= 1) {
    if (overlaps(mentions[index] as Mention, range)) mentions.splice(index, 1);
  }
}
