import type { EventKind } from '../../generated/prisma/enums.ts';
import type { FoundDate } from './dates.ts';
import type { DraftDates, DraftEvent } from './drafts.ts';
import type { EventRule } from './event-form.ts';
import type { Range } from './sentences.ts';
import { datesOf, datesOfPart, dayIn, relativeDates, undated } from './story.ts';
import type { Telling } from './telling.ts';
import { type Slot, slotsIn } from './template.ts';

/** Of these a told part is a part. */
const WHOLES: readonly EventKind[] = [
  'VISIT',
  'EXERCISE',
  'TRAINING',
  'COMMITTEE_SESSION',
  'CONFERENCE',
  'EXHIBITION',
  'BOARD_MEETING',
];

export function modalityOf(text: string, match: RegExpExecArray): DraftEvent['modality'] {
  const around = text.slice(Math.max(0, match.index - 20), match.index + match[0].length);
  if (/\b(?:cancelled|canceled|called off)\b/.test(around)) return 'CANCELLED';
  if (/\b(?:will|would|is to|are to|was to|were to|is going to|plans? to|planned|scheduled)\b/.test(around))
    return 'PLANNED';
  if (/\b(?:is|are) being\b/.test(around)) return 'ONGOING';
  return /\b(?:allegedly|reportedly)\b/.test(around) ? 'ALLEGED' : 'HELD';
}

/** The date that the sentence gives for the match: the last one before its end, else one after it in the same clause. */
export function ownDates(
  { anchor, paragraph, template, story }: Telling,
  match: RegExpExecArray,
  core: Range,
  clause: Range | null,
  kind: EventKind,
): DraftDates | null {
  const { text } = template;
  const tells = /^(?:announced|reported|confirmed|disclosed|informed|known|told)\b/.test(match[0]);
  const at = (slot: Slot) => text.indexOf(`«${slot.letter}${template.slots.indexOf(slot)}»`);
  // What is told to have been said on a day happened on another.
  const said = tells ? core.start : endOfSaying(text.slice(0, core.start));
  const dated = template.slots.filter(
    (slot) =>
      // What has been done was done by the end of what the digest tells of.
      ((slot.letter === 'D' && slot.date.from <= story.period.end && isTold(text, at(slot), slot.date)) ||
        slot.letter === 'R') &&
      at(slot) >= said,
  );
  const inClause = clause ? dated.filter((slot) => at(slot) >= clause.start && at(slot) < clause.end) : [];
  const closest = inClause.length > 0 ? inClause : dated;
  // A year says less than a day that stands beside it.
  const exact = closest.filter((slot) => !('date' in slot) || slot.date.precision !== 'YEAR');
  const near = exact.length > 0 ? exact : closest;
  const before = near.filter((slot) => at(slot) < core.end);
  const after = near.find((slot) => at(slot) >= core.end && isOneClause(text.slice(core.end, at(slot))));
  const slot = before.at(-1) ?? after;
  if (slot && 'date' in slot)
    return isAtOnce(kind)
      ? datesOf(slot.date)
      : untilTold(template, at(slot), openEnded(text, match, datesOf(slot.date), slot.date));
  if (slot && 'relative' in slot) {
    const dates = anchor && relativeDates(anchor, slot.relative);
    return dates && openEnded(text, match, dates, { from: dates.start ?? '', to: dates.end ?? '' });
  }
  const further = /^(?:Further|Then|Afterwards|After that|Later|Subsequently),? /.test(text);
  return further && paragraph.lead ? relativeDates(paragraph.lead, { relation: 'SAME', count: 0, unit: 'DAY' }) : null;
}

/** The first day that a sentence prints of what it tells, for what refers to it later. */
export function dayTold({ template: { text, slots }, story }: Telling): Pick<DraftEvent, 'dates'> | null {
  const slot = slots.find(
    (one, index) =>
      one.letter === 'D' &&
      one.date.precision === 'DAY' &&
      one.date.from <= story.period.end &&
      isTold(text, text.indexOf(`«D${index}»`), one.date),
  );
  return slot && 'date' in slot ? { dates: datesOf(slot.date) } : null;
}

