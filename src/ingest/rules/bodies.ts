import { addBody } from './add-body.ts';
import { COMMON_BODIES, INSTITUTION_WORDS, NO_BODIES, WORLD_BODIES } from './lexicon.ts';
import { monthOf } from './months.ts';
import { findNamedBodies } from './named-bodies.ts';
import { GEOGRAPHY, isFree, overlaps, type Reading, remove } from './reading.ts';
import { findArmies, listCountries } from './state-bodies.ts';

/**
 * Each adds bodies that no gazetteer knew, in this order: by the noun at the end of a capitalised name, by number, by
 * initials.
 */
export const BODY_FINDERS: readonly ((reading: Reading) => void)[] = [
  findArmies,
  findBoards,
  findNamedBodies,
  findPartsOfBodies,
  findNumberedUnits,
  findCommonBodies,
  findWorks,
  findTradeNames,
  findInitials,
  findUnits,
];

const NUMBERED =
  /\b\d+(?:st|nd|rd|th) (?:(?:and (?=\p{Lu})|(?!of\b|and\b|the\b)[\p{L}-]+ )){0,6}?(?:[Bb]rigade|[Rr]egiment|[Bb]attalion|[Dd]ivision|[Bb]ase|[Cc]entre|[Cc]enter|[Pp]lant|[Ss]quadron|[Cc]ompany|[Cc]orps|[Aa]rmy|[Aa]rsenal|[Dd]epartment|[Ii]nstitute|[Dd]etachment|[Ff]leet)\b(?: of the (?:\p{Lu}[\p{L}’-]*)(?: \p{Lu}[\p{L}’-]*)*)?/gu;

const WORKS =
  /(?<![.!?:]\s|^)(?<!(?!The )\p{Lu}\p{Ll}+ )\b\p{Lu}[\p{Ll}-]+ (?:(?:\p{Ll}[\p{L}-]* ){1,3}(?:plant|factory|shipyard|academy|university|concern|corporation|brigade|regiment|battalion|arsenal)|(?:\p{Ll}[\p{L}-]* ){0,3}(?:garrison|detachment|contingent|customs|air ?base|border group|air defence base))\b/gu;

/** A name of which only a noun in small letters says that a body bears it. */
const TRADE =
  '(?:enterprise|company|institute|newspaper|magazine|agency|news agency|holding|concern|corporation|portal|website|channel|think tank|bank|foundation|publication|outlet|firm|edition|association|union|party|movement|association|site|blog|channel|studio|museum|club)';
const NAME = "\\p{Lu}[\\p{L}\\p{N}’'-]+(?: \\p{Lu}[\\p{L}\\p{N}’'-]+){0,3}";
const TRADE_NAMES: readonly RegExp[] = [
  new RegExp(`\\b(?:[Tt]he|[Bb]y|[Aa]t) [“"]?(?<name>${NAME})[”"]? (?:\\p{Ll}+ )?${TRADE}\\b`, 'gu'),
  new RegExp(`\\b(?:${TRADE}|JSC|OJSC|CJSC|PJSC|LLC|RUE|RUPE) [“"]?(?<name>${NAME})[”"]?`, 'gu'),
];

/** One word that nothing explains, where only a body can stand: "Beltelecom reported", "Gazprom and the Ministry". */
const SOLE_NAME =
  /(?<=^|[.!?:] |\d, |\d\) )(?<name>\p{Lu}\p{Ll}{4,}) (?=(?:reported|announced|informed|and the (?:Ministry|State|Government|Committee|Department|company)|has supplied|delivered|supplied)\b)/gu;

/** "the Kongsberg missile factory": a name, and small words that say what it is. */
function findWorks(reading: Reading): void {
  for (const match of reading.text.matchAll(WORKS)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (
      /^(?:The|This|That|A|An|In|On|At)\b/.test(match[0]) ||
      /\b(?:of|in|at|the|and|for|by)\b/.test(match[0].slice(1))
    )
      continue;
    if (isFree(reading, range, GEOGRAPHY)) addBody(reading, range, null, null);
  }
}

