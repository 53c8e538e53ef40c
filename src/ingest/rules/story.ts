import { isoDay } from '../../lib/day.ts';
import type { DigestPassage, ExtractionInput } from '../extractor.ts';
import type { FoundDate } from './dates.ts';
import { type DraftDates, type DraftEvent, type DraftParticipation, isSameSide, type Side } from './drafts.ts';
import type { Entity } from './entities.ts';
import type { Mention } from './mentions.ts';
import { lastDayOf } from './months.ts';
import type { NameBook } from './name-book.ts';
import type { RelativeDate } from './relative-dates.ts';
import type { Slot } from './template.ts';

/** What one paragraph with its bullets has told so far. */
export interface Paragraph {
  readonly passage: DigestPassage;
  /** What the paragraph is about: the first thing told in it. */
  lead: DraftEvent | null;
  visit: DraftEvent | null;
  last: DraftEvent | null;
  /** Whose words the bullets are. */
  speaker: Side | null;
  isListOfStatements: boolean;
  /** Bullets that each tell one of these. */
  list: {
    readonly kind: 'EXERCISE' | 'TRAINING';
    readonly date: FoundDate | null;
    readonly sides: readonly Side[];
    readonly place: DraftEvent['place'];
    readonly passage: string;
  } | null;
  lastPerson: Mention | null;
  lastBody: Mention | null;
}

/** What a whole text has told so far. */
export class Story {
  readonly book: NameBook;
  readonly period: ExtractionInput['period'];
  readonly events: DraftEvent[] = [];
  /** The day told last, to which "on the same day" refers: that of an event, or one printed where none was read. */
  lastDated: Pick<DraftEvent, 'dates'> | null = null;

  constructor(book: NameBook, period: ExtractionInput['period']) {
    this.book = book;
    this.period = period;
  }

  /** Keeps an event, or adds to one that has been told: the same kind with the same people, and no other days. */
  add(draft: DraftEvent): DraftEvent {
    const told = this.events.find((event) => isSameEvent(event, draft));
    if (!told) {
      this.events.push(draft);
      if ((draft.dates.precision === 'DAY' || isNextDay(draft.dates)) && draft.dates.start) this.lastDated = draft;
      return draft;
    }
    for (const cite of draft.cites)
      if (told.cites.every(({ passage }) => passage !== cite.passage)) told.cites.push(cite);
    for (const participation of draft.participations) addParticipation(told, participation);
    told.place ??= draft.place;
    return told;
  }
}

function isSameEvent(told: DraftEvent, draft: DraftEvent): boolean {
  if (told.name && draft.name) return bagOf(told.name) === bagOf(draft.name);
  // Two items of a list are two.
  if (draft.rule === 'event.list-item') return false;
  if (told.kind !== draft.kind || told.topic !== draft.topic) return false;
  const undated = draft.dates.start === null || told.dates.start === null;
  const sameDays = undated || (told.dates.start === draft.dates.start && told.dates.end === draft.dates.end);
  if (!sameDays || draft.participations.length === 0 || told.participations.length === 0) return false;
  const shared = draft.participations.filter(({ side }) =>
    told.participations.some((other) => isSameSide(other.side, side)),
  );
  // A recalled event may name fewer, not others.
  if (shared.length < draft.participations.length) return false;
  if (undated && (draft.kind === 'STATEMENT' || draft.kind === 'AGREEMENT_STEP')) return false;
  const samePlace =
    !draft.place || !told.place || JSON.stringify(placeKey(draft.place)) === JSON.stringify(placeKey(told.place));
  if (draft.kind === 'VISIT') return samePlace;
  // One person alone may well do two things of a kind in a month.
  return draft.participations.length > 1 ? samePlace : !undated && samePlace;
}

const placeKey = (place: NonNullable<DraftEvent['place']>) =>
  'entity' in place ? place.entity.name : (place.capital ?? place.country);

const bagOf = (name: string) =>
  (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !/^(?:of|the|and)$/.test(word))
    .toSorted()
    .join(' ');

export function addParticipation(event: DraftEvent, participation: DraftParticipation): void {
  const same = event.participations.find(
    ({ side, role }) =>
      isSameSide(side, participation.side) && (role === participation.role || role === 'HEAD_OF_DELEGATION'),
  );
  if (!same) event.participations.push(participation);
}

