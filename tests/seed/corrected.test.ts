import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadOptions, loadAllEditions, loadEdition } from '../../seed/load.ts';
import type { LoadReport } from '../../src/edition/write-edition.ts';
import { cite, type Harbour, openHarbour } from '../corrections/harbour.ts';
import { copyEditions, type EditionCopy, JUNE } from './edition-copy.ts';
import { changes, readState } from './state.ts';

let harbour: Harbour;
let copy: EditionCopy;

beforeEach(async () => {
  [harbour, copy] = await Promise.all([openHarbour(), copyEditions()]);
});

afterEach(() => Promise.all([harbour.app.close(), copy.remove()]));

const load = (options?: LoadOptions) => loadEdition(harbour.app.client, copy.folder, options);
const loadAll = (options?: LoadOptions) => loadAllEditions(harbour.app.client, copy.root, options);

async function update(type: string, slug: string, fields: object) {
  const answer = await harbour.mutate(`update${type}`, {
    slug,
    version: await harbour.versionOf(type, slug),
    ...fields,
  });
  expect(answer).toMatchObject({ __typename: type });
}

async function remove(type: string, slug: string) {
  const answer = await harbour.mutate(`delete${type}`, { slug, version: await harbour.versionOf(type, slug) });
  expect(answer).toMatchObject({ __typename: 'Deletion' });
}

const keptOf = ({ kept }: LoadReport) => kept.map(({ noun, key, reason }) => `${noun}/${key} ${reason}`);

const titleOf = async (slug: string) => (await harbour.app.client.event.findUniqueOrThrow({ where: { slug } })).title;

describe('a record that an editor has corrected', () => {
  it('stays as it is, while the others are made what the files say', async () => {
    await update('Event', 'undated-tug-delivery', { title: 'Corrected' });
    await copy.edit('events.yaml', 'title: Delivery of the tugs', 'title: As the files have it now');
    await copy.edit('events.yaml', 'title: Signing of the tug contract', 'title: Signing');
    const report = await load();
    expect(changes(report)).toEqual(['events updated 1', 'events kept 1']);
    expect(report.counts.find(({ noun }) => noun === 'events')?.unchanged).toBe(1);
    expect(keptOf(report)).toEqual(['events/undated-tug-delivery corrected since']);
    expect(await titleOf('undated-tug-delivery')).toBe('Corrected');
    expect(await titleOf('2021-05-11-tug-contract')).toBe('Signing');
  });

  it('stays so load after load, each of which writes nothing', async () => {
    await update('Actor', 'tug-works-delegation', { names: [{ text: 'the builders', kind: 'VARIANT' }] });
    await update('Place', 'pier-nine', { name: 'Pier 9' });
    await load();
    const before = await readState(harbour.app.client);
    expect(changes(await load())).toEqual(['places kept 1', 'actors kept 1']);
    expect(await readState(harbour.app.client)).toEqual(before);
  });

  it('is made what the files say by a load that is to overwrite, and kept no more', async () => {
    await update('Event', 'undated-tug-delivery', { title: 'Corrected' });
    expect(changes(await load({ overwrite: true }))).toEqual(['events updated 1']);
    expect(await titleOf('undated-tug-delivery')).toBe('Delivery of the tugs');
    expect(changes(await load())).toEqual([]);
  });

  it('is one no more when it was changed back', async () => {
    await update('Event', 'undated-tug-delivery', { title: 'Corrected' });
    await load();
    await update('Event', 'undated-tug-delivery', { title: 'Delivery of the tugs' });
    await copy.edit('events.yaml', 'title: Delivery of the tugs', 'title: Delivery');
    expect(changes(await load())).toEqual(['events updated 1']);
  });

  it('stays with the report to which it was moved, and what refers to it goes on doing so', async () => {
    await loadAll();
    const citations = [{ passage: { report: JUNE, number: '1' } }];
    await update('Statistic', '2021-04-port-calls', { citations });
    await copy.edit('statistics.yaml', 'label: Ships that called in May', 'label: Ships in May');
    const report = await load();
    expect(changes(report)).toEqual(['statistics updated 1', 'statistics kept 1']);
    expect(keptOf(report)).toEqual(['statistics/2021-04-port-calls corrected since']);
    const may = await harbour.app.client.statistic.findUniqueOrThrow({
      where: { slug: '2021-05-port-calls' },
      include: { baseline: { include: { report: true } } },
    });
    expect(may.baseline).toMatchObject({ slug: '2021-04-port-calls', report: { slug: JUNE } });
  });
});

describe('a record that an editor has deleted', () => {
  it('stays deleted until a load is to overwrite', async () => {
    await remove('Assessment', '2021-05-tugs-late');
    const report = await load();
    expect(changes(report)).toEqual(['assessments kept 1']);
    expect(keptOf(report)).toEqual(['assessments/2021-05-tugs-late deleted since']);
    expect(await harbour.app.client.assessment.count()).toBe(0);
    expect(changes(await load())).toEqual(['assessments kept 1']);
    expect(changes(await load({ overwrite: true }))).toEqual(['assessments created 1']);
  });

  it('is there again when what is to be written refers to it', async () => {
    await remove('Topic', 'clean-quays');
    expect(changes(await load())).toEqual(['topics kept 1']);
    await copy.edit('events.yaml', 'topics: [tugs]', 'topics: [tugs, clean-quays]');
    expect(changes(await load())).toEqual(['topics created 1', 'events updated 1']);
    expect(changes(await load())).toEqual([]);
  });
});

describe('a record of several editions that an editor has corrected', () => {
  it('is kept by each of them', async () => {
    await loadAll();
    await update('Organisation', 'port-office', { country: 'SE' });
    const reports = await loadAll();
    expect(reports.map(keptOf)).toEqual([
      ['organisations/port-office corrected since'],
      ['organisations/port-office corrected since'],
    ]);
    expect((await loadAll({ overwrite: true })).flatMap(changes)).toEqual(['organisations updated 1']);
    expect((await loadAll()).flatMap(changes)).toEqual([]);
  });

  it('is kept by one that tells it for the first time', async () => {
    await update('Event', 'undated-tug-delivery', { citations: [cite('3')] });
    const [may, june] = await loadAll();
    expect(keptOf(may as LoadReport)).toEqual(['events/undated-tug-delivery corrected since']);
    expect(keptOf(june as LoadReport)).toEqual(['events/undated-tug-delivery corrected since']);
    expect((await loadAll()).flatMap(changes)).toEqual(['events kept 1', 'events kept 1']);
  });

  it('stays a correction when one of them drops it', async () => {
    await loadAll();
    await update('Event', 'undated-tug-delivery', { title: 'Corrected' });
    await copy.edit('events.yaml', /[\s\S]*/, '', JUNE);
    await loadAll();
    expect(await titleOf('undated-tug-delivery')).toBe('Corrected');
    const [may] = await loadAll();
    expect(keptOf(may as LoadReport)).toEqual(['events/undated-tug-delivery corrected since']);
  });
});
