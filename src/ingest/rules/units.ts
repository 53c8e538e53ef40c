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
  [/^(?:sq\.? m|m2|square met(?:er|re)s?)$/i, 'm2'],
  [/^(?:cu\.? m|m3|cubic met(?:er|re)s?)$/i, 'm3'],
  [/^(?:nautical miles?)$/i, '[nmi_i]'],
  [/^(?:miles?)$/i, '[mi_i]'],
  [/^(?:feet|foot|ft)$/i, '[ft_i]'],
  [/^(?:knots?)$/i, '[kn_i]'],
  [/^(?:barrels? of oil)$/i, '[bbl_us]'],
  [/^(?:horse ?power|hp)$/i, '[HP]'],
  [/^(?:kw|kilowatts?)$/i, 'kW'],
  [/^(?:mw|megawatts?)$/i, 'MW'],
  [/^(?:gw|gigawatts?)$/i, 'GW'],
  [/^(?:kwh|kilowatt[- ]hours?)$/i, 'kW.h'],
  [/^(?:kv|kilovolts?)$/i, 'kV'],
  [/^(?:mhz|megahertz)$/i, 'MHz'],
  [/^(?:ghz|gigahertz)$/i, 'GHz'],
  [/^(?:degrees? Celsius|°C)$/i, 'Cel'],
];

/** People, whatever they are called: all are counted in persons, as one is compared with the other. */
const PERSONS =
  /^(?:people|persons?|troops|personnel|servicem[ae]n|service(?:wo)?men|soldiers?|military|militarymen|officers?|conscripts?|recruits?|draftees|reservists?|employees?|workers?|citizens?|civilians?|specialists?|participants?|violators?|offenders?|migrants?|refugees?|men|women|militants?|officials?|deputies|doctors?|athletes?|agents?|evaders?|graduates?|applicants?|patients?|victims?|peacekeepers?|poachers?|teenagers?|crew|drivers?|sergeants?|ensigns?|colonels?|majors?|captains?|lieutenants?|generals?|commanders?|managers?|directors?|contractors?|parachutists?|tourists?|students?|cadets?|residents?|individuals?|representatives?|delegates?|prisoners?|casualties|members?|staff|volunteers?|instructors?|guards?|policem[ae]n|sailors?|pilots?|experts?|inspectors?|observers?|journalists?|foreigners?|suspects?|smugglers?|deserters?|paratroopers?|marines?|youths?|wounded|injured|dead|detainees?|hostages?|women|girls|boys|children|inhabitants?|nationals|guests|recruiters?|rescuers?|firefighters?|lawyers?|judges?|teachers?|farmers?|hunters?|fishermen|hackers?|bloggers?|activists?|engineers?|sappers?|signallers?|gunners?|snipers?|scouts?|attach[ée]s|diplomats?|ambassadors?|ministers?|parliamentarians?|senators?|businessm[ae]n|leaders?|heads|chiefs|deputy|veterans?|widows?|orphans?|families of|nurses?|medics?|physicians?|pensioners?|villagers?|travell?ers?|visitors|spies|couriers?|dealers?|traffickers?|criminals?|bandits?|robbers?|killers?|fugitives?|convicts?|defendants?|witnesses|evacuees?|trainees?|servants?|combatants?|mercenaries|fighters of|rangers?|privates?|corporals?|warrant|commandos?|cossacks?|mothers?|fathers?|parents|relatives|adults|minors|schoolchildren|pupils?|lads|souls|missing|killed)$/i;

/** Endings that only people have, as far as things that have them are left out. */
const PERSON_ENDING = /(?:[a-z]{3}ists|ians|[a-z]{2}ees|(?<!speci)men|people)$/;
const NO_PERSON = /(?:check|black|white|short|price|wait)lists$|^(?:committees|guarantees|degrees|specimen|omen)$/;

export const isPerson = (word: string): boolean =>
  PERSONS.test(word) || (PERSON_ENDING.test(word) && !NO_PERSON.test(word));

/** Nouns that have no other form for many, or name a mass: counted in units. */
const UNCOUNTED =
  /^(?:equipment|ammunition|weaponry|arms|armament|armaments|hardware|machinery|artillery|materiel|kit|munitions|explosives)$/i;

/** Nouns that are the same for many. */
const SAME_FOR_MANY =
  /^(?:aircraft|helicraft|hovercraft|watercraft|spacecraft|craft|criteria|data|media|phenomena|cattle|sheep|fish|livestock|head|headquarters|barracks|works|means|series)$/i;

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

/** Nouns for many that stand before another noun: "arms smuggling cases". */
const BEFORE_NOUN =
  /^(?:arms|goods|customs|sports|operations|communications|armaments|munitions|explosives|drugs|forces)$/;

/**
 * The noun phrase after a number: whatever stands before the noun, and the noun, with what an "of" adds to "units". Of many
 * the noun is one for many: where there is none nothing is counted here ("six lag behind"), unless `one` is wanted.
 */
