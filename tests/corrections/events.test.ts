import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cite, type Harbour, openHarbour } from './harbour.ts';

const REGATTA = {
  slug: '2021-05-20-regatta',
  kind: 'EXHIBITION',
  title: 'Regatta of tugs',
  names: [{ text: 'the tug race', kind: 'VARIANT' }],
  summary: 'Tugs raced off Pier Nine.',
  startDate: '2021-05-20',
  endDate: '2021-05-21',
  dateBasis: 'STATED',
  datePrecision: 'DAY',
  modality: 'HELD',
  place: 'pier-nine',
  topics: ['tugs'],
  participations: [
    { participant: { organisation: 'port-office' }, role: 'ORGANISER' },
    {
      participant: { actor: 'tug-works-delegation' },
      role: 'OBSERVER',
      onBehalfOf: 'tug-works',
      statedOffice: 'guests',
      citations: [cite('2', 'a delegation')],
    },
    { participant: { country: 'NO' }, role: 'PARTICIPANT' },
  ],
  citations: [cite('1', 'agreed on'), cite('2')],
};

const WHOLE = `
  slug kind title names { text kind inSource } ordinal summary startDate endDate notBefore notAfter dateBasis datePrecision
  modality isKeyEvent place { slug } places { slug } parent { slug } topics { slug }
  participations {
    participant { ... on Actor { slug } ... on Organisation { slug } ... on Country { code } }
    role statedOffice onBehalfOf { slug } citations { quote passage { number } }
  }
  citations { quote passage { number report { slug } } }`;

let harbour: Harbour;

beforeAll(async () => {
  harbour = await openHarbour();
});
afterAll(() => harbour.app.close());

const readEvent = async (slug: string) =>
  (
    await harbour.ask<{ event: object | null }>(`query Event($slug: String!) { event(slug: $slug) { ${WHOLE} } }`, {
      slug,
    })
  ).data.event;

