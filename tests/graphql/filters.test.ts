import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

const KNOTS = 5;

/** A filter of each noun a field at a time, with values of which some match and some are nobody's. */
const FILTERS: Readonly<Record<string, readonly object[]>> = {
  Event: [
    { kinds: ['MEETING'] },
    { kinds: ['VISIT', 'EXERCISE'] },
    { kinds: [] },
    { dates: { from: '2019-09-02', to: '2019-09-03' } },
    { dates: { from: '2019-09-04' } },
    { dates: { to: '2019-09-01' } },
    { dates: { from: '2019-09-02', to: '2019-09-03', match: 'WITHIN' } },
    { dates: {} },
    { starts: { from: '2019-09-02', to: '2019-09-03' } },
    { starts: {} },
    { isDated: true },
    { isDated: false },
    { participantCountries: ['AD', 'AE'] },
    { participantCountries: ['FR'] },
    { precisions: ['UNKNOWN'] },
    { countries: ['AD', 'AE'] },
    { countries: ['FR'] },
    { places: ['place-1'] },
    { actors: ['actor-1', 'other-2'] },
    { actors: ['nobody'] },
    { organisations: ['office-3'] },
    { topics: ['topic-1'] },
    { reports: ['report-2', 'nowhere'] },
    { isKeyEvent: true },
    { isKeyEvent: false },
    { modalities: ['HELD'] },
    { modalities: ['PLANNED', 'ONGOING'] },
    { hasAgreement: true },
    { hasAgreement: false },
    { isPart: true },
    { isPart: false },
    { text: 'summary 1' },
    { text: '%' },
    { text: '_' },
    { text: '' },
    { and: [] },
    { or: [] },
    { kinds: null, dates: null },
  ],
  Agreement: [
    { kinds: ['PLAN'] },
    { statuses: ['SIGNED', 'EXPIRED'] },
    { statuses: ['ABANDONED'] },
    { countries: ['AD'] },
    { organisations: ['office-1'] },
    { signatories: ['actor-2'] },
    { signed: { from: '2019-09-02' } },
    { isDated: false },
    { valid: { from: '2019-01-01' } },
    { reports: ['report-1'] },
    { text: 'agreement 3' },
  ],
  Statistic: [
    { indicators: ['indicator-1'] },
    { natures: ['REPORTED'] },
    { comparators: ['ABOUT'] },
    { period: { from: '2019-01-01' } },
    { starts: { from: '2019-01-01' } },
    { isDated: false },
    { areas: ['AD'] },
    { units: ['{person}', 'kg'] },
    { actors: ['actor-1'] },
    { organisations: ['office-1'] },
    { events: ['event-1'] },
    { hasBaseline: true },
    { hasBaseline: false },
    { reports: ['report-3'] },
    { text: 'WHOLE' },
  ],
  Statement: [
    { actors: ['actor-1'] },
    { organisations: ['office-1'] },
    { countries: ['AD'] },
    { isAttributed: true },
    { isAttributed: false },
    { events: ['event-1'] },
    { topics: ['topic-2'] },
    { reports: ['report-1'] },
    { text: 'statement' },
  ],
  Assessment: [
    { kinds: ['DOUBT'] },
    { likelihoods: ['LIKELY'] },
    { isHedged: true },
    { isHedged: false },
    { reports: ['report-1'] },
    { events: ['event-1'] },
    { agreements: ['agreement-1'] },
    { actors: ['actor-1'] },
    { organisations: ['office-1'] },
    { countries: ['AD'] },
    { text: 'assessment 2' },
  ],
};

/** Where each noun is listed on the query, and beneath a parent that has some of it. */
const LISTS: Readonly<Record<string, { root: string; parent: string; field: string }>> = {
  Event: { root: 'events', parent: 'actor', field: 'events' },
  Agreement: { root: 'agreements', parent: 'actor', field: 'agreements' },
  Statistic: { root: 'statistics', parent: 'report', field: 'statistics' },
  Statement: { root: 'statements', parent: 'report', field: 'statements' },
  Assessment: { root: 'assessments', parent: 'report', field: 'assessments' },
};

const cases = Object.entries(FILTERS).flatMap(([noun, filters]) => filters.map((filter) => ({ noun, filter })));

