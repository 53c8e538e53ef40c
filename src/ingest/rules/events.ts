import type { EventKind, ParticipationRole } from '../../generated/prisma/enums.ts';
import { DATED_OTHER, DATED_ROLES, DATED_RULES } from './dated-rules.ts';
import type { FoundDate } from './dates.ts';
import type { DraftDates, DraftEvent, DraftParticipation, DraftPlace } from './drafts.ts';
import type { Entity } from './entities.ts';
import type { EventRule } from './event-form.ts';
import { EVENT_RULES } from './event-rules.ts';
import { LOOSE_RULES } from './loose-rules.ts';
import {
  addParticipation,
  datesOf,
  datesOfPart,
  dayIn,
  type Paragraph,
  relativeDates,
  type Story,
  sidesOf,
  undated,
} from './story.ts';
import { type Slot, slotsIn, type Template } from './template.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

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

export interface Telling {
  readonly story: Story;
  readonly paragraph: Paragraph;
  readonly passage: string;
  readonly section: string;
  readonly template: Template;
  /** What was dated last when the sentence began: "the next day" comes once, however much is told of it. */
  readonly anchor: DraftEvent | null;
  /** Places in the template that have told an event already. */
  readonly taken: { readonly start: number; readonly end: number; readonly event: DraftEvent }[];
}

/** The events that a sentence tells. */
export function findEvents(telling: Telling): void {
  const { section, template } = telling;
  const concluding = section === 'CONCLUSIONS';
  tellListItem(telling);
  const rules = concluding ? EVENT_RULES.filter(({ everywhere }) => everywhere) : [...EVENT_RULES, ...LOOSE_RULES];
  for (const rule of rules) {
    for (const match of template.text.matchAll(rule.pattern)) {
      const core = coreOf(match);
      if (telling.taken.some((other) => core.start < other.end && core.end > other.start)) continue;
      if (isDenied(template.text, match) || isFigure(telling, rule) || isToldAgain(telling, rule, match)) continue;
      const event = createEvent(telling, rule, match, core);
      if (event) telling.taken.push({ ...core, event });
    }
  }
  addRepresentatives(telling);
}

