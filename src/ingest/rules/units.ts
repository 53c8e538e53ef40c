import { NUMBER, numberOf } from './numbers.ts';
import { singular } from './plurals.ts';

export const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:USD|US\s?dollars?|U\.S\. dollars?|dollars?|US\$|\$)$/i, '{USD}'],
  [/^(?:EUR|euros?|€)$/i, '{EUR}'],
  [/^(?:RUB|Russian r(?:o)?ubles?|r(?:o)?ubles?|₽)$/i, '{RUB}'],
  [/^(?:BYN|Belarusian r(?:o)?ubles?)$/i, '{BYN}'],
  [/^(?:GBP|pounds?|£)$/i, '{GBP}'],
  [/^(?:CNY|yuan)$/i, '{CNY}'],
  [/^(?:PLN|zlotys?)$/i, '{PLN}'],
  [/^(?:UAH|hryvnias?)$/i, '{UAH}'],
  [/^(?:KZT|tenge)$/i, '{KZT}'],
  [/^(?:MNT|tugriks?|t[oö]gr[oö]gs?)$/i, '{MNT}'],
  [/^(?:GEL|lari)$/i, '{GEL}'],
  [/^(?:AMD|drams?)$/i, '{AMD}'],
  [/^(?:AZN|manats?)$/i, '{AZN}'],
  [/^(?:KGS|soms?)$/i, '{KGS}'],
  [/^(?:TRY|liras?)$/i, '{TRY}'],
  [/^(?:JPY|yen)$/i, '{JPY}'],
  [/^(?:INR|rupees?)$/i, '{INR}'],
  [/^(?:CHF|Swiss francs?)$/i, '{CHF}'],
  [/^(?:RON|Romanian lei)$/i, '{RON}'],
  [/^(?:MDL|Moldovan lei)$/i, '{MDL}'],
  [/^(?:KRW|won)$/i, '{KRW}'],
  [/^(?:PEN|soles)$/i, '{PEN}'],
  [/^(?:BRL|reais)$/i, '{BRL}'],
  [/^(?:EGP|Egyptian pounds)$/i, '{EGP}'],
];

export const CURRENCY_BEFORE =
  'USD|EUR|RUB|BYN|GBP|CNY|PLN|UAH|KZT|MNT|GEL|AMD|AZN|KGS|TRY|JPY|INR|CHF|RON|MDL|KRW|US\\$|\\$|€|£|₽';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|per ?cent|percent)$/i, '%'],
  [/^percentage points?$/i, '{percentage point}'],
  [/^(?:kg|kilos?|kilograms?|kilogrammes?)$/i, 'kg'],
  [/^(?:g|grams?|grammes?)$/i, 'g'],
  [/^(?:tons?|tonnes?|t)$/i, 't'],
  [/^(?:km|kilomet(?:er|re)s?)$/i, 'km'],
  [/^(?:m|met(?:er|re)s?)$/i, 'm'],
  [/^(?:mm|millimet(?:er|re)s?)$/i, 'mm'],
  [/^(?:cm|centimet(?:er|re)s?)$/i, 'cm'],
  [/^(?:sq\.? km|km2|square kilomet(?:er|re)s?)$/i, 'km2'],
  [/^(?:ha|hectares?)$/i, 'har'],
  [/^(?:l|lit(?:er|re)s?)$/i, 'L'],
  [/^(?:minutes?|mins?)$/i, 'min'],
  [/^(?:seconds?|secs?)$/i, 's'],
  [/^(?:hours?|hrs?)$/i, 'h'],
  [/^(?:km\/h|kmph)$/i, 'km/h'],
  [/^(?:mw|megawatts?)$/i, 'MW'],
];

/** People, whatever they are called: all are counted in persons, as one is compared with the other. */
const PERSONS =
  /^(?:people|persons?|troops|personnel|servicem[ae]n|service(?:wo)?men|soldiers?|military|militarymen|officers?|conscripts?|recruits?|draftees|reservists?|employees?|workers?|citizens?|civilians?|specialists?|participants?|violators?|offenders?|migrants?|refugees?|men|women|militants?|officials?|deputies|doctors?|athletes?|agents?|evaders?|graduates?|applicants?|patients?|victims?|peacekeepers?|poachers?|teenagers?|crew|drivers?|sergeants?|ensigns?|colonels?|majors?|captains?|lieutenants?|generals?|commanders?|managers?|directors?|contractors?|parachutists?|tourists?|students?|cadets?|residents?|individuals?|representatives?|delegates?|prisoners?|casualties|members?|staff|volunteers?|instructors?|guards?|policem[ae]n|sailors?|pilots?|experts?|inspectors?|observers?|journalists?|foreigners?|suspects?|smugglers?|deserters?|paratroopers?|marines?|youths?|wounded|injured|dead|detainees?|hostages?|women|girls|boys|children)$/i;

/** Nouns that have no other form for many, or name a mass: counted in units. */
const UNCOUNTED =
  /^(?:equipment|aircraft|ammunition|weaponry|arms|armament|armaments|hardware|machinery|artillery|materiel|kit|munitions|explosives)$/i;

const UNIT_NOUNS = /^(?:units?|pieces?|items?|samples?|pcs)$/i;