/** One bound of the days as far as they are known. */
export const dayIn = ({ start, end, notAfter, notBefore }: DraftDates) => end ?? start ?? notAfter ?? notBefore;

export function datesOf(date: FoundDate): DraftDates {
  return {
    start: date.from,
    end: date.to,
    notBefore: null,
    notAfter: null,
    // "In January-April": of several months an event can only lie within.
    precision: date.precision === 'MONTH' && date.from.slice(0, 7) !== date.to.slice(0, 7) ? 'WITHIN' : date.precision,
    basis: 'STATED',
  };
}

/** The days of what a relative date points at. */
export function relativeDates(
  { dates }: Pick<DraftEvent, 'dates'>,
  { relation, count, unit }: Pick<RelativeDate, 'relation' | 'count' | 'unit'>,
): DraftDates | null {
  const isNight = dates.precision === 'WITHIN' && isNextDay(dates);
  if (!dates.start || (dates.precision !== 'DAY' && !isNight)) return null;
  if (relation === 'SAME') return { ...dates, end: dates.end ?? dates.start, basis: 'RELATIVE' };
  const last = dates.end ?? dates.start;
  const from = dayOf(relation === 'NEXT' || relation === 'LAST' ? last : dates.start);
  const step = { NEXT: count, PREVIOUS: -count, FROM_START: count, LAST: 0 }[relation];
  if (unit === 'MONTH') {
    const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + step];
    const first = new Date(Date.UTC(year, month, 1));
    const days = lastDayOf(first.getUTCFullYear(), first.getUTCMonth() + 1);
    return { ...dates, start: isoDay(first), end: isoDay(on(first, days - 1)), precision: 'MONTH', basis: 'RELATIVE' };
  }
  if (unit === 'WEEK') {
    const monday = on(from, step * 7 - ((from.getUTCDay() + 6) % 7));
    return { ...dates, start: isoDay(monday), end: isoDay(on(monday, 6)), precision: 'WITHIN', basis: 'RELATIVE' };
  }
  const iso = isoDay(on(from, unit === 'MORNING' && last !== dates.start ? 0 : step));
  return { ...dates, start: iso, end: iso, precision: 'DAY', basis: 'RELATIVE' };
}

const isNextDay = ({ start, end }: DraftDates) =>
  start !== null && end !== null && on(dayOf(start), 1).getTime() === dayOf(end).getTime();

const dayOf = (iso: string) => new Date(`${iso}T00:00:00Z`);

const on = (day: Date, days: number) => new Date(day.getTime() + days * 86_400_000);

/** The days of a part that has none of its own: those of the whole, as inferred. */
export function datesOfPart({ dates }: DraftEvent): DraftDates {
  if (!dates.start || !dates.end) return { ...undated(), notBefore: dates.start };
  const oneDay = dates.start === dates.end;
  return { ...dates, precision: oneDay ? 'DAY' : 'WITHIN', basis: 'INFERRED' };
}

export const undated = (): DraftDates => ({
  start: null,
  end: null,
  notBefore: null,
  notAfter: null,
  precision: 'UNKNOWN',
  basis: null,
});

/** The sides that a sign of a template stands for. */
export function sidesOf(
  slot: Slot,
): readonly { readonly side: Side; readonly mention: Mention; readonly isHead: boolean }[] {
  if (!('mention' in slot)) return [];
  const { mention } = slot;
  const entities: readonly Entity[] = mention.entities ?? (mention.entity ? [mention.entity] : []);
  const own = entities.map((entity) => ({ side: { entity }, mention, isHead: false }));
  const state =
    own.length === 0 && mention.country ? [{ side: { country: mention.country }, mention, isHead: false }] : [];
  const head = slot.head?.entity ? [{ side: { entity: slot.head.entity }, mention: slot.head, isHead: true }] : [];
  return [...own, ...state, ...head];
}

/** Whether the first of the sides is this one. */
export const isSameSideList = (sides: readonly Side[], side: Side | null): boolean => {
  const [first] = sides;
  return first === undefined || side === null ? first === undefined && side === null : isSameSide(first, side);
};
