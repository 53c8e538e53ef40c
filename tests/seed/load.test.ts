import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadOptions, loadEdition } from '../../seed/load.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { copyEditions, type EditionCopy } from './edition-copy.ts';
import { changes, readState } from './state.ts';

let database: TestDatabase;
let copy: EditionCopy;

beforeEach(async () => {
  [database, copy] = await Promise.all([openTestDatabase(), copyEditions()]);
});

afterEach(() => Promise.all([database.close(), copy.remove()]));

const load = (options?: LoadOptions) => loadEdition(database.client, copy.folder, options);

const writes = () => database.statements.filter((statement) => /^\s*(insert|update|delete)/i.test(statement));

describe('a first load', () => {
  it('writes every record', async () => {
    const report = await load();
    expect(report.report).toBe('harbour-watch-2021-05');
    expect(changes(report)).toEqual([
      'countries created 2',
      'places created 2',
      'topics created 3',
      'organisations created 4',
      'offices created 1',
      'series created 1',
      'reports created 1',
      'sections created 3',
      'passages created 5',
      'actors created 2',
      'events created 3',
      'agreements created 1',
      'indicators created 2',
      'statistics created 2',
      'statements created 1',
      'assessments created 1',
    ]);
  });

  it('puts the preferred name first, and names a tenure after its office', async () => {
    await load();
    const names = await database.client.name.findMany({
      orderBy: { ordinal: 'asc' },
      include: { organisation: true, tenure: true, event: true },
    });
    const of = (owner: (name: (typeof names)[number]) => unknown) =>
      names.filter(owner).map(({ text, kind, inSource }) => [text, kind, inSource]);
    expect(of(({ organisation }) => organisation?.slug === 'port-office')).toEqual([
      ['Port Office', 'PREFERRED', true],
      ['PO', 'ABBREVIATION', true],
      ['Port Ofice', 'MISSPELLING', true],
    ]);
    expect(of(({ organisation }) => organisation?.slug === 'tide-institute')).toEqual([
      ['Tide Institute', 'PREFERRED', false],
    ]);
    expect(of(({ tenure }) => tenure)).toEqual([
      ['Harbour Master', 'PREFERRED', true],
      ['master of the harbour', 'VARIANT', true],
    ]);
    // Of three events one is given other names.
    expect(of(({ event }) => event)).toEqual([
      ['Visit of Tug Works to Blue Harbour', 'PREFERRED', true],
      ['the tug visit', 'VARIANT', true],
    ]);
  });

  it('lets a participation rest on the passages of its event, unless it has its own', async () => {
    await load();
    const event = await database.client.event.findUniqueOrThrow({
      where: { slug: '2021-05-11-tug-contract' },
      include: {
        citations: { include: { passage: true }, orderBy: { ordinal: 'asc' } },
        participations: {
          orderBy: { ordinal: 'asc' },
          include: { organisation: true, citations: { include: { passage: true }, orderBy: { ordinal: 'asc' } } },
        },
        places: { include: { place: true }, orderBy: { ordinal: 'asc' } },
      },
    });
    const passages = (citations: typeof event.citations) =>
      citations.map(({ passage, quote }) => [passage.number, quote]);
    expect(passages(event.citations)).toEqual([
      ['1', null],
      ['2', 'signed a contract'],
    ]);
    expect(
      event.participations.map(({ organisation, citations }) => [organisation?.slug, passages(citations)]),
    ).toEqual([
      [
        'port-office',
        [
          ['1', null],
          ['2', null],
        ],
      ],
      ['tug-works', [['2', null]]],
    ]);
    expect(event.places.map(({ place }) => place.slug)).toEqual(['blue-harbour', 'pier-nine']);
  });

  it('works out what the files leave to it', async () => {
    await load();
    const events = await database.client.event.findMany({ where: { isKeyEvent: true }, orderBy: { slug: 'asc' } });
    expect(events.map(({ slug }) => slug)).toEqual(['2021-05-11-tug-contract', 'undated-tug-delivery']);
    const figures = await database.client.statistic.findMany({ orderBy: { slug: 'asc' } });
    expect(figures.map(({ value, lower, upper, unit, ordinal }) => [value, lower, upper, unit, ordinal])).toEqual([
      [30, 30, 30, '{ship}', 4],
      [40, 40, null, '{ship}', 3],
    ]);
    const passages = await database.client.passage.findMany({ orderBy: { ordinal: 'asc' } });
    expect(passages.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '1 PARAGRAPH',
      '2 PARAGRAPH',
      '2.1 BULLET',
      '2.2 BULLET',
      '3 PARAGRAPH',
    ]);
    expect(passages[1]?.gist).toBe(
      'The harbour master showed a delegation of Tug Works round the port, and the two sides signed a contract at Pier Nine.',
    );
  });

  it('writes nothing at all where anything is wrong', async () => {
    await copy.edit('assessments.yaml', 'TENSION', 'TENSE');
    await expect(load()).rejects.toThrow('assessments.yaml');
    expect(writes()).toEqual([]);
  });

  it('writes nothing at all where the database refuses in the middle', async () => {
    await database.client.$executeRaw`alter table assessment add check (gist = 'nothing else')`;
    const before = await readState(database.client);
    await expect(load()).rejects.toThrow();
    expect(await readState(database.client)).toEqual(before);
  });
});

