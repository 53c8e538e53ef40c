import type { DraftAgreement, DraftEvent, DraftPlace, Side } from './drafts.ts';
import { MONTH_NAMES } from './months.ts';
import type { NameBook } from './name-book.ts';

/** Titles and summaries in our own words, made of what the rules have found and of nothing that is printed. */
export class Wording {
  readonly #book: NameBook;

  constructor(book: NameBook) {
    this.#book = book;
  }

  side(side: Side): string {
    return 'entity' in side ? capitalise(side.entity.name) : this.#book.nameOf(side.country);
  }

  sides(sides: readonly Side[], most = 3): string {
    const names = [...new Set(sides.map((side) => this.side(side)))];
    const shown = names.length > most ? [...names.slice(0, most - 1), 'others'] : names;
    return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  }

  place(place: DraftPlace): string {
    if ('entity' in place) return place.entity.name;
    return place.capital ?? this.#book.nameOf(place.country);
  }

  title(event: DraftEvent): string {
    if (event.name) return event.name;
    const of = (...roles: readonly string[]) =>
      this.sides(
        event.participations.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(({ side }) => side),
      );
    const all = of();
    const at = event.place ? this.place(event.place) : '';
    const label = LABELS[event.kind] ?? 'Event';
    const ordinal = event.ordinal ? `${ordinalText(event.ordinal)} ` : '';
    switch (event.kind) {
      case 'VISIT': {
        const who = of('HEAD_OF_DELEGATION') || of('VISITOR') || all;
        return event.topic === 'tour' ? `Tour of enterprises by ${who}` : `Visit of ${who}${at && ` to ${at}`}`;
      }
      case 'INSPECTION':
        return `Check of ${of('INSPECTED') || at || 'a body'}${of('INSPECTOR') && ` by ${of('INSPECTOR')}`}`;
      case 'COMMITTEE_SESSION':
        return `${ordinal ? capitalise(ordinal) : ''}${ordinal ? 'session' : 'Session'} of ${of('PARTICIPANT')}`;
      default: {
        const topic = event.topic ? capitalise(event.topic) : capitalise(`${ordinal}${label}`);
        return `${topic}${all && ` ${JOINED[event.kind] ?? 'of'} ${all}`}${all || !at ? '' : ` in ${at}`}`;
      }
    }
  }

  summary(event: DraftEvent): string {
    const { dates, place, modality, participations } = event;
    const when = dates.start ? `, ${daysText(dates.start, dates.end, dates.precision)}` : '';
    const where = place ? `, at ${this.place(place)}` : '';
    const how = modality === 'HELD' ? '' : ` (${modality.toLowerCase()})`;
    const who = participations.map(
      ({ side, role, office }) =>
        `${this.side(side)} as ${role.toLowerCase().replaceAll('_', ' ')}${office ? ` (${office})` : ''}`,
    );
    return `${this.title(event)}${how}${when}${where}.${who.length > 0 ? ` Taking part: ${who.join('; ')}.` : ''}`;
  }

  agreement(agreement: DraftAgreement): string {
    const kind = AGREEMENTS[agreement.kind] ?? 'Agreement';
    const status = {
      SIGNED: '',
      IN_FORCE: '',
      PROPOSED: 'Proposed ',
      PLANNED: 'Planned ',
      UNDER_NEGOTIATION: 'Negotiated ',
      EXPIRED: 'Expired ',
      TERMINATED: 'Terminated ',
      ABANDONED: 'Abandoned ',
    }[agreement.status];
    const earlier = agreement.rule === 'agreement.earlier' ? 'Earlier ' : '';
    const prefix = status || earlier;
    const years = agreement.validFrom
      ? ` for ${agreement.validFrom.slice(0, 4)}${agreement.validTo && agreement.validTo.slice(0, 4) !== agreement.validFrom.slice(0, 4) ? `–${agreement.validTo.slice(0, 4)}` : ''}`
      : '';
    const parties = this.sides(agreement.parties);
    return `${prefix ? `${prefix}${kind.toLowerCase()}` : kind}${parties && ` of ${parties}`}${years}`;
  }
}

const AGREEMENTS: Readonly<Record<string, string>> = {
  TREATY: 'Treaty',
  CONTRACT: 'Contract',
  PLAN: 'Plan',
  MEMORANDUM: 'Memorandum',
  DECLARATION: 'Declaration',
  PROGRAMME: 'Programme',
};

const LABELS: Readonly<Record<string, string>> = {
  MEETING: 'meeting',
  EXERCISE: 'exercise',
  TRAINING: 'training',
  CONFERENCE: 'conference',
  BOARD_MEETING: 'board meeting',
  STATEMENT: 'statement',
  AGREEMENT_STEP: 'step towards an agreement',
  APPOINTMENT: 'appointment',
  DISMISSAL: 'dismissal',
  LEGAL_ACT: 'legal act',
  ORDER: 'order',
  DELIVERY: 'delivery',
  EQUIPMENT_TEST: 'test of equipment',
  EXHIBITION: 'exhibition',
  SEIZURE: 'seizure',
  DETENTION: 'detention',
  BORDER_INCIDENT: 'border incident',
  CRIMINAL_CASE: 'criminal case',
  SANCTION: 'sanctions',
  ACCIDENT: 'accident',
  REPORTING: 'published figures',
  OTHER: 'measure',
};

const JOINED: Readonly<Record<string, string>> = { STATEMENT: 'by', LEGAL_ACT: 'by', ORDER: 'by', SANCTION: 'by' };

export const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const ordinalText = (number: number) => {
  const last = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${last}`;
};

function daysText(start: string, end: string | null, precision: string): string {
  const text = (iso: string) =>
    `${Number(iso.slice(8))} ${MONTH_NAMES[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
  if (precision === 'MONTH') return `in ${MONTH_NAMES[Number(start.slice(5, 7)) - 1]} ${start.slice(0, 4)}`;
  if (!end) return `from ${text(start)}`;
  if (start === end) return `on ${text(start)}`;
  return precision === 'WITHIN' ? `between ${text(start)} and ${text(end)}` : `from ${text(start)} to ${text(end)}`;
}
