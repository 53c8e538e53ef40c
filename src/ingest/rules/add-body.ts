import type { Mention } from './mentions.ts';
import { isFree, type Reading, remove } from './reading.ts';
import type { Range } from './sentences.ts';

export type Abbreviation = Range & { readonly text: string };

/** A body by its printed name, with the initials that stand in brackets after it. */
export function addBody(
  reading: Reading,
  range: Range,
  country: string | null,
  abbreviation: Abbreviation | null,
): Mention {
  const { book, text, passage, mentions } = reading;
  const name = text.slice(range.start, range.end);
  const entity = book.recogniseBody(name, country, { passage, ...range });
  remove(mentions, range);
  const mention: Mention = { ...range, kind: 'ORGANISATION', entity, country };
  mentions.push(mention);
  if (abbreviation && isFree(reading, abbreviation)) {
    book.addAbbreviation(entity, abbreviation.text, { passage, start: abbreviation.start, end: abbreviation.end });
    mentions.push({
      start: abbreviation.start,
      end: abbreviation.end,
      kind: 'ORGANISATION',
      entity,
      country,
      silent: true,
    });
  }
  return mention;
}