/** "the joint board of the Ministries of Defence of A and B" is one body of two states, and "a court in X" is one. */
function findBoards(reading: Reading): void {
  const { text } = reading;
  const board =
    /\b[Jj]oint (?:[Bb]oard|[Cc]ollegium) of (?:the )?(?:[Mm]inistr(?:y|ies)|[Dd]epartments?|[Cc]ommittees?) of (?:the )?(?:\p{Lu}[\p{L}]*(?: and)? ){0,4}of (?:the )?(?=\p{Lu})/gu;
  for (const match of text.matchAll(board)) {
    const at = match.index + match[0].length;
    const first = reading.mentions.find(({ kind, start }) => kind === 'COUNTRY' && start === at);
    const last = first && listCountries(reading, first).at(-1);
    if (last) addBody(reading, { start: match.index, end: last.end }, null, null);
  }
  const court =
    /\b(?:(?:district|city|regional|military|military) )?court (?:in|of) (?:the )?(?:city of )?\p{Lu}[\p{L}]+(?: (?:region|district))?/gu;
  for (const match of text.matchAll(court)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (isFree(reading, range, GEOGRAPHY)) addBody(reading, range, reading.book.home, null);
  }
}

/** "the Logistics Department of the Armed Forces": what is only a part has the name of the whole in its own. */
function findPartsOfBodies(reading: Reading): void {
  const { text, mentions, book } = reading;
  const bodies = mentions.filter(({ kind }) => kind === 'ORGANISATION').toSorted((a, b) => a.start - b.start);
  for (const [index, part] of bodies.entries()) {
    const whole = bodies[index + 1];
    if (!whole || part.entity?.known || !/^ of (?:the )?$/.test(text.slice(part.end, whole.start))) continue;
    if (
      !/(?:Department|Directorate|Institute|Inspectorate|Section|Faculty|Division|Centre|Center)$/.test(
        text.slice(part.start, part.end),
      )
    )
      continue;
    const parent = whole.entity;
    part.entity?.unsee({ passage: reading.passage, start: part.start, end: part.end });
    const added = addBody(reading, { start: part.start, end: whole.end }, whole.country ?? book.home, null);
    if (added.entity && parent && parent !== added.entity) added.entity.parent = parent;
  }
}

const UNIT =
  /(?<![\p{L}-])(?:(?:tank|artillery|engineer|infantry|peacekeeping|reconnaissance|signals?|airborne|mechani[sz]ed|missile|rocket|guard|training|assault|sapper|medical|transport|helicopter|fighter|air|naval|border|design|repair|patrol|research|military|rifle|special|presidential) ){1,3}(?:battalion|company|brigade|regiment|squadron|division|battery|platoon|bureau|hospital|base|arsenal|laboratory|institute|plant|works|shipyard)(?: of the (?:brigade|regiment|division|academy|ministry|army|region|police))?(?![\p{L}-])/gu;

const PLACED =
  /(?<![\p{L}-])(?:[“"]?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?[”"]? )(?:(?:military|tank|repair|design|district|city|regional|central|clinical|wheel|glass|steel|aircraft|ship|machine-building|defence|research|state|training) ){0,3}(?:hospital|plant|factory|works|shipyard|bureau|arsenal|airfield|air base|institute|laboratory|museum|college|school|academy|prison|colony|range)(?![\p{L}-])/gu;

