import { Random } from '../random.ts';
import { bodyName, capital, dayOf, id, sentence, type Table, type Value, wordsOf } from '../rows.ts';
import { CODES } from '../vocabulary.ts';
import { type EventFacts, factsOf, type World } from '../world.ts';

/** What happened: events with venues, topics and participants, and the passages that tell it. */
export function* happenings(world: World): Generator<Table> {
  function* each(row: (facts: EventFacts, index: number) => Iterable<readonly Value[]>) {
    for (let n = 0; n < world.events; n += 1) yield* row(factsOf(world, n, CODES.length), n);
  }
  const report = (n: number) => Math.floor(n / world.perReport);
  yield {
    name: 'event',
    columns: [
      'id',
      'slug',
      'kind',
      'title',
      'summary',
      'start_date',
      'end_date',
      'date_basis',
      'date_precision',
      'not_after',
      'modality',
      'is_key_event',
      'place_id',
    ],
    rows: each((facts, n) => {
      const random = new Random(n + 5_000_003);
      const [start, end] = [facts.start, facts.end].map((day) => (day === null ? null : dayOf(report(n), day)));
      const dating =
        start === null
          ? [null, null, null, 'UNKNOWN', dayOf(report(n), 27)]
          : [start ?? null, end ?? null, 'STATED', 'DAY', null];
      const place = facts.place === null ? null : id('place', facts.place);
      return [
        [
          id('event', n),
          `event-${n}`,
          facts.kind,
          capital(wordsOf(random, 5)),
          sentence(random, 18),
          ...dating,
          facts.modality,
          facts.isKeyEvent,
          place,
        ],
      ];
    }),
  };
  yield {
    name: 'event_place',
    columns: ['event_id', 'place_id', 'ordinal'],
    rows: each(({ place }, n) => (place === null ? [] : [[id('event', n), id('place', place), 1]])),
  };
  yield {
    name: 'event_topic',
    columns: ['event_id', 'topic_id', 'ordinal'],
    rows: each(({ topics }, n) => topics.map((topic, ordinal) => [id('event', n), id('topic', topic), ordinal + 1])),
  };
  const participation = (n: number, place: number) => id('participation', 8 * n + place);
  yield {
    name: 'participation',
    columns: [
      'id',
      'event_id',
      'actor_id',
      'organisation_id',
      'country_id',
      'role',
      'on_behalf_of_id',
      'stated_office',
      'ordinal',
    ],
    rows: each(({ participants }, n) =>
      participants.map(({ kind, index, onBehalfOf }, place) => [
        participation(n, place),
        id('event', n),
        ...(['actor', 'organisation', 'country'] as const).map((column) => (column === kind ? id(kind, index) : null)),
        'PARTICIPANT',
        onBehalfOf === null ? null : id('organisation', onBehalfOf),
        // Some of a body's people are its head, and are called so.
        onBehalfOf === null || n % 3 ? null : `Head of the ${bodyName(onBehalfOf)}`,
        place + 1,
      ]),
    ),
  };
  // Citations are numbered by what they are of, far apart, so that no two collide.
  const citation = (block: number, n: number) => id('citation', block * 1e9 + n);
  yield {
    name: 'citation',
    columns: ['id', 'passage_id', 'ordinal', 'event_id'],
    rows: each(({ retold }, n) => {
      const passages = retold === null || retold === n ? [n] : [n, retold];
      return passages.map((passage, ordinal) => [
        citation(1, 2 * n + ordinal),
        id('passage', passage),
        ordinal + 1,
        id('event', n),
      ]);
    }),
  };
  yield {
    name: 'citation',
    columns: ['id', 'passage_id', 'ordinal', 'participation_id'],
    rows: each(({ participants }, n) =>
      participants.map((_participant, place) => [
        citation(2, 8 * n + place),
        id('passage', n),
        1,
        participation(n, place),
      ]),
    ),
  };
}
