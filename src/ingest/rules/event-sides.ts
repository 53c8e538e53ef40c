import type { ParticipationRole } from '../../generated/prisma/enums.ts';
import { DATED_ROLES } from './dated-rules.ts';
import type { DraftEvent, DraftParticipation } from './drafts.ts';
import type { Entity } from './entities.ts';
import type { EventRule } from './event-form.ts';
import { sidesOf } from './story.ts';
import type { Telling } from './telling.ts';
import { type Slot, slotsIn } from './template.ts';
import { completeSides } from './told-together.ts';

/** Whoever stands before the words of the last resort, and after them. */
function sidesAround(telling: Telling, { kind }: EventRule, match: RegExpExecArray): readonly DraftParticipation[] {
  const { text } = telling.template;
  const [before, after] = DATED_ROLES[kind] ?? ['PARTICIPANT', 'PARTICIPANT'];
  // A state stands there for itself only where it acts: "in «C»" is where, "of «C»" whose.
  const acting = (stretch: string) =>
    stretch.replaceAll(/\b(?:in|at|of|from|to|into|over|near|with|for)(?: the)? «[CK]\d+»/g, '');
  const end = match.index + match[0].length;
  return [
    ...sidesIn(telling, acting(text.slice(0, end)), before),
    ...sidesIn(telling, acting(text.slice(end)), after),
  ].slice(0, 5);
}

export function listParticipations(
  telling: Telling,
  rule: EventRule,
  match: RegExpExecArray,
): readonly DraftParticipation[] {
  const list = sidesOfForm(telling, rule, match);
  return rule.name.startsWith('event.dated') ? list : completeSides(telling, rule, match, list, sidesIn);
}

/** Those whom the form of telling has in its groups. */
function sidesOfForm(telling: Telling, rule: EventRule, match: RegExpExecArray): readonly DraftParticipation[] {
  const { groups = {} } = match;
  const list = [
    ...(rule.s ? sidesIn(telling, groups.s, rule.s) : []),
    ...(rule.o ? sidesIn(telling, groups.o, rule.o) : []),
    ...sidesIn(telling, groups.h, 'HOST'),
    ...sidesIn(telling, groups.h2, 'HOST'),
    ...sidesIn(telling, groups.h3, 'ORGANISER'),
  ];
  if (rule.name.startsWith('event.dated')) return sidesAround(telling, rule, match);
  if (rule.carry) return [...carried(telling, rule), ...list];
  if (rule.kind === 'INSPECTION' && rule.name === 'event.inspected')
    return [...list, ...listInspected(telling, groups)];
  if (rule.kind === 'BOARD_MEETING' && list.length === 0) return boardOf(telling, match);
  if (rule.name === 'event.talks-on') return negotiators(telling);
  if (rule.name === 'event.measures') return [...bodiesOf(telling.paragraph.lead), ...list];
  if (rule.kind === 'EXERCISE' || rule.kind === 'TRAINING')
    return [...list, ...represented(telling), ...bodiesOfExercise(telling, match)];
  return list;
}

/** Who stands in a stretch of a template: the signs, and the words that refer to somebody told before. */
export function sidesIn(
  telling: Telling,
  text: string | undefined,
  role: ParticipationRole,
): readonly DraftParticipation[] {
  if (!text) return [];
  const { paragraph, template } = telling;
  const told = slotsIn(template, text)
    .flatMap((slot) => (slot.letter === 'J' ? foreigner(telling, text, slot) : [slot]))
    .filter(({ letter }) => 'PGUOCK'.includes(letter))
    .flatMap((slot) => sidesOf(slot).map((found) => ({ ...found, role: roleOf(found.isHead, role) })))
    .map(({ side, mention, role }) => ({
      side,
      role,
      office: mention.office ?? null,
      body: mention.officeBody ?? bodyKnown(telling, side),
    }));
  if (told.length > 0) return told;
  if (/\b(?:guests|delegations?|visitors|delegates|official|guest|diplomat)\b/i.test(text))
    return visitorsOf(paragraph.visit);
  const both =
    /\b(?:parties|sides|presidents|ministers|interlocutors|negotiators|they|heads of (?:the )?(?:two |both |defence )*(?:departments|ministries|agencies|delegations|states|countries|bodies))\b/i.exec(
      text,
    );
  if (both)
    return ((/they/i.test(both[0]) ? paragraph.last : paragraph.lead)?.participations ?? []).map((participation) => ({
      ...participation,
      role: participation.role === 'HEAD_OF_DELEGATION' ? participation.role : role,
    }));
  const post =
    /\b[Tt]he (?<post>ambassador|minister|[Pp]resident|commander|general|secretary|chairman|speaker|director|prime minister|head)\b/.exec(
      text,
    )?.groups?.post;
  const holder = post ? holderOf(telling, post) : null;
  if (holder) return [{ side: { entity: holder }, role, office: null, body: bodyKnown(telling, { entity: holder }) }];
  // Whom the sentence has named before is meant rather than whoever was named in the one before.
  const he = template.text.search(/\b(?:[Hh]e|[Ss]he)\b/);
  const inSentence = template.slots.find(
    (slot, index) => slot.letter === 'P' && template.text.indexOf(`«P${index}»`) < he,
  );
  const person = inSentence && 'mention' in inSentence ? inSentence.mention : paragraph.lastPerson;
  return (post || /\b(?:he|she)\b/i.test(text)) && person?.entity
    ? [{ side: { entity: person.entity }, role, office: null, body: bodyKnown(telling, { entity: person.entity }) }]
    : [];
}

