import { INSTITUTION_WORDS, isBodyHead, OFFICE_HEADS, OFFICE_PREFIXES, RANKS } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { MONTH_PATTERN } from './months.ts';
import { readNewName } from './new-names.ts';
import { addHolders, bodyOf, findAppointee, findHolder, isHeldBy } from './office-holders.ts';
import { overlaps, type Reading, remove } from './reading.ts';
import type { Range } from './sentences.ts';
import { isJoined, type Token } from './tokens.ts';

const PLURAL_HEADS = /^(?:ministers|heads|chiefs|secretaries|commanders|leaders|directors|presidents|chairmen)$/;

/**
 * Finds offices by their grammar: a head ("Minister", "Chairman") with what stands before it and what "of" and "for" add.
 * A name beside one is a person who holds it; an office alone is held by somebody whom the text leaves unnamed.
 */
export function findOffices(reading: Reading): void {
  const { tokens, mentions } = reading;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (!OFFICE_HEADS.has(token.fold) || mentions.some((mention) => mention.outer && overlaps(mention.outer, token)))
      continue;
    const office = readOffice(reading, at);
    if (!office) continue;
    addOffice(reading, office);
    while (at + 1 < tokens.length && (tokens[at + 1] as Token).start < office.end) at += 1;
  }
}

export interface Office extends Range {
  readonly capital: boolean;
  readonly plural: boolean;
  readonly head: string;
  /** Mentions within it. */
  readonly within: readonly Mention[];
}

function readOffice(reading: Reading, at: number): Office | null {
  const { text, tokens, mentions } = reading;
  const token = tokens[at] as Token;
  const inBody = mentions.find(
    ({ kind, start, end }) => kind === 'ORGANISATION' && start <= token.start && end >= token.end,
  );
  if (inBody) return null;
  // "who heads the Committee" is what somebody does.
  if (
    /^(?:heads|leads|chairs|directs)$/.test(token.text) &&
    /^ (?:the|an?|its|their|\p{Lu})/u.test(text.slice(token.end))
  )
    return null;
  let first = at;
  while (first > 0 && isPrefix(reading, first - 1, first)) first -= 1;
  let start = (tokens[first] as Token).start;
  const before = mentions.find(
    ({ kind, end }) =>
      ['ORGANISATION', 'ADJECTIVE', 'COUNTRY', 'CAPITAL'].includes(kind) && end === start - 1 && text[end] === ' ',
  );
  if (before && (!/COUNTRY|CAPITAL/.test(before.kind) || token.capital)) start = before.start;
  let index = at;
  // "Secretary General", "Commander-in-Chief", "Chief of Staff".
  const tail = /^(?:[- ](?:General|in[- ]Chief|Designate|designate)|-in-[Cc]hief)\b/.exec(text.slice(token.end));
  let end = token.end + (tail?.[0].length ?? 0);
  while ((tokens[index + 1]?.start ?? Number.POSITIVE_INFINITY) < end) index += 1;
  for (;;) {
    const next = nextPart(reading, index, end, token.fold);
    if (next === null) break;
    ({ index, end } = next);
  }
  const capital = token.capital || (tokens[first] as Token).capital;
  const within = mentions.filter((mention) => mention.start >= start && mention.end <= end);
  // A word in small letters is an office only if it says of what.
  if (!capital && !within.some(({ kind }) => kind === 'ORGANISATION')) return null;
  return { start, end, capital, plural: PLURAL_HEADS.test(token.fold), head: token.fold, within };
}

function isPrefix({ text, tokens, mentions }: Reading, index: number, next: number): boolean {
  const [token, after] = [tokens[index] as Token, tokens[next] as Token];
  return (
    isJoined(text, token, after) &&
    token.capital &&
    (OFFICE_PREFIXES.has(token.fold) || (INSTITUTION_WORDS.has(token.fold) && !/^(?:of|and|for)$/.test(token.fold))) &&
    !mentions.some((mention) => overlaps(mention, token))
  );
}

const LINK = /^ (?:of|for|to|on|and|at) (?:the )?|^ (?:the )?/;

