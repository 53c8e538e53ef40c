import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEdition } from '../../seed/load.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { copyEditions, type EditionCopy } from './edition-copy.ts';
import { changes, readState } from './state.ts';

let database: TestDatabase;
let copy: EditionCopy;

beforeEach(async () => {
  [database, copy] = await Promise.all([openTestDatabase(), copyEditions()]);
  await load();
});

afterEach(() => Promise.all([database.close(), copy.remove()]));

const load = () => loadEdition(database.client, copy.folder);

/** Takes the delivery, and what the files say about it, out of them. */
async function dropDelivery(): Promise<void> {
  await copy.edit('events.yaml', /- slug: undated-tug-delivery[\s\S]*/, '');
  await copy.edit('statements.yaml', ', {event: undated-tug-delivery}', '');
}

const countDeliveries = () => database.client.event.count({ where: { slug: 'undated-tug-delivery' } });

describe('a record that has left the files', () => {
  it('is removed with all that belongs to it', async () => {
    await copy.write('assessments.yaml', '');
    expect(changes(await load())).toEqual(['assessments removed 1']);
    const state = await readState(database.client);
    expect(state.assessment).toEqual([]);
    expect(state.about).toHaveLength(2);
    expect(state.citation?.filter((row) => !row.includes('"assessment_id": null'))).toEqual([]);
    expect(state.seed_row?.filter((row) => row.includes('assessments'))).toEqual([]);
  });

  it('is removed together with those that it refers to and that refer to it', async () => {
    for (const noun of ['events', 'agreements', 'statistics', 'statements', 'assessments']) {
      await copy.write(`${noun}.yaml`, '');
    }
    expect(changes(await load())).toEqual([
      'events removed 3',
      'agreements removed 1',
      'statistics removed 2',
      'statements removed 1',
      'assessments removed 1',
    ]);
    const { citation, about, participation } = await readState(database.client);
    expect([citation?.length, about, participation]).toEqual([1, [], []]);
  });

  it('is kept when somebody has changed it since', async () => {
    await database.client.assessment.updateMany({ data: { hedge: 'surely' } });
    await copy.write('assessments.yaml', '');
    const report = await load();
    expect(changes(report)).toEqual(['assessments kept 1']);
    expect(report.kept).toMatchObject([{ noun: 'assessments', key: '2021-05-tugs-late', reason: 'changed since' }]);
    expect(await database.client.assessment.count()).toBe(1);
  });

  it('is kept when somebody has changed what belongs to it', async () => {
    await database.client.participation.updateMany({ data: { statedOffice: 'master' } });
    for (const noun of ['events', 'agreements', 'statements', 'assessments']) await copy.write(`${noun}.yaml`, '');
    await load();
    const events = await database.client.event.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } });
    // The delivery has no participations; the visit and the signing do.
    expect(events.map(({ slug }) => slug)).toEqual(['2021-05-10-tug-works-visit', '2021-05-11-tug-contract']);
  });

  it('is kept again by the next load, which writes nothing, and removed once it is what it was', async () => {
    await database.client.assessment.updateMany({ data: { hedge: 'surely' } });
    await copy.write('assessments.yaml', '');
    await load();
    const before = await readState(database.client);
    expect(changes(await load())).toEqual(['assessments kept 1']);
    expect(await readState(database.client)).toEqual(before);
    await database.client.assessment.updateMany({ data: { hedge: 'probably' } });
    expect(changes(await load())).toEqual(['assessments removed 1']);
  });

  it('is kept while something else refers to it', async () => {
    const report = await database.client.report.findFirstOrThrow();
    const event = await database.client.event.findUniqueOrThrow({ where: { slug: 'undated-tug-delivery' } });
    const { id } = await database.client.statement.create({
      data: { slug: 'by-hand', reportId: report.id, ordinal: 1, gist: 'By hand.', eventId: event.id },
    });
    await dropDelivery();
    const { kept } = await load();
    expect(kept).toMatchObject([{ key: 'undated-tug-delivery', reason: 'still referred to' }]);
    await database.client.statement.delete({ where: { id } });
    expect(changes(await load())).toEqual(['events removed 1']);
    expect(await countDeliveries()).toBe(0);
  });

  it('is kept while an agreement that no load wrote moved at it', async () => {
    const event = await database.client.event.findUniqueOrThrow({ where: { slug: 'undated-tug-delivery' } });
    await database.client.agreement.create({
      data: {
        slug: 'by-hand',
        title: 'By hand',
        kind: 'PLAN',
        status: 'PLANNED',
        summary: 'By hand.',
        events: { create: [{ eventId: event.id, ordinal: 1 }] },
      },
    });
    await dropDelivery();
    expect((await load()).kept).toMatchObject([{ key: 'undated-tug-delivery', reason: 'still referred to' }]);
    expect(await database.client.agreementEvent.count({ where: { eventId: event.id } })).toBe(1);
  });

  it('is no concern of the load when somebody has deleted it already', async () => {
    await database.client.assessment.deleteMany();
    await copy.write('assessments.yaml', '');
    expect(changes(await load())).toEqual([]);
    expect((await readState(database.client)).seed_row?.filter((row) => row.includes('assessments'))).toEqual([]);
  });

  it('stands behind the passages of the files where it is a passage that is kept', async () => {
    await copy.edit('passages.yaml', /$/, '- {number: "4", section: CONCLUSIONS, gist: One too many.}\n');
    await load();
    await database.client.passage.updateMany({ where: { number: '4' }, data: { gist: 'Changed by hand.' } });
    await copy.edit('passages.yaml', /- \{number: "4".*\n/, '');
    await copy.edit(
      'passages.yaml',
      '- {number: "3"',
      '- {number: "2.3", section: DEVELOPMENTS, gist: New.}\n- {number: "3"',
    );
    expect(changes(await load())).toContain('passages kept 1');
    const passages = await database.client.passage.findMany({ orderBy: { ordinal: 'asc' }, select: { number: true } });
    expect(passages.map(({ number }) => number)).toEqual(['1', '2', '2.1', '2.2', '2.3', '3', '4']);
    const before = await readState(database.client);
    await load();
    expect(await readState(database.client)).toEqual(before);
    await database.client.passage.updateMany({ where: { number: '4' }, data: { gist: 'One too many.' } });
    expect(changes(await load())).toEqual(['passages removed 1']);
  });

  it('is not kept for the published wording, which can be loaded again', async () => {
    await database.client.passage.updateMany({ data: { text: 'As printed.' } });
    await copy.write('assessments.yaml', '');
    await copy.edit('events.yaml', '["1", "3"]', '["1"]');
    await copy.edit('passages.yaml', /- \{number: "3".*\n/, '');
    expect(changes(await load())).toEqual(['passages removed 1', 'events updated 1', 'assessments removed 1']);
  });
});

describe('a record that no load wrote', () => {
  it('stays as it is', async () => {
    const { id } = await database.client.organisation.create({
      data: { slug: 'by-hand', name: 'By hand', kind: 'OTHER' },
    });
    expect(changes(await load())).toEqual([]);
    expect(await database.client.organisation.count({ where: { id } })).toBe(1);
  });
});
