import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEdition } from '../../seed/load.ts';
import { copyEditions } from '../seed/edition-copy.ts';
import { type Answer, cite, type Harbour, openHarbour } from './harbour.ts';

let harbour: Harbour;

beforeAll(async () => {
  harbour = await openHarbour();
});
afterAll(() => harbour.app.close());

const update = async (type: string, slug: string, changes: object) =>
  harbour.mutate(`update${type}`, { slug, version: await harbour.versionOf(type, slug), ...changes });

const remove = async (type: string, slug: string) =>
  harbour.mutate(`delete${type}`, { slug, version: await harbour.versionOf(type, slug) });

const byNode = async (type: string, slug: string, selection: string): Promise<Answer> => {
  const { data, errors } = await harbour.ask<{ search: never; node: Answer }>(
    `query Read($id: ID!) { node(id: $id) { ... on ${type} { ${selection} } } }`,
    { id: await harbour.idOf(type, slug) },
  );
  expect(errors).toBeUndefined();
  return data.node;
};

/** What can be told of each noun, once, with a change to it. */
const NOUNS = [
  {
    type: 'Place',
    record: { name: 'Pier Ten', country: 'NO', within: 'blue-harbour', latitude: 59.9, longitude: 10.7 },
    changes: { name: 'Tenth Pier', within: 'pier-nine', country: 'SE', latitude: -0.25, longitude: 180 },
    selection: 'slug name country { code } within { slug } latitude longitude',
    expected: {
      slug: 'new-place',
      name: 'Tenth Pier',
      country: { code: 'SE' },
      within: { slug: 'pier-nine' },
      latitude: -0.25,
      longitude: 180,
    },
  },
  {
    type: 'Topic',
    record: { name: 'Cranes', kind: 'EQUIPMENT', parent: 'tugs', summary: 'They lift.' },
    changes: { parent: 'shipping', summary: null, validFrom: '2021-01-01', validTo: '2021-12-31' },
    selection: 'slug name kind parent { slug } summary validFrom validTo',
    expected: {
      slug: 'new-topic',
      name: 'Cranes',
      kind: 'EQUIPMENT',
      parent: { slug: 'shipping' },
      summary: null,
      validFrom: '2021-01-01',
      validTo: '2021-12-31',
    },
  },
  {
    type: 'Organisation',
    record: { name: 'Crane Guild', kind: 'OTHER', country: 'SE', names: [{ text: 'CG', kind: 'ABBREVIATION' }] },
    changes: {
      nameInSource: false,
      parent: 'tug-works',
      names: [{ text: 'Kranlaget', kind: 'NATIVE', language: 'sv' }],
    },
    selection: 'slug name kind country { code } parent { slug } names { text kind language inSource }',
    expected: {
      slug: 'new-organisation',
      name: 'Crane Guild',
      kind: 'OTHER',
      country: { code: 'SE' },
      parent: { slug: 'tug-works' },
      names: [
        { text: 'Crane Guild', kind: 'PREFERRED', language: null, inSource: false },
        { text: 'Kranlaget', kind: 'NATIVE', language: 'sv', inSource: true },
      ],
    },
  },
  {
    type: 'Office',
    record: { title: 'Chief Pilot', organisation: 'pilot-service' },
    changes: { title: 'First Pilot' },
    selection: 'slug title organisation { slug }',
    expected: { slug: 'new-office', title: 'First Pilot', organisation: { slug: 'pilot-service' } },
  },
  {
    type: 'Actor',
    record: {
      name: 'Ada Pilot',
      kind: 'PERSON',
      country: 'NO',
      names: [{ text: 'A. Pilot', kind: 'VARIANT' }],
      tenures: [{ office: 'harbour-master', rank: 'captain', from: '2021-05-01', citations: [cite('2', 'the port')] }],
    },
    changes: {
      country: null,
      tenures: [
        { office: 'harbour-master', from: '2021-05-01', to: '2021-05-09', citations: [cite('2')] },
        {
          office: 'harbour-master',
          from: '2021-05-20',
          titleInSource: false,
          names: [{ text: 'Master', kind: 'VARIANT' }],
          citations: [cite('3')],
        },
      ],
    },
    selection:
      'slug name kind country { code } names { text } tenures { office { slug } rank from to names { text inSource } citations { passage { number } } }',
    expected: {
      slug: 'new-actor',
      name: 'Ada Pilot',
      kind: 'PERSON',
      country: null,
      names: [{ text: 'Ada Pilot' }, { text: 'A. Pilot' }],
      tenures: [
        {
          office: { slug: 'harbour-master' },
          rank: null,
          from: '2021-05-01',
          to: '2021-05-09',
          names: [{ text: 'Harbour Master', inSource: true }],
          citations: [{ passage: { number: '2' } }],
        },
        {
          office: { slug: 'harbour-master' },
          rank: null,
          from: '2021-05-20',
          to: null,
          names: [
            { text: 'Harbour Master', inSource: false },
            { text: 'Master', inSource: true },
          ],
          citations: [{ passage: { number: '3' } }],
        },
      ],
    },
  },
  {
    type: 'Agreement',
    record: {
      title: 'Plan for cranes',
      kind: 'PLAN',
      status: 'PROPOSED',
      parties: [
        { party: { organisation: 'port-office' }, proposer: true },
        { party: { country: 'SE' }, proposer: false },
      ],
      events: ['undated-tug-delivery'],
      summary: 'Cranes are to come.',
      citations: [cite('1')],
    },
    changes: {
      status: 'SIGNED',
      signedOn: '2021-05-30',
      parties: [{ party: { country: 'SE' } }],
      signatories: ['tug-works-delegation'],
      events: null,
    },
    selection:
      'slug title status signedOn parties { ... on Organisation { slug } ... on Country { code } } proposedBy { __typename } signatories { slug } events { slug } names { text } citations { passage { number } }',
    expected: {
      slug: 'new-agreement',
      title: 'Plan for cranes',
      status: 'SIGNED',
      signedOn: '2021-05-30',
      parties: [{ code: 'SE' }],
      proposedBy: null,
      signatories: [{ slug: 'tug-works-delegation' }],
      events: [],
      names: [],
      citations: [{ passage: { number: '1' } }],
    },
  },
  {
    type: 'Indicator',
    record: { name: 'Cranes', definition: 'How many cranes stand there?', unit: '{crane}' },
    changes: { definition: 'How many cranes stand at the port?' },
    selection: 'slug name definition unit',
    expected: {
      slug: 'new-indicator',
      name: 'Cranes',
      definition: 'How many cranes stand at the port?',
      unit: '{crane}',
    },
  },
  {
    type: 'Statistic',
    record: {
      indicator: 'port-calls',
      label: 'Ships that called in June',
      value: 50,
      comparator: 'AT_LEAST',
      nature: 'REPORTED',
      periodStart: '2021-06-01',
      periodEnd: '2021-06-30',
      area: 'NO',
      attributedTo: { actor: 'harbour-master-of-port-office' },
      baseline: '2021-05-port-calls',
      partOf: '2021-04-port-calls',
      citations: [cite('2.1')],
    },
    // The bound follows from the value, and the place in the report from the passage.
    changes: { value: 60, attributedTo: { country: 'NO' }, partOf: null, citations: [cite('3')] },
    selection:
      'slug indicator { slug } value lower upper unit comparator attributedTo { ... on Country { code } } baseline { slug } partOf { slug } report { slug } citations { passage { number } }',
    expected: {
      slug: 'new-statistic',
      indicator: { slug: 'port-calls' },
      value: 60,
      lower: 60,
      upper: null,
      unit: '{ship}',
      comparator: 'AT_LEAST',
      attributedTo: { code: 'NO' },
      baseline: { slug: '2021-05-port-calls' },
      partOf: null,
      report: { slug: 'harbour-watch-2021-05' },
      citations: [{ passage: { number: '3' } }],
    },
  },
  {
    type: 'Statement',
    record: {
      gist: 'The cranes stand.',
      speaker: { organisation: 'port-office' },
      event: 'undated-tug-delivery',
      about: [{ event: 'undated-tug-delivery' }, { country: 'NO' }],
      topics: ['tugs'],
      citations: [cite('2')],
    },
    changes: { speaker: null, event: null, about: [{ statement: '2021-05-tugs-on-time' }], topics: null },
    selection:
      'slug gist speaker { __typename } event { slug } about { ... on Statement { slug } } topics { slug } report { slug }',
    expected: {
      slug: 'new-statement',
      gist: 'The cranes stand.',
      speaker: null,
      event: null,
      about: [{ slug: '2021-05-tugs-on-time' }],
      topics: [],
      report: { slug: 'harbour-watch-2021-05' },
    },
  },
  {
    type: 'Assessment',
    record: {
      gist: 'The cranes may fall.',
      kind: 'FORECAST',
      hedge: 'may',
      likelihood: 'POSSIBLE',
      about: [{ agreement: 'tug-contract' }],
      citations: [cite('3')],
    },
    changes: { likelihood: null, about: [] },
    selection: 'slug gist kind hedge likelihood about { __typename } citations { passage { number } }',
    expected: {
      slug: 'new-assessment',
      gist: 'The cranes may fall.',
      kind: 'FORECAST',
      hedge: 'may',
      likelihood: null,
      about: [],
      citations: [{ passage: { number: '3' } }],
    },
  },
];

