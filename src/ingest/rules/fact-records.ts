import { parseDay } from '../../lib/day.ts';
import { checkPartDates } from '../../modules/event/event.rules.ts';
import type {
  Anchor,
  DraftAgreement,
  DraftAssessment,
  DraftEvent,
  DraftStatement,
  DraftStatistic,
  Side,
} from './drafts.ts';
import type { Entity } from './entities.ts';
import type { NameBook } from './name-book.ts';
import type { NameRecords } from './name-records.ts';
import { similarityOf } from './similar.ts';
import { compact, type Suggestions, slugify } from './suggestions.ts';
import { capitalise, Wording } from './wording.ts';

/** Turns what the rules have found into records in the form of an edition's files. */
export class FactRecords {
  readonly #book: NameBook;
  readonly #out: Suggestions;
  readonly #names: NameRecords;
  readonly #wording: Wording;
  readonly #month: string;
  readonly #events = new Map<DraftEvent, string>();
  readonly #statistics = new Map<DraftStatistic, string>();
  readonly #indicators = new Map<DraftStatistic, string>();

  constructor(book: NameBook, out: Suggestions, names: NameRecords, period: { readonly start: string }) {
    this.#book = book;
    this.#out = out;
    this.#names = names;
    this.#wording = new Wording(book);
    this.#month = period.start.slice(0, 7);
  }

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

  addStatistics(statistics: readonly DraftStatistic[]): void {
    for (const statistic of statistics) this.#indicator(statistic);
    for (const statistic of statistics) {
      const indicator = this.#indicators.get(statistic) ?? '';
      const period =
        statistic.period?.start.slice(
          0,
          statistic.period.end?.slice(0, 4) === statistic.period.start.slice(0, 4) &&
            statistic.period.start.endsWith('-01-01')
            ? 4
            : 7,
        ) ?? this.#month;
      this.#statistics.set(statistic, this.#out.claim('statistics', slugify(period, indicator)));
    }
    for (const statistic of statistics) this.#addStatistic(statistic);
  }

  #addStatistic(statistic: DraftStatistic): void {
    const { quantity, period, area, attributedTo, event, anchor } = statistic;
    const record = compact({
      slug: this.#statistics.get(statistic),
      indicator: this.#indicators.get(statistic),
      label: this.#labelOf(statistic),
      value: quantity.value,
      lower: quantity.comparator === 'BETWEEN' ? quantity.lower : null,
      upper: quantity.comparator === 'BETWEEN' ? quantity.upper : null,
      comparator: quantity.comparator,
      nature: statistic.nature,
      periodStart: period?.start,
      periodEnd: period?.end,
      area: area && this.#names.country(area),
      attributedTo: attributedTo && this.#names.side(attributedTo),
      event: event && this.#events.get(event),
      baseline: statistic.baseline && this.#statistics.get(statistic.baseline),
      partOf: statistic.partOf && this.#statistics.get(statistic.partOf),
      cites: this.#out.cites([anchor]),
    });
    this.#out.add({
      noun: 'statistics',
      key: String(record.slug),
      record,
      anchor,
      rule: quantity.rule,
      score: quantity.counted ? 0.85 : 0.75,
    });
  }

  /** What a figure measures; a figure of comparison measures what it is compared with. */
  #indicator(statistic: DraftStatistic): string {
    const told = this.#indicators.get(statistic);
    if (told) return told;
    const { quantity } = statistic;
    const name = this.#labelOf(statistic);
    const known = this.#book.gazetteer.indicators.find(
      (indicator) =>
        indicator.unit === quantity.unit && similarityOf(indicator.name.toLowerCase(), name.toLowerCase()) > 0.75,
    );
    const key = known?.slug ?? this.#out.claim('indicators', slugify(name));
    this.#indicators.set(statistic, key);
    if (statistic.baseline) this.#indicators.set(statistic.baseline, key);
    const record = {
      slug: key,
      name,
      definition: `What the text counts or measures as: ${name}.`,
      unit: quantity.unit,
    };
    this.#out.add({
      noun: 'indicators',
      key,
      record,
      anchor: statistic.anchor,
      rule: 'indicator',
      score: 0.6,
      recognition: known ? 'KNOWN' : 'NEW',
    });
    return key;
  }

  #labelOf({ quantity, event, attributedTo, anchor }: DraftStatistic): string {
    const what = quantity.counted ? capitalise(quantity.counted) : `Figure in ${quantity.unit.replaceAll(/[{}]/g, '')}`;
    const where = event
      ? ` (${this.#wording.title(event)})`
      : attributedTo
        ? ` (by ${this.#wording.side(attributedTo)})`
        : `, passage ${anchor.passage}`;
    return `${what}${where}`;
  }

  addStatements(statements: readonly DraftStatement[]): void {
    for (const { rule, anchor, score, speaker, event, about, verb } of statements) {
      const who = speaker ? this.#wording.side(speaker) : 'Unattributed';
      const key = this.#out.claim('statements', slugify(this.#month, who, 'statement', anchor.passage));
      const topic = about.length > 0 ? ` on ${this.#wording.sides(about)}` : '';
      const record = compact({
        slug: key,
        gist: `${who}: a statement${topic} (${verb}).`,
        speaker: speaker && this.#names.side(speaker),
        event: event && this.#events.get(event),
        about: about.map((side) => this.#names.side(side)),
        cites: this.#out.cites([anchor]),
      });
      this.#out.add({ noun: 'statements', key, record, anchor, rule, score });
    }
  }

  addAssessments(assessments: readonly DraftAssessment[]): void {
    for (const { rule, anchor, score, kind, hedge, likelihood, about } of assessments) {
      const key = this.#out.claim('assessments', slugify(this.#month, kind, anchor.passage));
      const sides = about.filter((target): target is Side => !('event' in target));
      const events = about.flatMap((target) => ('event' in target ? [target.event] : []));
      const topic = this.#wording.sides(sides) || events.map((event) => this.#wording.title(event)).join(', ');
      const record = {
        slug: key,
        gist: `${ASSESSED[kind]} about ${topic}${hedge ? `, hedged with "${hedge}"` : ''}.`,
        kind,
        ...(hedge && { hedge }),
        ...(likelihood && { likelihood }),
        about: [
          ...events.flatMap((event) => (this.#events.has(event) ? [{ event: this.#events.get(event) }] : [])),
          ...withoutRepeats(sides.map((side) => this.#names.side(side))),
        ],
        cites: this.#out.cites([anchor]),
      };
      this.#out.add({ noun: 'assessments', key, record, anchor, rule, score });
    }
  }
}

const ASSESSED = {
  INTERPRETATION: 'What the authors make of a matter',
  FORECAST: 'What the authors expect',
  DOUBT: 'What the authors doubt',
  KNOWN_UNKNOWN: 'What the authors say is not known',
  NON_EVENT: 'What the authors say did not happen',
  TENSION: 'What the authors set against a statement',
} as const;

const prefixOf = ({ dates }: DraftEvent) =>
  dates.start ? (dates.precision === 'MONTH' ? dates.start.slice(0, 7) : dates.start) : 'undated';

function withoutRepeats<Item>(items: readonly Item[]): readonly Item[] {
  const keys = items.map((item) => JSON.stringify(item));
  return items.filter((_, index) => keys.indexOf(keys[index] as string) === index);
}

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
