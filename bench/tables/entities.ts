import { Random } from '../random.ts';
import { actorName, bodyName, capital, id, rows, surname, type Table } from '../rows.ts';
import { CODES, WORDS } from '../vocabulary.ts';
import type { World } from '../world.ts';

/** Who and where: states, places, topics, bodies, offices and people, with their names. */
export function* entities(world: World): Generator<Table> {
  const country = (index: number) => id('country', index % CODES.length);
  yield {
    name: 'country',
    columns: ['id', 'code', 'name'],
    rows: rows(CODES.length, (n) => [id('country', n), CODES[n] ?? '', `Country ${CODES[n]}`]),
  };
  yield {
    name: 'place',
    columns: ['id', 'slug', 'name', 'country_id'],
    rows: rows(world.places, (n) => [
      id('place', n),
      `place-${n}`,
      `${surname(new Random(n + 3_000_003))} ${n}`,
      country(n),
    ]),
  };
  yield {
    name: 'topic',
    columns: ['id', 'slug', 'name', 'kind', 'parent_id'],
    rows: rows(world.topics, (n) => [
      id('topic', n),
      `topic-${n}`,
      `${capital(WORDS[n % WORDS.length] ?? '')} ${n}`,
      n % 3 ? 'SUBJECT' : 'EQUIPMENT',
      n < 20 ? null : id('topic', n % 20),
    ]),
  };
  yield {
    name: 'organisation',
    columns: ['id', 'slug', 'name', 'kind', 'country_id', 'parent_id'],
    rows: rows(world.organisations, (n) => [
      id('organisation', n),
      `body-${n}`,
      bodyName(n),
      n % 3 ? 'GOVERNMENT' : 'MILITARY',
      country(n),
      n < 10 ? null : id('organisation', n % 10),
    ]),
  };
  yield {
    name: 'office',
    columns: ['id', 'slug', 'title', 'organisation_id'],
    rows: rows(world.organisations, (n) => [
      id('office', n),
      `office-${n}`,
      `Head of the ${bodyName(n)}`,
      id('organisation', n),
    ]),
  };
  yield {
    name: 'actor',
    columns: ['id', 'slug', 'name', 'kind', 'country_id'],
    rows: rows(world.actors, (n) => [
      id('actor', n),
      `actor-${n}`,
      actorName(n),
      n % 12 ? 'PERSON' : 'GROUP',
      country(n % world.organisations),
    ]),
  };
  yield {
    name: 'name',
    columns: ['id', 'text', 'kind', 'in_source', 'ordinal', 'actor_id', 'organisation_id'],
    rows: (function* () {
      for (let n = 0; n < world.actors; n += 1) {
        yield [id('name', 2 * n), actorName(n), 'PREFERRED', true, 1, id('actor', n), null];
        if (n % 3 === 0)
          yield [id('name', 2 * n + 1), `${actorName(n)}a`, 'MISSPELLING', true, 2, id('actor', n), null];
      }
      const base = 2 * world.actors;
      for (let n = 0; n < world.organisations; n += 1)
        yield [id('name', base + n), bodyName(n), 'PREFERRED', true, 1, null, id('organisation', n)];
    })(),
  };
}
