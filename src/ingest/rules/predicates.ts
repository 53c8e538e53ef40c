import { DEEDS, type Deed, LIGHT_ACTS, LIGHT_GOES } from './deeds.ts';
import type { Range } from './sentences.ts';
import { ANY_VERB } from './verbs.ts';

/** A verb by which a clause tells a deed, and what stands around it; all places are in the template. */
export interface Predicate extends Range {
  readonly deed: Deed;
  readonly passive: boolean;
  /** Of a verb that says little by itself ("was held"): where the noun is that says what. */
  readonly noun: Range | null;
  /** From the start of the clause to the verb, and from the verb to the end of the clause. */
  readonly before: Range;
  readonly after: Range;
  /** Told as news: "has been"; as earlier than the rest: "had been"; or as to come: "will be", "is planned". */
  readonly tense: 'TOLD' | 'PERFECT' | 'EARLIER' | 'TO_COME' | 'ONGOING';
}

const ADVERBS = '(?:\\p{Ll}+ly |also |then |again |once |twice |already |first |later |both |thus )*';
const AUXILIARY =
  '(?:was|were|has been|have been|had been|is being|are being|was being|were being|will be|would be|is to be|are to be)';
/** What goes before a participle that is no verb of the clause, or before an infinitive. */
const NO_VERB_AFTER =
  '(?<!\\b\\d{1,3} )(?<!\\b(?:the|an?|of|by|with|for|from|to|in|on|at|its|their|his|her|this|these|those|newly|recently|previously|been|was|were|be|being|is|are|as|not|never|than|some|other|all|most|under|no|any|new|more|two|three|four|five|six|seven|eight|nine|ten|twelve) )';
/** After a verb with an object the object comes; after a participle that describes, a preposition. */
const OBJECT =
  '(?= (?!(?:by|in|at|on|during|for|from|to|under|of|and|or|as|after|before|within|into|until|since|near|earlier|was|were|is|are|has|have|had|will|would|that|which|who|on)\\b))';

interface Form {
  readonly deed: Deed | null;
  readonly pattern: RegExp;
  readonly passive: boolean;
  readonly isPlain: boolean;
}

const form = (deed: Deed | null, passive: boolean, source: string, flags = 'giu'): Form => ({
  deed,
  passive,
  pattern: new RegExp(source, flags),
  /** Of a verb in no list only what it has as its object, or a passive as its subject, says what it tells. */
  isPlain: flags === 'gu',
});

const formsOf = (deed: Deed | null, acts: string, goes: string, flags?: string): readonly Form[] => [
  // "were found and confiscated" is told by the second verb, if it says more.
  form(deed, true, `\\b(?<aux>${AUXILIARY}) ${ADVERBS}(?:\\p{Ll}+ and )?(?<verb>${acts})\\b`, flags),
  form(deed, false, `${NO_VERB_AFTER}\\b(?<verb>${acts})\\b${OBJECT}`, flags),
  form(deed, false, `${NO_VERB_AFTER}\\b(?<verb>${goes})(?![\\p{L}-])`, flags),
];

const FORMS: readonly Form[] = [
  ...DEEDS.slice(0, -1).flatMap((deed) => formsOf(deed, deed.acts, deed.goes)),
  ...formsOf(null, LIGHT_ACTS, LIGHT_GOES),
  form(null, true, '(?<!\\bit )\\b(?<aux>is|are) (?:also )?(?<verb>planned|scheduled|expected|supposed)\\b'),
  ...DEEDS.slice(-1).flatMap(({ acts, goes }) => formsOf(null, acts, goes, 'gu')),
  // Any other verb tells something done, and the noun beside it may say what.
  form(null, true, `\\b(?<aux>${AUXILIARY}) ${ADVERBS}(?<verb>${ANY_VERB})`, 'gu'),
  form(null, false, `\\b(?<aux>has|have|had) ${ADVERBS}(?<verb>${ANY_VERB})`, 'gu'),
  form(null, false, `${NO_VERB_AFTER}(?<=[\\p{Ll}\\d»”"),]\\s)(?<verb>${ANY_VERB})`, 'gu'),
];

const OTHER = DEEDS.at(-1) as Deed;

/** What is to come is told by the plain verb, whose kind its participle has: "will visit" as "visited". */
const PLANNED =
  /(?:^to|\b(?:(?:decided|promised|undertook|pledged|vowed|obliged|agreed) to|will|would|is to|are to|is going to|are going to|plans? to|intends? to))(?<passive> be)?(?: also)? (?<verb>\p{Ll}+(?: (?:over|out|part|place|up))?)\b/gu;

