import { Random } from '../random.ts';
import { dayOf, id, rows, sentence, type Table, type Value, wordsOf } from '../rows.ts';
import { CODES } from '../vocabulary.ts';
import { type EventFacts, factsOf, type World } from '../world.ts';

/** What hangs on events: agreements, figures, statements and assessments. */
export function* claims(world: World): Generator<Table> {
  // A fact of each kind belongs to every so-manieth event.
  function* every(step: number, row: (facts: EventFacts, n: number, event: number) => Iterable<readonly Value[]>) {
    for (let n = 0; n * step < world.events; n += 1) yield* row(factsOf(world, n * step, CODES.length), n, n * step);
  }
  const report = (event: number) => id('report', Math.floor(event / world.perReport));
  const text = (n: number, count: number) => sentence(new Random(n + 6_000_003), count);
  const cite = (
    entity: 'agreement' | 'statistic' | 'statement' | 'assessment',
    step: number,
    block: number,
  ): Table => ({
    name: 'citation',
    columns: ['id', 'passage_id', 'ordinal', `${entity}_id`],
    rows: every(step, (_facts, n, event) => [
      [id('citation', block * 1e9 + n), id('passage', event), 1, id(entity, n)],
    ]),
  });
  yield {
    name: 'agreement',
    columns: ['id', 'slug', 'title', 'kind', 'status', 'summary'],
    rows: every(12, (_facts, n) => [
      [
        id('agreement', n),
        `agreement-${n}`,
        `Agreement on ${wordsOf(new Random(n), 3)}`,
        'PLAN',
        n % 2 ? 'SIGNED' : 'PLANNED',
        text(n, 12),
      ],
    ]),
  };
  yield {
    name: 'agreement_event',
    columns: ['agreement_id', 'event_id', 'ordinal'],
    rows: every(12, (_facts, n, event) => [[id('agreement', n), id('event', event), 1]]),
  };
  yield {
    name: 'agreement_party',
    columns: ['id', 'agreement_id', 'organisation_id', 'ordinal'],
    rows: every(12, (_facts, n) =>
      [0, 1].map((side) => [
        id('party', 2 * n + side),
        id('agreement', n),
        id('organisation', (7 * n + side) % world.organisations),
        side + 1,
      ]),
    ),
  };
  yield {
    name: 'agreement_signatory',
    columns: ['agreement_id', 'actor_id', 'ordinal'],
    rows: every(12, ({ participants }, n) =>
      participants
        .filter(({ kind }) => kind === 'actor')
        .map(({ index }, place) => [id('agreement', n), id('actor', index), place + 1]),
    ),
  };
  yield cite('agreement', 12, 3);
  yield {
    name: 'indicator',
    columns: ['id', 'slug', 'name', 'definition', 'unit'],
    rows: rows(world.indicators, (n) => [
      id('indicator', n),
      `indicator-${n}`,
      `Indicator ${n}`,
      text(n, 8),
      n % 2 ? '{person}' : 'kg',
    ]),
  };
  yield {
    name: 'statistic',
    columns: [
      'id',
      'slug',
      'report_id',
      'indicator_id',
      'ordinal',
      'label',
      'value',
      'lower',
      'upper',
      'comparator',
      'unit',
      'nature',
      'period_start',
      'period_end',
      'event_id',
      'baseline_id',
      'part_of_id',
    ],
    rows: every(4, (facts, n, event) => {
      const value = new Random(n + 7_000_003).below(10_000);
      const day = facts.start === null ? null : dayOf(Math.floor(event / world.perReport), facts.start);
      // The figure before it of the same indicator.
      const baseline = n % 3 === 0 && n >= world.indicators ? id('statistic', n - world.indicators) : null;
      const whole = n % 6 === 1 && n >= world.indicators ? id('statistic', n - world.indicators) : null;
      const indicator = n % world.indicators;
      return [
        [
          id('statistic', n),
          `figure-${n}`,
          report(event),
          id('indicator', indicator),
          n,
          text(n, 4),
          value,
          value,
          value,
          'EXACT',
          indicator % 2 ? '{person}' : 'kg',
          'REPORTED',
          day,
          day,
          id('event', event),
          baseline,
          whole,
        ],
      ];
    }),
  };
  yield cite('statistic', 4, 4);
  yield {
    name: 'statement',
    columns: ['id', 'slug', 'report_id', 'ordinal', 'gist', 'speaker_actor_id', 'event_id'],
    rows: every(3, ({ participants }, n, event) => {
      const speaker = participants.find(({ kind }) => kind === 'actor');
      return [
        [
          id('statement', n),
          `statement-${n}`,
          report(event),
          n,
          text(n + 1, 12),
          speaker ? id('actor', speaker.index) : null,
          id('event', event),
        ],
      ];
    }),
  };
  yield cite('statement', 3, 5);
  yield {
    name: 'assessment',
    columns: ['id', 'slug', 'report_id', 'ordinal', 'gist', 'kind'],
    rows: every(5, (_facts, n, event) => [
      [id('assessment', n), `assessment-${n}`, report(event), n, text(n + 2, 14), 'INTERPRETATION'],
    ]),
  };
  yield cite('assessment', 5, 6);
  yield {
    name: 'about',
    columns: ['id', 'ordinal', 'assessment_id', 'target_event_id'],
    rows: every(5, (_facts, n, event) => [[id('about', n), 1, id('assessment', n), id('event', event)]]),
  };
}