/** "opened on May 4, lasting until May 6": the end, where the sentence tells it after the start. */
function untilTold(template: Telling['template'], from: number, dates: DraftDates): DraftDates {
  const end = UNTIL.exec(template.text.slice(from))?.groups?.d;
  const [slot] = slotsIn(template, end);
  const isLater = slot && 'date' in slot && slot.date.precision === 'DAY' && slot.date.from > (dates.start ?? '');
  return isLater && dates.precision === 'DAY' && (dates.end === null || dates.end === dates.start)
    ? { ...dates, end: slot.date.to }
    : dates;
}

const UNTIL =
  /^[^.;]{0,80}\b(?:(?:lasting|lasted|last|running|ran|continuing|continued|went on|is to last|to last) (?:until|till|through|to|up to)|(?:ended|closed|finished|concluded|was completed|ending|wound up) (?:on )?)(?: the)? ?(?<d>«D\d+»)/;

/** Where the words end that say that the rest was said; 0 where none do. */
const endOfSaying = (text: string): number => {
  const match =
    /\b(?:known|announced|reported|said|stated|told|claimed|revealed|confirmed|informed|noted|wrote|writes|declared|insisted|admitted|asserted|complained|argued|disclosed|alleged|denied|assertion|allegation|accusation|claim)\b[^.;]*?(?: that\b|:)/.exec(
      text,
    );
  return match ? match.index + match[0].length : 0;
};

/** Begun or not, it is done on the day. */
const isAtOnce = (kind: EventKind) => kind === 'APPOINTMENT' || kind === 'DISMISSAL' || kind === 'LEGAL_ACT';

/** The day of "The check ended on «D»", which is no deed of its own. */
export function endToldIn({ template }: Telling): FoundDate | null {
  const end =
    /^(?:[Tt]he|[Tt]his|[Ii]t)\b[^.;«]{0,60}? (?:ended|finished|was completed|was concluded) (?:on )?(?<d>«D\d+»)/.exec(
      template.text,
    )?.groups?.d;
  const [slot] = slotsIn(template, end);
  return slot && 'date' in slot && slot.date.precision === 'DAY' ? slot.date : null;
}

/** Of the thing told first, which had no end yet, the sentence tells the end. */
export function closeOpenEnd(telling: Telling): void {
  const { lead } = telling.paragraph;
  const end = endToldIn(telling);
  if (end && lead?.dates.start && lead.dates.end === null && end.to >= lead.dates.start)
    lead.dates = { ...lead.dates, end: end.to };
}

const isOneClause = (between: string) =>
  between.length < 120 &&
  !/[;:]|, (?:and|which|who|where)|\b(?:that|agreed|will|would|planned|intends?|expected|scheduled)\b/.test(between);

/** With what a figure is only compared. */
const COMPARED = /\b(?:than|versus|against|compared (?:to|with)) [^,;]{0,40}$/;

