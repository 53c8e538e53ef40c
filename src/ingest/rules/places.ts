import { overlaps, type Reading } from './bodies.ts';
import { BODY_HEADS, INSTITUTION_WORDS, NO_BODIES, OFFICE_HEADS } from './lexicon.ts';
import { MONTH_PATTERN } from './months.ts';

const NAME = "\\p{Lu}\\p{Ll}[\\p{L}’'-]+(?: \\p{Lu}\\p{Ll}[\\p{L}’'-]+){0,2}";
const KIND =
  '(?:region|district|oblast|province|county|training ground|training area|airfield|airbase|range|border crossing|port)';

const RULES: readonly RegExp[] = [
  new RegExp(`(?<name>${NAME} ${KIND})\\b`, 'gu'),
  new RegExp(`\\btraining ground (?<name>${NAME})`, 'gu'),
  new RegExp(
    `\\b(?:[Ii]n|[Aa]t|[Nn]ear|[Vv]isiting|[Vv]isited|held in|place in|arrived in|went to) (?:the (?:city|town|village|port) of )?(?<name>${NAME})`,
    'gu',
  ),
];

/** Places that no list knows: by the noun that says what they are, or by where they stand. */
export function findPlaces({ book, passage, text, mentions }: Reading): void {
  for (const pattern of RULES) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      const range = { start, end: start + name.length };
      if (mentions.some((mention) => overlaps(mention, range)) || !isPlace(name)) continue;
      const bracket = /^ \((?=\p{Lu})/u.exec(text.slice(range.end));
      const land = bracket && mentions.find((mention) => mention.kind === 'COUNTRY' && mention.start === range.end + 2);
      const entity = book.recognisePlace(name, land?.country ?? null, { passage, ...range });
      mentions.push({ ...range, kind: 'PLACE', entity, country: entity.country });
    }
  }
}

function isPlace(name: string): boolean {
  const [first = ''] = name.split(' ');
  const word = first.toLowerCase();
  if (new RegExp(`^(?:${MONTH_PATTERN})(?:-|$)`, 'u').test(first) || NO_BODIES.has(first) || OFFICE_HEADS.has(word))
    return false;
  const regional = new RegExp(` ${KIND}$`).test(name);
  return regional || !(BODY_HEADS.has(word) || INSTITUTION_WORDS.has(word));
}