describe.each(NOUNS)('one $type', ({ type, record, changes, selection, expected }) => {
  const slug = `new-${type.toLowerCase()}`;

  it('is recorded, changed and deleted', async () => {
    const recorded = await harbour.mutate(`record${type}`, { slug, ...record });
    expect(recorded).toEqual({ __typename: type, slug, version: await harbour.versionOf(type, slug) });
    expect(await harbour.mutate(`record${type}`, { slug, ...record })).toMatchObject({ code: 'SLUG_TAKEN' });

    expect(await update(type, slug, changes)).toMatchObject({ __typename: type });
    expect(await byNode(type, slug, selection)).toEqual(expected);
    const stale = await harbour.mutate(`update${type}`, { slug, version: recorded.version, ...changes });
    expect(stale).toMatchObject({ code: 'VERSION_CONFLICT' });

    expect(await remove(type, slug)).toMatchObject({ type, slug });
    expect(await harbour.mutate(`delete${type}`, { slug, version: 'x' })).toMatchObject({ code: 'NO_SUCH_RECORD' });
  });
});

describe('an update that changes nothing', () => {
  it('leaves every record of an edition as the edition wrote it', async () => {
    const types = ['Place', 'Topic', 'Organisation', 'Office', 'Actor', 'Event', 'Agreement', 'Indicator', 'Statistic'];
    for (const type of [...types, 'Statement', 'Assessment']) {
      for (const slug of await harbour.slugsOf(type)) {
        const version = await harbour.versionOf(type, slug);
        expect(await harbour.mutate(`update${type}`, { slug, version })).toEqual({ __typename: type, slug, version });
      }
    }
  });
});

