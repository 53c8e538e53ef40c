import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk } from './desk.ts';

let app: TestApp;
let desk: EditorsDesk;

beforeEach(async () => {
  app = await createTestApp();
  desk = new EditorsDesk(app, await app.createKey('EDIT', 'REVIEW', 'PUBLISH'));
  await app.client.country.create({ data: { code: 'NO', name: 'Norway' } });
  await app.client.organisation.create({
    data: {
      slug: 'tide-office',
      name: 'Tide Office',
      kind: 'GOVERNMENT',
      names: { create: [{ text: 'Tide Office', kind: 'PREFERRED', inSource: true, ordinal: 1 }] },
    },
  });
});
afterEach(() => app.close());

const text = (month: string) => `The developments within the month. The Tide Ofice met the ferry crews in ${month}.`;

const EVENT = {
  slug: 'ferry-talks',
  kind: 'MEETING',
  title: 'Talks with the ferry crews',
  summary: 'The office heard the crews.',
  precision: 'UNKNOWN',
  modality: 'HELD',
  cites: ['1'],
  participations: [{ organisation: 'tide-office', role: 'PARTICIPANT' }],
};

/** A draft of that month which holds these records and no others. */
async function prepare(
  month: string,
  ...records: readonly (readonly [noun: string, record: object])[]
): Promise<string> {
  const { draft } = await desk.ingest({ series: 'tide-watch', period: month, text: text(month) });
  const id = draft?.id ?? '';
  const all = await desk.list(id);
  const rejected = all.filter(({ noun }) => noun !== 'PASSAGES');
  await desk.review(...rejected.map(({ id, version }) => ({ id, version, decision: 'REJECT' as const })));
  await desk.acceptAll(id);
  const results = await desk.add(id, ...records.map(([noun, record]) => ({ noun, record, passage: '1' })));
  expect(results.filter(({ __typename }) => __typename !== 'ReviewedSuggestion')).toEqual([]);
  return id;
}

const namesOfOffice = async () => {
  const { data } = await app.ask<{
    organisation: { name: string; kind: string; names: { text: string; kind: string }[] };
  }>('{ organisation(slug: "tide-office") { name kind names { text kind } } }');
  return data.organisation;
};

