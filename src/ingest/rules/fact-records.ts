import { parseDay } from '../../lib/day.ts';
import { checkPartDates } from '../../modules/event/event.rules.ts';
import type { Anchor, DraftAgreement, DraftEvent } from './drafts.ts';
import type { Entity } from './entities.ts';
import type { NameRecords } from './name-records.ts';
import type { PassageTopics } from './passage-topics.ts';
import { compact, type RecordTools, type Suggestions, slugify, withoutRepeats } from './suggestions.ts';
import { Wording } from './wording.ts';

/** Turns events and agreements that the rules have found into records in the form of an edition's files. */
export class FactRecords {
  readonly #out: Suggestions;
  readonly #names: NameRecords;
  readonly #wording: Wording;
  readonly #topics: PassageTopics;
  readonly #events = new Map<DraftEvent, string>();

  constructor({ book, out, names, topics }: RecordTools) {
    this.#out = out;
    this.#names = names;
    this.#wording = new Wording(book);
    this.#topics = topics;
  }

  /** The slug under which an event is suggested. */
  keyOf = (event: DraftEvent): string | undefined => this.#events.get(event);

  addEvents(events: readonly DraftEvent[]): void {
    for (const event of events) {
      const title = this.#wording.title(event);
      this.#events.set(event, this.#out.claim('events', slugify(prefixOf(event), title)));
    }
    for (const event of events) this.#addEvent(event);
  }

  #addEvent(event: DraftEvent): void {
    const { dates, place, parent } = event;
    const participations = event.participations.slice(0, 12).map(({ side, role, office, body }) =>
      compact({
        ...this.#names.side(side),
        role,
        statedOffice: office,
        onBehalfOf: body && !('entity' in side && side.entity === body) ? this.#names.keyOf(body) : null,
      }),
    );
    const record = compact({
      slug: this.#events.get(event),
      kind: event.kind,
      title: this.#wording.title(event),
      ordinal: event.ordinal,
      summary: this.#wording.summary(event),
      start: dates.start,
      end: dates.end,
      notBefore: dates.start ? null : dates.notBefore,
      notAfter: dates.start ? null : dates.notAfter,
      basis: dates.basis,
      precision: dates.precision,
      modality: event.modality,
      place: place && this.#names.place(place, event.anchor),
      parent: parent && isInside(event, parent) ? this.#events.get(parent) : null,
      topics: this.#topics.of(event.cites),
      cites: this.#out.cites(event.cites),
      participations: withoutRepeats(participations),
    });
    this.#out.add({
      noun: 'events',
      key: String(record.slug),
      record,
      anchor: event.anchor,
      rule: event.rule,
      score: event.score,
    });
  }

  addAgreements(agreements: readonly DraftAgreement[]): void {
    for (const agreement of agreements) {
      const title = this.#wording.agreement(agreement);
      const key = this.#out.claim('agreements', slugify(title));
      const parties = agreement.parties.map((party) =>
        compact({ ...this.#names.side(party), proposer: party.proposer ? true : null }),
      );
      const event = agreement.event && this.#events.get(agreement.event);
      const signed =
        agreement.status === 'SIGNED' &&
        agreement.event?.kind === 'AGREEMENT_STEP' &&
        agreement.event.dates.start === agreement.event.dates.end;
      const record = compact({
        slug: key,
        title,
        kind: agreement.kind,
        status: agreement.status,
        signatories: [...new Set(agreement.signatories.map((entity) => this.#names.keyOf(entity)))],
        signedOn: signed ? agreement.event?.dates.start : null,
        validFrom: agreement.validFrom,
        validTo: agreement.validTo,
        events: event ? [event] : [],
        summary: `${title}, as it stands in the text: ${agreement.status.toLowerCase().replaceAll('_', ' ')}.`,
        cites: this.#out.cites(agreement.cites),
      });
      this.#out.add({
        noun: 'agreements',
        key,
        record: { ...record, parties },
        anchor: agreement.anchor,
        rule: agreement.rule,
        score: agreement.score,
      });
    }
  }

  /** An agreement told by its name, once with every passage that tells of it. */
  addNamedAgreement(entity: Entity, status: string, kind: string, anchors: readonly Anchor[]): void {
    const [anchor] = anchors;
    if (!anchor) return;
    const key = entity.known?.slug ?? this.#out.claim('agreements', slugify(entity.name));
    const title = entity.name;
    const record = {
      slug: key,
      title,
      kind: entity.known?.kind ?? kind,
      status: status === 'IN_FORCE' && entity.known?.status ? entity.known.status : status,
      parties: [],
      summary: `${title}, told of by its name.`,
      cites: this.#out.cites(anchors),
    };
    this.#out.add({
      noun: 'agreements',
      key,
      record,
      anchor,
      rule: 'agreement.named',
      score: 0.7,
      recognition: entity.recognition,
    });
  }
}

const prefixOf = ({ dates }: DraftEvent) =>
  dates.start ? (dates.precision === 'MONTH' ? dates.start.slice(0, 7) : dates.start) : 'undated';

/** A part that would lie outside its whole is told alone. */
function isInside(part: DraftEvent, whole: DraftEvent): boolean {
  const dates = ({ dates }: DraftEvent) => ({
    startDate: dates.start ? parseDay(dates.start) : null,
    endDate: dates.end ? parseDay(dates.end) : null,
    notBefore: null,
    notAfter: null,
    datePrecision: dates.precision,
  });
  try {
    checkPartDates(dates(part), dates(whole));
    return part !== whole;
  } catch {
    return false;
  }
}
