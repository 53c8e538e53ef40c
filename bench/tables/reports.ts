import { Random } from '../random.ts';
import { bodyName, dayOf, id, monthOf, rows, sentence, type Table, type Value } from '../rows.ts';
import { SERIES, type World } from '../world.ts';

/** The source: reports with their passages, and who held which office as they tell it. */
export function* reports(world: World): Generator<Table> {
  yield {
    name: 'series',
    columns: ['id', 'slug', 'title'],
    rows: rows(SERIES, (n) => [id('series', n), `series-${n}`, `Series ${n}`]),
  };
  yield {
    name: 'report',
    columns: ['id', 'slug', 'title', 'series_id', 'period_start', 'period_end', 'language'],
    rows: rows(world.reports, (n) => {
      const { year, month } = monthOf(n);
      const end = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
      return [id('report', n), `report-${n}`, `Report ${n}`, id('series', n % SERIES), dayOf(n, 0), end, 'en'];
    }),
  };
  yield {
    name: 'section',
    columns: ['id', 'report_id', 'kind', 'ordinal'],
    rows: rows(world.reports, (n) => [id('section', n), id('report', n), 'DEVELOPMENTS', 1]),
  };
  // One passage an event: the passage of an event has its number.
  const place = (n: number) => (n % world.perReport) + 1;
  yield {
    name: 'passage',
    columns: ['id', 'report_id', 'section_id', 'number', 'ordinal', 'kind', 'gist'],
    rows: rows(world.events, (n) => {
      const report = Math.floor(n / world.perReport);
      return [
        id('passage', n),
        id('report', report),
        id('section', report),
        String(place(n)),
        place(n),
        'PARAGRAPH',
        sentence(new Random(n + 4_000_003), 14),
      ];
    }),
  };
  const held = (n: number) => n % 5 < 3;
  const tenures = (columns: (n: number) => readonly Value[]) =>
    (function* () {
      for (let n = 0; n < world.actors; n += 1) if (held(n)) yield columns(n);
    })();
  yield {
    name: 'tenure',
    columns: ['id', 'actor_id', 'office_id', 'ordinal'],
    rows: tenures((n) => [id('tenure', n), id('actor', n), id('office', n % world.organisations), 1]),
  };
  const names = 3 * world.actors + world.organisations;
  yield {
    name: 'name',
    columns: ['id', 'text', 'kind', 'in_source', 'ordinal', 'tenure_id'],
    rows: tenures((n) => [
      id('name', names + n),
      `Head of the ${bodyName(n % world.organisations)}`,
      'PREFERRED',
      true,
      1,
      id('tenure', n),
    ]),
  };
  yield {
    name: 'citation',
    columns: ['id', 'passage_id', 'ordinal', 'tenure_id'],
    rows: tenures((n) => [id('citation', n), id('passage', n % world.events), 1, id('tenure', n)]),
  };
}
