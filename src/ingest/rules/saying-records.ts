import type { DraftAssessment, DraftStatement, Side } from './drafts.ts';
import type { FactRecords } from './fact-records.ts';
import type { NameRecords } from './name-records.ts';
import type { PassageTopics } from './passage-topics.ts';
import { compact, type RecordTools, type Suggestions, slugify, withoutRepeats } from './suggestions.ts';
import { Wording } from './wording.ts';

const ASSESSED = {
  INTERPRETATION: 'comment on',
  FORECAST: 'look ahead on',
  DOUBT: 'have doubts on',
  KNOWN_UNKNOWN: 'say what is not known on',
  NON_EVENT: 'tell what did not come about on',
  TENSION: 'set one thing against another on',
} as const;

const LIKELIHOODS = {
  ALMOST_CERTAIN: 'almost certain',
  LIKELY: 'likely',
  POSSIBLE: 'possible',
  UNLIKELY: 'unlikely',
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
    for (const { rule, anchor, score, speaker, event, about } of statements) {
      const who = speaker ? this.#wording.side(speaker) : 'Unattributed';
      const key = this.#out.claim('statements', slugify(this.#month, who, 'statement', anchor.passage));
      const topics = this.#topics.of([anchor]);
      const subject = this.#subject(topics, this.#wording.sides(about));
      const record = compact({
        slug: key,
        gist: speaker
          ? `${who} ${subject === '' ? 'made a statement' : `spoke of ${subject}`}.`
          : `${subject === '' ? 'Something' : `Something on ${subject}`} was said, by whom is not told.`,
        speaker: speaker && this.#names.side(speaker),
        event: event && this.#facts.keyOf(event),
        about: about.map((side) => this.#names.side(side)),
        topics,
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
      const subject = this.#subject(
        this.#topics.of([anchor]),
        this.#wording.sides(sides) || events.map((event) => this.#wording.title(event)).join(', '),
      );
      const record = {
        slug: key,
        gist: `The authors ${ASSESSED[kind]} ${subject}${likelihood ? `, as ${LIKELIHOODS[likelihood]}` : hedge ? ', with a hedge' : ''}.`,
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

  /** What something is on: its topics, and who it is about. */
  #subject(topics: readonly string[], about: string): string {
    const names = topics.slice(0, 3).map((topic) => this.#topics.nameOf(topic));
    if (names.length === 0) return about;
    return `${names.join(', ')}${about === '' ? '' : ` (${about})`}`;
  }
}
