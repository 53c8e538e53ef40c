import type { DraftAssessment, DraftStatement, Side } from './drafts.ts';
import type { FactRecords } from './fact-records.ts';
import type { NameRecords } from './name-records.ts';
import type { PassageTopics } from './passage-topics.ts';
import { compact, type RecordTools, type Suggestions, slugify, withoutRepeats } from './suggestions.ts';
import { Wording } from './wording.ts';

const ASSESSED = {
  INTERPRETATION: 'What the authors make of a matter',
  FORECAST: 'What the authors expect',
  DOUBT: 'What the authors doubt',
  KNOWN_UNKNOWN: 'What the authors say is not known',
  NON_EVENT: 'What the authors say did not happen',
  TENSION: 'What the authors set against a statement',
} as const;

/** What is said and what is thought, as records of an edition's files. */
export class SayingRecords {
  readonly #out: Suggestions;
  readonly #names: NameRecords;
  readonly #topics: PassageTopics;
  readonly #wording: Wording;
  readonly #facts: FactRecords;
  readonly #month: string;

  constructor({ book, out, names, topics, period }: RecordTools, facts: FactRecords) {
    this.#out = out;
    this.#names = names;
    this.#topics = topics;
    this.#wording = new Wording(book);
    this.#facts = facts;
    this.#month = period.start.slice(0, 7);
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
        event: event && this.#facts.keyOf(event),
        about: about.map((side) => this.#names.side(side)),
        topics: this.#topics.of([anchor]),
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
          ...events.flatMap((event) => (this.#facts.keyOf(event) ? [{ event: this.#facts.keyOf(event) }] : [])),
          ...withoutRepeats(sides.map((side) => this.#names.side(side))),
        ],
        cites: this.#out.cites([anchor]),
      };
      this.#out.add({ noun: 'assessments', key, record, anchor, rule, score });
    }
  }
}