describe('rules between records', () => {
  it('give the tenures of its holders the new title of an office', async () => {
    const slug = 'harbour-master-of-port-office';
    const before = await harbour.versionOf('Actor', slug);
    // A wording of it until now.
    expect(await update('Office', 'harbour-master', { title: 'master of the harbour' })).toMatchObject({
      slug: 'harbour-master',
    });
    expect(await byNode('Actor', slug, 'tenures { title names { text kind } }')).toEqual({
      tenures: [{ title: 'master of the harbour', names: [{ text: 'master of the harbour', kind: 'PREFERRED' }] }],
    });
    expect(await harbour.versionOf('Actor', slug)).not.toBe(before);
  });

  it('give the figures of an indicator its new unit', async () => {
    await update('Indicator', 'port-calls', { unit: '{vessel}' });
    expect(await byNode('Statistic', '2021-05-port-calls', 'unit')).toEqual({ unit: '{vessel}' });
  });

  it('keep topics from nesting too deep, also beneath the one that is moved', async () => {
    const record = (slug: string, parent?: string) =>
      harbour.mutate('recordTopic', { slug, name: slug, kind: 'EQUIPMENT', ...(parent && { parent }) });
    await record('fleet');
    await record('deck', 'tugs');
    await record('rail', 'deck');
    expect(await record('bolt', 'rail')).toMatchObject({ code: 'INVALID_RECORD', mistakes: [{ record: 'bolt' }] });
    const moved = await update('Topic', 'shipping', { parent: 'fleet' });
    expect(moved).toMatchObject({ code: 'INVALID_RECORD', mistakes: [{ record: 'rail', path: 'parent' }] });
  });

  it('keep a figure and its baseline on one indicator, also from the baseline', async () => {
    const moved = await update('Statistic', '2021-04-port-calls', { indicator: 'port-staff' });
    expect(moved).toMatchObject({
      code: 'INVALID_RECORD',
      mistakes: [{ record: '2021-05-port-calls', path: 'baseline' }],
    });
  });

  it('take null for a field that must not be empty as the mistake that it is', async () => {
    const empty = await update('Topic', 'clean-quays', { name: null });
    expect(empty).toMatchObject({
      code: 'INVALID_RECORD',
      mistakes: [{ record: 'clean-quays', path: 'name', reason: 'is missing' }],
    });
    const bare = await update('Agreement', 'tug-contract', { citations: null });
    expect(bare).toMatchObject({ code: 'UNCITED', paths: ['citations'] });
  });
});

