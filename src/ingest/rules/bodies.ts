import type { Entity } from './entities.ts';
import {
  COMMON_BODIES,
  INSTITUTION_WORDS,
  isBodyHead,
  NO_BODIES,
  OFFICE_HEADS,
  SOLE_BODIES,
  WORLD_BODIES,
} from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { monthOf } from './months.ts';
import type { NameBook } from './name-book.ts';
import { singular } from './plurals.ts';
import type { Range } from './sentences.ts';
import { isJoined, type Token } from './tokens.ts';

/** What the finders of names share while they read one passage. */
export interface Reading {
  readonly book: NameBook;
  readonly passage: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mention[];
}

export const overlaps = (one: Range, other: Range) => one.start < other.end && one.end > other.start;

const isFree = ({ mentions }: Reading, range: Range, kinds?: readonly Mention['kind'][]) =>
  mentions.every((mention) => !overlaps(mention, range) || (kinds?.includes(mention.kind) ?? false));

const GEOGRAPHY: readonly Mention['kind'][] = ['COUNTRY', 'ADJECTIVE', 'CAPITAL', 'PLACE'];

/** Adds the bodies that no gazetteer knew: by the noun at the end of a capitalised name, by number, by initials. */
export function findBodies(reading: Reading): void {
  findArmies(reading);
  findNamedBodies(reading);
  findNumberedUnits(reading);
  findCommonBodies(reading);
  findWorks(reading);
  findInitials(reading);
}

/** What is called after a body or a weapon without being one. */
const TREATY = /^ (?:Treaty|Agreement|Convention|Pact|Memorandum|Protocol|Programme|Program)\b/;

function findNamedBodies(reading: Reading): void {
  const { text, tokens } = reading;
  for (let at = 0; at < tokens.length; at += 1) {
    const head = tokens[at] as Token;
    if (
      !head.capital ||
      !(isBodyHead(head.fold) || SOLE_BODIES.has(head.text)) ||
      (isNextCapitalHead(reading, at) && !isFollowedByLink(reading, at))
    )
      continue;
    let first = at;
    while (first > 0) {
      if (canPrecede(reading, first - 1, first)) first -= 1;
      else if (isPair(reading, first)) first -= 2;
      else break;
    }
    // "Secretary of State" is an office, whatever body follows.
    if (/\bSecretary of $/u.test(text.slice(0, tokens[first]?.start)) && tokens[first]?.fold === 'state') first += 1;
    const start = (tokens[first] as Token).start;
    const plural =
      head.fold !== singular(head.fold) &&
      !/^(?:forces|services|customs|headquarters|troops|guards|police|armed)$/.test(head.fold);
    const extent = extendBody(reading, at);
    const range = { start, end: extent.end };
    if (first === at && !extent.country && !extent.extended && !SOLE_BODIES.has(head.text)) continue;
    if (!isFree(reading, range, GEOGRAPHY) || TREATY.test(text.slice(range.end))) continue;
    if (plural && extent.countries.length > 0) {
      addPlural(reading, first, at, extent);
      continue;
    }
    const inner = reading.mentions.filter((mention) => overlaps(mention, range));
    const country = extent.country ?? inner.find(({ country, end }) => country && end <= head.start)?.country ?? null;
    const several = new Set(inner.map(({ country }) => country)).size > 1;
    addBody(reading, range, several ? null : country, extent.abbreviation);
  }
}

/** "Security Council Secretary": the head that comes last is the one that counts. */
function isNextCapitalHead({ text, tokens }: Reading, at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const [token, next] = [tokens[index], tokens[index + 1]];
    if (!token || !next?.capital || !isJoined(text, token, next)) return false;
    if (isBodyHead(next.fold)) return true;
  }
  return false;
}

function isFollowedByLink({ text, tokens }: Reading, at: number): boolean {
  return / (?:of|for|on) $/.test(text.slice(tokens[at]?.end, (tokens[at]?.end ?? 0) + 4));
}