const STOP =
  /^(?:were|was|is|are|have|has|had|of|in|at|on|from|to|for|by|with|and|or|against|during|while|which|who|that|than|will|would|took|take|at|into|over|under|per|as|but|including|also|been|the|a|an|through|until|between|after|before|due|if|out)$/i;

export interface Counted {
  /** As printed. */
  readonly text: string;
  readonly head: string;
  /** From the end of the number. */
  readonly length: number;
}

/** The noun phrase after a number: adjectives and a noun in lower case, with what an "of" adds to "units". */
export function readCounted(rest: string): Counted {
  const words = [...rest.matchAll(/\s+[\p{L}][\p{L}\p{N}’'/-]*/gu)];
  const taken: string[] = [];
  let length = 0;
  for (const { 0: piece, index } of words) {
    if (index !== length || taken.length >= 7) break;
    const word = piece.trim();
    const afterUnits = word === 'of' && UNIT_NOUNS.test(taken.at(-1) ?? '');
    if (STOP.test(word) && !afterUnits) {
      const pair =
        word === 'and' &&
        taken.length > 0 &&
        /^\s+and\s+\p{Ll}+\s+(?:personnel|weapons|troops)\b/u.test(rest.slice(length));
      if (!pair) break;
    }
    // After a noun for many the verb comes, unless another such noun does.
    const before = taken.at(-1) ?? '';
    if (isPlural(before) && before !== 'military' && !afterUnits && !/^(?:of|and)$/.test(word) && !isPlural(word))
      break;
    taken.push(word);
    length += piece.length;
  }
  return { text: taken.join(' '), head: taken.at(-1) ?? '', length };
}

const isPlural = (word: string) => PERSONS.test(word) || UNCOUNTED.test(word) || /[^s]s$/.test(word);

export function measureOf(noun: string, rest: string): { unit: string; counted: string; length: number } | null {
  const words = noun.split(' ');
  for (const size of [2, 1]) {
    const head =
      size === 1 ? (/^\s?(?:[A-Za-z]+(?:\/h)?)\b/.exec(rest)?.[0] ?? '').trim() : words.slice(0, 2).join(' ');
    const unit = [...UNITS, ...CURRENCIES].find(([pattern]) => pattern.test(head))?.[1];
    if (!unit || head === '') continue;
    const length = rest.indexOf(head) + head.length;
    const of = /^\s+(?:of|worth of)\s+/.exec(rest.slice(length));
    const what = of ? readCounted(` ${rest.slice(length + of[0].length)}`) : null;
    return { unit, counted: what?.text ?? '', length: length + (of && what ? of[0].length + what.length - 1 : 0) };
  }
  return null;
}

export function unitOf({ text, head }: Counted): string {
  const units = /^(?:\p{L}+ )?(?:units?|pieces?|items?|samples?) of (?:\p{L}+ )*?(?<what>\p{L}+)(?: and .*)?$/u.exec(
    text,
  );
  if (units) {
    const what = units.groups?.what ?? '';
    return UNCOUNTED.test(what) || !/s$/.test(what) ? '{unit}' : `{${singular(what)}}`;
  }
  // Of what is counted one by one "pieces" says nothing more; a "fact" of smuggling is a case of it.
  if (/^pieces?$/i.test(text)) return '{piece}';
  if (/^(?:facts?|proceedings)$/i.test(head) || /^facts? of\b/.test(text)) return '{case}';
  if (UNIT_NOUNS.test(head) || UNCOUNTED.test(head)) return '{unit}';
  // In "military and civilian personnel" and "violators of the border" the persons stand anywhere, but not in "personnel carriers".
  const things = /[^s]s$/.test(head) && !PERSONS.test(head);
  const persons = text.split(' ').some((word) => PERSONS.test(word) && word !== 'military') || head === 'military';
  if (persons && !things) return '{person}';
  return `{${singular(head.toLowerCase())}}`;
}

/** "three gold and five bronze medals". */
export function sharedNoun(rest: string, { text, length }: Counted): Counted | null {
  if (/s$|men$|people$|personnel$/.test(text) || text.includes(' ')) return null;
  const next = new RegExp(`^ and (?:${NUMBER})(?= \\p{Ll})`, 'iu').exec(rest.slice(length));
  const noun = next && readCounted(rest.slice(length + next[0].length));
  return noun?.text.includes(' ') && /[^s]s$/.test(noun.head) ? noun : null;
}

/** "per 1 thousand cubic metres", "per tonne", as UCUM has it. */
export function rateOf(rest: string): { readonly per: string; readonly length: number } | null {
  const match = new RegExp(
    `^ (?:per|for each|a) (?<count>${NUMBER} )?(?<unit>cubic met(?:er|re)s?|square met(?:er|re)s?|\\p{Ll}+)\\b`,
    'iu',
  ).exec(rest);
  const { count, unit = '' } = match?.groups ?? {};
  if (!match || (!count && !/^ per /.test(rest))) return null;
  const code = /^cubic/.test(unit) ? 'm3' : /^square/.test(unit) ? 'm2' : measureOf(unit, ` ${unit}`)?.unit;
  if (!code) return null;
  const value = count ? numberOf(count) : 1;
  return { per: value === null || value === 1 ? `/${code}` : `/(${value}.${code})`, length: match[0].length };
}