/** A date that something else has, as in "since May" or "the elections of May 5", dates nothing here. */
export const isTold = (text: string, at: number, { from, to }: Pick<FoundDate, 'from' | 'to'>) =>
  (!(from.endsWith('-01-01') && to.endsWith('-12-31') && COMPARED.test(text.slice(0, at))) &&
    !/\b(?:[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|of|agreement of)(?: the)? $/.test(text.slice(0, at)) &&
    // "from May 3" leaves open until when, "from May 3 to 5" does not.
    (from !== to || !/\bfrom $/.test(text.slice(0, at)))) ||
  // "the incident of May 5, when a boat sank".
  /^«D\d+», (?:when|as)\b/.test(text.slice(at)) ||
  // An act is told by its day, and so is what is done by it.
  /\b(?:[Bb]y|[Ww]ith|[Uu]nder|[Tt]hrough) (?:an? |the |his |her |their |its )?(?:\w+ ){0,2}?(?:decree|edict|resolution|order|decision)\b[^.;«]{0,20} of(?: the)? $/.test(
    text.slice(0, at),
  ) ||
  /\b(?:Resolution|Decree|Law|Order|Act|Edict)\b[^.;«]{0,12}\.? ?\d* of $/.test(text.slice(0, at)) ||
  /\b(?:morning|evening|night|hours|dawn|afternoon|eve|comment|statement|interview|speech|address|message|beginning|start|middle|end|course|half|decade|days|week) of(?: the)? $/.test(
    text.slice(0, at),
  );

/** "started on": of the end nothing is told. */
function openEnded(
  text: string,
  match: RegExpExecArray,
  dates: DraftDates,
  date: Pick<FoundDate, 'from' | 'to'>,
): DraftDates {
  const started =
    /\b(?:started|began|begun|has been launched|kicked off|got under ?way)\b/.test(match[0]) ||
    /^[^.;]{0,40}\b(?:started|began|got under ?way)\b/.test(text.slice(match.index + match[0].length));
  return started && date.from === date.to ? { ...dates, end: null } : dates;
}

/** What somebody says in a list of statements was done before. */
const isRecalledInList = ({ passage, paragraph }: Telling) => passage.includes('.') && paragraph.isListOfStatements;

export function wholeFor(telling: Telling, { kind }: EventRule): DraftEvent | null {
  const { paragraph } = telling;
  if (isRecalledInList(telling)) return null;
  // What is signed is signed where the sides have just met.
  const { last } = paragraph;
  const met = last && (last.kind === 'MEETING' || last.kind === 'COMMITTEE_SESSION') && last.dates.precision === 'DAY';
  if (kind === 'AGREEMENT_STEP' && met) return last;
  if (paragraph.visit) return paragraph.visit;
  const { lead } = paragraph;
  return lead && WHOLES.includes(lead.kind) ? lead : null;
}

export function impliedDates(
  telling: Telling,
  rule: EventRule,
  whole: DraftEvent | null,
  match: RegExpExecArray,
): DraftDates {
  const { story, paragraph, template, section, passage } = telling;
  if (isRecalledInList(telling))
    return { ...undated(), notAfter: (paragraph.lead && dayIn(paragraph.lead.dates)) ?? story.period.end };
  const isNews = endOfSaying(template.text.slice(0, match.index)) > 0;
  const day = isNews ? template.slots.find((slot) => slot.letter === 'D') : undefined;
  // What an occasion only tells of was done at some time before.
  if (isNews)
    return {
      ...undated(),
      notAfter:
        (day && 'date' in day ? day.date.to : null) ??
        (paragraph.lead && dayIn(paragraph.lead.dates)) ??
        story.period.end,
    };
  if (whole) return datesOfPart(whole);
  const told = paragraph.lead && dayIn(paragraph.lead.dates);
  const held = /(?:was|were) (?:also )?(?:held|conducted|organi[sz]ed)|took place/.test(
    template.text.slice(match.index),
  );
  const recalled =
    (rule.undated && !held) || section === 'CONCLUSIONS' || (passage.includes('.') && paragraph.isListOfStatements);
  const modality = rule.modality ?? modalityOf(template.text, match);
  if (modality === 'PLANNED') return { ...undated(), notBefore: told ?? story.period.start };
  if (modality === 'ONGOING' || modality === 'ALLEGED') return undated();
  const isPart = rule.part && paragraph.lead?.dates.precision === 'DAY';
  if (recalled && !(rule.undated && isPart)) return { ...undated(), notAfter: told ?? story.period.end };
  // What a dated paragraph tells on the way has the day of what it tells first only if it is a part of that.
  const { lead } = paragraph;
  if (!rule.news && lead?.dates.start && lead.dates.precision === 'DAY' && rule.part) return datesOfPart(lead);
  if (lead?.dates.start && lead.dates.precision === 'DAY' && ON_THE_OCCASION.test(template.text))
    return datesOfPart(lead);
  if (
    !rule.news &&
    lead?.dates.start &&
    lead.dates.precision === 'DAY' &&
    lead.dates.basis === 'STATED' &&
    !/promotes|continued|measures/.test(rule.name)
  )
    return { ...undated(), notAfter: told ?? story.period.end };
  return {
    start: story.period.start,
    end: story.period.end,
    notBefore: null,
    notAfter: null,
    precision: isMonth(story.period) ? 'MONTH' : 'WITHIN',
    basis: 'INFERRED',
  };
}

/** What a sentence tells that begins so is a part of what its paragraph tells first. */
const ON_THE_OCCASION =
  /^(?:On the (?:sidelines|margins|fringes)|Within the framework|In the framework|As part|In the course|During|Following|Ahead|After|On the occasion)\b[^,]*\b(?:event|meeting|talks|visit|session|exercise|conference|trip|negotiations|summit|forum)\b/;

const isMonth = ({ start, end }: { start: string; end: string }) =>
  start.slice(0, 7) === end.slice(0, 7) && start.endsWith('-01');
