import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAllEditions } from '../../seed/load.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { copyEditions, type EditionCopy, JUNE, MAY } from './edition-copy.ts';
import { changes, readState } from './state.ts';

let database: TestDatabase;
let copy: EditionCopy;

beforeEach(async () => {
  [database, copy] = await Promise.all([openTestDatabase(), copyEditions()]);
});

afterEach(() => Promise.all([database.close(), copy.remove()]));

const load = () => loadAllEditions(database.client, copy.root);

describe('editions that tell the same records', () => {
  it('are loaded in the order of their periods', async () => {
    expect((await load()).map(({ report }) => report)).toEqual([MAY, JUNE]);
  });

  it('add up what belongs to a record', async () => {
    await load();
    const office = await database.client.organisation.findUniqueOrThrow({
      where: { slug: 'port-office' },
      include: { names: true },
    });
    expect(office.names.map(({ text }) => text).sort()).toEqual(['PO', 'Port Office', 'Port Ofice', 'the Office']);
    const master = await database.client.actor.findUniqueOrThrow({
      where: { slug: 'harbour-master-of-port-office' },
      include: { tenures: { include: { office: true, names: true, citations: true } } },
    });
    expect(
      master.tenures.map(({ office, names, citations }) => [office.slug, names.length, citations.length]).sort(),
    ).toEqual([
      ['harbour-master', 2, 1],
      ['head-of-pilots', 1, 1],
    ]);
    const delivery = await database.client.event.findUniqueOrThrow({
      where: { slug: 'undated-tug-delivery' },
      include: { citations: { include: { passage: { include: { report: true } } } }, participations: true },
    });
    expect(delivery.citations.map(({ passage }) => `${passage.report.slug} ${passage.number}`).sort()).toEqual([
      `${MAY} 1`,
      `${MAY} 3`,
      `${JUNE} 1`,
    ]);
    expect(delivery.participations).toHaveLength(1);
    // The lead section of May tells it, and June has none.
    expect(delivery.isKeyEvent).toBe(true);
  });

  it('change nothing when loaded again', async () => {
    await load();
    const before = await readState(database.client);
    database.statements.length = 0;
    expect((await load()).flatMap(changes)).toEqual([]);
    expect(await readState(database.client)).toEqual(before);
    expect(database.statements.filter((statement) => /^\s*(insert|update|delete)/i.test(statement))).toEqual([]);
  });

  it('keep a record until the last of them has dropped it', async () => {
    await load();
    await copy.edit('events.yaml', /- slug: undated-tug-delivery[\s\S]*/, '');
    await copy.edit('statements.yaml', ', {event: undated-tug-delivery}', '');
    const [may] = await load();
    expect(may?.kept).toMatchObject([{ key: 'undated-tug-delivery', reason: 'told by another edition' }]);
    const delivery = await database.client.event.findUniqueOrThrow({
      where: { slug: 'undated-tug-delivery' },
      include: { citations: { include: { passage: { include: { report: true } } } }, participations: true },
    });
    expect(delivery.citations.map(({ passage }) => passage.report.slug)).toEqual([JUNE]);
    expect([delivery.participations.length, delivery.isKeyEvent]).toEqual([1, false]);
    await copy.edit('events.yaml', /[\s\S]*/, '', JUNE);
    const [mayAgain, june] = await load();
    expect(changes(mayAgain as never)).toEqual([]);
    expect(changes(june as never)).toEqual(['events removed 1']);
    expect(await database.client.event.count({ where: { slug: 'undated-tug-delivery' } })).toBe(0);
  });

  it('take back with a record only what they alone attest', async () => {
    await load();
    await copy.write('actors.yaml', '', JUNE);
    await copy.write('events.yaml', '', JUNE);
    await copy.write('offices.yaml', '', JUNE);
    const reports = await load();
    expect(reports.flatMap(({ kept }) => kept.map(({ noun, key }) => `${noun} ${key}`)).sort()).toEqual([
      'actors harbour-master-of-port-office',
      'events undated-tug-delivery',
      'offices harbour-master',
    ]);
    const { participation, tenure } = await readState(database.client);
    // Those of May.
    expect([participation?.length, tenure?.length]).toEqual([4, 1]);
    database.statements.length = 0;
    expect((await load()).flatMap(changes)).toEqual([]);
    expect(database.statements.filter((statement) => /^\s*(insert|update|delete)/i.test(statement))).toEqual([]);
  });

  it('are refused, and none is loaded, where they contradict each other', async () => {
    await copy.edit('events.yaml', 'modality: PLANNED', 'modality: CANCELLED', JUNE);
    await expect(load()).rejects.toMatchObject({
      mistakes: [{ file: `${JUNE}/events.yaml`, record: 'undated-tug-delivery', path: 'modality' }],
    });
    expect(await database.client.report.count()).toBe(0);
  });

  it('are refused, with every mistake of all of them, where one cannot be read', async () => {
    await copy.edit('events.yaml', 'VISITOR', 'GUEST');
    await copy.edit('events.yaml', 'OBSERVER', 'GUEST', JUNE);
    await expect(load()).rejects.toMatchObject({
      mistakes: [{ file: `${MAY}/events.yaml` }, { file: `${JUNE}/events.yaml` }],
    });
  });
});

describe('a statement', () => {
  it('is refused where another report has its slug', async () => {
    await copy.write('statements.yaml', '- {slug: 2021-05-tugs-on-time, gist: Late., cites: ["1"]}\n', JUNE);
    await expect(load()).rejects.toMatchObject({
      mistakes: [{ file: 'statements.yaml', record: '2021-05-tugs-on-time', path: 'slug' }],
    });
    const [statement] = await database.client.statement.findMany();
    expect(statement?.gist).toBe('Tug Works will deliver on time.');
  });
});
