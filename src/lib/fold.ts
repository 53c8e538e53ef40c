/**
 * The SQL functions search_fold and search_key of the migration add_search, once more: what is asked for and what is
 * highlighted has to be folded as the index was. A test holds the two against each other.
 */

/** Apostrophes of every kind, and what takes no room: the soft hyphen, the zero-width characters. */
const DROPPED = new Set("'`´‘’‛ʹʻʼʽˈ′＇\u00ad\u200b\u200c\u200d\u2060\ufeff");

/** Combining marks, which NFKD splits from their letters: й, ў, ї and ё thereby become и, у, і and е. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks themselves are meant, whatever letter they stand on.
const MARK = /[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

const SINGLES = pairs(
  'абвгґдезиіклмнопрстуфыэјћәıłøđəðħς‐‑‒–—―−«»“”„',
  'abvggdeziiklmnoprstufyejcailodadhσ-------"""""',
);

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...SINGLES,
  ['ж', 'zh'],
  ['х', 'kh'],
  ['ц', 'ts'],
  ['ч', 'ch'],
  ['ш', 'sh'],
  ['щ', 'shch'],
  ['ю', 'yu'],
  ['я', 'ya'],
  ['є', 'ye'],
  ['ђ', 'dj'],
  ['љ', 'lj'],
  ['њ', 'nj'],
  ['џ', 'dzh'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ь', ''],
  ['ъ', ''],
]);

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((letter, index) => [letter, targets[index] as string]);
}

/** An English genitive: "Zas's" holds the name Zas. */
export const GENITIVE = /['’][sS](?![a-zA-Z])/g;

/** One character, folded: none, one or several. White space and control characters are a space. */
export function foldCharacter(character: string): string {
  if (DROPPED.has(character)) return '';
  // Half a surrogate pair is no character, and would be refused on the way to the database.
  if (/[\ud800-\udfff]/u.test(character)) return ' ';
  const letters = [...character.normalize('NFKD').replace(MARK, '').toLowerCase()];
  return letters
    .map((letter) => LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[\0- \u007f]/g, ' ');
}

/** A text without its case, accents, apostrophes, genitives and soft signs, in Latin letters where it was in Cyrillic ones. */
export function foldText(text: string): string {
  // Not trim(), which also takes what is no space to PostgreSQL.
  return [...text.replace(GENITIVE, '')].map(foldCharacter).join('').replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/** Groups of letters that romanisations write differently, in this order. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]+/g, ' '],
  [/shch|szcz/g, 'sc'],
  [/tch|ch|cz|ts|tz/g, 'c'],
  [/sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/dz/g, 'd'],
  [/kh|gh/g, 'h'],
  [/ck/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/x/g, 'ks'],
];

const CLASSES = new Map(pairs('goevwyjq', 'haauuiik'));

/** A folded name with one letter for what romanisations write as two: a letter wrong in Cyrillic may be two in Latin. */
export const spell = (folded: string): string =>
  SPELLINGS.reduce((key, [pattern, letters]) => key.replace(pattern, letters), folded);

/**
 * How a folded name sounds, coarsely, so that its romanisations meet: Golovchenko and Halouchanka are both "halaucanka".
 * Words stay words; what is not in Latin letters has no key.
 */
export function keyOf(folded: string): string {
  return [...spell(folded)]
    .map((letter) => CLASSES.get(letter) ?? letter)
    .join('')
    .replace(/i+(?=[au])/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/([dt])ar(?![a-z])/g, '$1r')
    .trim();
}