export function readCounted(rest: string, { one = false } = {}): Counted {
  const words = [...rest.matchAll(/\s+[\p{L}][\p{L}\p{N}’'/-]*/gu)];
  const taken: { readonly word: string; readonly end: number }[] = [];
  let length = 0;
  for (const { 0: piece, index } of words) {
    if (index !== length || taken.length >= 7) break;
    const word = piece.trim();
    const before = taken.at(-1)?.word ?? '';
    const afterUnits = word === 'of' && UNIT_NOUNS.test(before);
    if (STOP.test(word) && !afterUnits) {
      const pair =
        word === 'and' &&
        taken.length > 0 &&
        /^\s+and\s+\p{Ll}+\s+(?:personnel|weapons|troops)\b/u.test(rest.slice(length));
      if (!pair) break;
    }
    // After a noun for many the verb comes, unless it is one that stands before another.
    const leads = !before.endsWith('s') || BEFORE_NOUN.test(before);
    if (
      isPlural(before) &&
      !afterUnits &&
      !/^(?:of|and)$/.test(word) &&
      !(leads && (isPlural(word) || before === 'military' || BEFORE_NOUN.test(before)))
    )
      break;
    length += piece.length;
    taken.push({ word, end: length });
  }
  const last = one ? taken.length - 1 : taken.findLastIndex(({ word }) => isPlural(word));
  const kept = taken.slice(0, last + 1);
  return { text: kept.map(({ word }) => word).join(' '), head: kept.at(-1)?.word ?? '', length: kept.at(-1)?.end ?? 0 };
}

export const isPlural = (word: string) =>
  isPerson(word) ||
  UNCOUNTED.test(word) ||
  SAME_FOR_MANY.test(word) ||
  (/[^s'’]s$/.test(word) && !/(?:ous|us|is)$/.test(word) && !/^\p{Lu}/u.test(word));

export function measureOf(rest: string): { unit: string; counted: string; length: number } | null {
  for (const size of [3, 2, 1]) {
    const words = new RegExp(
      `^\\s?[\\p{L}°](?:[\\p{L}-]*\\p{L})?\\d?(?:\\/h)?(?:\\.? [\\p{L}]+){${size - 1}}(?![\\p{L}\\d-])`,
      'u',
    );
    const head = (words.exec(rest)?.[0] ?? '').trim();
    const unit = [...UNITS, ...CURRENCIES].find(([pattern]) => pattern.test(head))?.[1];
    if (!unit || head === '') continue;
    const length = rest.indexOf(head) + head.length;
    const of = /^\s+(?:of|worth of)\s+/.exec(rest.slice(length));
    const after = of ? ` ${rest.slice(length + of[0].length)}` : '';
    const many = of ? readCounted(after) : null;
    // Of a mass one word says what it is.
    const mass = many?.head === '' ? /^ (?!the|its|their|an?\b)\p{Ll}[\p{L}-]+/u.exec(after)?.[0] : undefined;
    const what = mass ? { text: mass.trim(), head: mass.trim(), length: mass.length } : many;
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
  const things = /[^s]s$/.test(head) && !isPerson(head);
  const persons = text.split(' ').some((word) => isPerson(word) && word !== 'military') || head === 'military';
  if (persons && !things) return '{person}';
  return `{${singular(head.toLowerCase())}}`;
}

const NEXT_OF_ROW = new RegExp(`^(?:, and |, | and )(?:${NUMBER})(?= \\p{Ll})`, 'iu');

/** "four gold, seven silver and nine bronze medals": the noun stands once, after all of a row. */
export function sharedNoun(rest: string, { text, length }: Counted): Counted | null {
  if (isPlural(text) || text.includes(' ') || text === '' || /ed$/.test(text)) return null;
  let at = length;
  for (let count = 0; count < 5; count += 1) {
    const next = NEXT_OF_ROW.exec(rest.slice(at));
    if (!next) return null;
    const noun = readCounted(rest.slice(at + next[0].length));
    if (noun.text.includes(' ')) return noun;
    const adjective = /^ \p{Ll}[\p{L}-]*/u.exec(rest.slice(at + next[0].length))?.[0];
    if (noun.head || !adjective) return null;
    at += next[0].length + adjective.length;
  }
  return null;
}

const EACH_TIME: Readonly<Record<string, string>> = {
  minute: '/min',
  hour: '/h',
  day: '/d',
  daily: '/d',
  week: '/wk',
  weekly: '/wk',
  month: '/mo',
  monthly: '/mo',
  year: '/a',
  annum: '/a',
  annually: '/a',
  yearly: '/a',
};

/** "per 1 thousand cubic metres", "per tonne", "a month", as UCUM has it; "a year earlier" is a date. */
export function rateOf(rest: string): { readonly per: string; readonly length: number } | null {
  const time =
    /^ (?:(?:per|a|each|every) (?<unit>minute|hour|day|week|month|year|annum)|(?<adverb>daily|weekly|monthly|annually|yearly))\b(?! (?:earlier|ago|before|later|and|old|prior))/.exec(
      rest,
    );
  const per = EACH_TIME[time?.groups?.unit ?? time?.groups?.adverb ?? ''];
  if (time && per) return { per, length: time[0].length };
  const match = new RegExp(
    `^ (?:per|for each) (?<count>${NUMBER} )?(?<unit>cubic met(?:er|re)s?|square met(?:er|re)s?|\\p{Ll}+)\\b`,
    'iu',
  ).exec(rest);
  const { count, unit = '' } = match?.groups ?? {};
  const code = match && measureOf(` ${unit}`)?.unit;
  if (!match || !code) return null;
  const value = count ? numberOf(count) : 1;
  return { per: value === null || value === 1 ? `/${code}` : `/(${value}.${code})`, length: match[0].length };
}
