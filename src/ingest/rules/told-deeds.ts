import type { EventKind } from '../../generated/prisma/enums.ts';
import { kindTold } from './deed-kinds.ts';
import { DEEDS } from './deeds.ts';
import type { DraftParticipation } from './drafts.ts';
import { isTold } from './event-dates.ts';
import type { EventRule } from './event-form.ts';
import { sidesIn } from './event-sides.ts';
import { groupIn } from './person-groups.ts';
import { findPredicates, type Predicate } from './predicates.ts';
import type { Range } from './sentences.ts';
import { addParticipation } from './story.ts';
import type { Telling } from './telling.ts';

/** A deed with whatever of the sentence tells it, in the form of a rule and its match. */
export interface ToldDeed {
  /** Whoever takes part without a name. */
  readonly unnamed: readonly DraftParticipation[];
  readonly rule: EventRule;
  readonly match: RegExpExecArray;
  readonly core: Range;
  readonly clause: Range;
}

/** Without a date of its own this is work that goes on, or a figure, rather than an event. */
const FIGURES =
  /\b(?:since the (?:beginning|start) of (?:the|this) year|(?:for|in|over|during) (?:the )?(?:first |last |past )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven) months|(?:over|during|for|in) the (?:past|last|whole) (?:year|month|week)|a year earlier|compared (?:to|with)|in total|in (?:\d+|two|three|four|five|six|seven|eight|nine|ten) years|annually|every year)\b/;

const SITTING = new Set(['MEETING', 'COMMITTEE_SESSION', 'BOARD_MEETING', 'CONFERENCE', 'VISIT']);

const INVOLVING = new Set([
  'ACCIDENT',
  'CRIMINAL_CASE',
  'DETENTION',
  'BORDER_INCIDENT',
  'DISMISSAL',
  'SANCTION',
  'TRAINING',
  'OTHER',
]);

const COUNTED = new Set(['CRIMINAL_CASE', 'DETENTION', 'SEIZURE', 'BORDER_INCIDENT']);

/** The deeds of a sentence that no rule of form has read: one for each verb that tells one. */
export function listDeeds(telling: Telling, isSaid: boolean): readonly ToldDeed[] {
  const { template, section, passage, paragraph, taken } = telling;
  const { text } = template;
  const dated = template.slots.some(
    (slot, index) =>
      slot.letter === 'R' ||
      (slot.letter === 'D' && slot.date.precision !== 'YEAR' && isTold(text, text.indexOf(`«D${index}»`), slot.date)),
  );
  const isBullet = passage.includes('.');
  const opens = !isBullet && template.sentence.start === openingOf(telling);
  const predicates = findPredicates(text);
  const first = predicates.find((predicate) => !isDenied(text, predicate));
  return predicates.flatMap((predicate): readonly ToldDeed[] => {
    const { before, noun, start, end, tense, passive } = predicate;
    const kind = kindTold(telling, predicate);
    const clause = { start: predicate.before.start, end: predicate.after.end };
    const ownDay = /«[DR]\d+»/.test(text.slice(clause.start, clause.end));
    const isKnown = kind !== 'OTHER';
    // What a conclusion newly tells has its own day.
    if (section === 'CONCLUSIONS' && !(ownDay && tense !== 'TO_COME')) return [];
    if (/\bof wh(?:om|ich)\b/.test(text.slice(before.start, start))) return [];
    if (
      isBullet &&
      !ownDay &&
      !(isKnown && (tense === 'TO_COME' || (dated && !paragraph.isListOfStatements))) &&
      !(
        tense === 'PERFECT' ||
        (tense === 'TOLD' && passive && (kind === 'CRIMINAL_CASE' || !paragraph.isListOfStatements))
      )
    )
      return [];
    const overlaps = (range: { start: number; end: number }) =>
      taken.some((other) => range.start < other.end && range.end > other.start);
    if (overlaps(predicate) || (noun && overlaps(noun))) return [];
    if (!isKnown && !isWorthTelling(telling, predicate, { isSaid, ownDay, dated, opens, isFirst: predicate === first }))
      return [];
    if (
      kind === 'APPOINTMENT' &&
      predicate.passive &&
      !/«[PGU]\d+»|\b(?:he|she|they)\b/i.test(text.slice(predicate.before.start, start))
    )
      return [];
    if (isAbout(telling, predicate, kind)) return [];
    if (isInField(telling, predicate, kind)) return joinField(telling, predicate);
    // What sides talk about when they meet is no second meeting.
    if (
      /\b(?:discussed|considered)$/.test(text.slice(start, end)) &&
      SITTING.has(paragraph.lead?.kind ?? '') &&
      !/\bwith (?:the )?(?:[\w.-]+ ){0,3}«[PUG]\d+»/i.test(text.slice(before.start, predicate.after.end))
    )
      return [];
    if (!dated && kind !== 'REPORTING' && FIGURES.test(text)) return [];
    if (COUNTED.has(kind) && !ownDay && (paragraph.isListOfStatements || paragraph.lead?.kind === 'REPORTING'))
      return [];
    if (isDenied(text, predicate)) return [];
    const match = Object.assign([text.slice(start, end)] as unknown as RegExpExecArray, {
      index: start,
      input: text,
      groups: groupsOf(text, predicate),
    });
    const rule = ruleOf(predicate, kind, /\boffered$/.test(text.slice(start, end)));
    const carry =
      !predicate.passive && predicate.before.start > 0 && sidesIn(telling, match.groups?.s, 'PARTICIPANT').length === 0;
    const unnamed = unnamedIn(telling, predicate, rule, match);
    return [{ rule: carry ? { ...rule, carry } : rule, match, core: { start, end }, clause, unnamed }];
  });
}