describe('two loads at once', () => {
  it('take turns', async () => {
    const reports = await Promise.all([load(), load()]);
    expect(reports.map(changes).filter((counts) => counts.length === 0)).toHaveLength(1);
    expect(await database.client.event.count()).toBe(3);
  });
});

describe('a load of the same files', () => {
  it('changes nothing and writes nothing', async () => {
    await load();
    const before = await readState(database.client);
    database.statements.length = 0;
    const report = await load();
    expect(changes(report)).toEqual([]);
    expect(report.counts.find(({ noun }) => noun === 'passages')?.unchanged).toBe(5);
    expect(writes()).toEqual([]);
    expect(await readState(database.client)).toEqual(before);
  });

  it('restores what was changed since, where it is to overwrite', async () => {
    await load();
    const before = await readState(database.client);
    await database.client.event.update({ where: { slug: 'undated-tug-delivery' }, data: { title: 'Changed by hand' } });
    await database.client.name.deleteMany({ where: { text: 'PO' } });
    const { id: _, ...name } = await database.client.name.findFirstOrThrow({ where: { text: 'Port Ofice' } });
    await database.client.name.create({ data: { ...name, ordinal: 9 } });
    await database.client.agreementParty.updateMany({ data: { proposer: false } });
    expect(changes(await load({ overwrite: true }))).toEqual([
      'organisations updated 1',
      'events updated 1',
      'agreements updated 1',
    ]);
    const after = await readState(database.client);
    // A name has no identity beyond its text: a row may be a new one.
    const texts = (rows: readonly string[] | undefined) => rows?.map((row) => row.replace(/"id": "[^"]*"/, '')).sort();
    expect({ ...after, name: texts(after.name) }).toEqual({ ...before, name: texts(before.name) });
  });

  it('leaves the published wording where it is', async () => {
    await load();
    await database.client.passage.updateMany({ data: { text: 'As printed.' } });
    expect(changes(await load())).toEqual([]);
    expect(await database.client.passage.count({ where: { text: 'As printed.' } })).toBe(5);
  });
});

describe('a load of edited files', () => {
  it('changes what differs and keeps every id', async () => {
    await load();
    const ids = () =>
      database.client.event.findMany({
        select: { id: true, slug: true, participations: { select: { id: true } }, citations: { select: { id: true } } },
        orderBy: { slug: 'asc' },
      });
    const before = await ids();
    await copy.edit('events.yaml', 'role: VISITOR, onBehalfOf: tug-works', 'role: VISITOR');
    await copy.edit('events.yaml', 'quote: showed a delegation', 'quote: a delegation');
    await copy.edit('indicators.yaml', '{ship}', '{vessel}');
    expect(changes(await load())).toEqual(['events updated 1', 'indicators updated 1', 'statistics updated 2']);
    expect(await ids()).toEqual(before);
    expect(await database.client.statistic.count({ where: { unit: '{vessel}' } })).toBe(2);
  });

  it('moves passages apart for a new one, and what rests on them stays', async () => {
    await load();
    await copy.edit(
      'passages.yaml',
      '- {number: "3"',
      '- {number: "3", section: DEVELOPMENTS, gist: A new one.}\n- {number: "4"',
    );
    await copy.edit('events.yaml', '["1", "3"]', '["1", "4"]');
    await copy.edit('assessments.yaml', '["3"]', '["4"]');
    expect(changes(await load())).toEqual([
      'passages created 1',
      'passages updated 1',
      'events updated 1',
      'assessments updated 1',
    ]);
    const passages = await database.client.passage.findMany({ orderBy: { ordinal: 'asc' } });
    expect(passages.map(({ number, ordinal, gist }) => `${ordinal} ${number} ${gist.slice(0, 9)}`).slice(4)).toEqual([
      '5 3 A new one',
      '6 4 The tugs ',
    ]);
  });

  it('closes the gap behind a passage that is gone', async () => {
    await load();
    await copy.edit('passages.yaml', /- \{number: "2\.1".*\n/, '');
    await copy.edit('passages.yaml', '"2.2"', '"2.1"');
    await copy.edit('statistics.yaml', '["2.2"]', '["2.1"]');
    expect(changes(await load())).toEqual([
      'passages updated 2',
      'passages removed 1',
      'statistics updated 1',
      'assessments updated 1',
    ]);
    const passages = await database.client.passage.findMany({ orderBy: { ordinal: 'asc' } });
    expect(passages.map(({ ordinal, number }) => `${ordinal} ${number}`)).toEqual(['1 1', '2 2', '3 2.1', '4 3']);
  });
});
