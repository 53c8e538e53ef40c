import { addBody } from './add-body.ts';
import { INSTITUTION_WORDS, isBodyHead, OFFICE_HEADS, SOLE_BODIES } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { monthOf } from './months.ts';
import { singular } from './plurals.ts';
import { GEOGRAPHY, isFree, overlaps, type Reading, remove } from './reading.ts';
import type { Range } from './sentences.ts';
import { listCountries } from './state-bodies.ts';
import { isJoined, type Token } from './tokens.ts';

/** What is called after a body or a weapon without being one. */
const TREATY = /^ (?:Treaty|Agreement|Convention|Pact|Memorandum|Protocol|Programme|Program)\b/;

/** Bodies by the noun that their capitalised name has for its head. */
export function findNamedBodies(reading: Reading): void {
  const { text, tokens } = reading;
  for (let at = 0; at < tokens.length; at += 1) {
    const head = tokens[at] as Token;
    if (
      !head.capital ||
      !(isBodyHead(head.fold) || SOLE_BODIES.has(head.text)) ||
      // "Army General Berg" is a rank.
      /^ (?:General|Colonel|Captain)\b/.test(text.slice(head.end)) ||
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
    // "the Unitary Enterprise “X”": there what is in quotes tells it from others.
    const title =
      /(?:Enterprise|Company|Association|Foundation|Corporation|Holding|Concern)$/.test(
        text.slice(start, extent.end),
      ) && /^ [“"«]\p{Lu}[^”"»]{1,40}[”"»]/u.exec(text.slice(extent.end));
    const range = { start, end: extent.end + (title ? title[0].length : 0) };
    if (first === at && !extent.country && !extent.extended && !SOLE_BODIES.has(head.text)) continue;
    if (!isFreeOfNames(reading, range) || TREATY.test(text.slice(range.end))) continue;
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

/** Known initials may stand within a longer name: "the Military Committee of the CSTO", "the SCO Regional Structure". */
function isFreeOfNames(reading: Reading, range: Range): boolean {
  const initials = ({ kind, start, end }: Mention) =>
    kind === 'ORGANISATION' &&
    end - start < range.end - range.start &&
    start >= range.start &&
    end <= range.end &&
    /^\p{Lu}{2,}$/u.test(reading.text.slice(start, end));
  return isFree({ ...reading, mentions: reading.mentions.filter((mention) => !initials(mention)) }, range, GEOGRAPHY);
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
  // No name has more parts; a text without end is none.
  for (let part = 0; part < 8; part += 1) {
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
    const list =
      country && linked && / of /.test(link[0]) && !isWithinName(reading, country)
        ? listCountries(reading, country)
        : [];
    if (country && list.length === 0 && isWithinName(reading, country)) break;
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
    while (
      isInstitution(reading, last + 1) &&
      isJoined(text, tokens[last] as Token, tokens[last + 1] as Token) &&
      // A dash between spaces leads to another office of the same person.
      !/ [-–—] /.test(text.slice(tokens[last]?.end, tokens[last + 1]?.start))
    )
      last += 1;
    // "for Combating Organized Crime", "of Radio-Electronic Armament": what it is for is told by whatever words.
    const more =
      / for /.test(link[0]) && /ing$/.test(next.text)
        ? /^(?:(?:[- ]| and )\p{Lu}[\p{L}-]*)+/u
        : /^(?:-\p{Lu}[\p{L}]*)+/u;
    const until = (tokens[last] as Token).end + (more.exec(text.slice((tokens[last] as Token).end))?.[0].length ?? 0);
    while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= until && isFree(reading, tokens[last + 1] as Token))
      last += 1;
    // "of the Central Council" is the body to which this one belongs.
    const run = tokens.slice(index + words, last + 1);
    const ofHolders =
      / of /.test(link[0]) &&
      /\bof \p{Lu}\p{Ll}+s$/u.test(text.slice(token0.start, end)) &&
      OFFICE_HEADS.has(tokens[index - 1]?.fold ?? '');
    const ownStaff = /^(?:general|joint|main|supreme|high) (?:staff|command|headquarters)$/i.test(
      text.slice((tokens[at - 1] ?? token0).start, (tokens[at] as Token).end),
    );
    if (run.some(({ fold }) => isBodyHead(fold)) && / (?:of|and) the /.test(link[0]) && !ownStaff && !ofHolders) break;
    end = (tokens[last] as Token).end;
    index = last + 1;
    extended = true;
    afterBracket = true;
  }
  return { end: afterBracket ? end : nameEnd, country: null, countries: [], abbreviation, extended };
}

/** "of the Vietnam People's Army": there the state is a part of another body's name. */
function isWithinName({ text, tokens }: Reading, country: Mention): boolean {
  const next = tokens.find(({ start }) => start > country.end);
  return (
    next?.capital === true &&
    text.slice(country.end, next.start) === ' ' &&
    /^(?:\p{Lu}[\p{L}]*(?:[’']s)? ){1,3}?(?:Army|Navy|Forces|Air Force|Guard)\b/u.test(text.slice(next.start))
  );
}

function isNamePart(reading: Reading, index: number, link: string, extended: boolean): boolean {
  const token = reading.tokens[index];
  // "Council of Ministers", "Committee of Secretaries": bodies of those who hold an office.
  if (token && /^ of $/.test(link) && /s$/.test(token.fold) && OFFICE_HEADS.has(token.fold))
    return /\b(?:Council|Committee|Cabinet|Board|Assembly|Conference|Union) of $/.test(
      reading.text.slice(0, token.start),
    );
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

/** "the Security Councils of Poland and Ukraine" are two bodies, neither of which is printed by its name. */
function addPlural(reading: Reading, first: number, at: number, { countries, end }: Extent): void {
  const { book, passage, text, tokens, mentions } = reading;
  const start = (tokens[first] as Token).start;
  const head = tokens[at] as Token;
  // "the Ministries of Defence of A and B" are each one of Defence.
  const field = text.slice(head.end, countries[0]?.start).replace(/ of (?:the )?$/, '');
  const base = `${text.slice(start, head.start)}${singular(head.text)}${field}`;
  const entities = countries.map(({ country }) => {
    const name = `${base} of ${book.nameOf(country ?? '')}`;
    return book.recogniseBody(name, country ?? null, { passage, start, end }, { inSource: false });
  });
  remove(mentions, { start, end });
  mentions.push({ start, end, kind: 'ORGANISATION', entity: entities[0], entities, country: null });
}