const IRREGULAR: Readonly<Record<string, string>> = {
  hold: 'held',
  'take place': 'took place',
  'take part': 'took part in',
  'take over': 'took over',
  'take up': 'took up',
  meet: 'met',
  come: 'came',
  go: 'went',
  fly: 'flew',
  begin: 'began',
  send: 'sent',
  build: 'built',
  buy: 'bought',
  sell: 'sold',
  pay: 'paid',
  leave: 'left',
  give: 'gave',
  'hand over': 'handed over',
  'carry out': 'carried out',
};

const pastOf = (verb: string): string => {
  if (IRREGULAR[verb]) return IRREGULAR[verb];
  const [first = '', ...rest] = verb.split(' ');
  const past = /e$/.test(first) ? `${first}d` : /[^aeiou]y$/.test(first) ? first.replace(/y$/, 'ied') : `${first}ed`;
  return [past, ...rest].join(' ');
};

/** The kind of a verb that is to come, by what it would be when told as done. */
function deedToCome(verb: string, rest: string, passive: boolean): Deed | 'LIGHT' | null {
  const done = passive ? `was ${verb}` : pastOf(verb);
  for (const { deed, pattern } of FORMS) {
    pattern.lastIndex = 0;
    const match = pattern.exec(`${done}${rest.slice(0, 60)}`);
    if (match?.index === 0) return deed ?? 'LIGHT';
  }
  return null;
}

const NOUNS: readonly { readonly deed: Deed; readonly pattern: RegExp }[] = DEEDS.map((deed) => ({
  deed,
  pattern: new RegExp(`(?<![\\p{L}«-])(?:${deed.nouns})(?![\\p{L}-])`, 'giu'),
}));

/** Where one clause ends and the next begins: never between two names of a list. */
const SEPARATOR =
  /(?<=^As [^,]{3,90}),(?= )|[;:] |,? (?:while|whereas|where|which|who|after which|as a result of which|but|(?<=,) ?then) |(?<!»),? and |»,? and (?!(?:the |an? )?«)|, (?=(?:during|after) which )|(?<=\b(?:said|stated|reported|announced|noted|known|told|claimed|informed|confirmed|wrote|claims|says)(?: [^,.;]{0,40})?) that /gu;

/** Every verb that tells a deed, in the order of print. */
export function findPredicates(text: string): readonly Predicate[] {
  const found: {
    readonly form: Form;
    readonly match: RegExpExecArray;
    readonly start: number;
    readonly end: number;
  }[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.every((other) => end <= other.start || start >= other.end)) found.push({ form, match, start, end });
    }
  }
  for (const match of text.matchAll(PLANNED)) {
    const start = match.index;
    const end = start + match[0].length;
    const { passive, verb = '' } = match.groups ?? {};
    if (
      /^(?:not|be|have|last|cost|depend|consist|continue|need|remain|become|also|allow|help|lead|require|try|seek|include|involve|pay|over|able|due|ready|come|amount|total|reach|grow|fall|rise|exceed|make|keep)$/.test(
        verb,
      ) ||
      found.some((other) => end > other.start && start < other.end)
    )
      continue;
    const deed = deedToCome(verb, text.slice(end), passive !== undefined) ?? OTHER;
    const form = {
      deed: deed === 'LIGHT' ? null : deed,
      passive: passive !== undefined,
      isPlain: false,
      pattern: PLANNED,
    };
    found.push({ form, match, start, end });
  }
  found.sort((a, b) => a.start - b.start);
  const separators = [...text.matchAll(SEPARATOR)].map(({ index, 0: printed }) => ({
    start: printed.startsWith('»') ? index + 1 : index,
    end: index + printed.length,
  }));
  return found.flatMap(({ form, match, start, end }, index) => {
    const from = found[index - 1]?.end ?? 0;
    const to = found[index + 1]?.start ?? text.length;
    // Before the first verb there is no clause that "and" could end.
    const opening = separators.findLast(
      (separator) =>
        separator.start >= from &&
        separator.end <= start &&
        (index > 0 || !/^»?,? and $/.test(text.slice(separator.start, separator.end))),
    );
    const closing = separators.findLast((separator) => separator.start >= end && separator.end <= to);
    // What follows a verb up to the next comma is still of that verb: "who met on May 5, took stock".
    const comma = index === 0 ? -1 : text.slice(from, start).indexOf(', ');
    const before = { start: subjectFrom(text, opening) ?? (comma < 0 ? from : from + comma + 2), end: start };
    const after = { start: end, end: index + 1 < found.length ? (closing?.start ?? to) : text.length };
    const named = form.deed ? { deed: form.deed, noun: null } : nounOf(text, before, after, form);
    return [{ start, end, ...named, passive: form.passive, before, after, tense: tenseOf(text, match) }];
  });
}