/** In a sentence with a day of its own in which no form of telling was recognised, the words say what happened. */
export function findDatedEvent(telling: Telling): void {
  const { section, template, taken, passage } = telling;
  const dated = template.slots.some(
    (slot, index) =>
      slot.letter === 'R' ||
      (slot.letter === 'D' &&
        slot.date.precision === 'DAY' &&
        isTold(template.text, template.text.indexOf(`«D${index}»`))),
  );
  if (!dated || taken.length > 0 || section === 'CONCLUSIONS' || passage.includes('.')) return;
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
function isToldAgain(telling: Telling, { name }: EventRule, match: RegExpExecArray): boolean {
  const { paragraph, template } = telling;
  const { last } = paragraph;
  if (name === 'event.accident' && last?.kind === 'ACCIDENT' && !template.slots.some(({ letter }) => letter === 'D'))
    return true;
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

/** In a list of published figures "412 people were detained" is one of them. */
const isFigure = ({ paragraph }: Telling, { kind }: EventRule) =>
  (paragraph.isListOfStatements || paragraph.lead?.kind === 'REPORTING') &&
  ['CRIMINAL_CASE', 'DETENTION', 'SEIZURE', 'BORDER_INCIDENT'].includes(kind);

/** Committees and commissions sit; any other body meets. */
function kindOf(telling: Telling, { kind }: EventRule, match: RegExpExecArray): EventKind {
  if (kind !== 'COMMITTEE_SESSION' && kind !== 'MEETING') return kind;
  const session = kind === 'COMMITTEE_SESSION' || /\b(?:meeting|session)\b/.test(match[0]);
  const bodies = slotsIn(
    telling.template,
    kind === 'COMMITTEE_SESSION' ? match.groups?.s : `${match.groups?.o ?? ''} ${match.groups?.s ?? ''}`,
  );
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

function createEvent(
  telling: Telling,
  rule: EventRule,
  match: RegExpExecArray,
  core: { start: number; end: number },
): DraftEvent | null {
  const { story, paragraph, passage, template } = telling;
  const { groups = {} } = match;
  const participations = listParticipations(telling, rule, match);
  if (needsSides(rule) && participations.length === 0) return null;
  const own = ownDates(telling, match, core);
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

function modalityOf(text: string, match: RegExpExecArray): DraftEvent['modality'] {
  const around = text.slice(Math.max(0, match.index - 20), match.index + match[0].length);
  if (/\b(?:cancelled|canceled|called off)\b/.test(around)) return 'CANCELLED';
  if (/\b(?:will|is to|are to|is going to|plans? to|planned|scheduled)\b/.test(around)) return 'PLANNED';
  return /\b(?:allegedly|reportedly)\b/.test(around) ? 'ALLEGED' : 'HELD';
}

const ordinalOf = (printed: string | undefined) => {
  if (!printed) return null;
  const word = ORDINALS.indexOf(printed.toLowerCase());
  return word >= 0 ? word + 1 : Number.parseInt(printed, 10) || null;
};

/** The date that the sentence gives for the match: the last one before its end, else one after it in the same clause. */
function ownDates(
  { anchor, paragraph, template }: Telling,
  match: RegExpExecArray,
  core: { start: number; end: number },
): DraftDates | null {
  const { text } = template;
  const at = (slot: Slot) => text.indexOf(`«${slot.letter}${template.slots.indexOf(slot)}»`);
  // What is told to have been said on a day happened on another.
  const said = text
    .slice(0, core.start)
    .search(/\b(?:known|announced|reported|said|stated|told|claimed|revealed|confirmed)\b[^.;]* that\b(?!.*\bthat\b)/);
  const dated = template.slots.filter(
    (slot) =>
      ((slot.letter === 'D' && isTold(text, at(slot))) || slot.letter === 'R') &&
      at(slot) > (said < 0 ? -1 : text.indexOf(' that', said)),
  );
  const before = dated.filter((slot) => at(slot) < core.end);
  const after = dated.find((slot) => at(slot) >= core.end && isOneClause(text.slice(core.end, at(slot))));
  const slot = before.at(-1) ?? after;
  if (slot && 'date' in slot) return openEnded(text, match, datesOf(slot.date), slot.date);
  if (slot && 'relative' in slot) {
    const dates = anchor && relativeDates(anchor, slot.relative);
    return dates && openEnded(text, match, dates, { from: dates.start ?? '', to: dates.end ?? '' });
  }
  const further = /^(?:Further|Then|Afterwards|After that|Later|Subsequently),? /.test(text);
  return further && paragraph.lead ? relativeDates(paragraph.lead, { relation: 'SAME', days: 0 }) : null;
}

const isOneClause = (between: string) =>
  between.length < 120 &&
  !/[;:]|, (?:and|which|who|where)|\b(?:that|agreed|will|would|planned|intends?|expected|scheduled|until|by|before)\b/.test(
    between,
  );

/** A date that something else has, as in "since May" or "the elections of May 5", dates nothing here. */
const isTold = (text: string, at: number) =>
  !/\b(?:[Ss]ince|by|until|till|before|[Aa]fter|of|agreement of|from)(?: the)? $/.test(text.slice(0, at)) ||
  // An act is told by its day.
  /\b(?:Resolution|Decree|Law|Order|Act|Edict)\b[^.;«]{0,12}\.? ?\d* of $/.test(text.slice(0, at)) ||
  /\b(?:morning|evening|night|beginning|end|course) of $/.test(text.slice(0, at));

/** "started on": of the end nothing is told. */
function openEnded(
  text: string,
  match: RegExpExecArray,
  dates: DraftDates,
  date: Pick<FoundDate, 'from' | 'to'>,
): DraftDates {
  const started =
    /\b(?:started|began|begun|has been launched|kicked off)\b/.test(match[0]) ||
    /^[^.;]{0,20}\b(?:started|began)\b/.test(text.slice(match.index + match[0].length));
  return started && date.from === date.to ? { ...dates, end: null } : dates;
}

function wholeFor({ paragraph }: Telling, { kind }: EventRule): DraftEvent | null {
  // What is signed is signed where the sides have just met.
  const { last } = paragraph;
  const met = last && (last.kind === 'MEETING' || last.kind === 'COMMITTEE_SESSION') && last.dates.precision === 'DAY';
  if (kind === 'AGREEMENT_STEP' && met) return last;
  if (paragraph.visit) return paragraph.visit;
  const { lead } = paragraph;
  return lead && WHOLES.includes(lead.kind) ? lead : null;
}

function impliedDates(telling: Telling, rule: EventRule, whole: DraftEvent | null, match: RegExpExecArray): DraftDates {
  const { story, paragraph, template, section, passage } = telling;
  const news = /\b(?:known|announced|reported|revealed)\b[^.;]* that\b/.exec(template.text.slice(0, match.index));
  const day = news && template.slots.find((slot) => slot.letter === 'D');
  if (day && 'date' in day && !rule.part) return { ...undated(), notAfter: day.date.to };
  if (whole) return datesOfPart(whole);
  const told = paragraph.lead && dayIn(paragraph.lead.dates);
  const held = /(?:was|were) (?:also )?(?:held|conducted|organi[sz]ed)|took place/.test(
    template.text.slice(match.index),
  );
  const recalled = (rule.undated && !held) || section === 'CONCLUSIONS' || (passage.includes('.') && !paragraph.list);
  const modality = rule.modality ?? modalityOf(template.text, match);
  if (modality === 'PLANNED') return { ...undated(), notBefore: told ?? story.period.start };
  if (modality === 'ONGOING' || modality === 'ALLEGED') return undated();
  if (recalled) return { ...undated(), notAfter: told ?? story.period.end };
  // What a dated paragraph tells on the way has the day of what it tells first only if it is a part of that.
  const { lead } = paragraph;
  if (lead?.dates.start && lead.dates.precision === 'DAY' && rule.part) return datesOfPart(lead);
  if (
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

const isMonth = ({ start, end }: { start: string; end: string }) =>
  start.slice(0, 7) === end.slice(0, 7) && start.endsWith('-01');

function listParticipations(telling: Telling, rule: EventRule, match: RegExpExecArray): readonly DraftParticipation[] {
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
  if (rule.kind === 'BOARD_MEETING' && list.length === 0) return boardOf(telling);
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
  const both = /\b(?:parties|sides|presidents|ministers|they)\b/i.exec(text);
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

const visitorsOf = (visit: DraftEvent | null): readonly DraftParticipation[] =>
  (visit?.participations ?? []).filter(({ role }) => role === 'VISITOR' || role === 'HEAD_OF_DELEGATION');

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
  if (!lead?.dates.start || !group || !('entity' in group.side) || group.side.entity.country === story.book.home)
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

/** "the board of the department": the body whose head is in the chair, or the one that the sentence names. */
function boardOf({ template, story }: Telling): readonly DraftParticipation[] {
  void story;
  const body = template.slots.find(({ letter }) => letter === 'O');
  return body
    ? sidesOf(body).map(({ side }) => ({ side, role: 'PARTICIPANT' as const, office: null, body: null }))
    : [];
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
function represented(telling: Telling): readonly DraftParticipation[] {
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

function placeOf({ template, story }: Telling, match: RegExpExecArray): DraftPlace | null {
  const groups = match.groups ?? {};
  const own = slotsIn(template, groups.p).concat(slotsIn(template, groups.p2));
  const near = [
    ...template.text.matchAll(
      /\b(?:in|at)(?: the)?(?: (?:«[JO]\d+»|[a-z-]+)){0,4} (?<p>«[KLC]\d+»)(?: \((?<land>«C\d+»)\))?/g,
    ),
  ].flatMap((found) => slotsIn(template, found.groups?.p));
  const direct = [...template.text.matchAll(/\b(?:[Ii]n|at) (?:the )?(?<p>«[KLC]\d+»)/g)].flatMap((found) =>
    slotsIn(template, found.groups?.p),
  );
  const held = slotsIn(template, groups.h3).filter(({ letter }) => letter === 'C');
  const hosted = slotsIn(template, groups.h2);
  const [slot] = [...own, ...(groups.h ? slotsIn(template, groups.h) : []), ...hosted, ...direct, ...near, ...held];
  if (!slot || !('mention' in slot)) return null;
  const { mention, letter } = slot;
  if (letter === 'O') return mention.entity ? placeNamed(story, mention.entity.name) : null;
  if (mention.entity) return { entity: mention.entity };
  if (!mention.country) return null;
  const capital = letter === 'K' ? (story.book.countries.get(mention.country)?.capitals[0] ?? null) : null;
  return { country: mention.country, capital };
}

function placeNamed({ book }: Story, name: string): DraftPlace | null {
  const entity = book.entities.find((entity) => entity.noun === 'places' && entity.name === name);
  return entity ? { entity } : null;
}

const ITEM =
  /\b(?<exercise>exercises?|drills?|manoeuvres|maneuvers|check of (?:combat|mobili[sz]ation)|check|inspection|alert|firing)\b|\b(?<training>trainings?|training session|musters?)\b/;

/** An item of a list of exercises is one, without any verb. */
function tellListItem(telling: Telling): void {
  const { paragraph, passage, template, story } = telling;
  const { list } = paragraph;
  if (!list || !passage.includes('.') || paragraph.last?.anchor.passage === passage) return;
  const match = ITEM.exec(template.text);
  if (!match) return;
  const inspected = /\bcheck\b/.test(match[0]);
  const title = template.slots.find(({ letter }) => letter === 'X');
  const event: DraftEvent = {
    kind: match.groups?.training ? 'TRAINING' : list.kind,
    rule: 'event.list-item',
    anchor: { passage, start: template.toPassage(0), end: template.toPassage(template.text.length) },
    score: 0.75,
    modality: 'HELD',
    dates: list.date
      ? datesOf(list.date)
      : {
          start: story.period.start,
          end: story.period.end,
          notBefore: null,
          notAfter: null,
          precision: 'MONTH',
          basis: 'INFERRED',
        },
    place: placeOf(telling, match) ?? list.place,
    participations: list.sides.map((side) => ({ side, role: 'PARTICIPANT', office: null, body: null })),
    parent: null,
    name: title && 'title' in title ? title.title : null,
    ordinal: null,
    topic: null,
    cites: [
      { passage, start: template.toPassage(match.index), end: template.toPassage(match.index + match[0].length) },
      { passage: list.passage, start: 0, end: 0 },
    ],
  };
  for (const slot of template.slots.filter(({ letter }) => letter === 'O' || letter === 'G')) {
    for (const { side } of sidesOf(slot))
      addParticipation(event, {
        side,
        role: inspected && slot.letter === 'O' ? 'INSPECTED' : 'PARTICIPANT',
        office: null,
        body: null,
      });
  }
  const added = story.add(event);
  paragraph.last = added;
  telling.taken.push({ start: match.index, end: match.index + match[0].length, event: added });
}

/** Whether a sentence introduces bullets that are exercises: the plural, with a colon at the end. */
export function readList(telling: Telling): Paragraph['list'] {
  const { template, passage } = telling;
  const match = /\b(?:(?<exercise>exercises|drills|manoeuvres)|(?<training>trainings))\b[^:]*:$/i.exec(template.text);
  if (!match) return null;
  const date = template.slots.find((slot) => slot.letter === 'D');
  const sides = template.slots
    .filter(({ letter }) => letter === 'O')
    .flatMap((slot) => sidesOf(slot).map(({ side }) => side));
  const place = placeOf(telling, match);
  return {
    kind: match.groups?.training ? 'TRAINING' : 'EXERCISE',
    date: date && 'date' in date ? date.date : null,
    sides,
    place,
    passage,
  };
}
