import { DATED_OTHER, DATED_RULES } from './dated-rules.ts';
import type { DraftEvent } from './drafts.ts';
import { closeOpenEnd, endToldIn, impliedDates, isTold, modalityOf, ownDates, wholeFor } from './event-dates.ts';
import { type EventRule, isDeed } from './event-form.ts';
import { kindOf } from './event-kinds.ts';
import { tellListItem } from './event-lists.ts';
import { completed, sidesToldBefore, unnamedAfter } from './event-people.ts';
import { placeOf } from './event-places.ts';
import { EVENT_RULES } from './event-rules.ts';
import { listParticipations, sidesIn, visitorsOf } from './event-sides.ts';
import { LOOSE_RULES } from './loose-rules.ts';
import type { Range } from './sentences.ts';
import { addParticipation, datesOfPart } from './story.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';
import { listDeeds, type ToldDeed } from './told-deeds.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The events that a sentence tells. */
export function findEvents(telling: Telling): void {
  const { section, template } = telling;
  const concluding = section === 'CONCLUSIONS';
  tellListItem(telling);
  closeOpenEnd(telling);
  const rules = concluding ? EVENT_RULES.filter(({ everywhere }) => everywhere) : [...EVENT_RULES, ...LOOSE_RULES];
  for (const rule of rules) {
    for (const match of template.text.matchAll(rule.pattern)) {
      const core = coreOf(match);
      if (telling.taken.some((other) => core.start < other.end && core.end > other.start)) continue;
      if (isDenied(template.text, match) || isFigure(telling, rule) || isToldAgain(telling, rule, match)) continue;
      if (isCalledOff(template.text)) continue;
      const event = createEvent(telling, rule, match, core);
      if (event) telling.taken.push({ ...core, event });
    }
  }
  addRepresentatives(telling);
}

/** What no form of telling has read: the verbs say what was done, and where none does, the words of a sentence with a day. */
export function findDeeds(telling: Telling, isSaid: boolean): void {
  const { taken } = telling;
  for (const { rule, match, core, clause, unnamed } of listDeeds(telling, isSaid)) {
    if (isDenied(telling.template.text, match) || isCalledOff(telling.template.text)) continue;
    if (isToldAgain(telling, rule, match)) continue;
    const event = createEvent(telling, rule, match, core, { clause, unnamed });
    if (event) taken.push({ ...core, event });
  }
  if (!isSaid && taken.length === 0) findDatedEvent(telling);
}

/** In a sentence with a day of its own in which no verb was known either, the words say what happened. */
function findDatedEvent(telling: Telling): void {
  const { section, template, taken, passage } = telling;
  const dated = template.slots.some(
    (slot, index) =>
      slot.letter === 'R' ||
      (slot.letter === 'D' &&
        slot.date.precision === 'DAY' &&
        isTold(template.text, template.text.indexOf(`«D${index}»`), slot.date)),
  );
  if (!dated || section === 'CONCLUSIONS' || passage.includes('.') || isCalledOff(template.text)) return;
  if (/\b(?:did|was|were|has|have|had) not\b|\b(?:was|were) (?:expected|planned|scheduled)\b/.test(template.text))
    return;
  if (telling.paragraph.lead && endToldIn(telling)) return;
  const found = [...DATED_RULES, DATED_OTHER].flatMap((rule) => {
    const [match] = template.text.matchAll(rule.pattern);
    return match ? [{ rule, match }] : [];
  });
  // The verb comes before what it is about.
  const last = found.findIndex(({ rule }) => rule === DATED_OTHER);
  const other = last < 0 ? [] : found.splice(last, 1);
  found.sort((a, b) => a.match.index - b.match.index).push(...other);
  for (const { rule, match } of found) {
    if (isDenied(template.text, match)) continue;
    const core = coreOf(match);
    const event = createEvent(telling, rule, match, core);
    if (!event) continue;
    taken.push({ ...core, event });
    return;
  }
}