describe('recordEvent', () => {
  it('writes the event and all that belongs to it, as an edition would', async () => {
    expect(await harbour.mutate('recordEvent', REGATTA)).toMatchObject({ __typename: 'Event', slug: REGATTA.slug });
    expect(await readEvent(REGATTA.slug)).toEqual({
      slug: '2021-05-20-regatta',
      kind: 'EXHIBITION',
      title: 'Regatta of tugs',
      names: [
        { text: 'Regatta of tugs', kind: 'PREFERRED', inSource: true },
        { text: 'the tug race', kind: 'VARIANT', inSource: true },
      ],
      ordinal: null,
      summary: 'Tugs raced off Pier Nine.',
      startDate: '2021-05-20',
      endDate: '2021-05-21',
      notBefore: null,
      notAfter: null,
      dateBasis: 'STATED',
      datePrecision: 'DAY',
      modality: 'HELD',
      // Passage 1 stands in the lead section.
      isKeyEvent: true,
      place: { slug: 'pier-nine' },
      places: [{ slug: 'pier-nine' }],
      parent: null,
      topics: [{ slug: 'tugs' }],
      participations: [
        {
          participant: { slug: 'port-office' },
          role: 'ORGANISER',
          statedOffice: null,
          onBehalfOf: null,
          citations: [
            { quote: null, passage: { number: '1' } },
            { quote: null, passage: { number: '2' } },
          ],
        },
        {
          participant: { slug: 'tug-works-delegation' },
          role: 'OBSERVER',
          statedOffice: 'guests',
          onBehalfOf: { slug: 'tug-works' },
          citations: [{ quote: 'a delegation', passage: { number: '2' } }],
        },
        {
          participant: { code: 'NO' },
          role: 'PARTICIPANT',
          statedOffice: null,
          onBehalfOf: null,
          citations: [
            { quote: null, passage: { number: '1' } },
            { quote: null, passage: { number: '2' } },
          ],
        },
      ],
      citations: [
        { quote: 'agreed on', passage: { number: '1', report: { slug: 'harbour-watch-2021-05' } } },
        { quote: null, passage: { number: '2', report: { slug: 'harbour-watch-2021-05' } } },
      ],
    });
    // Found by its words at once.
    const { data } = await harbour.ask(
      'query Found { search(text: "tug race", types: [EVENT]) { nodes { ... on Event { slug } } } }',
    );
    expect(JSON.stringify(data)).toContain('2021-05-20-regatta');
  });

  it('refuses a slug that is taken', async () => {
    const taken = await harbour.mutate('recordEvent', { ...REGATTA, slug: 'undated-tug-delivery' });
    expect(taken).toMatchObject({ code: 'SLUG_TAKEN', slug: 'undated-tug-delivery' });
  });

  it('tells every reference that leads nowhere, with what is near', async () => {
    const input = {
      ...REGATTA,
      slug: 'nowhere',
      place: 'pier-nein',
      parent: 'qqq',
      participations: [{ participant: { actor: 'tug-works-delegations' }, role: 'VISITOR' }],
      citations: [cite('2.9')],
    };
    expect(await harbour.mutate('recordEvent', input)).toMatchObject({
      code: 'UNKNOWN_REFERENCE',
      references: [
        { path: 'place', key: 'pier-nein', nearest: 'pier-nine' },
        { path: 'parent', key: 'qqq', nearest: null },
        { path: 'citations[0].passage', key: 'harbour-watch-2021-05 2.9', nearest: 'harbour-watch-2021-05 2.1' },
        {
          path: 'participations[0].participant.actor',
          key: 'tug-works-delegations',
          nearest: 'tug-works-delegation',
        },
      ],
    });
    expect(await readEvent('nowhere')).toBeNull();
  });

  it('refuses a fact that cites nothing, be it a part of the event', async () => {
    const participations = [{ participant: { country: 'NO' }, role: 'HOST', citations: [] }];
    const uncited = await harbour.mutate('recordEvent', { ...REGATTA, slug: 'bare', participations, citations: [] });
    expect(uncited).toMatchObject({
      code: 'UNCITED',
      message:
        'Every fact rests on a passage, and nothing is cited at citations and participations[0].citations: cite at least one.',
    });
    expect(uncited.paths.toSorted()).toEqual(['citations', 'participations[0].citations']);
    expect(await readEvent('bare')).toBeNull();
  });

  it('tells all that is wrong, where it stands in the input', async () => {
    const { dateBasis: _, ...undated } = REGATTA;
    const twice = [REGATTA.participations[0], REGATTA.participations[0]];
    const input = { ...undated, slug: 'wrong', endDate: '2021-05-19', participations: twice, names: [], ordinal: 1 };
    const wrong = await harbour.mutate('recordEvent', input);
    expect(wrong).toMatchObject({ code: 'INVALID_RECORD' });
    const backwards = await harbour.mutate('recordEvent', { ...REGATTA, slug: 'backwards', endDate: '2021-05-19' });
    expect(backwards.message).toBe(
      'The record has a mistake: backwards datePrecision: The interval runs backwards, from 2021-05-20 to 2021-05-19: swap the days or correct one.',
    );
    expect(wrong.mistakes.map(({ path }: { path: string }) => path)).toEqual(['datePrecision', 'participations']);
    const form = await harbour.mutate('recordEvent', { ...REGATTA, slug: 'Not A Slug', ordinal: 0, title: '  ' });
    expect(form.mistakes.map(({ path }: { path: string }) => path)).toEqual(['slug', 'title', 'ordinal']);
  });

  it('refuses a quote that its passage does not have, where the wording is loaded', async () => {
    const { client } = harbour.app;
    const quoting = (quote: string, more: object = {}) =>
      harbour.mutate('recordEvent', {
        ...REGATTA,
        slug: 'quoting',
        citations: [cite('2.1', quote)],
        participations: [],
        ...more,
      });
    const text = 'Two tugs were fuelled.';
    await client.passage.updateMany({ where: { number: '2.1' }, data: { text } });
    expect(await quoting('three tugs')).toMatchObject({
      code: 'INVALID_RECORD',
      mistakes: [
        {
          record: 'quoting',
          path: 'citations[0].quote',
          reason: 'is "three tugs", which the passage harbour-watch-2021-05 2.1 does not have',
        },
      ],
    });
    expect(await readEvent('quoting')).toBeNull();
    const { version } = await quoting('Two tugs');
    // A wording that is loaded later is no reason to refuse what has nothing to do with it.
    await client.passage.updateMany({ where: { number: '2.1' }, data: { text: 'Three tugs were fuelled.' } });
    const retitled = await harbour.mutate('updateEvent', { slug: 'quoting', version, title: 'Fuelling of tugs' });
    expect(retitled).toMatchObject({ __typename: 'Event' });
    await client.passage.updateMany({ where: { number: '2.1' }, data: { text: null } });
    expect(await harbour.mutate('deleteEvent', { slug: 'quoting', version: retitled.version })).toMatchObject({
      __typename: 'Deletion',
    });
  });

  it('is refused without the scope', async () => {
    const document = 'mutation No($input: RecordEventInput!) { recordEvent(input: $input) { __typename } }';
    const reader = await harbour.app.createKey('READ_DRAFTS');
    const input = { ...REGATTA, slug: 'nobody' };
    const codes = [undefined, reader].map(
      async (key) => (await harbour.app.ask(document, { input }, key)).errors?.[0]?.extensions.code,
    );
    expect(await Promise.all(codes)).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
    expect(await readEvent('nobody')).toBeNull();
  });
});