describe('an edition that is loaded after corrections', () => {
  it('keeps what was changed since, when it has left the files', async () => {
    const copy = await copyEditions();
    const own = await openHarbour();
    try {
      const slug = '2021-05-tugs-late';
      await own.mutate('updateAssessment', { slug, version: await own.versionOf('Assessment', slug), hedge: 'surely' });
      await copy.write('assessments.yaml', '');
      const { kept } = await loadEdition(own.app.client, copy.folder);
      expect(kept).toMatchObject([{ noun: 'assessments', key: slug, reason: 'changed since' }]);
    } finally {
      await Promise.all([own.app.close(), copy.remove()]);
    }
  });

  it('refuses a figure that cites two reports, for it belongs to one', async () => {
    const copy = await copyEditions();
    const own = await openHarbour();
    try {
      expect(await readFile(`${copy.root}/harbour-watch-2021-06/passages.yaml`, 'utf8')).toContain('number: "1"');
      await loadEdition(own.app.client, `${copy.root}/harbour-watch-2021-06`);
      const slug = '2021-04-port-calls';
      const citations = [cite('2.2'), { passage: { report: 'harbour-watch-2021-06', number: '1' } }];
      const version = await own.versionOf('Statistic', slug);
      const both = await own.mutate('updateStatistic', { slug, version, citations });
      expect(both).toMatchObject({ code: 'INVALID_RECORD', mistakes: [{ path: 'citations' }] });
      expect(await own.mutate('updateStatistic', { slug, version, citations: citations.slice(1) })).toMatchObject({
        slug,
      });
      const { data } = await own.ask('query R { statistic(slug: "2021-04-port-calls") { report { slug } } }');
      expect(data).toEqual({ statistic: { report: { slug: 'harbour-watch-2021-06' } } });
    } finally {
      await Promise.all([own.app.close(), copy.remove()]);
    }
  });
});
