import { listAncestors } from '../lib/ancestry.ts';
import type { Day } from '../lib/day.ts';
import { checkInterval } from '../lib/interval.ts';
import { checkParties } from '../modules/agreement/agreement.rules.ts';
import { checkTargets } from '../modules/assessment/about.rules.ts';
import { checkCitations, checkQuote } from '../modules/citation/citation.rules.ts';
import { checkEventDates, checkPartDates, normaliseVenues } from '../modules/event/event.rules.ts';
import { checkTenures } from '../modules/office/tenure.rules.ts';
import { checkParticipant, checkParticipations } from '../modules/participation/participation.rules.ts';
import { checkPassageOrder, type PassagePlace, passageKind } from '../modules/report/passage.rules.ts';
import { checkBaseline } from '../modules/statistic/statistic.rules.ts';
import { checkTopicParent } from '../modules/topic/topic-tree.rules.ts';
import {
  boundsOf,
  citationsOf,
  datesOf,
  type IdOf,
  namesOf,
  participantOf,
  partyOf,
  targetsOf,
  titleNamesOf,
} from './facts.ts';
import type { Findings, ValuePath } from './findings.ts';
import type { ListedNoun, RecordOf } from './format.ts';
import type { Files, Parsed } from './parse-edition.ts';

/** Keys stand for the ids that do not exist yet: to the rules one is as good as the other. */
const keyAsId: IdOf = (_, key) => key;

/**
 * Holds the records against the rules that every writer keeps to. What has not even the right form is left out, so that
 * one mistake is told once.
 */
export function checkRecords(parsed: Parsed, files: Files, findings: Findings): void {
  const check = new RecordCheck(parsed, files, findings);
  check.report();
  check.trees();
  check.organisations();
  check.passages();
  check.actors();
  check.events();
  check.agreements();
  check.statistics();
  check.sayings('statements');
  check.sayings('assessments');
}

class RecordCheck {
  readonly #parsed: Parsed;
  readonly #files: Files;
  readonly #findings: Findings;

  constructor(parsed: Parsed, files: Files, findings: Findings) {
    this.#parsed = parsed;
    this.#files = files;
    this.#findings = findings;
  }

  report(): void {
    const report = this.#parsed.head?.report;
    if (report) this.#interval('report', ['report', 'periodStart'], report.periodStart, report.periodEnd);
  }

