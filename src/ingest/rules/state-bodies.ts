import type { Entity } from './entities.ts';
import type { Mention } from './mentions.ts';
import type { NameBook } from './name-book.ts';
import { singular } from './plurals.ts';
import { GEOGRAPHY, isFree, type Reading, remove } from './reading.ts';
import type { Range } from './sentences.ts';

/** "Poland, Ukraine and Belarus". */
export function listCountries({ text, mentions }: Reading, first: Mention): readonly Mention[] {
  const list = [first];
  for (;;) {
    const { end } = list.at(-1) as Mention;
    const gap = /^(?:, and |, | and )(?:the )?/.exec(text.slice(end));
    const next = gap && mentions.find((mention) => mention.kind === 'COUNTRY' && mention.start === end + gap[0].length);
    if (!next) return list;
    list.push(next);
  }
}

/** "the Ugandan army", "the armies of Belarus and Russia", "the armed forces of Serbia". */
export function findArmies(reading: Reading): void {
  const { book, passage, text, mentions } = reading;
  for (const match of text.matchAll(
    /\b(?<what>[Aa]rm(?:y|ies)|[Aa]rmed [Ff]orces|[Ss]pecial [Ss]ervices) of (?:the )?(?=\p{Lu})/gu,
  )) {
    const at = match.index + match[0].length;
    const first = mentions.find(({ kind, start }) => kind === 'COUNTRY' && start === at);
    if (!first) continue;
    const countries = listCountries(reading, first);
    const range = { start: match.index, end: (countries.at(-1) as Mention).end };
    if (!isFree(reading, range, GEOGRAPHY)) continue;
    const what = /^arm(?:y|ies)$/i.test(match.groups?.what ?? '')
      ? 'Army'
      : /^armed/i.test(match.groups?.what ?? '')
        ? 'Armed Forces'
        : 'Special Services';
    const entities = countries.map(({ country }) => bodyOfCountry(book, what, country ?? '', { passage, ...range }));
    remove(mentions, range);
    mentions.push({
      ...range,
      kind: 'ORGANISATION',
      entity: entities[0],
      entities,
      country: countries.length === 1 ? (countries[0]?.country ?? null) : null,
    });
  }
  findCouncils(reading);
  // "the army" is that of the state that the text is about.
  for (const match of text.matchAll(/\b[Tt]he (?<what>army|armed forces)\b(?! of)/gu)) {
    const range = { start: match.index + 4, end: match.index + match[0].length };
    if (!book.home || !isFree(reading, range)) continue;
    const what = match.groups?.what === 'army' ? 'Army' : 'Armed Forces';
    const entity = bodyOfCountry(book, what, book.home, { passage, ...range });
    mentions.push({ ...range, kind: 'ORGANISATION', entity, country: book.home });
  }
  for (const adjective of mentions.filter(({ kind }) => kind === 'ADJECTIVE')) {
    const match = /^ (?<what>[Aa]rmy|[Aa]rmed [Ff]orces|[Ss]pecial [Ss]ervices|[Nn]avy|[Aa]ir [Ff]orce)\b/.exec(
      text.slice(adjective.end),
    );
    if (!match) continue;
    const range = { start: adjective.start, end: adjective.end + match[0].length };
    if (!isFree(reading, range, ['ADJECTIVE'])) continue;
    const entity = book.recogniseBody(text.slice(range.start, range.end), adjective.country ?? null, {
      passage,
      ...range,
    });
    remove(mentions, range);
    mentions.push({ ...range, kind: 'ORGANISATION', entity, country: adjective.country ?? null });
  }
}

/** "the security councils of Belarus and Azerbaijan": the same body in several states, in small letters. */
function findCouncils(reading: Reading): void {
  const { book, passage, text, mentions } = reading;
  for (const match of text.matchAll(
    /\b(?<what>(?:(?!of|the|and|all|both)\p{Ll}+ ){1,3})(?<head>councils|ministries|committees|agencies|services|departments|staffs|parliaments) of (?:the )?(?=\p{Lu})/gu,
  )) {
    const at = match.index + match[0].length;
    const first = mentions.find(({ kind, start }) => kind === 'COUNTRY' && start === at);
    const countries = first ? listCountries(reading, first) : [];
    const range = { start: match.index, end: countries.at(-1)?.end ?? 0 };
    if (countries.length < 2 || !isFree(reading, range, GEOGRAPHY)) continue;
    const title = `${match.groups?.what}${singular(match.groups?.head ?? '')}`.replaceAll(/\b\p{Ll}/gu, (letter) =>
      letter.toUpperCase(),
    );
    const entities = countries.map(({ country }) =>
      book.recogniseBody(
        `${title} of ${book.nameOf(country ?? '')}`,
        country ?? null,
        { passage, ...range },
        { inSource: false },
      ),
    );
    remove(mentions, range);
    mentions.push({ ...range, kind: 'ORGANISATION', entity: entities[0], entities, country: null });
  }
}

export function bodyOfCountry(
  book: NameBook,
  what: string,
  country: string,
  sighting: Range & { passage: string },
): Entity {
  return book.recogniseBody(`${book.adjectiveOf(country)} ${what}`, country, sighting, { inSource: false });
}
