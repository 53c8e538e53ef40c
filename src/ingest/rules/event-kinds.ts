import type { EventKind } from '../../generated/prisma/enums.ts';
import { isOfPeople } from './deed-kinds.ts';
import { type EventRule, isDeed } from './event-form.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';

/** A programme of several is agreed on, not decreed. */
const isJoint = ({ template }: Telling, match: RegExpExecArray) =>
  /\b(?:joint|bilateral|cooperation|interaction)\b[^.;]*$/.test(template.text.slice(0, match.index)) &&
  /\b(?:plans?|programmes?|programs?|protocols?|road ?maps?|concept|schedules?)\b/.test(
    template.text.slice(0, match.index),
  );

/** An agreement enters into force as a law does. */
const isOfSides = ({ template }: Telling, match: RegExpExecArray) =>
  /into (?:force|effect)|took effect/.test(match[0]) &&
  /\b(?:agreement|contract|treaty|protocol|memorandum|convention)\b[^.;]*$/i.test(template.text.slice(0, match.index));

/** Talks whose subject is a deal are a step towards it. */
const DEALING =
  /^[^.;,]{0,80}?\b(?:negotiations|talks|consultations)\b(?: (?:with|between) [^.;,]{2,60}?)? (?:on|about|over|to|regarding) (?:the |an? )?(?:[\w-]+ ){0,4}?(?:prices?|supply|supplies|purchase|sale|deliver\w+|loans?|contracts?|agreements?|treaty|road ?maps?|production|tariffs?|deals?)\b/;

/** What was handed over, up to whom. */
const HANDED = /(?:handed over|transferred|delivered)((?: (?!to\b)[^\s«]+)*)/;

/** Committees and commissions sit; any other body meets. */
/** The kind of an event, which a rule's words alone do not always settle. */
export function kindOf(telling: Telling, rule: EventRule, match: RegExpExecArray): EventKind {
  const { kind } = rule;
  const from = telling.template.text.slice(match.index);
  if (kind === 'DELIVERY' && isOfPeople(HANDED.exec(match[0])?.[1] ?? '')) return 'OTHER';
  if (kind === 'MEETING' && DEALING.test(from)) return 'AGREEMENT_STEP';
  if (kind === 'LEGAL_ACT' && (isJoint(telling, match) || isOfSides(telling, match))) return 'AGREEMENT_STEP';
  if (isDeed(rule) || (kind !== 'COMMITTEE_SESSION' && kind !== 'MEETING')) return kind;
  const session = kind === 'COMMITTEE_SESSION' || /\b(?:meeting|session)\b/.test(match[0]);
  const bodies = slotsIn(
    telling.template,
    kind === 'COMMITTEE_SESSION' ? match.groups?.s : `${match.groups?.o ?? ''} ${match.groups?.s ?? ''}`,
  );
  const board = bodies.some(
    (slot) => 'mention' in slot && /\b(?:[Bb]oard|[Cc]ollegium)\b/.test(slot.mention.entity?.name ?? ''),
  );
  if (board && session) return 'BOARD_MEETING';
  const sits = bodies.some(
    (slot) => 'mention' in slot && /\b(?:Committee|Commission|Working Group)\b/.test(slot.mention.entity?.name ?? ''),
  );
  if (kind === 'COMMITTEE_SESSION')
    return sits || /working group|committee|commission/.test(match[0]) ? kind : 'MEETING';
  return sits &&
    session &&
    /took part|participated|held|convened/.test(match[0]) &&
    bodies.every(({ letter }) => letter !== 'P' || /took part|participated/.test(match[0]))
    ? 'COMMITTEE_SESSION'
    : kind;
}