describe('a draft beside what the graph has', () => {
  it('refers to records without telling them, and leaves them as they are', async () => {
    const draft = await prepare('2031-03', ['EVENTS', EVENT]);
    expect((await desk.publish({ draft })).__typename).toBe('PublishedReport');
    expect(await namesOfOffice()).toEqual({
      name: 'Tide Office',
      kind: 'GOVERNMENT',
      names: [{ text: 'Tide Office', kind: 'PREFERRED' }],
    });
    const withdrawn = await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A test.' });
    expect(withdrawn.__typename).toBe('WithdrawnReport');
    expect(await app.client.organisation.count()).toBe(1);
    expect(await app.client.event.count()).toBe(0);
  });

  it('adds names to a record that stands, alters nothing else, and takes them away when it is withdrawn', async () => {
    const told = { slug: 'tide-office', name: 'The Office', names: [{ text: 'Tide Ofice', kind: 'MISSPELLING' }] };
    const draft = await prepare('2031-03', ['ORGANISATIONS', told], ['EVENTS', EVENT]);
    expect(await desk.publish({ draft })).toMatchObject({ __typename: 'PublishedReport' });
    expect(await namesOfOffice()).toEqual({
      name: 'Tide Office',
      kind: 'GOVERNMENT',
      names: [
        { text: 'Tide Office', kind: 'PREFERRED' },
        { text: 'The Office', kind: 'VARIANT' },
        { text: 'Tide Ofice', kind: 'MISSPELLING' },
      ],
    });
    const withdrawn = await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A test.' });
    expect(withdrawn.kept).toEqual([{ noun: 'organisations', key: 'tide-office' }]);
    expect((await namesOfOffice()).names).toEqual([{ text: 'Tide Office', kind: 'PREFERRED' }]);
    // And again, with the same outcome.
    expect(await desk.publish({ draft })).toMatchObject({ __typename: 'PublishedReport' });
    expect((await namesOfOffice()).names).toHaveLength(3);
  });

  it('leaves to another edition what that tells as well', async () => {
    const march = await prepare('2031-03', ['EVENTS', EVENT]);
    expect(await desk.publish({ draft: march })).toMatchObject({ __typename: 'PublishedReport' });
    const april = await prepare('2031-04', ['EVENTS', { ...EVENT, title: 'Another wording' }]);
    expect(await desk.publish({ draft: april })).toMatchObject({ __typename: 'PublishedReport' });
    const cited = async () => {
      const { data } = await app.ask<{
        event: { title: string; citations: { passage: { report: { slug: string } } }[] };
      }>('{ event(slug: "ferry-talks") { title citations { passage { report { slug } } } } }');
      return [data.event.title, data.event.citations.map(({ passage }) => passage.report.slug).sort()];
    };
    expect(await cited()).toEqual([EVENT.title, ['tide-watch-2031-03', 'tide-watch-2031-04']]);
    const withdrawn = await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A test.' });
    expect(withdrawn.kept).toEqual([{ noun: 'events', key: 'ferry-talks' }]);
    expect(await cited()).toEqual([EVENT.title, ['tide-watch-2031-04']]);
  });

  it('is not withdrawn from under what another edition says of it', async () => {
    const march = await prepare('2031-03', ['EVENTS', EVENT]);
    await desk.publish({ draft: march });
    const saying = {
      slug: 'april-doubt',
      gist: 'Nobody knows what came of it.',
      kind: 'DOUBT',
      about: [{ event: 'ferry-talks' }],
      cites: ['1'],
    };
    const april = await prepare('2031-04', ['ASSESSMENTS', saying]);
    expect(await desk.publish({ draft: april })).toMatchObject({ __typename: 'PublishedReport' });
    const refused = await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A test.' });
    expect([refused.code, refused.records]).toEqual(['STILL_REFERRED_TO', [{ noun: 'events', key: 'ferry-talks' }]]);
    // All of it or nothing: it stands as it stood.
    expect(await app.client.citation.count({ where: { passage: { report: { slug: 'tide-watch-2031-03' } } } })).toBe(2);
    expect((await app.client.draft.findUniqueOrThrow({ where: { reportSlug: 'tide-watch-2031-03' } })).state).toBe(
      'PUBLISHED',
    );
  });

  it('keeps what was changed in the graph since, and what was added by hand', async () => {
    const draft = await prepare('2031-03', ['EVENTS', EVENT]);
    await desk.publish({ draft });
    await app.client.event.update({ where: { slug: 'ferry-talks' }, data: { title: 'Corrected by hand' } });
    const passage = await app.client.passage.findFirstOrThrow();
    await app.client.event.create({
      data: {
        slug: 'by-hand',
        kind: 'OTHER',
        title: 'Told by hand',
        summary: 'Somebody saw it later.',
        datePrecision: 'UNKNOWN',
        modality: 'HELD',
        isKeyEvent: false,
        citations: { create: [{ passageId: passage.id, ordinal: 1 }] },
      },
    });
    await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A test.' });
    expect(await app.client.event.count()).toBe(0);
    const [changed, added] = [
      await desk.find(draft, 'EVENTS', 'ferry-talks'),
      await desk.find(draft, 'EVENTS', 'by-hand'),
    ];
    expect([changed.state, changed.record.title]).toEqual(['EDITED', 'Corrected by hand']);
    expect([added.state, added.record.title]).toEqual(['ACCEPTED', 'Told by hand']);
    expect(await desk.publish({ draft })).toMatchObject({ __typename: 'PublishedReport' });
    expect(await app.client.event.count()).toBe(2);
  });
});