describe('a filter', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, KNOTS);
    await app.client.event.updateMany({
      where: { slug: { in: ['event-4', 'part-4'] } },
      data: {
        startDate: null,
        endDate: null,
        dateBasis: null,
        datePrecision: 'UNKNOWN',
        modality: 'PLANNED',
        placeId: null,
      },
    });
    await app.client.event.updateMany({ where: { slug: 'event-2' }, data: { endDate: null, kind: 'VISIT' } });
    await app.client.assessment.updateMany({
      where: { slug: 'assessment-1' },
      data: { hedge: 'probably', likelihood: 'LIKELY' },
    });
    await app.client.statement.updateMany({ where: { slug: 'communique-1' }, data: { speakerOrganisationId: null } });
  });
  afterAll(() => app.close());

  async function slugs(noun: string, filter: object): Promise<string[]> {
    const { root } = LISTS[noun] as { root: string };
    const { data, errors } = await app.ask(
      `query Filtered($filter: ${noun}Filter) { ${root}(filter: $filter, first: 100) { totalCount nodes { slug } } }`,
      { filter },
    );
    expect(errors).toBeUndefined();
    const page = data[root] as { totalCount: number; nodes: { slug: string }[] };
    expect(page.totalCount).toBe(page.nodes.length);
    return page.nodes.map(({ slug }) => slug);
  }

  it.each(cases)('and its complement make up the whole: $noun $filter', async ({ noun, filter }) => {
    const all = await slugs(noun, {});
    const [inside, outside] = [await slugs(noun, filter), await slugs(noun, { not: filter })];
    expect([...inside, ...outside].sort()).toEqual([...all].sort());
  });

  it.each(cases)('means the same beneath a list as on its own: $noun $filter', async ({ noun, filter }) => {
    const { parent, field } = LISTS[noun] as { parent: string; field: string };
    const inner = `${field}(filter: $filter, first: 100) { totalCount nodes { slug } }`;
    const wanted: unknown[] = [];
    for (let n = 1; n <= KNOTS; n += 1) {
      const alone = `query Alone($filter: ${noun}Filter) { ${parent}(slug: "${parent}-${n}") { ${inner} } }`;
      wanted.push((await app.ask(alone, { filter })).data[parent]);
    }
    const list = `query Listed($filter: ${noun}Filter) {
      ${parent}s(first: 100${parent === 'actor' ? ', filter: { text: "actor actor" }' : ', orderBy: { field: TITLE, direction: ASC }'}) { nodes { ${inner} } }
    }`;
    const { data, errors } = await app.ask(list, { filter });
    expect(errors).toBeUndefined();
    expect((data[`${parent}s`] as { nodes: unknown[] }).nodes).toEqual(wanted);
  });

  it('joins its fields by AND, and combines', async () => {
    const both = { actors: ['actor-1', 'actor-2'], dates: { from: '2019-09-02' } };
    expect((await slugs('Event', both)).sort()).toEqual(['around-2', 'event-2', 'part-2']);
    expect((await slugs('Event', { or: [both, { text: 'Event 5' }], not: { isPart: true } })).sort()).toEqual([
      'around-2',
      'around-5',
    ]);
    expect(await slugs('Event', { and: [{ actors: ['actor-1'] }, { actors: ['actor-2'] }] })).toEqual([]);
  });

  it('finds what is tied to a narrower topic', async () => {
    await app.client.eventTopic.deleteMany({ where: { event: { slug: 'event-3' } } });
    await app.client.event.update({
      where: { slug: 'event-3' },
      data: { topics: { create: [{ ordinal: 1, topic: { connect: { slug: 'narrower-1' } } }] } },
    });
    expect(await slugs('Event', { topics: ['topic-1'], actors: ['actor-3'] })).toEqual(['event-3']);
    expect(await slugs('Event', { topics: ['narrower-1'] })).toEqual(['event-3']);
  });

  it('matches an event without a known end by its first day alone', async () => {
    expect(
      await slugs('Event', { dates: { from: '2019-09-02', to: '2019-09-02', match: 'WITHIN' }, kinds: ['VISIT'] }),
    ).toEqual(['event-2']);
    expect(await slugs('Event', { dates: { from: '2019-09-03' }, kinds: ['VISIT'] })).toEqual([]);
  });

  it('refuses a range that runs backwards', async () => {
    const { errors } = await app.ask(
      '{ events(filter: { dates: { from: "2019-09-03", to: "2019-09-02" } }) { totalCount } }',
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
