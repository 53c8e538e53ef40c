import { GROUP_HEADS, OFFICE_HEADS } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { NUMBER } from './numbers.ts';
import { KIND } from './person-groups.ts';
import { GEOGRAPHY, isFree, overlaps, type Reading, remove } from './reading.ts';
import { listCountries } from './state-bodies.ts';
import type { Token } from './tokens.ts';
import { isPerson } from './units.ts';

const BEFORE = new RegExp(
  `(?<adjective>\\p{Lu}[\\p{L}-]+) (?:(?:military|government|parliamentary|official|defence|state|high-level|senior|representative|political|foreign|${KIND}) )*$`,
  'u',
);

/** Where people are from, whether or not the place is known: "paratroopers from Pskov", "reservists of the Brest region". */
const FROM_PLACE =
  /^ (?:from (?:the )?(?:city of )?\p{Lu}[\p{L}’'-]+(?: (?:region|district|oblast|province|county|garrison))?|of (?:the )?\p{Lu}[\p{L}’'-]+ (?:region|district|oblast|province|county|garrison))(?![\p{L}-]| \p{Lu})/u;

/** People who act together: "the Serbian delegation", "a delegation from Uganda", "Ukrainian journalists". */
export function findGroups(reading: Reading): void {
  findGovernment(reading);
  const { text, tokens, mentions } = reading;
  for (const token of tokens) {
    const isGroup =
      GROUP_HEADS.has(token.fold) ||
      (token.fold === 'group' && /\bworking $/.test(text.slice(0, token.start))) ||
      (isPerson(token.text) && /^(?!troops)\p{Ll}.*(?:s|men)$/u.test(token.text) && !OFFICE_HEADS.has(token.fold));
    if (!isGroup || mentions.some((mention) => overlaps(mention, token))) continue;
    const before = BEFORE.exec(text.slice(Math.max(0, token.start - 80), token.start));
    const adjective =
      before &&
      mentions.find(
        ({ kind, start }) => kind === 'ADJECTIVE' && start === before.index + Math.max(0, token.start - 80),
      );
    const from = /^(?:leadership|extremists|deputies|guards)$/.test(token.fold)
      ? null
      : /^ (?:of|from) (?:the )?(?=\p{Lu})/u.exec(text.slice(token.end));
    const land =
      from &&
      mentions.find(
        ({ kind, start }) => ['COUNTRY', 'ORGANISATION'].includes(kind) && start === token.end + from[0].length,
      );
    // "Serbian and Russian paratroopers" are one group.
    const pair =
      adjective &&
      mentions.find(({ kind, end }) => kind === 'ADJECTIVE' && text.slice(end, adjective.start) === ' and ');
    const found = adjective
      ? { start: (pair ?? adjective).start, end: token.end }
      : land
        ? { start: kindsBefore(text, token.start), end: (listCountries(reading, land).at(-1) ?? land).end }
        : null;
    const several = pair !== null && pair !== undefined ? true : land && found ? found.end > land.end : false;
    if (found) addGroup(reading, found, several ? null : ((adjective ?? land)?.country ?? null));
    else if (token.fold === 'delegation') addNameless(reading, token);
    else if (!/^leadership$/.test(token.fold)) {
      // "workers of a glass factory": whose they are, small words say.
      const place =
        /^ (?:of|from|at) (?:an?|the) (?:\p{Ll}[\p{L}-]* ){0,3}(?:factory|plant|enterprise|academy|company|brigade|school|unit|university|institute|battalion|regiment|college)\b/u.exec(
          text.slice(token.end),
        );
      const from = place ?? FROM_PLACE.exec(text.slice(token.end));
      const range = from && { start: kindsBefore(text, token.start), end: token.end + from[0].length };
      if (range && isFree(reading, range, GEOGRAPHY)) addGroup(reading, range, null);
    }
  }
  for (const match of text.matchAll(
    /\b(?:[Tt]he )?(?<adjective>\p{Lu}\p{L}+) (?:authorities|government|leadership|side)\b/gu,
  )) {
    const start = match.index + match[0].indexOf(match.groups?.adjective ?? '');
    const adjective = mentions.find((mention) => mention.kind === 'ADJECTIVE' && mention.start === start);
    if (!adjective) continue;
    // Who governs acts for the state.
    const range = { start, end: match.index + match[0].length };
    remove(mentions, range);
    mentions.push({ ...range, kind: 'COUNTRY', country: adjective.country ?? null });
  }
}

const KINDS_BEFORE = new RegExp(`(?<![\\p{L}-])(?:${KIND} )+$`, 'u');

/** Where the words begin that say what people they are: "military doctors from Belarus". */
function kindsBefore(text: string, start: number): number {
  return start - (KINDS_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0);
}

/** "the government" without an adjective is that of the state that the text is about. */
function findGovernment({ book, text, mentions }: Reading): void {
  for (const match of text.matchAll(/\b[Tt]he (?<what>[Gg]overnment|authorities)\b(?! of)/gu)) {
    const range = { start: match.index + 4, end: match.index + match[0].length };
    if (book.home && !mentions.some((mention) => overlaps(mention, range)))
      mentions.push({ ...range, kind: 'COUNTRY', country: book.home });
  }
}

function addGroup(reading: Reading, range: { start: number; end: number }, country: string | null): void {
  const { book, passage, text, mentions } = reading;
  const printed = text.slice(range.start, range.end);
  const entity = book.recogniseGroup(printed, country, { passage, ...range });
  remove(mentions, range);
  // "two citizens of Ukraine": the number is a figure, and no part of what the group is called.
  const counted = COUNT_BEFORE.exec(text.slice(Math.max(0, range.start - 30), range.start))?.[0].length ?? 0;
  const outer = { start: range.start - counted, end: range.end };
  mentions.push({ ...range, kind: 'GROUP', entity, country, ...(counted > 0 && { outer }) });
}

const COUNT_BEFORE = new RegExp(`(?<![\\p{L}\\d.,-])${NUMBER} $`, 'iu');

/** "a delegation headed by the Minister of Defence of Serbia": whose it is, its head tells. */
function addNameless(reading: Reading, token: Token): void {
  const { book, passage, text, mentions } = reading;
  const led = /^,? (?:which was )?(?:headed|led|chaired) by (?:the )?/.exec(text.slice(token.end));
  const head =
    led &&
    mentions.find(
      (mention: Mention) =>
        mention.kind === 'PERSON' &&
        (mention.outer?.start ?? mention.start) >= token.end + led[0].length - 4 &&
        (mention.outer?.start ?? mention.start) <= token.end + led[0].length,
    );
  const country = head?.country ?? head?.entity?.country ?? null;
  if (!country) return;
  const name = `${book.adjectiveOf(country)} delegation`;
  const range = { start: token.start, end: token.end };
  const known = book.entities.find(
    (entity) => entity.kind === 'GROUP' && entity.country === country && /delegation/i.test(entity.name),
  );
  const entity = known ?? book.recogniseGroup(name, country, { passage, ...range }, false);
  mentions.push({ ...range, kind: 'GROUP', entity, country });
}
