import type { ParticipationRole } from '../../generated/prisma/enums.ts';
import { type DraftParticipation, isSameSide } from './drafts.ts';
import type { EventRule } from './event-form.ts';
import { sidesOf } from './story.ts';
import type { Telling } from './telling.ts';
import type { Slot, Template } from './template.ts';

/** What nobody is told to do but by somebody. */
const ACTING = new Set<EventRule['kind']>(['MEETING', 'VISIT', 'STATEMENT', 'REPORTING', 'CONFERENCE']);

/** With whom, unless it is what they speak of that is with somebody: "on the border with «C1»". */
const PARTNER =
  /^(?:(?!\b(?:border|relations|cooperation|agreements?|contacts|interaction|contracts?|trade|situation|deal|treaty)\b)[^«;]){0,60}?\bwith (?:(?!\b(?:from|of|in)(?: the)? «[CK])(?:[^«.;]|«J\d+»)){0,60}?(?<o>«[PUGOCK]\d+»(?:(?: and|,)(?: the)? «[PUG]\d+»)*)/;

type SidesIn = (telling: Telling, text: string | undefined, role: ParticipationRole) => readonly DraftParticipation[];

const PEOPLE = /[PUG]/;
const classOf = (letter: Slot['letter']) => (PEOPLE.test(letter) ? 'people' : /[CK]/.test(letter) ? 'states' : letter);

/** What joins two that act together, without beginning a clause of its own. */
const JOINED = /^(?: and| as well as|, as well as| together with|, together with|,)(?: the| an?)? $/;

/** Who opens a sentence, after its day: "On «D0», «P1» and «P2», the secretaries of ..., talked". */
const OPENING =
  /^(?:[^«.;]{0,30}(?:«[DR]\d+»[^«.;]{0,30}?)*,? ?)??(?<s>(?:[Tt]he )?«[PUG]\d+»(?:(?: and|,| as well as)(?: the)? «[PUG]\d+»)*)(?<rest>[^;]*)$/u;

/** "A and B, who met", "A, who had come, was received by C": those whom the form of telling has left out. */
export function completeSides(
  telling: Telling,
  rule: EventRule,
  match: RegExpExecArray,
  list: readonly DraftParticipation[],
  sidesIn: SidesIn,
): readonly DraftParticipation[] {
  const { text } = telling.template;
  const found = [...list];
  const add = (more: readonly DraftParticipation[]) => {
    for (const one of more) if (!found.some(({ side }) => isSameSide(side, one.side))) found.push(one);
  };
  for (const participation of list) add(joinedWith(telling.template, participation));
  const meets = rule.kind === 'MEETING' && found.length === 1;
  if ((found.length === 0 && rule.s && ACTING.has(rule.kind)) || meets)
    add(sidesIn(telling, openingBefore(text, match.index), rule.s ?? 'PARTICIPANT'));
  const after = /^[^;]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
  if (rule.kind === 'MEETING' && found.length === 1) {
    const partner = PARTNER.exec(after);
    add(sidesIn(telling, partner?.groups?.o, rule.o ?? 'PARTICIPANT'));
  }
  // "By his decree of «D0», «P1» cut the term": whose decree it is stands after it.
  if (
    found.length === 0 &&
    (rule.kind === 'LEGAL_ACT' || rule.kind === 'ORDER') &&
    /^(?:By|With|In|Through) (?:his|her|their|its)\b/.test(match[0])
  ) {
    const author = /^[^«;]*(?:«D\d+»)?,? (?:the )?(?<s>«[PUO]\d+»(?: and (?:the )?[^«;]{0,60}?«[PUO]\d+»)*)/.exec(
      after,
    );
    add(sidesIn(telling, author?.groups?.s, rule.s ?? 'PARTICIPANT'));
  }
  return rule.name === 'event.deed' && rule.kind === 'MEETING' ? receive(telling.template, match, found) : found;
}

/** Whoever receives is the host, whether the verb is passive or not. */
function receive(
  template: Template,
  match: RegExpExecArray,
  list: readonly DraftParticipation[],
): DraftParticipation[] {
  const verb = /\b(?<passive>(?:was|were|been|being) (?:\w+ )?)?(?:received|welcomed|hosted)$/.exec(match[0]);
  if (!verb) return [...list];
  const passive = verb.groups?.passive !== undefined;
  return list.map((participation) => {
    const at = template.slots.findIndex((slot) =>
      sidesOf(slot).some(({ side }) => isSameSide(side, participation.side)),
    );
    if (at < 0 || participation.role === 'HEAD_OF_DELEGATION') return participation;
    const isBefore = startOf(template, at) < match.index;
    return { ...participation, role: isBefore === passive ? ('VISITOR' as const) : ('HOST' as const) };
  });
}

/** The opening run, if nothing but what is said of it stands between it and the deed. */
function openingBefore(text: string, end: number): string | undefined {
  const groups = OPENING.exec(text.slice(0, end))?.groups;
  return groups && /^(?:,[^;]*,)? ?(?:[\w'-]+ ){0,3}$/.test(groups.rest ?? '') ? groups.s : undefined;
}

/** All that stand in one row with somebody who takes part, in the same role. */
function joinedWith(template: Template, participation: DraftParticipation): readonly DraftParticipation[] {
  const at = template.slots.findIndex((slot) => sidesOf(slot).some(({ side }) => isSameSide(side, participation.side)));
  const slot = template.slots[at];
  if (!slot) return [];
  const joined: Slot[] = [];
  for (const step of [-1, 1]) {
    for (let index = at; ; index += step) {
      const [one, next] = [template.slots[index], template.slots[index + step]];
      if (!one || !next || classOf(next.letter) !== classOf(slot.letter) || !'PUGOCK'.includes(next.letter)) break;
      const [first, second] = step > 0 ? [index, index + 1] : [index - 1, index];
      const between = template.text.slice(endOf(template, first), startOf(template, second));
      if (!JOINED.test(between)) break;
      // A comma alone joins only in a list that ends in "and".
      if (between.trim() === ',' && !/^(?:,(?: the)? «\w+»)*,? and /.test(template.text.slice(endOf(template, second))))
        break;
      joined.push(next);
    }
  }
  const role = participation.role === 'HEAD_OF_DELEGATION' ? 'PARTICIPANT' : participation.role;
  return joined.flatMap((other) =>
    sidesOf(other).map(({ side, mention, isHead }) => ({
      side,
      role: isHead ? ('HEAD_OF_DELEGATION' as const) : role,
      office: mention.office ?? null,
      body: mention.officeBody ?? null,
    })),
  );
}

const signOf = ({ slots }: Template, index: number) => `«${slots[index]?.letter}${index}»`;
const startOf = (template: Template, index: number) => template.text.indexOf(signOf(template, index));
const endOf = (template: Template, index: number) => startOf(template, index) + signOf(template, index).length;