/** After "who" and "which" the subject is what stands before them. */
function subjectFrom(text: string, opening: Range | undefined): number | null {
  if (!opening) return null;
  const antecedent = /\bwh(?:o|ich)\b/.test(text.slice(opening.start, opening.end))
    ? /«\w+»$/.exec(text.slice(0, opening.start))
    : null;
  return antecedent ? antecedent.index : opening.end;
}

function tenseOf(text: string, match: RegExpExecArray): Predicate['tense'] {
  const { aux = '', verb = '' } = match.groups ?? {};
  if (
    /^(?:planned|scheduled|expected|supposed)$/i.test(verb) ||
    /^(?:will|would|is to|are to|is going|are going|plan|intend|to\b|(?:decided|promised|undertook|pledged|vowed|obliged|agreed) to)/i.test(
      aux || match[0],
    )
  )
    return 'TO_COME';
  if (/being/.test(aux) || /\bunder ?way$|^continues$/.test(verb)) return 'ONGOING';
  const before = `${text.slice(0, match.index)}${aux} `;
  if (/\bhad (?:been )?(?:\p{Ll}+ )?$/u.test(before)) return 'EARLIER';
  return /\b(?:has|have) (?:been )?(?:\p{Ll}+ )?$/u.test(before) ? 'PERFECT' : 'TOLD';
}

/** "An exercise was held" and "The brigade held an exercise": the noun is the subject of one and the object of the other. */
function nounOf(
  text: string,
  before: Range,
  after: Range,
  { passive, isPlain }: Pick<Form, 'passive' | 'isPlain'>,
): { readonly deed: Deed; readonly noun: Range | null } {
  const lead =
    /^(?:In|During|At|Within|As part of|On|Following|After|For|Under|With|Throughout|By|From)\b[^,]*, /i.exec(
      text.slice(before.start, before.end),
    );
  const subject = { start: before.start + (lead?.[0].length ?? 0), end: before.end };
  const near = { start: after.start, end: Math.min(after.end, after.start + 120) };
  const phrase = {
    start: near.start,
    end: near.start + (PHRASE.exec(text.slice(near.start, near.end))?.[0].length ?? 0),
  };
  // What has no object tells it by its subject: "the exercise ran near".
  const order = isPlain
    ? [...(passive ? [] : [phrase]), head(text, subject)]
    : passive
      ? [subject, near, before]
      : [near, subject, before];
  for (const range of order) {
    const noun = firstNoun(text, range);
    if (noun) return noun;
  }
  return { deed: OTHER, noun: null };
}

/** Of a subject what stands before anything that describes it. */
function head(text: string, { start, end }: Range): Range {
  const phrase =
    /^(?:[^\s,;:]+ ){0,6}?[^\s,;:]+(?= (?:of|for|on|in|at|to|from|with|by|after|under|against|near|«))/.exec(
      text.slice(start, end),
    );
  return phrase ? { start, end: start + phrase[0].length } : { start, end };
}

/** Up to the first preposition. */
const PHRASE =
  /^(?: (?!(?:of|for|on|in|at|to|from|with|by|after|before|under|against|as|and|near|around|between|until|till|during|over|through|within|into|across|along|among)\b)[^\s,;:]+)+/;

function firstNoun(text: string, { start, end }: Range): { readonly deed: Deed; readonly noun: Range } | null {
  // A name of several words may run on beyond the stretch in which it begins.
  const stretch = text.slice(start, end + 30);
  let best: { deed: Deed; noun: Range } | null = null;
  for (const { deed, pattern } of NOUNS) {
    pattern.lastIndex = 0;
    const match = pattern.exec(stretch);
    if (!match || match[0] === '' || start + match.index >= end) continue;
    // "Three days of talks" are talks.
    if (!best || (deed !== OTHER && start + match.index < best.noun.start))
      best = { deed, noun: { start: start + match.index, end: start + match.index + match[0].length } };
  }
  return best;
}
