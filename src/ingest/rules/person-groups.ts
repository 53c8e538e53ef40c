import type { DraftParticipation } from './drafts.ts';
import type { Range } from './sentences.ts';
import type { Telling } from './telling.ts';
import { isPerson } from './units.ts';

/** Words that tell persons of one kind from others: endings of adjectives, and nouns that stand before nouns. */
export const KIND = String.raw`(?:former|young|reserve|contract|other|armed|army|navy|police|border|senior|junior|retired|convicted|wounded|unknown|unidentified|unnamed|air|tank|artillery|engineer|state|customs|crew|security|service|combat|missile|rocket|radar|helicopter|ship|railway|rescue|traffic|riot|prison|sports?|student|press|intelligence|peacekeeping|working|commanding|\p{Ll}+(?:al|ic|ary|ory|ive|ern|ish|ese|ian|an|less|ble))`;

const IS_KIND = new RegExp(`^${KIND}$`, 'u');

/** Bodies of people that have no name: "crews of the base", "a working group". */
const BODY_OF_PEOPLE = /^(?:crews?|teams?|squads?|delegations?|families|leadership|staff|groups?|units?|patrols?)$/;

/** After "of" and "from" whose or of what they are: a place, a body, or whatever small words say up to a verb. */
const BELONGING =
  /^ (?:(?:of|from) (?:(?:the|its|their|this|that) )?(?:«[CKLOJG]\d+»(?:(?: and |, )(?:the )?«[CKL]\d+»)*|\p{Lu}[\p{L}’'-]+(?:(?: and |, )\p{Lu}[\p{L}’'-]+)*)(?: (?:region|district|oblast|province|county|garrison|brigade|regiment|plant|academy|city|draft|unit|village|forces|troops|service)\b)?|of (?:(?:the|an?|its|their|this|that) )?(?:(?:nearby|neighbouring|autumn|spring|same|\p{Ll}+(?:al|ic|ary|ory|ive|ern|ish|ese|ian|ing)) )*(?!whom|which|them|these|those|the|an?|its|their|\d)\p{Ll}[\p{L}-]+)/u;

const WORD = /«[A-Z]\d+»|\p{L}[\p{L}’'-]*/gu;

/** Whoever in a stretch of the template acts or is acted on without being named: "reserve officers", "paratroopers from Pskov". */
export function groupIn(
  telling: Telling,
  range: Range,
  role: DraftParticipation['role'],
): readonly DraftParticipation[] {
  const { story, template, passage } = telling;
  const group = findGroup(template.text.slice(range.start, range.end));
  if (!group) return [];
  const start = template.toPassage(range.start + group.start);
  const end = template.toPassage(range.start + group.end);
  const { sentence } = template;
  const text = sentence.text.slice(start - sentence.start, end - sentence.start);
  if (text === '') return [];
  const entity = story.book.recogniseGroup(text, null, { passage, start, end });
  return [{ side: { entity }, role, office: null, body: null }];
}

/** The first noun for persons with what tells them from others. */
export function findGroup(stretch: string): Range | null {
  const words = [...stretch.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  for (const [at, word] of words.entries()) {
    const isHead =
      /^\p{Ll}/u.test(word.text) && (isPerson(word.text) ? isMany(word.text) : BODY_OF_PEOPLE.test(word.text));
    // "personnel carriers", "officers' mess": a noun that only stands before another.
    if (!isHead || /^[’'-]/.test(stretch.slice(word.end))) continue;
    let first = at;
    while (
      first > 0 &&
      isKind(words[first - 1]?.text ?? '') &&
      stretch.slice(words[first - 1]?.end, words[first]?.start) === ' '
    )
      first -= 1;
    const belonging = BELONGING.exec(stretch.slice(word.end));
    if (BODY_OF_PEOPLE.test(word.text) && !belonging) continue;
    return { start: words[first]?.start ?? word.start, end: word.end + (belonging?.[0].length ?? 0) };
  }
  return null;
}

const isKind = (word: string) => IS_KIND.test(word) || /^«J\d+»$/.test(word) || /^\p{Lu}+-\d+$/u.test(word);

const isMany = (word: string) => /(?:(?<!troop)s|men|people|youth)$/.test(word);
