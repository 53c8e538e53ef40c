import type { EventKind } from '../../generated/prisma/enums.ts';
import { type DraftEvent, type DraftParticipation, isSameSide } from './drafts.ts';
import type { EventRule } from './event-form.ts';
import { sidesIn } from './event-sides.ts';
import { groupIn } from './person-groups.ts';
import type { Range } from './sentences.ts';
import type { Telling } from './telling.ts';
import { acting, ROLES } from './told-deeds.ts';

/** Nobody meets alone, and somebody does what is done: whoever else the clause names, where its form has room for nobody. */
export function completed(
  telling: Telling,
  { kind }: EventRule,
  core: Range,
  clause: Range | null,
  told: readonly DraftParticipation[],
): readonly DraftParticipation[] {
  const least = kind === 'MEETING' ? 2 : 1;
  if (told.length >= least) return told;
  const { text } = telling.template;
  const { start, end } = clause ?? clauseAround(text, core);
  const stretch = acting(text.slice(start, end));
  const others = sidesIn(telling, /«[PGUOC]\d+»/.test(stretch) ? stretch : undefined, 'PARTICIPANT').filter(
    ({ side }) => !told.some((other) => isSameSide(other.side, side)),
  );
  const named = [...told, ...others.slice(0, 4)];
  const meant = named.length < least ? PRONOUN.exec(text.slice(start, end)) : null;
  if (meant) named.push(...sidesIn(telling, meant.groups?.one ? 'he' : 'the guests', 'PARTICIPANT'));
  if (named.length > 0) return named;
  return !PEOPLED.has(kind) ? [] : groupIn(telling, { start, end }, ROLES.get(kind)?.[1] ?? 'PARTICIPANT');
}

/** What people without a name do or have done to them as often as those with one. */
const PEOPLED: ReadonlySet<EventKind> = new Set([
  'TRAINING',
  'EXERCISE',
  'DETENTION',
  'BORDER_INCIDENT',
  'MEETING',
  'CONFERENCE',
]);

const PRONOUN = /\b(?:(?<one>him|her|he|she)|them|the (?:guests?|visitors?))\b/;

/** From one stop to the next. */
function clauseAround(text: string, { start, end }: Range): Range {
  const from = Math.max(text.lastIndexOf('; ', start), text.lastIndexOf(': ', start), 0);
  const to = /[;:] |, (?:after|during) which /.exec(text.slice(end))?.index;
  return { start: from, end: to === undefined ? text.length : end + to };
}

/** "The exercise had been conducted on ...": by whoever the paragraph has named as having been there. */
export function sidesToldBefore({ template, paragraph }: Telling): DraftEvent['participations'] {
  if (!/^The (?:exercise|training|competition|manoeuvres|drills?|check)\b/.test(template.text)) return [];
  return (paragraph.lead?.participations ?? []).map((participation) => ({ ...participation, role: 'PARTICIPANT' }));
}

/** Of a form that has room for whom it was done to: those whom the words after it name by what they are. */
export function unnamedAfter(
  telling: Telling,
  { o, kind }: EventRule,
  match: RegExpExecArray,
): DraftEvent['participations'] {
  if (kind === 'ACCIDENT')
    return [
      ...groupIn(telling, { start: Math.max(match.index - 30, 0), end: match.index + match[0].length }, 'SUBJECT'),
    ];
  if (o !== 'SUBJECT') return [];
  const start = match.index + match[0].length;
  return [...groupIn(telling, { start, end: Math.min(start + 60, telling.template.text.length) }, o)];
}
