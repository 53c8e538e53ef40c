import type { DraftStatistic } from './drafts.ts';
import type { FactRecords } from './fact-records.ts';
import { KnownIndicators } from './known-indicators.ts';
import type { NameRecords } from './name-records.ts';
import type { PassageSentences } from './passage-sentences.ts';
import { compact, type RecordTools, type Suggestions, slugify } from './suggestions.ts';
import { capitalise, Wording } from './wording.ts';

/** Figures and what they measure, as records of an edition's files. */
export class FigureRecords {
  readonly #known: KnownIndicators;
  readonly #sentences: PassageSentences;
  readonly #out: Suggestions;
  readonly #names: NameRecords;
  readonly #wording: Wording;
  readonly #facts: FactRecords;
  readonly #month: string;
  readonly #statistics = new Map<DraftStatistic, string>();
  readonly #indicators = new Map<DraftStatistic, string>();
  /** The indicators that have been suggested. */
  readonly #linked = new Set<string>();

  constructor({ book, out, names, sentences, period }: RecordTools, facts: FactRecords) {
    this.#known = new KnownIndicators(book);
    this.#sentences = sentences;
    this.#out = out;
    this.#names = names;
    this.#wording = new Wording(book);
    this.#facts = facts;
    this.#month = period.start.slice(0, 7);
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
      event: event && this.#facts.keyOf(event),
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
    const { quantity, anchor } = statistic;
    const name = this.#labelOf(statistic);
    const found = this.#known.find(quantity, statistic.near, this.#toldOf(statistic));
    const key = found?.indicator.slug ?? this.#out.claim('indicators', slugify(name));
    this.#indicators.set(statistic, key);
    if (statistic.baseline) this.#indicators.set(statistic.baseline, key);
    // Several figures may be of one.
    if (found && this.#linked.has(key)) return key;
    this.#linked.add(key);
    this.#out.add({
      noun: 'indicators',
      key,
      record: {
        slug: key,
        name: found?.indicator.name ?? name,
        definition: found?.indicator.definition ?? `What the text counts or measures as: ${name}.`,
        unit: quantity.unit,
      },
      anchor,
      rule: found ? 'indicator.known' : 'indicator',
      score: 0.6,
      recognition: found ? 'KNOWN' : 'NEW',
      evidence: found?.evidence ?? null,
    });
    return key;
  }

  #toldOf({ anchor, attributedTo, event, quantity }: DraftStatistic): readonly string[] {
    const { own, lead } = this.#sentences.at(anchor);
    return [
      own,
      lead,
      quantity.counted,
      attributedTo ? this.#wording.side(attributedTo) : '',
      event ? this.#wording.title(event) : '',
    ];
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
}