describe('updateEvent', () => {
  const slug = '2021-05-10-tug-works-visit';

  it('changes what is given, clears what is null, and leaves the rest', async () => {
    const before = await readEvent(slug);
    const version = await harbour.versionOf('Event', slug);
    const input = {
      slug,
      version,
      title: 'The visit',
      names: null,
      nameInSource: null,
      place: 'pier-nine',
      topics: ['shipping', 'tugs'],
    };
    const updated = await harbour.mutate('updateEvent', input);
    expect(updated).toMatchObject({ __typename: 'Event' });
    expect(updated.version).not.toBe(version);
    expect(await readEvent(slug)).toEqual({
      ...before,
      title: 'The visit',
      names: [],
      place: { slug: 'pier-nine' },
      places: [{ slug: 'pier-nine' }],
      topics: [{ slug: 'shipping' }, { slug: 'tugs' }],
    });
  });

  it('is refused on a version that has passed, with the event as it is now', async () => {
    const version = await harbour.versionOf('Event', slug);
    const first = await harbour.mutate('updateEvent', { slug, version, title: 'First' });
    const second = await harbour.mutate('updateEvent', { slug, version, title: 'Second' });
    expect(second).toMatchObject({ code: 'VERSION_CONFLICT', version: first.version });
    expect(await readEvent(slug)).toMatchObject({ title: 'First' });
    const { data } = await harbour.ask<{ result: object }>(
      `mutation Stale($input: UpdateEventInput!) { result: updateEvent(input: $input) {
        ... on VersionConflictProblem { current { ... on Event { title version } } } } }`,
      { input: { slug, version } },
    );
    expect(data.result).toEqual({ current: { title: 'First', version: first.version } });
  });

  it('sees a change of a part in the version', async () => {
    const version = await harbour.versionOf('Event', slug);
    await harbour.app.client.participation.updateMany({ where: { event: { slug } }, data: { statedOffice: 'pilot' } });
    expect(await harbour.versionOf('Event', slug)).not.toBe(version);
  });

  it('keeps the parts of an event within its days, also from above', async () => {
    const version = await harbour.versionOf('Event', slug);
    const shorter = await harbour.mutate('updateEvent', { slug, version, endDate: '2021-05-10' });
    expect(shorter).toMatchObject({
      code: 'INVALID_RECORD',
      mistakes: [{ record: '2021-05-11-tug-contract', path: 'startDate' }],
    });
    const inside = await harbour.mutate('updateEvent', { slug, version, parent: '2021-05-11-tug-contract' });
    expect(inside).toMatchObject({ code: 'INVALID_RECORD' });
    expect(JSON.stringify(inside.mistakes)).toContain('goes round in a circle');
  });

  it('reads its own writes: two mutations of one request each see the other done', async () => {
    const version = await harbour.versionOf('Event', slug);
    const document = `mutation Twice($first: UpdateEventInput!, $second: UpdateEventInput!) {
      first: updateEvent(input: $first) { ... on Event { version countries { code } } }
      second: updateEvent(input: $second) { ... on Problem { code } }
      third: recordEvent(input: { slug: "third", kind: MEETING, title: "T", summary: "T", datePrecision: UNKNOWN, modality: HELD,
        citations: [{ passage: { report: "harbour-watch-2021-05", number: "1" } }] }) { ... on Event { slug version } }
    }`;
    const { data } = await harbour.ask(document, {
      first: { slug, version, participations: [] },
      second: { slug, version, title: 'No' },
    });
    expect(data).toMatchObject({
      first: { countries: [] },
      second: { code: 'VERSION_CONFLICT' },
      third: { slug: 'third' },
    });
  });

  it('knows no slug but those that are there', async () => {
    const unknown = await harbour.mutate('updateEvent', { slug: 'undated-tug-deliveri', version: 'x', title: 'No' });
    expect(unknown).toMatchObject({ code: 'NO_SUCH_RECORD', nearest: 'undated-tug-delivery' });
  });
});

describe('deleteEvent', () => {
  it('refuses while others refer to it, and says what does', async () => {
    const slug = 'undated-tug-delivery';
    const kept = await harbour.mutate('deleteEvent', { slug, version: await harbour.versionOf('Event', slug) });
    expect(kept).toMatchObject({ code: 'STILL_REFERRED_TO', referrers: [{ type: 'About', count: 1 }] });
    expect(await readEvent(slug)).not.toBeNull();
  });

  it('deletes it with its parts', async () => {
    const input = { slug: REGATTA.slug, version: await harbour.versionOf('Event', REGATTA.slug), reason: 'told twice' };
    const rows = () => harbour.app.client.participation.count({ where: { statedOffice: 'guests' } });
    expect(await rows()).toBe(1);
    expect(await harbour.mutate('deleteEvent', { ...input, version: 'old' })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await harbour.mutate('deleteEvent', input)).toMatchObject({ type: 'Event', slug: REGATTA.slug });
    expect([await readEvent(REGATTA.slug), await rows()]).toEqual([null, 0]);
  });
});
