import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

const KNOTS = 7;

interface Page {
  nodes: { slug: string; startDate: string | null }[];
  edges: { cursor: string; node: { slug: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

const FIELDS =
  'nodes { slug startDate } edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
const EVENTS = `query Events($filter: EventFilter, $orderBy: EventOrder, $first: Int, $after: String, $last: Int, $before: String) {
  events(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { ${FIELDS} }
}`;
const ACTOR_EVENTS = `query ActorEvents($first: Int, $after: String, $last: Int, $before: String, $orderBy: EventOrder) {
  actors(filter: { text: "actor actor 3" }) {
    nodes { events(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ${FIELDS} } }
  }
}`;

describe('a connection', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, KNOTS);
    // Knots 6 and 7 are undated.
    await app.client.event.updateMany({
      where: { OR: [{ slug: { endsWith: '-6' } }, { slug: { endsWith: '-7' } }] },
      data: { startDate: null, endDate: null, dateBasis: null, datePrecision: 'UNKNOWN' },
    });
  });
  afterAll(() => app.close());

  const page = async (variables: object): Promise<Page> => (await app.ask(EVENTS, variables)).data.events as Page;
  const code = async (variables: object) => (await app.ask(EVENTS, variables)).errors?.[0]?.extensions?.code;

  async function walk(ask: (cursor: string | null) => Promise<Page>, side: 'end' | 'start'): Promise<string[]> {
    const slugs: string[] = [];
    let cursor: string | null = null;
    do {
      const { nodes, pageInfo } = await ask(cursor);
      const found = nodes.map(({ slug }) => slug);
      if (side === 'end') slugs.push(...found);
      else slugs.unshift(...found);
      const goesOn = side === 'end' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
      cursor = goesOn ? pageInfo[`${side}Cursor`] : null;
    } while (cursor);
    return slugs;
  }

  it.each(['ASC', 'DESC'])(
    'runs %s with undated events last and ties by slug, forwards and backwards alike',
    async (direction) => {
      const orderBy = { field: 'START_DATE', direction };
      const { nodes, totalCount } = await page({ orderBy, first: 100 });
      const dated = nodes.filter(({ startDate }) => startDate !== null);
      const sign = direction === 'ASC' ? 1 : -1;
      const byDate = [...dated].sort((a, b) =>
        a.startDate === b.startDate
          ? a.slug < b.slug
            ? -1
            : 1
          : sign * ((a.startDate ?? '') < (b.startDate ?? '') ? -1 : 1),
      );
      expect(totalCount).toBe(3 * KNOTS);
      expect(nodes.slice(dated.length).map(({ slug }) => slug)).toEqual([
        'around-6',
        'around-7',
        'event-6',
        'event-7',
        'part-6',
        'part-7',
      ]);
      expect(dated).toEqual(byDate);
      const all = nodes.map(({ slug }) => slug);
      for (const size of [1, 4, 5]) {
        expect(await walk((after) => page({ orderBy, first: size, after }), 'end')).toEqual(all);
        expect(await walk((before) => page({ orderBy, last: size, before }), 'start')).toEqual(all);
      }
    },
  );

  it('joins its pages to the whole, under any filter, order, direction and sizes', async () => {
    const filter = fc.constantFrom(
      {},
      { isDated: true },
      { isDated: false },
      { text: 'event' },
      { not: { text: '3' } },
      { kinds: [] },
    );
    const orderBy = fc.record({
      field: fc.constantFrom('START_DATE', 'TITLE'),
      direction: fc.constantFrom('ASC', 'DESC'),
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(filter, orderBy, sizes, fc.boolean(), async (chosen, order, steps, forwards) => {
        const whole = await page({ filter: chosen, orderBy: order, first: 100 });
        let round = 0;
        const sizeOf = () => steps[round++ % steps.length];
        const joined = await walk(
          (cursor) =>
            page({
              filter: chosen,
              orderBy: order,
              ...(forwards ? { first: sizeOf(), after: cursor } : { last: sizeOf(), before: cursor }),
            }),
          forwards ? 'end' : 'start',
        );
        expect(joined).toEqual(whole.nodes.map(({ slug }) => slug));
        expect(joined).toHaveLength(whole.totalCount);
      }),
      { numRuns: 30 },
    );
  });

  it('pages beneath a list as it does on its own', async () => {
    const ask = async (variables: object) => {
      const { data } = await app.ask(ACTOR_EVENTS, variables);
      return (data.actors as { nodes: { events: Page }[] }).nodes[0]?.events as Page;
    };
    expect(await walk((after) => ask({ first: 2, after }), 'end')).toEqual(['around-3', 'event-3', 'part-3']);
    expect(await walk((before) => ask({ last: 2, before }), 'start')).toEqual(['around-3', 'event-3', 'part-3']);
    const orderBy = { field: 'TITLE', direction: 'DESC' };
    expect(await walk((after) => ask({ first: 1, after, orderBy }), 'end')).toEqual(['around-3', 'event-3', 'part-3']);
  });

  it('gives the same rows as nodes and as edges, and a cursor to each', async () => {
    const { nodes, edges, pageInfo } = await page({ first: 3 });
    expect(edges.map(({ node }) => node.slug)).toEqual(nodes.map(({ slug }) => slug));
    expect([edges[0]?.cursor, edges[2]?.cursor]).toEqual([pageInfo.startCursor, pageInfo.endCursor]);
    expect((await page({ first: 1, after: edges[0]?.cursor })).nodes[0]?.slug).toBe(nodes[1]?.slug);
  });

  it('lists twenty by default, none for 0, and up to a hundred', async () => {
    expect((await page({})).nodes).toHaveLength(20);
    expect((await page({ first: 0 })).nodes).toEqual([]);
    expect((await page({ first: 100 })).nodes).toHaveLength(21);
  });

  it.each([
    ['more than a hundred', { first: 101 }],
    ['more than a hundred from the end', { last: 101 }],
    ['fewer than none', { first: -1 }],
    ['both ends', { first: 1, last: 1 }],
    ['a cursor of rubbish', { after: 'rubbish' }],
    ['a cursor with a wrong type in it', { after: Buffer.from('["date ASC",5,"x"]').toString('base64url') }],
    ['a cursor with a NUL in it', { after: Buffer.from('["date ASC",null,"a\\u0000"]').toString('base64url') }],
    ['a cursor of too few values', { before: Buffer.from('["date ASC",null]').toString('base64url') }],
  ])('refuses %s', async (_what, variables) => {
    expect(await code(variables)).toBe('BAD_USER_INPUT');
  });

  it('refuses a cursor of another order', async () => {
    const { pageInfo } = await page({ first: 1, orderBy: { field: 'TITLE', direction: 'ASC' } });
    expect(await code({ first: 1, after: pageInfo.endCursor })).toBe('BAD_USER_INPUT');
  });

  it('counts only when asked', async () => {
    const without = await app.ask('query Without { events(first: 1) { nodes { slug } } }');
    const only = await app.ask('query Only { events(first: 1) { totalCount } }');
    expect(without.statements).toHaveLength(1);
    expect(only.statements).toHaveLength(1);
    expect(only.statements[0]).toMatch(/count/i);
  });

  it('goes on from a row that has been deleted', async () => {
    const { edges, nodes } = await page({ first: 3 });
    const gone = nodes[0]?.slug ?? '';
    await app.client.event.updateMany({ where: { parent: { slug: gone } }, data: { parentId: null } });
    await app.client.event.delete({ where: { slug: gone } });
    expect((await page({ first: 2, after: edges[0]?.cursor })).nodes).toEqual(nodes.slice(1));
  });
});