/** "the Serbian minister", "the Chinese side": whoever of that state has been told of, else the state itself. */
function foreigner({ paragraph, template }: Telling, text: string, slot: Slot): readonly Slot[] {
  const sign = `«J${template.slots.indexOf(slot)}»`;
  const noun = new RegExp(`${sign} (?<noun>minister|president|side|official|guest|general|ambassador|party)\\b`).exec(
    text,
  )?.groups?.noun;
  if (!noun || !('mention' in slot)) return [];
  const { country } = slot.mention;
  if (/^(?:side|party)$/.test(noun)) return [{ ...slot, letter: 'C' }];
  const told = [paragraph.last, paragraph.lead].flatMap((event) => event?.participations ?? []);
  const one = told.find(
    ({ side }) => 'entity' in side && side.entity.kind === 'PERSON' && side.entity.country === country,
  );
  return one && 'entity' in one.side
    ? [{ letter: 'P', start: slot.start, end: slot.end, mention: { ...slot.mention, entity: one.side.entity } }]
    : [];
}

/** "the minister" is the one told last whose office is worded so. */
function holderOf({ template, paragraph }: Telling, post: string): Entity | null {
  const here = template.slots.flatMap((slot) =>
    'mention' in slot && slot.letter === 'P' && slot.mention.entity ? [slot.mention.entity] : [],
  );
  const told = [...(paragraph.last?.participations ?? []), ...(paragraph.lead?.participations ?? [])].flatMap(
    ({ side }) => ('entity' in side ? [side.entity] : []),
  );
  return (
    [...here, ...told].find(({ offices }) =>
      offices.some(({ wording }) => wording.toLowerCase().includes(post.toLowerCase())),
    ) ?? null
  );
}

/** Whoever leads a delegation leads it, whatever the rest does. */
const roleOf = (isHead: boolean, role: ParticipationRole): ParticipationRole => (isHead ? 'HEAD_OF_DELEGATION' : role);

/** The body for which somebody stood when the text named the office. */
function bodyKnown({ story }: Telling, side: DraftParticipation['side']): DraftParticipation['body'] {
  if (!('entity' in side) || side.entity.noun !== 'actors') return null;
  const told = side.entity.offices.find(({ organisation }) => organisation)?.organisation;
  if (told) return told;
  const offices = story.book.gazetteer.offices.filter(({ slug }) => side.entity.known?.offices?.includes(slug));
  const slug = offices.find(({ organisation }) => organisation)?.organisation;
  return (
    story.book.entities.find(({ known, noun }) => noun === 'organisations' && known !== null && known.slug === slug) ??
    null
  );
}

/** "met A and visited B": the one who did the first did the second. */
function carried({ taken, paragraph }: Telling, rule: EventRule): readonly DraftParticipation[] {
  const before =
    taken.findLast(({ event }) => event.kind !== rule.kind || event.topic !== (rule.topic ?? null))?.event ??
    paragraph.last;
  const first = before?.participations.filter(({ role }) => role === 'VISITOR' || role === 'HEAD_OF_DELEGATION') ?? [];
  const who = first.length > 0 ? first : (before?.participations.slice(0, 1) ?? []);
  return who.map((participation) => ({
    ...participation,
    role: participation.role === 'HEAD_OF_DELEGATION' ? participation.role : (rule.s ?? 'PARTICIPANT'),
  }));
}

