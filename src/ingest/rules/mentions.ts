import type { Work } from '../../lib/turns.ts';
import type { DigestPassage } from '../extractor.ts';
import { BODY_FINDERS, findSoleNames } from './bodies.ts';
import type { Entity } from './entities.ts';
import { findGroups } from './groups.ts';
import type { NameBook } from './name-book.ts';
import { findOffices } from './offices.ts';
import { findPersons, findSurnames } from './persons.ts';
import { findPlaces } from './places.ts';
import type { Reading } from './reading.ts';
import type { Range } from './sentences.ts';
import { listTokens } from './tokens.ts';

/** Somebody or something named in a passage, with its place in UTF-16 units. */
export interface Mention extends Range {
  readonly kind:
    | 'PERSON'
    | 'GROUP'
    | 'HOLDER'
    | 'ORGANISATION'
    | 'COUNTRY'
    | 'ADJECTIVE'
    | 'CAPITAL'
    | 'PLACE'
    | 'AGREEMENT';
  readonly entity?: Entity | undefined;
  /** Several at once: "the Security Councils of Poland and Ukraine". */
  readonly entities?: readonly Entity[] | undefined;
  readonly country?: string | null;
  /** The office as worded beside the name. */
  readonly office?: string;
  readonly officeBody?: Entity | null;
  readonly rank?: string | null;
  /** Name and office together. */
  readonly outer?: Range;
  /** A second name right after the first. */
  readonly silent?: boolean;
}

const KINDS = {
  ORGANISATION: 'ORGANISATION',
  PLACE: 'PLACE',
  AGREEMENT: 'AGREEMENT',
  PERSON: 'PERSON',
  GROUP: 'GROUP',
  UNNAMED_OFFICE_HOLDER: 'HOLDER',
} as const;

/**
 * All that is named in the passages, in two rounds: full names first, wherever they stand, and then the surnames, which
 * may come before them.
 */
export function* findMentions(
  book: NameBook,
  passages: readonly DigestPassage[],
): Work<ReadonlyMap<string, readonly Mention[]>> {
  const readings: Reading[] = [];
  for (const { number, text } of passages) {
    readings.push(createReading(book, number, text));
    yield;
  }
  book.home ??= findHome(readings);
  yield* eachBy(readings, [...BODY_FINDERS, findOffices, findGroups, findPersons]);
  yield* eachBy(readings, [findSurnames, findPlaces, findSoleNames]);
  return new Map(
    readings.map(({ passage, mentions }) => [passage, mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)]),
  );
}

function* eachBy(readings: readonly Reading[], finders: readonly ((reading: Reading) => void)[]): Work<void> {
  for (const reading of readings) {
    for (const find of finders) {
      find(reading);
      yield;
    }
  }
}

/** The names that were known before. */
function createReading(book: NameBook, passage: string, text: string): Reading {
  const tokens = listTokens(text);
  const mentions: Mention[] = [];
  for (const { start, end, owner, text: printed } of book.index.match(text, tokens)) {
    if (owner.type === 'COUNTRY') {
      // The Vienna Document is no place.
      if (
        owner.how === 'CAPITAL' &&
        /^ (?:Document|Memorandum|Agreements?|Protocol|Convention|Treaty|Declaration|Format|Process)\b/i.test(
          text.slice(end),
        )
      )
        continue;
      const kind = owner.how === 'NAME' ? 'COUNTRY' : owner.how;
      mentions.push({ start, end, kind, country: owner.code });
      continue;
    }
    const { entity } = owner;
    if (entity.noun === 'organisations' && isOfAnother(book, entity, text, { start, end })) continue;
    // "the Belarusian Ministry of Defence": the adjective of its state belongs to the name of a body.
    const adjective = mentions.at(-1);
    const own =
      entity.noun === 'organisations' &&
      adjective?.kind === 'ADJECTIVE' &&
      adjective.country === entity.country &&
      adjective.end === start - 1;
    const from = own ? adjective.start : start;
    if (own) mentions.pop();
    entity.see(own ? text.slice(from, end) : printed, { passage, start: from, end });
    mentions.push({ start: from, end, kind: KINDS[entity.kind], entity, country: entity.country });
  }
  return { book, passage, text, tokens, mentions };
}

/** "the police of the Brest region", "of the capital", is not that of the whole state. */
const OF_REGION =
  /^ of (?:the )?(?:\p{Lu}[\p{L}-]+ (?:region|district|oblast|province|county)|(?:capital|city|region|district))(?!\p{L})/u;

/** "Ministry of Defence of Serbia" is not the ministry that is known as "Ministry of Defence" alone. */
function isOfAnother(book: NameBook, { country }: Entity, text: string, { start, end }: Range): boolean {
  if (OF_REGION.test(text.slice(end)) || /\b(?:capital|city|region|district)[’']s $/.test(text.slice(0, start)))
    return true;
  const after = /^(?: \(\p{Lu}+\))? of (?:the )?(?<name>\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)/u.exec(text.slice(end))
    ?.groups?.name;
  const before = /(?<name>\p{Lu}\p{Ll}+) $/u.exec(text.slice(0, start))?.groups?.name;
  const codes = [after, after?.split(' ')[0], before].flatMap((name) =>
    name
      ? book.index
          .find(name)
          .flatMap((owner) => (owner.type === 'COUNTRY' && owner.how !== 'CAPITAL' ? [owner.code] : []))
      : [],
  );
  return country !== null && codes.length > 0 && !codes.includes(country);
}

function findHome(readings: readonly Reading[]): string | null {
  const counts = new Map<string, number>();
  for (const { mentions } of readings) {
    for (const { country } of mentions) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
