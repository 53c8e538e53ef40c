import type { FoundDate } from './dates.ts';
import type { Mention } from './mentions.ts';
import type { RelativeDate } from './relative-dates.ts';
import type { Range, Sentence } from './sentences.ts';

/**
 * A sentence in which every name, date and quoted title is one sign, so that rules can speak of its form: in
 * "On «D0» «P1» met the «P2»." P stands for a person, G a group, U an unnamed holder of an office, O a body, C a country,
 * K its capital, J its adjective, L another place, A an agreement, D a date, R a relative one, X a title in quotation marks.
 */
export interface Template {
  readonly text: string;
  readonly sentence: Sentence;
  readonly slots: readonly Slot[];
  /** The place in the passage of a place in the template. */
  readonly toPassage: (position: number) => number;
}

export type Slot = Range &
  (
    | {
        readonly letter: 'P' | 'G' | 'U' | 'O' | 'C' | 'K' | 'J' | 'L' | 'A';
        readonly mention: Mention;
        /** Of a group: whoever leads it. */
        readonly head?: Mention;
      }
    | { readonly letter: 'D'; readonly date: FoundDate }
    | { readonly letter: 'R'; readonly relative: RelativeDate }
    | { readonly letter: 'X'; readonly title: string }
  );

const LETTERS = {
  PERSON: 'P',
  GROUP: 'G',
  HOLDER: 'U',
  ORGANISATION: 'O',
  COUNTRY: 'C',
  CAPITAL: 'K',
  ADJECTIVE: 'J',
  PLACE: 'L',
  AGREEMENT: 'A',
} as const;

export const SLOT = /«(?<letter>[A-Z])(?<index>\d+)»/gu;

export function createTemplate(
  passage: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  dates: readonly FoundDate[],
  relatives: readonly RelativeDate[],
): Template {
  const titles = [
    ...passage.slice(sentence.start, sentence.end).matchAll(/[“"«](?<title>[\p{Lu}][^”"»]{1,60})[”"»]/gu),
  ].map((match) => ({
    letter: 'X' as const,
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    title: match.groups?.title ?? '',
  }));
  const candidates: Slot[] = [
    ...titles,
    ...mentions
      .filter(({ silent }) => !silent)
      .map((mention) => ({
        letter: LETTERS[mention.kind],
        mention,
        start: mention.outer?.start ?? mention.start,
        end: mention.outer?.end ?? mention.end,
      })),
    ...dates.map((date) => ({ letter: 'D' as const, date, start: date.start, end: date.end })),
    ...relatives.map((relative) => ({ letter: 'R' as const, relative, start: relative.start, end: relative.end })),
  ];
  const slots: Slot[] = [];
  for (const slot of candidates.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const inside = slot.start >= sentence.start && slot.end <= sentence.end;
    if (inside && slot.start >= (slots.at(-1)?.end ?? 0)) slots.push(slot);
  }
  mergeHeads(passage, slots);
  let text = '';
  let position = sentence.start;
  const marks: { readonly at: number; readonly passage: number }[] = [];
  for (const [index, slot] of slots.entries()) {
    marks.push({ at: text.length, passage: position });
    text += clean(passage.slice(position, slot.start));
    marks.push({ at: text.length, passage: slot.start });
    text += `«${slot.letter}${index}»`;
    position = slot.end;
  }
  marks.push({ at: text.length, passage: position });
  text += clean(passage.slice(position, sentence.end));
  return { text, sentence, slots, toPassage: (at) => locate(marks, at, sentence.end) };
}

const RANKED = String.raw`(?:the |an? )?(?:\p{Lu}[\p{L}-]+ ){0,3}$`;
const LED_BY = new RegExp(
  `^,? (?:(?:which|that|who) (?:was|were|is) |was )?(?:(?:headed|led|chaired|headed up) by|under(?: the (?:leadership|command|guidance) of)?|at whose head (?:stood|was)[^.;]{0,40}?) ${RANKED}`,
  'u',
);
const WITH = new RegExp(`^,? with ${RANKED}`, 'u');

/** "a delegation headed by the Minister" is one sign, that of the group. */
function mergeHeads(passage: string, slots: Slot[]): void {
  for (let index = slots.length - 2; index >= 0; index -= 1) {
    const [group, head] = [slots[index] as Slot, slots[index + 1] as Slot];
    if (group.letter !== 'G' || (head.letter !== 'P' && head.letter !== 'U')) continue;
    const between = passage.slice(group.end, head.start);
    const led =
      LED_BY.test(between) || (WITH.test(between) && /^,? at (?:its|the|their) head\b/.test(passage.slice(head.end)));
    if (!led) continue;
    slots.splice(index, 2, { ...group, head: head.mention, end: head.end });
  }
}

/** Of one length, so that places stay where they are. */
const clean = (text: string) => text.replaceAll(/[«»]/g, '"').replaceAll('’', "'");

function locate(marks: readonly { readonly at: number; readonly passage: number }[], at: number, end: number): number {
  const index = marks.findLastIndex((mark) => mark.at <= at);
  const mark = marks[index];
  if (!mark) return end;
  // Every second stretch is a sign, which has another length than what it stands for.
  if (index % 2 === 1) return at > mark.at ? (marks[index + 1]?.passage ?? end) : mark.passage;
  return Math.min(mark.passage + (at - mark.at), end);
}

export function slotsIn(template: Template, text: string | undefined): readonly Slot[] {
  return [...(text ?? '').matchAll(SLOT)].flatMap(({ groups }) => template.slots[Number(groups?.index)] ?? []);
}