/** Measures are taken by the body that the paragraph is about. */
const bodiesOf = (event: DraftEvent | null): readonly DraftParticipation[] =>
  (event?.participations ?? []).filter(({ side }) => 'entity' in side && side.entity.noun === 'organisations');

export const visitorsOf = (visit: DraftEvent | null): readonly DraftParticipation[] =>
  (visit?.participations ?? []).filter(({ role }) => role === 'VISITOR' || role === 'HEAD_OF_DELEGATION');

function listInspected(
  telling: Telling,
  groups: Readonly<Record<string, string | undefined>>,
): readonly DraftParticipation[] {
  const { paragraph, template, story } = telling;
  const object = (groups.o ?? '').split(/ (?:in|on|for|regarding) (?!the «)/)[0] ?? '';
  const bodies = slotsIn(template, object).filter(({ letter }) => letter === 'O');
  const inspected = bodies.flatMap((slot) =>
    sidesOf(slot).map(({ side }) => ({ side, role: 'INSPECTED' as const, office: null, body: null })),
  );
  const noun =
    /\bthe (?<noun>centre|center|brigade|plant|base|regiment|unit|company|academy|committee|division|battalion)\b/.exec(
      object,
    )?.groups?.noun;
  const last = paragraph.lastBody?.entity;
  if (inspected.length === 0 && noun && last && new RegExp(`\\b${noun}\\b`, 'i').test(last.name))
    inspected.push({ side: { entity: last }, role: 'INSPECTED', office: null, body: null });
  const prosecutors = /^[Pp]rosecutors/.test(groups.s ?? '')
    ? story.book.entities.find(
        ({ noun, name, spellings }) =>
          noun === 'organisations' &&
          /prosecutor/i.test(name) &&
          !/region|district/.test(name) &&
          spellings.some(({ first }) => first),
      )
    : undefined;
  return prosecutors
    ? [{ side: { entity: prosecutors }, role: 'INSPECTOR', office: null, body: null }, ...inspected]
    : inspected;
}

/** "the board of the department": the body that the sentence names, and whoever acts at its meeting. */
function boardOf(telling: Telling, match: RegExpExecArray): readonly DraftParticipation[] {
  const { template } = telling;
  const before = template.text.slice(0, match.index);
  const acting = /\bat (?:an? |the )?(?:[\w-]+ )*$/.test(before) ? sidesIn(telling, before, 'PARTICIPANT') : [];
  const body = template.slots.find(({ letter }) => letter === 'O');
  return [
    ...acting,
    ...(body
      ? sidesOf(body).map(({ side }) => ({ side, role: 'PARTICIPANT' as const, office: null, body: null }))
      : []),
  ];
}

/** Home, and the state that was named last. */
function negotiators({ story, paragraph, template }: Telling): readonly DraftParticipation[] {
  const named = template.slots.flatMap((slot) =>
    'mention' in slot && (slot.letter === 'C' || slot.letter === 'K') && slot.mention.country
      ? [slot.mention.country]
      : [],
  );
  const before = (paragraph.last?.participations ?? []).flatMap(({ side }) =>
    'country' in side ? [side.country] : [],
  );
  const foreign = [...named, ...before].find((country) => country !== story.book.home);
  return [story.book.home, foreign].flatMap((country) =>
    country ? [{ side: { country }, role: 'PARTICIPANT' as const, office: null, body: null }] : [],
  );
}

/** "Both units represented Belarus." */
export function represented(telling: Telling): readonly DraftParticipation[] {
  const match = /\brepresented (?<s>«[CK]\d+»)|(?<o>«C\d+») was represented/.exec(telling.template.text);
  return match ? sidesIn(telling, match.groups?.s ?? match.groups?.o, 'PARTICIPANT') : [];
}

/** Bodies that the name of the exercise says are exercised: "of the armies of A and B", "of the CIS countries". */
function bodiesOfExercise(telling: Telling, match: RegExpExecArray): readonly DraftParticipation[] {
  const of = [
    ...match[0].matchAll(/\bof (?:the )?(?:troops of |forces of |units of |combined |joint )?(?:the )?(?<s>«O\d+»)/g),
  ];
  return of.flatMap((found) => sidesIn(telling, found.groups?.s, 'PARTICIPANT'));
}