/** Of what nobody did there is no event. */
const isDenied = (text: string, { before, end }: Predicate) =>
  /\b(?:not|never|no|neither|nor|nobody|nothing|without)\b/i.test(text.slice(before.start, end));

const FIELD = new Set(['EXERCISE', 'TRAINING']);

/** What is done without a day of its own after an exercise or a test was told is what it consisted of. */
const isInField = ({ paragraph: { lead }, template, passage }: Telling, { tense, start }: Predicate, kind: EventKind) =>
  lead !== null &&
  !passage.includes('.') &&
  (FIELD.has(lead.kind) || lead.kind === 'EQUIPMENT_TEST') &&
  lead.dates.precision === 'DAY' &&
  tense === 'TOLD' &&
  (kind === 'OTHER' || kind === 'DELIVERY' || kind === 'VISIT') &&
  !/«[DR]\d+»/.test(template.text) &&
  template.toPassage(start) > lead.anchor.end;

/** Whoever took the field, sent machines or watched took part. */
function joinField(telling: Telling, { before, passive }: Predicate): readonly [] {
  const { lead } = telling.paragraph;
  if (!lead || passive || !FIELD.has(lead.kind)) return [];
  const { text } = telling.template;
  const subject = acting(text.slice(before.start, before.end));
  const named = sidesIn(telling, /«[PGUOC]\d+»/.test(subject) ? subject : undefined, 'PARTICIPANT');
  for (const participation of named.length > 0 ? named : groupIn(telling, before, 'PARTICIPANT'))
    addParticipation(lead, participation);
  return [];
}

/** "The meeting was chaired by", "the troops trained": more of what the paragraph has told first, and nothing new. */
function isAbout(
  { template, paragraph }: Telling,
  { noun, before, after, start, end }: Predicate,
  kind: EventKind,
): boolean {
  const { lead } = paragraph;
  const { text } = template;
  if (lead?.kind === kind && noun && /\b(?:ended|finished|completed|concluded)$/.test(text.slice(start, end)))
    return true;
  if (!lead || /«[DR]\d+»/.test(text.slice(before.start, after.end))) return false;
  if (FIELD.has(kind) && FIELD.has(lead.kind)) return true;
  return (
    noun !== null &&
    (lead.kind === kind || (SITTING.has(lead.kind) && SITTING.has(kind))) &&
    kind !== 'OTHER' &&
    /\b(?:the|this) $/i.test(text.slice(0, noun.start)) &&
    !/^ (?:of|with|between|in|at) /.test(text.slice(noun.end))
  );
}

/**
 * A deed of no kind is told where its clause has a day, where the paragraph opens with it, or as what was done about the
 * first thing told; to come, where it has a figure or a day.
 */
