import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

const KNOTS = 3;
const day = (n: number, month = 9) => new Date(Date.UTC(2019, month - 1, n));

interface Contradiction {
  statedOffice: string;
  reason: string;
  participation: { event: { slug: string }; participant: { slug: string } };
  tenures: { title: string }[];
  office: { slug: string } | null;
}

const CONTRADICTIONS = `query Contradictions($filter: EventFilter, $first: Int, $after: String) {
  consistency { officeContradictions(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes {
      statedOffice reason office { slug } tenures { title }
      participation { event { slug } participant { ... on Actor { slug } } }
    }
  } }
}`;

describe('offices', () => {
  let app: TestApp;

  /** States the office of an actor in an event. */
  const state = (event: string, actor: string, statedOffice: string) =>
    app.client.participation.updateMany({
      where: { event: { slug: event }, actor: { slug: actor } },
      data: { statedOffice },
    });
  const hold = (actor: string, bounds: { from?: Date; to?: Date }) =>
    app.client.tenure.updateMany({ where: { actor: { slug: actor } }, data: bounds });

  async function contradictions(variables: object = {}) {
    const { data, errors, statements } = await app.ask<{
      consistency: {
        officeContradictions: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
          nodes: Contradiction[];
        };
      };
    }>(CONTRADICTIONS, variables);
    expect(errors).toBeUndefined();
    return { ...data.consistency.officeContradictions, statements };
  }

  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, KNOTS);
  });
  afterAll(() => app.close());

  it('are held on a day by whom the stated days, or else the reports, make hold them', async () => {
    await hold('actor-1', { to: day(10) });
    await hold('other-1', { from: day(11) });
    const { data, errors } = await app.ask(`{ office(slug: "post-1") {
      before: holderOn(date: "2019-09-10") { actor { slug } attestedFrom attestedTo }
      after: holderOn(date: "2019-09-11") { actor { slug } }
      late: holderOn(date: "2019-10-01") { actor { slug } }
      holders { actor { slug } from to }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.office).toEqual({
      before: [{ actor: { slug: 'actor-1' }, attestedFrom: '2019-09-01', attestedTo: '2019-09-30' }],
      after: [{ actor: { slug: 'other-1' } }],
      late: [],
      holders: [
        { actor: { slug: 'other-1' }, from: '2019-09-11', to: null },
        { actor: { slug: 'actor-1' }, from: null, to: '2019-09-10' },
      ],
    });
  });

  it.each([
    [{ organisations: ['office-1', 'nowhere'] }, ['post-1']],
    [{ countries: ['AE'] }, ['post-2']],
    [{ actors: ['other-3'] }, ['post-3']],
    [{ text: 'pOST 2' }, ['post-2']],
    [{ text: '%' }, []],
    [{ heldOn: '2019-09-10' }, ['post-1', 'post-2', 'post-3']],
    [{ heldOn: '2019-10-01' }, []],
    [{ or: [{ actors: ['actor-1'] }, { text: '3' }] }, ['post-1', 'post-3']],
  ])('are listed under %j, and the others under its negation', async (filter, expected) => {
    const { data, errors } = await app.ask(
      `query Offices($filter: OfficeFilter, $not: OfficeFilter) {
        offices(filter: $filter) { totalCount nodes { slug } } rest: offices(filter: $not) { nodes { slug } }
      }`,
      { filter, not: { not: filter } },
    );
    const slugsOf = (list: unknown) => (list as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug);
    expect(errors).toBeUndefined();
    expect(slugsOf(data.offices)).toEqual(expected);
    expect([...slugsOf(data.offices), ...slugsOf(data.rest)].sort()).toEqual(['post-1', 'post-2', 'post-3']);
  });

  it('contradict nothing where they are stated as they were held', async () => {
    await state('event-1', 'actor-1', 'the Post 1');
    await state('event-2', 'actor-2', 'Post 2 of Belarus');
    expect(await contradictions()).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('are listed with the reason where they contradict the tenures', async () => {
    // Knot n has its events on 1, 2 and 3 September; actor-1 holds post-1 until the 10th, other-1 from the 11th.
    await state('event-1', 'other-1', 'Post 1');
    await state('event-2', 'other-2', 'post 3');
    await state('around-2', 'other-2', 'somebody');
    await state('event-3', 'actor-3', 'Post 3');
    await app.client.event.update({ where: { slug: 'event-3' }, data: { startDate: day(1, 11), endDate: null } });
    await app.client.tenure.deleteMany({ where: { actor: { slug: 'other-3' } } });
    await state('part-3', 'other-3', 'adviser');
    const found = await contradictions();
    expect(
      found.nodes.map(({ statedOffice, reason, participation, tenures, office }) => [
        participation.event.slug,
        participation.participant.slug,
        statedOffice,
        reason,
        tenures.map(({ title }) => title).join(),
        office?.slug,
      ]),
    ).toEqual([
      ['around-2', 'other-2', 'somebody', 'WORDING_NOT_RECORDED', 'Post 2', undefined],
      ['event-1', 'other-1', 'Post 1', 'OUT_OF_OFFICE', 'Post 1', undefined],
      ['event-2', 'other-2', 'post 3', 'ANOTHER_OFFICE', 'Post 2', 'post-3'],
      ['event-3', 'actor-3', 'Post 3', 'NOT_ATTESTED_THEN', 'Post 3', undefined],
      ['part-3', 'other-3', 'adviser', 'NO_TENURE', '', undefined],
    ]);
    expect(found.totalCount).toBe(5);
    expect((await contradictions({ filter: { actors: ['actor-2'] } })).nodes).toHaveLength(2);
    // Two of those before them are in order.
    const counted = await app.ask(
      '{ consistency { statedOfficeCount none: statedOfficeCount(filter: { actors: [] }) } }',
    );
    expect(counted.data.consistency).toEqual({ statedOfficeCount: 7, none: 0 });
  });

  it('ask for no day of an undated event', async () => {
    await app.client.event.update({
      where: { slug: 'event-3' },
      data: { startDate: null, endDate: null, dateBasis: null, datePrecision: 'UNKNOWN' },
    });
    expect((await contradictions()).nodes.map(({ reason }) => reason)).not.toContain('NOT_ATTESTED_THEN');
  });

  it('are paged to the whole, at the same number of statements whatever the page', async () => {
    const whole = await contradictions();
    // Both pages hold one that leads to another office, which takes a statement of its own.
    const [few, more] = [await contradictions({ first: 3 }), await contradictions({ first: 4 })];
    expect(more.nodes).toHaveLength(4);
    expect(few.statements).toHaveLength(more.statements.length);
    const pages: Contradiction[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await contradictions({ first: 1, after });
      pages.push(...page.nodes);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(pages).toEqual(whole.nodes);
  });

  it.each([
    [{ first: 101 }, 'between 0 and 100'],
    [{ first: -1 }, 'between 0 and 100'],
    [{ after: 'elsewhere' }, 'no cursor'],
  ])('refuse %j', async (variables, words) => {
    const { errors } = await app.ask(CONTRADICTIONS, variables);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(words);
  });

  it('overlap where two hold one at once', async () => {
    await hold('actor-1', { from: day(1), to: day(12) });
    await hold('other-1', { from: day(11), to: day(20) });
    // Once more by the same actor is no overlap of holders.
    const { officeId, actorId } = await app.client.tenure.findFirstOrThrow({ where: { actor: { slug: 'actor-1' } } });
    await app.client.tenure.create({ data: { officeId, actorId, from: day(2), to: day(3), ordinal: 2 } });
    const query = `query Overlaps($first: Int, $after: String) { consistency { officeOverlaps(first: $first, after: $after) {
      totalCount pageInfo { endCursor } nodes { office { slug } from to isStated tenures { actor { slug } } }
    } } }`;
    const { data, errors } = await app.ask(query, { first: 1 });
    expect(errors).toBeUndefined();
    const { pageInfo, ...page } = (data.consistency as { officeOverlaps: { pageInfo: { endCursor: string } } })
      .officeOverlaps;
    // Of post-3 one holder was taken away above.
    expect(page).toEqual({
      totalCount: 2,
      nodes: [
        {
          office: { slug: 'post-1' },
          from: '2019-09-11',
          to: '2019-09-12',
          isStated: true,
          tenures: expect.arrayContaining([{ actor: { slug: 'actor-1' } }, { actor: { slug: 'other-1' } }]),
        },
      ],
    });
    const next = await app.ask(query, { first: 1, after: pageInfo.endCursor });
    expect(next.data).toMatchObject({
      consistency: {
        officeOverlaps: {
          nodes: [{ office: { slug: 'post-2' }, from: '2019-09-01', to: '2019-09-30', isStated: false }],
        },
      },
    });
  });
});