function nextPart(reading: Reading, index: number, end: number, head: string): { index: number; end: number } | null {
  const { text, tokens, mentions } = reading;
  const rest = text.slice(end);
  const bracket = /^ \(\p{Lu}{2,8}\)/u.exec(rest);
  if (bracket) return { index: index + 1, end: end + bracket[0].length };
  const link = LINK.exec(rest);
  if (!link) return null;
  const words = link[0].trim() === '' ? [] : link[0].trim().split(' ');
  const next = tokens[index + 1 + words.length];
  if (!next || next.start !== end + link[0].length) return null;
  const [word] = words;
  const mention = mentions.find(({ start }) => start === next.start);
  if (mention?.kind === 'PERSON') return null;
  if (word === 'to' && !/^(?:ambassador|assistant|adviser|advisor|representative|envoy)$/.test(head)) return null;
  if (new RegExp(`^(?:${MONTH_PATTERN})$`, 'u').test(next.text)) return null;
  const upTo = (position: number) => {
    let last = index + 1 + words.length;
    while ((tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < position) last += 1;
    return { index: last, end: position };
  };
  if (
    mention &&
    (mention.kind === 'ORGANISATION' ||
      mention.kind === 'COUNTRY' ||
      mention.kind === 'ADJECTIVE' ||
      mention.kind === 'PLACE')
  ) {
    if (word === 'and' || word === 'on' || word === 'at') return null;
    if (words.length === 0 && mention.kind !== 'ORGANISATION') return null;
    return upTo(mention.end);
  }
  // "heads of the rescue units of the Red Cross": small words lead to the body.
  const low =
    PLURAL_HEADS.test(head) && word === 'of'
      ? /^ of the (?:\p{Ll}[\p{L}-]+ ){1,4}of (?:the )?(?=\p{Lu})/u.exec(rest)
      : null;
  const owner = low && mentions.find(({ kind, start }) => kind === 'ORGANISATION' && start === end + low[0].length);
  if (owner) {
    const units =
      /^(?: member states| countries| states)?(?: special services| security services| armed forces| armies)?(?!\w)/.exec(
        text.slice(owner.end),
      );
    return upTo(owner.end + (units?.[0].length ?? 0));
  }
  if (!next.capital) return null;
  const institution =
    INSTITUTION_WORDS.has(next.fold) ||
    isBodyHead(next.fold) ||
    OFFICE_HEADS.has(next.fold) ||
    /^[A-Z][a-z]+s$/.test(next.text);
  if (word === 'and' || word === 'on' || word === 'at')
    return institution && !OFFICE_HEADS.has(next.fold) ? upTo(next.end) : null;
  // "High-Tech" is one word.
  const compound = /^(?:-\p{Lu}[\p{L}]*)+/u.exec(text.slice(next.end));
  if (institution && (words.length > 0 || INSTITUTION_WORDS.has(next.fold)))
    return upTo(next.end + (compound?.[0].length ?? 0));
  // An unknown field: what is left when a name of two words is taken from the end.
  let run = index + 1 + words.length;
  while (tokens[run + 1]?.capital && /^[ -]$/.test(text.slice(tokens[run]?.end, tokens[run + 1]?.start))) run += 1;
  const length = run - (index + words.length);
  // Without a link what is left is the name alone.
  if (words.length === 0)
    return length >= 3 &&
      length <= 5 &&
      isBodyHead(head) === false &&
      /^(?:speaker|chairman|head|chief|member|director|president|rector)$/.test(head)
      ? upTo((tokens[run - 2] as Token).end)
      : null;
  return upTo((tokens[length >= 3 ? run - 2 : run] as Token).end);
}

const ARTICLE = /^the /i;

function addOffice(reading: Reading, office: Office): void {
  const { book, text, passage, mentions } = reading;
  const wording = text.slice(office.start, office.end).replace(ARTICLE, '');
  if (office.plural) {
    addHolders(reading, office);
    return;
  }
  const named = findNamed(reading, office);
  const body = bodyOf(reading, office);
  if (named) {
    const outer = { start: Math.min(office.start, named.start), end: Math.max(office.end, named.end) };
    const sighting = { passage, start: named.start, end: named.end };
    const known = mentions.find((mention) => mention.kind === 'PERSON' && mention.start === named.start);
    const entity = known?.entity ?? book.recognisePerson(text.slice(named.start, named.end), sighting, 0.9);
    // The country of an office is that of its holder, unless it is one of several states.
    entity.country ??= body?.country ?? office.within.find(({ country }) => country)?.country ?? null;
    entity.offices.push({ wording, rank: named.rank, passage, organisation: body });
    remove(mentions, named);
    mentions.push({
      start: named.start,
      end: named.end,
      kind: 'PERSON',
      entity,
      country: entity.country,
      office: wording,
      officeBody: body,
      rank: named.rank,
      outer,
    });
    return;
  }
  // "was appointed Director": the office is that of the person before it.
  const appointed =
    /(?:appointed|named|elected|became|approved|confirmed|works? as|served as)(?: as| to| the| to the post of| to the position of)*(?: the)? $/.exec(
      text.slice(0, office.start),
    );
  const appointee = appointed && findAppointee(reading, appointed.index);
  if (appointee) {
    appointee.offices.push({ wording, rank: null, passage, organisation: body });
    return;
  }
  // "visited the Minister" is nobody in particular; a post with its body or state is.
  if (
    !office.capital ||
    (office.within.length === 0 && body === null) ||
    /\b(?:post|position|office|duties|candidate) of (?:the )?$/.test(text.slice(0, office.start))
  )
    return;
  // "the Chief of the General Staff – First Deputy Minister": both are of whoever is named after the second.
  const next = /^ [-–—] (?=\p{Lu})/u.exec(text.slice(office.end));
  if (
    next &&
    /^(?:\p{Lu}\p{Ll}+ ){0,4}(?:Minister|Chairman|Commander|Chief|Head|Secretary|Director)\b/u.test(
      text.slice(office.end + next[0].length),
    )
  )
    return;
  const holder = body && findHolder(reading, body, { met: office.within.length === 0 });
  if (holder && isHeldBy(reading, holder, wording)) {
    const range = { start: office.start, end: office.end };
    holder.offices.push({ wording, rank: null, passage, organisation: body });
    remove(mentions, range);
    mentions.push({
      ...range,
      kind: 'PERSON',
      entity: holder,
      country: holder.country,
      office: wording,
      officeBody: body,
      outer: range,
    });
    return;
  }
  const country = body?.country ?? office.within.find(({ country }) => country)?.country ?? null;
  const within = office.within.map(({ start, end }) => ({ start, end }));
  const entity = book.recogniseHolder(wording, country, { passage, start: office.start, end: office.end });
  entity.offices.push({ wording, rank: null, passage, organisation: body });
  for (const range of within) remove(mentions, range);
  mentions.push({
    start: office.start,
    end: office.end,
    kind: 'HOLDER',
    entity,
    country,
    office: wording,
    officeBody: body,
    outer: office,
  });
}

export const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name right after an office, or right before it, with a rank between. */
function findNamed(reading: Reading, office: Office): (Range & { readonly rank: string | null }) | null {
  const { text, tokens, mentions } = reading;
  const after = /^(?:,? |, the | — )/.exec(text.slice(office.end));
  if (after) {
    let index = tokens.findIndex(({ start }) => start >= office.end);
    const from = index;
    while (tokens[index]?.capital && RANKS.has((tokens[index] as Token).fold) && index - from < 4) index += 1;
    const first = tokens[index];
    const rank = index > from ? text.slice((tokens[from] as Token).start, (tokens[index - 1] as Token).end) : null;
    const close =
      first &&
      /^(?:,? ?|, the | — |\. )$/.test(text.slice(rank ? (tokens[index - 1] as Token).end : office.end, first.start));
    const known = first && mentions.find(({ kind, start }) => kind === 'PERSON' && start === first.start);
    if (known && close) return { start: known.start, end: known.end, rank };
    const run = first && close ? readNewName(reading, index) : null;
    if (run && (!/^, /.test(text.slice(office.end)) || rank || isApposition(text, run.end))) return { ...run, rank };
  }
  const before = /(?:,| —| –) (?:the )?$/.exec(text.slice(0, office.start));
  if (!before) return null;
  const position = office.start - before[0].length;
  const known = mentions.find(({ kind, end }) => kind === 'PERSON' && end === position);
  if (known) return { start: known.start, end: known.end, rank: null };
  const run = runBefore(reading, position);
  // "A B, Deputy Minister of X, was in Y": a name that opens its clause.
  return run &&
    /^(?:,|\)|;|$)| (?:was|is|has|and|will|had|\p{Ll}+ed)\b/u.test(text.slice(office.end)) &&
    !/\b(?:in|at|near|from|to|of) $/i.test(text.slice(0, run.start))
    ? { ...run, rank: null }
    : null;
}

/** The longest new name that ends at a place. */
function runBefore(reading: Reading, position: number): Range | null {
  const { tokens } = reading;
  const last = tokens.findIndex(({ end }) => end === position);
  for (let first = Math.max(last - 3, 0); first < last; first += 1) {
    const run = readNewName(reading, first);
    if (run?.end === position) return run;
  }
  return null;
}

/** In a list of offices a comma does not lead to the name of whoever holds the one before it. */
const isApposition = (text: string, end: number) =>
  /^,| (?:visited|met|said|stated|arrived|held|took|signed|announced)\b/.test(text.slice(end));