function isWorthTelling(
  { template, taken, paragraph, passage }: Telling,
  { before, after, start, end, tense, passive, noun }: Predicate,
  {
    isSaid,
    ownDay,
    dated,
    opens,
    isFirst,
  }: Readonly<Record<'isSaid' | 'ownDay' | 'dated' | 'opens' | 'isFirst', boolean>>,
): boolean {
  const { text } = template;
  if (/\b(?:expected|planned|scheduled)$/.test(text.slice(start, end))) return ownDay;
  if (tense === 'TO_COME') return /\d/.test(text.slice(before.start, after.end).replaceAll(/«[A-CE-Z]\d+»/g, ''));
  // Whoever makes statements says them, and nothing more is done.
  if (
    /^ (?:an? |the )?(?:[\w-]+ ){0,3}?(?:statements?|remarks?|comments?|decisions?|proposals?)\b/.test(text.slice(end))
  )
    return false;
  const isEarlier = tense === 'EARLIER' || tense === 'PERFECT';
  if (isSaid) return before.start > 0 && (ownDay || isEarlier);
  if (ownDay) return true;
  // What else a sentence tells without a day is how its deed was done.
  if (taken.length > 0 || !isFirst) return false;
  if (dated || opens || tense === 'PERFECT') return true;
  const { lead } = paragraph;
  return (
    !passage.includes('.') &&
    lead?.dates.precision === 'DAY' &&
    !SITTING.has(lead.kind) &&
    passive &&
    noun === null &&
    /^(?:was|were)\b/.test(text.slice(start, end))
  );
}

/** Where nobody is named, those of whom the words say what they are. */
function unnamedIn(
  telling: Telling,
  { before, after }: Predicate,
  { s = 'PARTICIPANT', o = 'PARTICIPANT', kind }: EventRule,
  { groups }: RegExpExecArray,
): readonly DraftParticipation[] {
  if (!INVOLVING.has(kind)) return [];
  const found = sidesIn(telling, groups?.s, s).length === 0 ? groupIn(telling, before, s) : [];
  return found.length > 0 || sidesIn(telling, groups?.o, o).length > 0 ? found : groupIn(telling, after, o);
}

/** Where the first sentence of the passage begins. */
function openingOf({ paragraph, template }: Telling): number {
  const { text } = paragraph.passage;
  return text.slice(0, template.sentence.start).includes('. ') ? -1 : template.sentence.start;
}

export const ROLES = new Map(DEEDS.map(({ kind, roles }) => [kind, roles]));

function ruleOf({ tense, passive, noun }: Predicate, kind: EventKind, isOffer: boolean): EventRule {
  const [subject, object] = ROLES.get(kind) ?? ['PARTICIPANT', 'PARTICIPANT'];
  return {
    name: kind === 'OTHER' ? 'event.deed-other' : 'event.deed',
    kind,
    pattern: /(?!)/,
    s: passive && noun === null ? object : subject,
    o: passive && noun === null ? subject : object,
    score: kind === 'OTHER' ? 0.4 : 0.6,
    part: tense === 'TOLD' || tense === 'PERFECT',
    // An offer stands, as plans do.
    undated: tense === 'EARLIER' || isOffer,
    // Nobody visits where nobody is told.
    impersonal: kind !== 'VISIT',
    ...(tense === 'TO_COME' && { modality: 'PLANNED' as const }),
    ...(tense === 'ONGOING' && { modality: 'ONGOING' as const }),
    news: tense === 'PERFECT',
  };
}

/** A state stands there for itself only where it acts: "in «C»" is where, "of «C»" whose. */
export const acting = (stretch: string) =>
  stretch.replaceAll(/\b(?:in|at|of|from|to|into|over|near|with|for|on|under|through|across)(?: the)? «[CKL]\d+»/g, '');

/** What is done at, about or near somebody is not done to him. */
const concerned = (stretch: string) =>
  acting(stretch).replaceAll(
    /\b(?:in|at|near|about|on|regarding|under|from|over|near|before|after|within)(?: the| an?)?(?: [\w-]+){0,3}(?: of)?(?: the)? «[PGUOC]\d+»/g,
    '',
  );

function groupsOf(text: string, { before, after, passive }: Predicate): Record<string, string> {
  const subject = acting(text.slice(before.start, before.end));
  const rest = text.slice(after.start, after.end);
  const by = passive ? / by (?:the )?(?=«|[a-z]+ of)/.exec(rest) : null;
  return by
    ? { s: `${subject} ${concerned(rest.slice(0, by.index))}`, o: acting(rest.slice(by.index)) }
    : { s: subject, o: concerned(rest) };
}