  trees(): void {
    this.#tree('places', 'within', ({ within }) => within);
    this.#tree('organisations', 'parent', ({ parent }) => parent);
    this.#tree('events', 'parent', ({ parent }) => parent);
    this.#tree('statistics', 'baseline', ({ baseline }) => baseline);
    this.#tree('statistics', 'partOf', ({ partOf }) => partOf);
    this.#tree('topics', 'parent', ({ parent }) => parent, checkTopicParent);
    this.#each('topics', ({ validFrom, validTo }, path) => {
      this.#interval('topics', [...path, 'validFrom'], validFrom, validTo);
    });
  }

  organisations(): void {
    this.#each('organisations', ({ name, nameInSource, names }, path) => {
      this.#attempt('organisations', [...path, 'names'], () => namesOf(name, nameInSource, names));
    });
  }

  passages(): void {
    const sections = this.#parsed.head?.sections.map(({ kind }) => kind);
    // By place in the file: after one that has not the right form, the order cannot be told.
    const places = new Map<number, PassagePlace | null>([[-1, null]]);
    for (const { index, record } of this.#parsed.records.passages) {
      const section = (sections?.indexOf(record.section) ?? 0) + 1;
      if (section === 0) {
        const reason = `is ${record.section}, which report.yaml does not have`;
        this.#findings.add(this.#files.passages, [index, 'section'], reason);
        continue;
      }
      const place = { number: record.number, section };
      const before = places.get(index - 1);
      this.#attempt('passages', [index, 'number'], () => {
        passageKind(place.number);
        places.set(index, place);
        if (before !== undefined) checkPassageOrder(before, place);
      });
    }
  }

  actors(): void {
    const offices = this.#bySlug('offices');
    this.#each('actors', ({ name, nameInSource, names, tenures = [] }, path) => {
      this.#attempt('actors', [...path, 'names'], () => namesOf(name, nameInSource, names));
      for (const [index, { office, from, to, names, cites }] of tenures.entries()) {
        const place = [...path, 'tenures', index];
        this.#interval('actors', [...place, 'from'], from, to);
        this.#attempt('actors', [...place, 'names'], () => namesOf(offices.get(office)?.title ?? office, true, names));
        this.#cites('actors', [...place, 'cites'], cites);
      }
      const held = tenures.map(({ office, from }) => ({ officeId: office, from: from ?? null }));
      this.#attempt('actors', [...path, 'tenures'], () => checkTenures(held));
    });
  }

  events(): void {
    const events = this.#bySlug('events');
    this.#each('events', (event, path) => {
      const whole = event.parent === undefined ? undefined : events.get(event.parent);
      this.#attempt('events', [...path, 'precision'], () => checkEventDates(datesOf(event)));
      if (whole) this.#attempt('events', [...path, 'start'], () => checkPartDates(datesOf(event), datesOf(whole)));
      this.#attempt('events', [...path, 'place'], () => normaliseVenues(event.place ?? null, event.places ?? []));
      this.#attempt('events', [...path, 'names'], () => titleNamesOf(event));
      this.#cites('events', [...path, 'cites'], event.cites);
      this.#participations(event.participations ?? [], [...path, 'participations']);
    });
  }

  agreements(): void {
    this.#each('agreements', (agreement, path) => {
      const parties = agreement.parties.map((party) => partyOf(party, keyAsId));
      this.#attempt('agreements', [...path, 'parties'], () => checkParties(parties));
      this.#interval('agreements', [...path, 'validFrom'], agreement.validFrom, agreement.validTo);
      this.#attempt('agreements', [...path, 'names'], () => titleNamesOf(agreement));
      this.#cites('agreements', [...path, 'cites'], agreement.cites);
    });
  }

  statistics(): void {
    const statistics = this.#bySlug('statistics');
    this.#each('statistics', (statistic, path) => {
      const baseline = statistic.baseline === undefined ? undefined : statistics.get(statistic.baseline);
      this.#attempt('statistics', [...path, 'comparator'], () => boundsOf(statistic));
      this.#interval('statistics', [...path, 'periodStart'], statistic.periodStart, statistic.periodEnd);
      if (baseline) {
        this.#attempt('statistics', [...path, 'baseline'], () =>
          checkBaseline(statistic.indicator, baseline.indicator),
        );
      }
      this.#cites('statistics', [...path, 'cites'], statistic.cites);
    });
  }

  sayings(noun: 'statements' | 'assessments'): void {
    this.#each(noun, ({ about, cites }, path) => {
      this.#attempt(noun, [...path, 'about'], () => checkTargets(targetsOf(about, keyAsId)));
      this.#cites(noun, [...path, 'cites'], cites);
    });
  }

  #participations(records: NonNullable<RecordOf<'events'>['participations']>, path: ValuePath): void {
    for (const [index, record] of records.entries()) {
      this.#attempt('events', [...path, index], () => checkParticipant(participantOf(record, keyAsId)));
      if (record.cites) this.#cites('events', [...path, index, 'cites'], record.cites);
    }
    const participations = records.map((record) => ({ ...participantOf(record, keyAsId), role: record.role }));
    this.#attempt('events', path, () => checkParticipations(participations));
  }

  #tree<Noun extends 'places' | 'organisations' | 'events' | 'statistics' | 'topics'>(
    noun: Noun,
    field: string,
    parentIn: (record: RecordOf<Noun>) => string | undefined,
    rule: (slug: string, parentOf: (slug: string) => string | undefined) => unknown = listAncestors,
  ): void {
    const records = this.#bySlug(noun);
    const parentOf = (slug: string) => {
      const record = records.get(slug);
      return record && parentIn(record);
    };
    this.#each(noun, ({ slug }, path) => this.#attempt(noun, [...path, field], () => rule(slug, parentOf)));
  }

  #cites(noun: ListedNoun, path: ValuePath, cites: RecordOf<'events'>['cites']): void {
    this.#attempt(noun, path, () => checkCitations(citationsOf(cites, keyAsId)));
    for (const [index, { quote }] of cites.entries()) {
      if (quote !== undefined) this.#attempt(noun, [...path, index, 'quote'], () => checkQuote(quote));
    }
  }

  #interval(noun: 'report' | ListedNoun, path: ValuePath, start: Day | undefined, end: Day | undefined): void {
    this.#attempt(noun, path, () => checkInterval(start ?? null, end ?? null));
  }

  #attempt(noun: 'report' | ListedNoun, path: ValuePath, rule: () => unknown): void {
    this.#findings.attempt(this.#files[noun], path, rule);
  }

  #each<Noun extends ListedNoun>(noun: Noun, visit: (record: RecordOf<Noun>, path: ValuePath) => void): void {
    for (const { index, record } of this.#parsed.records[noun]) visit(record, [index]);
  }

  #bySlug<Noun extends Exclude<ListedNoun, 'countries' | 'passages'>>(noun: Noun): ReadonlyMap<string, RecordOf<Noun>> {
    const records = this.#parsed.records[noun].map(({ record }) => record);
    const known = this.#parsed.known[noun] as ReadonlyMap<string, RecordOf<Noun>>;
    return new Map([...known, ...records.map((record) => [record.slug, record] as const)]);
  }
}
