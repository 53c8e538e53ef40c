import { isTold } from './event-dates.ts';
import type { EventRule } from './event-form.ts';
import { sidesIn } from './event-sides.ts';
import { findPredicates, type Predicate } from './predicates.ts';
import type { Range } from './sentences.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';

/** A deed with whatever of the sentence tells it, in the form of a rule and its match. */
export interface ToldDeed {
  readonly rule: EventRule;
  readonly match: RegExpExecArray;
  readonly core: Range;
  readonly clause: Range;
}

/** Without a date of its own this is work that goes on, or a figure, rather than an event. */
const FIGURES =
  /\b(?:since the (?:beginning|start) of (?:the|this) year|(?:for|in|over|during) (?:the )?(?:first |last |past )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven) months|(?:over|during|for|in) the (?:past|last|whole) (?:year|month|week)|a year earlier|compared (?:to|with)|in total|annually|every year)\b/;

const SITTING = new Set(['MEETING', 'COMMITTEE_SESSION', 'BOARD_MEETING', 'CONFERENCE', 'VISIT']);

const COUNTED = new Set(['CRIMINAL_CASE', 'DETENTION', 'SEIZURE', 'BORDER_INCIDENT']);

/** The deeds of a sentence that no rule of form has read: one for each verb that tells one. */
export function listDeeds(telling: Telling, isSaid: boolean): readonly ToldDeed[] {
  const { template, section, passage, paragraph, taken } = telling;
  if (section === 'CONCLUSIONS') return [];
  const { text } = template;
  const dated = template.slots.some(
    (slot, index) =>
      slot.letter === 'R' || (slot.letter === 'D' && isTold(text, text.indexOf(`«D${index}»`), slot.date)),
  );
  const isBullet = passage.includes('.');
  const opens = !isBullet && template.sentence.start === openingOf(telling);
  return findPredicates(text).flatMap((predicate): readonly ToldDeed[] => {
    const { deed, noun, start, end, tense } = predicate;
    if (isBullet && !(deed.kind !== 'OTHER' && (tense === 'TO_COME' || (dated && !paragraph.isListOfStatements))))
      return [];
    const overlaps = (range: { start: number; end: number }) =>
      taken.some((other) => range.start < other.end && range.end > other.start);
    if (overlaps(predicate) || (noun && overlaps(noun))) return [];
    // Whatever is no deed of a kind is told only where its clause tells nothing else, or the sentence nothing.
    const clause = { start: predicate.before.start, end: predicate.after.end };
    const ownDay = /«[DR]\d+»/.test(text.slice(clause.start, clause.end));
    if (
      deed.kind === 'OTHER' &&
      (isSaid ? !ownDay || clause.start === 0 : !ownDay && (taken.length > 0 || !(dated || opens)))
    )
      return [];
    if (
      deed.kind === 'APPOINTMENT' &&
      predicate.passive &&
      !/«[PGU]\d+»|\b(?:he|she|they)\b/i.test(text.slice(predicate.before.start, start))
    )
      return [];
    // What sides talk about when they meet is no second meeting.
    if (/\b(?:discussed|considered)$/.test(text.slice(start, end)) && SITTING.has(paragraph.lead?.kind ?? ''))
      return [];
    if (!dated && FIGURES.test(text)) return [];
    if (COUNTED.has(deed.kind) && (paragraph.isListOfStatements || paragraph.lead?.kind === 'REPORTING')) return [];
    if (/\b(?:not|never|no|neither|nor|nobody|nothing|without)\b/i.test(text.slice(predicate.before.start, end)))
      return [];
    const match = Object.assign([text.slice(start, end)] as unknown as RegExpExecArray, {
      index: start,
      input: text,
      groups: groupsOf(text, predicate),
    });
    const rule = ruleOf(telling, predicate);
    const carry =
      !predicate.passive && predicate.before.start > 0 && sidesIn(telling, match.groups?.s, 'PARTICIPANT').length === 0;
    return [{ rule: carry ? { ...rule, carry } : rule, match, core: { start, end }, clause }];
  });
}

/** Where the first sentence of the passage begins. */
function openingOf({ paragraph, template }: Telling): number {
  const { text } = paragraph.passage;
  return text.slice(0, template.sentence.start).includes('. ') ? -1 : template.sentence.start;
}

function ruleOf(telling: Telling, { deed, tense, passive, noun }: Predicate): EventRule {
  const { text } = telling.template;
  const [subject, object] = deed.roles;
  const kind =
    deed.kind === 'MEETING' && noun && isOfCommittee(telling, text.slice(noun.end, noun.end + 60))
      ? 'COMMITTEE_SESSION'
      : deed.kind;
  return {
    name: deed.kind === 'OTHER' ? 'event.deed-other' : 'event.deed',
    kind,
    pattern: /(?!)/,
    s: passive && noun === null ? object : subject,
    o: passive && noun === null ? subject : object,
    score: deed.kind === 'OTHER' ? 0.4 : 0.6,
    part: tense === 'TOLD',
    undated: tense === 'EARLIER',
    // Nobody visits where nobody is told.
    impersonal: kind !== 'VISIT',
    ...(tense === 'TO_COME' && { modality: 'PLANNED' as const }),
    ...(tense === 'ONGOING' && { modality: 'ONGOING' as const }),
  };
}

/** Committees and commissions sit. */
const isOfCommittee = ({ template }: Telling, rest: string): boolean => {
  const of = /^ of (?:the )?(?<s>«O\d+»)/.exec(rest)?.groups?.s;
  return slotsIn(template, of).some(
    (slot) => 'mention' in slot && /\b(?:Committee|Commission|Working Group)\b/.test(slot.mention.entity?.name ?? ''),
  );
};

/** A state stands there for itself only where it acts: "in «C»" is where, "of «C»" whose. */
const acting = (stretch: string) =>
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