/** What of a match is not just the names at its ends, which may belong to another telling too. */
function coreOf(match: RegExpExecArray): { start: number; end: number } {
  const lead = /^(?:(?:,|and|as well as|[Tt]he|[Aa]n?|\s)*«\w+»)*/.exec(match[0])?.[0].length ?? 0;
  const trail = /(?:(?:,|and|the|\s|\(|in)*«\w+»)*$/.exec(match[0].slice(lead))?.[0].length ?? 0;
  return { start: match.index + lead, end: match.index + Math.max(match[0].length - trail, lead + 1) };
}

/** "was not met", "did not visit": of what failed to happen there is no event. */
const isDenied = (text: string, match: RegExpExecArray) =>
  /\b(?:not|never|no)\b/.test(match[0]) ||
  /\b[Nn]othing (?:has been|was|is) (?:reported|known|said) (?:about|of) [^.;]*$|\bno (?:information|reports?|data) (?:about|on) [^.;]*$/.test(
    text.slice(0, match.index),
  ) ||
  /\b(?:did|was|were|has|have) not $/.test(text.slice(0, match.index));

/** "The document was signed by the ministers" is the signing told just before, with who signed. */
function isToldAgain(telling: Telling, { name, kind }: EventRule, match: RegExpExecArray): boolean {
  const { paragraph, template } = telling;
  const { last } = paragraph;
  if (kind === 'ACCIDENT' && last?.kind === 'ACCIDENT' && !template.slots.some(({ letter }) => letter === 'D')) {
    for (const participation of sidesIn(telling, match.groups?.s, 'SUBJECT')) addParticipation(last, participation);
    return true;
  }
  // On another day than that it was another signing.
  if (template.slots.some(({ letter }) => letter === 'D')) return false;
  if (
    name !== 'event.was-signed' ||
    last?.kind !== 'AGREEMENT_STEP' ||
    !/^(?:It\b|(?:The|This) (?:document|agreement|memorandum|contract|protocol|plan|treaty)\b)/.test(match[0])
  )
    return false;
  const by = /^[^.;]*? by (?:the )?(?<s>[^.;]*)/.exec(template.text.slice(match.index + match[0].length))?.groups?.s;
  for (const participation of sidesIn(telling, by, 'SIGNATORY')) addParticipation(last, participation);
  return true;
}

/** "was to be held, but it was called off": of what did not come about there is no event. */
const isCalledOff = (text: string) =>
  /\b(?:was|were|is|are) (?:to (?:be|have)|planned|scheduled)\b.*\b(?:but|however)\b.*\b(?:called off|cancell?ed|did not|not (?:held|take place))/.test(
    text,
  );

/** In a list of published figures "412 people were detained" is one of them. */
const isFigure = ({ paragraph }: Telling, { kind }: EventRule) =>
  (paragraph.isListOfStatements || paragraph.lead?.kind === 'REPORTING') &&
  ['CRIMINAL_CASE', 'DETENTION', 'SEIZURE', 'BORDER_INCIDENT'].includes(kind);

function createEvent(
  telling: Telling,
  rule: EventRule,
  match: RegExpExecArray,
  core: Range,
  { clause, unnamed }: Pick<ToldDeed, 'unnamed'> & { readonly clause: Range | null } = { clause: null, unnamed: [] },
): DraftEvent | null {
  const { story, paragraph, passage, template } = telling;
  const { groups = {} } = match;
  const named = [...listParticipations(telling, rule, match), ...unnamed];
  const others = named.length > 0 || isDeed(rule) ? named : unnamedAfter(telling, rule, match);
  const told = others.length > 0 ? others : sidesToldBefore(telling);
  const participations = completed(telling, rule, core, clause, told);
  if (needsSides(rule) && participations.length === 0) return null;
  const own = ownDates(telling, match, core, clause, rule.kind);
  const whole = rule.part && !own ? wholeFor(telling, rule) : null;
  const modality = rule.modality ?? modalityOf(template.text, match);
  // What is planned for a day has not happened on it.
  const dates =
    modality === 'PLANNED'
      ? impliedDates(telling, rule, null, match)
      : (own ?? impliedDates(telling, rule, whole, match));
  const title =
    slotsIn(template, match[0]).find(({ letter }) => letter === 'X') ??
    (/EXERCISE|TRAINING|CONFERENCE|EXHIBITION/.test(rule.kind)
      ? template.slots.find(({ letter }) => letter === 'X')
      : undefined);
  const draft: DraftEvent = {
    kind: kindOf(telling, rule, match),
    rule: rule.name,
    anchor: { passage, start: template.toPassage(match.index), end: template.toPassage(match.index + match[0].length) },
    score: own ? rule.score : rule.score - 0.15,
    modality,
    dates,
    place: placeOf(telling, match),
    participations: [],
    parent: whole,
    name: title && 'title' in title ? title.title.trim() : null,
    ordinal: ordinalOf(groups.ord),
    topic: rule.topic ?? null,
    cites: [],
  };
  draft.cites.push({ passage, start: template.toPassage(core.start), end: template.toPassage(core.end) });
  for (const participation of participations) addParticipation(draft, participation);
  if (whole && whole.kind === 'VISIT') joinVisitors(draft, whole);
  if (rule.topic === 'tour' && !paragraph.visit) addVisitAround(telling, draft);
  const event = story.add(draft);
  paragraph.lead ??= event;
  if (event.kind === 'VISIT' && event.topic === null) paragraph.visit = event;
  paragraph.last = event;
  return event;
}

const needsSides = ({ kind, impersonal }: EventRule) =>
  !impersonal &&
  [
    'MEETING',
    'VISIT',
    'STATEMENT',
    'REPORTING',
    'INSPECTION',
    'APPOINTMENT',
    'COMMITTEE_SESSION',
    'ORDER',
    'SANCTION',
  ].includes(kind) &&
  kind !== 'ORDER';

const ordinalOf = (printed: string | undefined) => {
  if (!printed) return null;
  const word = ORDINALS.indexOf(printed.toLowerCase());
  return word >= 0 ? word + 1 : Number.parseInt(printed, 10) || null;
};

/** Whoever came on the visit is at its parts, if the part does not say who was there. */
function joinVisitors(draft: DraftEvent, visit: DraftEvent): void {
  if (draft.kind !== 'MEETING' && draft.kind !== 'COMMITTEE_SESSION') return;
  if (draft.rule === 'event.met' || draft.rule === 'event.receiving' || draft.rule === 'event.received') return;
  for (const visitor of visitorsOf(visit)) addParticipation(draft, visitor);
}

/** A visit told only through what it contained has the days of that. */
function addVisitAround({ story, paragraph, passage }: Telling, tour: DraftEvent): void {
  const { lead } = paragraph;
  const group = tour.participations.find(({ side }) => 'entity' in side && side.entity.kind === 'GROUP');
  if (
    !lead?.dates.start ||
    lead.kind === 'INSPECTION' ||
    !group ||
    !('entity' in group.side) ||
    group.side.entity.country === story.book.home
  )
    return;
  const { country } = group.side.entity;
  const head = lead.participations.find(
    ({ side }) =>
      'entity' in side && side.entity.kind === 'PERSON' && side.entity.country === country && country !== null,
  );
  const visit: DraftEvent = {
    ...tour,
    rule: 'event.visit-around',
    topic: null,
    participations: [group],
    parent: null,
    place: lead.place,
    dates: { ...lead.dates, basis: 'INFERRED' },
    score: 0.6,
    cites: [{ ...(tour.cites[0] ?? tour.anchor), passage }],
  };
  if (head) addParticipation(visit, { ...head, role: 'HEAD_OF_DELEGATION' });
  if (head) addParticipation(tour, { ...head, role: 'HEAD_OF_DELEGATION' });
  const added = story.add(visit);
  paragraph.visit = added;
  tour.parent = added;
  tour.dates = datesOfPart(added);
}

/** "Belarus was represented by the Minister, China — by his deputy": those sat in the session told before. */
function addRepresentatives(telling: Telling): void {
  const { paragraph, template, passage } = telling;
  const session = paragraph.lead;
  if (!session) return;
  const chair =
    /(?<s>«P\d+») (?:chaired|presided over)|(?:chaired by|\bIt was (?:headed|led|opened) by|under the chairmanship of|presided over by) (?:the )?(?<o>«P\d+»)/.exec(
      template.text,
    );
  if (chair)
    for (const participation of sidesIn(telling, chair.groups?.s ?? chair.groups?.o, 'CHAIR'))
      addParticipation(session, participation);
  const joined =
    /(?<s>(?:[^.;]*«[PGUOC]\d+»)[^.;«]*) (?:took|take) part in it\b|(?:attended by|with the participation of|in the presence of) (?<o>[^.;]*)/.exec(
      template.text,
    );
  if (
    joined &&
    !telling.taken.some(({ event }) => event !== session && /took part/.test(joined[0]) && event.kind === session.kind)
  ) {
    const target = telling.taken[0]?.event ?? session;
    for (const participation of sidesIn(telling, joined.groups?.s ?? joined.groups?.o, 'PARTICIPANT'))
      if (target.kind !== 'STATEMENT') addParticipation(target, participation);
  }
  // "The delegation was headed by the Minister" is one sign by now, and all that the sentence says.
  const group = /^(?:The )?(?<s>«G\d+»)\.?$/.exec(template.text);
  for (const participation of sidesIn(telling, group?.groups?.s, 'PARTICIPANT'))
    addParticipation(session, participation);
  if (!/\b(?:was|were) represented\b/.test(template.text)) return;
  for (const match of template.text.matchAll(/\bby (?:the )?(?<s>«P\d+»)/g)) {
    for (const participation of sidesIn(telling, match.groups?.s, 'PARTICIPANT'))
      addParticipation(session, participation);
  }
  if (session.cites.every((cite) => cite.passage !== passage)) session.cites.push(session.anchor);
}