function canPrecede({ text, tokens }: Reading, index: number, next: number): boolean {
  const [token, after] = [tokens[index] as Token, tokens[next] as Token];
  if (!isJoined(text, token, after) && !/^ (?:and|for) $/.test(text.slice(token.end, after.start))) return false;
  const number = /^\d+(?:st|nd|rd|th)$/.test(token.text);
  if (!token.capital && !number) return false;
  if (
    /^(?:the|a|an|this|that|these|in|on|at|by|of|during|according|also|moreover|meanwhile|earlier|later|both|while|when|since|after|before|thus|so|then|however|official)$/.test(
      token.fold,
    )
  )
    return false;
  if (/[“"”]/.test(text.slice(token.end, after.start))) return false;
  // An adverb or another word is capital at the start of a sentence without being part of the name.
  return !OFFICE_HEADS.has(token.fold) || INSTITUTION_WORDS.has(token.fold)
    ? !/^(?:chairman|minister|head|chief|commander|secretary|president|director|deputy|leader)$/.test(token.fold)
    : false;
}

/** "the Information and Security Service" is one body; "of Defence and the Council" are two. */
function isPair({ text, tokens }: Reading, first: number): boolean {
  const [one, and, next] = [tokens[first - 2], tokens[first - 1], tokens[first]];
  if (!one?.capital || and?.fold !== 'and' || !next || isBodyHead(one.fold)) return false;
  if (text.slice(one.end, next.start) !== ' and ') return false;
  return /\b(?:[Tt]he|[Aa]|\d+(?:st|nd|rd|th)) (?:\p{Lu}[\p{L}-]+ )?$/u.test(text.slice(0, one.start));
}

interface Extent {
  readonly end: number;
  readonly country: string | null;
  readonly countries: readonly Mention[];
  readonly abbreviation: (Range & { readonly text: string }) | null;
  readonly extended: boolean;
}

/** What follows the head of a body's name and still belongs to it, up to the state or to the next body. */
function extendBody(reading: Reading, at: number): Extent {
  const { text, tokens, mentions } = reading;
  let end = (tokens[at] as Token).end;
  const token0 = tokens[at] as Token;
  let index = at + 1;
  let abbreviation: Extent['abbreviation'] = null;
  let extended = false;
  const bracket = /^ \((?<letters>\p{Lu}[\p{Lu}\p{Ll}]{1,7})\)/u.exec(text.slice(end));
  const nameEnd = end;
  if (bracket?.groups?.letters) {
    const start = end + 2;
    abbreviation = { start, end: start + bracket.groups.letters.length, text: bracket.groups.letters };
    index += 1;
    end += bracket[0].length;
  }
  let afterBracket = false;
  for (;;) {
    const link = /^ (?:of|for|on|to|and|in) (?:the )?(?=\p{Lu})|^ (?:the )?(?=\p{Lu})/u.exec(text.slice(end));
    if (!link) break;
    const words = link[0]
      .trim()
      .split(' ')
      .filter((word) => word !== '').length;
    const next = tokens[index + words];
    if (!next || next.start !== end + link[0].length) break;
    const country = mentions.find((mention) => mention.start === next.start && mention.kind === 'COUNTRY');
    const linked = words > 0;
    const list = country && linked && / of /.test(link[0]) ? listCountries(reading, country) : [];
    if (list.length > 0) {
      const last = list.at(-1) as Mention;
      const only = list.length === 1 && !abbreviation;
      return {
        end: only ? last.end : abbreviation ? nameEnd : last.end,
        country: list.length === 1 ? (list[0]?.country ?? null) : null,
        countries: list,
        abbreviation,
        extended: true,
      };
    }
    if (abbreviation || !linked || !isNamePart(reading, index + words, link[0], extended)) break;
    let last = index + words;
    while (isInstitution(reading, last + 1) && isJoined(text, tokens[last] as Token, tokens[last + 1] as Token))
      last += 1;
    // "of the Central Council" is the body to which this one belongs.
    const run = tokens.slice(index + words, last + 1);
    const ownStaff = /^(?:general|joint) staff$/i.test(
      text.slice((tokens[at - 1] ?? token0).start, (tokens[at] as Token).end),
    );
    if (run.some(({ fold }) => isBodyHead(fold)) && / (?:of|and) the /.test(link[0]) && !ownStaff) break;
    end = (tokens[last] as Token).end;
    index = last + 1;
    extended = true;
    afterBracket = true;
  }
  return { end: afterBracket ? end : nameEnd, country: null, countries: [], abbreviation, extended };
}

function isNamePart(reading: Reading, index: number, link: string, extended: boolean): boolean {
  const token = reading.tokens[index];
  if (!token || OFFICE_HEADS.has(token.fold)) return false;
  if (/ (?:and|in) /.test(link))
    return isInstitution(reading, index) && (extended || !/ in /.test(link) || token.fold === 'field');
  // A committee may be on anything, but not on a day.
  const subject =
    /\b(?:Commission|Committee|Council|Group) on $/.test(reading.text.slice(0, token.start)) &&
    monthOf(token.text) === null;
  if (/ (?:to|on) /.test(link) && !subject && !isInstitution(reading, index)) return false;
  return !reading.mentions.some((mention) => overlaps(mention, token) && mention.kind === 'PERSON');
}

function isInstitution({ tokens }: Reading, index: number): boolean {
  const token = tokens[index];
  if (!token?.capital) return false;
  return (
    INSTITUTION_WORDS.has(token.fold) ||
    isBodyHead(token.fold) ||
    /^(?:field|situations|systems?|technologies|technology|issues|matters|equipment)$/.test(token.fold)
  );
}

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

function addBody(reading: Reading, range: Range, country: string | null, abbreviation: Extent['abbreviation']): void {
  const { book, text, passage, mentions } = reading;
  const name = text.slice(range.start, range.end);
  const entity = book.recogniseBody(name, country, { passage, ...range });
  remove(mentions, range);
  mentions.push({ ...range, kind: 'ORGANISATION', entity, country });
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
}

/** "the Security Councils of Poland and Ukraine" are two bodies, neither of which is printed by its name. */
function addPlural(reading: Reading, first: number, at: number, { countries, end }: Extent): void {
  const { book, passage, text, tokens, mentions } = reading;
  const start = (tokens[first] as Token).start;
  const head = tokens[at] as Token;
  const base = `${text.slice(start, head.start)}${singular(head.text)}`;
  const entities = countries.map(({ country }) => {
    const name = `${base} of ${book.nameOf(country ?? '')}`;
    return book.recogniseBody(name, country ?? null, { passage, start, end }, { inSource: false });
  });
  remove(mentions, { start, end });
  mentions.push({ start, end, kind: 'ORGANISATION', entity: entities[0], entities, country: null });
}

/** "the Ugandan army", "the armies of Belarus and Russia", "the armed forces of Serbia". */
function findArmies(reading: Reading): void {
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

const NUMBERED =
  /\b\d+(?:st|nd|rd|th) (?:(?:and (?=\p{Lu})|(?!of\b|and\b|the\b)[\p{L}-]+ )){0,6}?(?:[Bb]rigade|[Rr]egiment|[Bb]attalion|[Dd]ivision|[Bb]ase|[Cc]entre|[Cc]enter|[Pp]lant|[Ss]quadron|[Cc]ompany|[Cc]orps|[Aa]rmy|[Aa]rsenal|[Dd]epartment|[Ii]nstitute|[Dd]etachment|[Ff]leet)\b(?: of the (?:\p{Lu}[\p{L}’-]*)(?: \p{Lu}[\p{L}’-]*)*)?/gu;

const WORKS =
  /(?<![.!?:]\s|^)(?<!\p{Lu}\p{Ll}+ )\b\p{Lu}[\p{Ll}-]+ (?:\p{Ll}+ ){1,3}(?:plant|factory|shipyard|academy|university|concern|corporation|brigade|regiment|battalion|arsenal)\b/gu;

/** "the Kongsberg missile factory": a name, and small words that say what it is. */
function findWorks(reading: Reading): void {
  for (const match of reading.text.matchAll(WORKS)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (
      /^(?:The|This|That|A|An|In|On|At)\b/.test(match[0]) ||
      /\b(?:of|in|at|the|and|for|by)\b/.test(match[0].slice(1))
    )
      continue;
    if (isFree(reading, range)) addBody(reading, range, null, null);
  }
}

function findNumberedUnits(reading: Reading): void {
  for (const match of reading.text.matchAll(NUMBERED)) {
    const lower = /^\d+\w\w [\p{L}-]+ of the/iu.test(match[0]);
    const end = match.index + match[0].length;
    const range = { start: match.index, end };
    if (!isFree(reading, range, [...GEOGRAPHY, 'ORGANISATION'])) continue;
    // The whole unit is one name, also where it tells the body to which it belongs.
    const parent = reading.mentions.find(
      ({ kind, start }) => kind === 'ORGANISATION' && lower && start > match.index,
    )?.entity;
    const country =
      reading.mentions.find((mention) => mention.country && overlaps(mention, range))?.country ?? reading.book.home;
    if (
      reading.mentions.some(
        (mention) => mention.kind === 'ORGANISATION' && mention.start <= range.start && mention.end >= range.end,
      )
    )
      continue;
    addBody(reading, range, country, null);
    const added = reading.mentions.at(-1)?.entity;
    if (added && parent && parent !== added) added.parent = parent;
  }
}

const COMMON = new RegExp(
  `(?<![\\p{L}-])(?:${COMMON_BODIES.map((name) => name.replace('’', "[’']")).join('|')})(?![\\p{L}-])`,
  'giu',
);

function findCommonBodies(reading: Reading): void {
  const { book, text, mentions } = reading;
  for (const match of text.matchAll(COMMON)) {
    const adjective = mentions.find(({ kind, end }) => kind === 'ADJECTIVE' && end === match.index - 1);
    let end = match.index + match[0].length;
    const region = /^ of (?:the )?(?:\p{Lu}[\p{L}-]+ )(?:region|district|oblast|province|county)\b/u.exec(
      text.slice(end),
    );
    const of = region ? null : /^ of (?:the )?(?=\p{Lu})/u.exec(text.slice(end));
    const land = of && mentions.find(({ kind, start }) => kind === 'COUNTRY' && start === end + of[0].length);
    if (region) end += region[0].length;
    if (land) end = land.end;
    const start = adjective?.start ?? match.index;
    if (!isFree(reading, { start, end }, GEOGRAPHY)) continue;
    addBody(reading, { start, end }, adjective?.country ?? land?.country ?? book.home, null);
  }
}

/** "OSCE", "the Belarusian MIA": letters that stand for a body, if nothing says that they are a thing or a treaty. */
function findInitials(reading: Reading): void {
  const { book, passage, text, mentions, tokens } = reading;
  for (const token of tokens) {
    if (!/^\p{Lu}{2,6}$/u.test(token.text) || NO_BODIES.has(token.text) || !isFree(reading, token)) continue;
    const after = text.slice(token.end);
    if (
      /^[-–]\d|^ (?:[Tt]reaty|[Aa]greement|[Cc]onvention|[Pp]act|\p{Ll}*missiles?|systems?|programme)\b/u.test(after) ||
      /[\d-]$/.test(text.slice(0, token.start))
    )
      continue;
    if (/[\p{Lu}]{2,} $/u.test(text.slice(0, token.start)) && !/[a-z]/.test(text)) continue;
    const adjective = mentions.find(({ kind, end }) => kind === 'ADJECTIVE' && end === token.start - 1);
    const countries = /^ countries\b/.exec(after);
    const range = { start: adjective?.start ?? token.start, end: token.end + (countries?.[0].length ?? 0) };
    const world = WORLD_BODIES[token.text];
    const entity = book.recogniseBody(token.text, world ? null : (adjective?.country ?? book.home), {
      passage,
      start: token.start,
      end: token.end,
    });
    if (adjective || countries) {
      entity.see(text.slice(range.start, range.end), { passage, ...range });
      remove(mentions, range);
    }
    mentions.push({ ...range, kind: 'ORGANISATION', entity, country: adjective?.country ?? null });
  }
}

export function remove(mentions: Mention[], range: Range): void {
  for (let index = mentions.length - 1; index >= 0; index -= 1) {
    if (overlaps(mentions[index] as Mention, range)) mentions.splice(index, 1);
  }
}