/** Bodies whose name is all of small words, or begins with that of a place or in quotes: "the Optron plant", "the tank battalion". */
function findUnits(reading: Reading): void {
  for (const match of reading.text.matchAll(PLACED)) {
    const skipped =
      /^(?:The|This|That|A|An|In|On|At|His|Its|Their|One|Two|Three|By|For|From) /.exec(match[0])?.[0].length ?? 0;
    const range = { start: match.index + skipped, end: match.index + match[0].length };
    const rest = reading.text.slice(range.start, range.end);
    if (/^[“"]?\p{Lu}/u.test(rest) && !/ range$/.test(rest) && isFree(reading, range, GEOGRAPHY))
      addBody(reading, range, null, null);
  }
  for (const match of reading.text.matchAll(UNIT)) {
    const range = { start: match.index, end: match.index + match[0].length };
    // "an infantry brigade" is any; "the peacekeeping company" is one.
    if (/\b(?:the|its|their|his) $/i.test(reading.text.slice(0, range.start)) && isFree(reading, range))
      addBody(reading, range, reading.book.home, null);
  }
}

function findTradeNames(reading: Reading): void {
  for (const pattern of TRADE_NAMES) {
    for (const match of reading.text.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      // "JSC “X”": its form belongs to the name in quotes of a company.
      const form = /^(?:JSC|OJSC|CJSC|PJSC|LLC|RUE|RUPE) [“"]/.test(match[0]);
      const start = form ? match.index : match.index + match[0].indexOf(name, 3);
      const range = { start, end: form ? match.index + match[0].length : start + name.length };
      if (isFree(reading, range)) addBody(reading, range, null, null);
    }
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

/** "customs duties" are none of the body. */
const OF_CUSTOMS =
  '(?<=customs )(?:duty|duties|value|union|clearance|control|officers?|officials?|inspectors?|posts?|declarations?|regulations?|violations?|territory|procedures?|checkpoints?|zones?|payments?|services?|authorities|bodies|data)';

const COMMON = new RegExp(
  `(?<![\\p{L}-])(?:${COMMON_BODIES.map((name) => name.replace('’', "[’']")).join('|')})(?![\\p{L}-])(?! ${OF_CUSTOMS})`,
  'giu',
);

function findCommonBodies(reading: Reading): void {
  const { book, text, mentions } = reading;
  for (const match of text.matchAll(COMMON)) {
    const adjective = mentions.find(({ kind, end }) => kind === 'ADJECTIVE' && end === match.index - 1);
    // "the Brest customs" are those of a place.
    if (!adjective && match[0] === 'customs' && /(?<![.!?:] |^)\p{Lu}\p{Ll}+ $/u.test(text.slice(0, match.index)))
      continue;
    let end = match.index + match[0].length;
    const region =
      /^ of (?:the )?(?:(?:\p{Lu}[\p{L}-]+ )(?:region|district|oblast|province|county)|capital|city|region|district)\b/u.exec(
        text.slice(end),
      );
    const of = region ? null : /^ of (?:the )?(?=\p{Lu})/u.exec(text.slice(end));
    const land = of && mentions.find(({ kind, start }) => kind === 'COUNTRY' && start === end + of[0].length);
    if (region) end += region[0].length;
    if (land) end = land.end;
    // Only as much of the text as that can take: a search to the end of all before would be one through the whole each time.
    const town = /\b(?:capital|city|region|district)[’']s $/.exec(
      text.slice(Math.max(match.index - 12, 0), match.index),
    );
    const start = adjective?.start ?? match.index - (town?.[0].length ?? 0);
    if (!isFree(reading, { start, end }, GEOGRAPHY)) continue;
    addBody(reading, { start, end }, adjective?.country ?? land?.country ?? book.home, null);
  }
}

/** After persons and places have been found: what is left where a body stands. */
export function findSoleNames(reading: Reading): void {
  for (const match of reading.text.matchAll(SOLE_NAME)) {
    const name = match.groups?.name ?? '';
    const range = { start: match.index, end: match.index + name.length };
    const fold = name.toLowerCase();
    if (INSTITUTION_WORDS.has(fold) || monthOf(name) !== null || reading.text.includes(` ${fold}`)) continue;
    if (isFree(reading, range)) addBody(reading, range, null, null);
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
    const of = /^ of (?:the )?(?=\p{Lu})/u.exec(after);
    const land = of && mentions.find(({ kind, start }) => kind === 'COUNTRY' && start === token.end + of[0].length);
    const range = {
      start: adjective?.start ?? token.start,
      end: land?.end ?? token.end + (countries?.[0].length ?? 0),
    };
    const world = WORLD_BODIES[token.text];
    const entity = book.recogniseBody(token.text, world ? null : (adjective?.country ?? land?.country ?? book.home), {
      passage,
      start: land ? range.start : token.start,
      end: land ? range.end : token.end,
    });
    if (adjective || countries || land) {
      entity.see(text.slice(range.start, range.end), { passage, ...range });
      remove(mentions, range);
    }
    mentions.push({ ...range, kind: 'ORGANISATION', entity, country: adjective?.country ?? null });
  }
}
