import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import { countBuckets } from '../../../src/modules/counting/counting.reads.ts';
import { EVENT_GROUPS, EVENTS } from '../../../src/modules/counting/groupings.reads.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { createGraph } from '../../support/graph.ts';

interface Answer {
  readonly eventStats: {
    readonly totalCount: number;
    readonly undated: number;
    readonly ungrouped: number;
    readonly buckets: readonly {
      readonly keys: readonly { readonly value: string | null; readonly label: string; readonly node: object | null }[];
      readonly events: number;
      readonly mentions: number;
      readonly actors: number;
      readonly filter: Record<string, unknown>;
    }[];
  };
}

const QUERY = `query Count($filter: EventFilter, $groupBy: [EventGrouping!]!, $interval: Interval) {
  eventStats(filter: $filter, groupBy: $groupBy, interval: $interval) {
    totalCount undated ungrouped
    buckets { keys { value label from to node { __typename ... on Country { name } } } events mentions actors filter }
  }
}`;

describe('eventStats', () => {
  let app: TestApp;

  // Three knots of three events each, on 1, 2 and 3 September 2019, but for one visit in November and one undated part.
  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, 3);
    const november = new Date('2019-11-05');
    await app.client.event.update({
      where: { slug: 'event-2' },
      data: { kind: 'VISIT', startDate: november, endDate: new Date('2019-12-06') },
    });
    await app.client.event.update({
      where: { slug: 'part-3' },
      data: { startDate: null, endDate: null, dateBasis: null, datePrecision: 'UNKNOWN' },
    });
  });
  afterAll(() => app.close());

  async function stats(groupBy: readonly string[], more: object = {}) {
    const { data, errors } = await app.ask<Answer>(QUERY, { groupBy, ...more });
    expect(errors).toBeUndefined();
    return data.eventStats;
  }

  const told = ({ buckets }: Answer['eventStats']) =>
    buckets.map(({ keys, events }) => [...keys.map(({ value }) => value), events]);

  it('counts events, the passages that tell them and the actors in them, with empty months and the undated', async () => {
    const { totalCount, undated, ungrouped, buckets } = await stats(['TIME'], { interval: 'MONTH' });
    expect([totalCount, undated, ungrouped]).toEqual([9, 1, 0]);
    expect(buckets.map(({ keys, events, mentions, actors }) => [keys[0]?.label, events, mentions, actors])).toEqual([
      ['2019-09', 7, 7, 6],
      ['2019-10', 0, 0, 0],
      ['2019-11', 1, 1, 2],
      ['undated', 1, 1, 2],
    ]);
    expect(buckets.map(({ filter }) => filter)).toEqual([
      { starts: { from: '2019-09-01', to: '2019-09-30' } },
      { starts: { from: '2019-10-01', to: '2019-10-31' } },
      { starts: { from: '2019-11-01', to: '2019-11-30' } },
      { isDated: false },
    ]);
  });

  it('crosses two groupings, the months of each in full', async () => {
    expect(told(await stats(['KIND', 'TIME'], { interval: 'MONTH' }))).toEqual([
      ['MEETING', '2019-09-01', 7],
      ['VISIT', '2019-09-01', 0],
      ['MEETING', '2019-10-01', 0],
      ['VISIT', '2019-10-01', 0],
      ['VISIT', '2019-11-01', 1],
      ['MEETING', '2019-11-01', 0],
      ['MEETING', null, 1],
    ]);
  });

  it('counts in weeks that begin on Monday', async () => {
    const { buckets } = await stats(['TIME'], { interval: 'WEEK', filter: { starts: { to: '2019-09-30' } } });
    expect(buckets.slice(0, 3).map(({ keys, events }) => [keys[0]?.value, keys[0]?.label, events])).toEqual([
      ['2019-08-26', '2019-W35', 3],
      ['2019-09-02', '2019-W36', 4],
      ['2019-09-09', '2019-W37', 0],
    ]);
    // The filter asks for days up to Monday 30 September, so its week is the last.
    expect(buckets.at(-1)?.keys[0]?.label).toBe('2019-W40');
  });

  it('tells the empty periods of a range in which there is nothing', async () => {
    const filter = { dates: { from: '2001-01-15', to: '2001-03-01' } };
    expect(told(await stats(['TIME'], { interval: 'MONTH', filter }))).toEqual([
      ['2001-01-01', 0],
      ['2001-02-01', 0],
      ['2001-03-01', 0],
    ]);
    expect(told(await stats(['TIME', 'KIND'], { interval: 'MONTH', filter }))).toEqual([]);
  });

  it('counts an event in each of its groups, under the wider topics too', async () => {
    await app.client.eventTopic.updateMany({
      where: { event: { slug: 'event-1' } },
      data: { topicId: (await app.client.topic.findUniqueOrThrow({ where: { slug: 'narrower-1' } })).id },
    });
    expect(told(await stats(['TOPIC']))).toEqual([
      ['topic-1', 3],
      ['topic-2', 3],
      ['topic-3', 3],
      ['narrower-1', 1],
    ]);
    expect(told(await stats(['ACTOR'], { filter: { isPart: false } }))).toEqual(
      ['actor-1', 'actor-2', 'actor-3', 'other-1', 'other-2', 'other-3'].map((slug) => [slug, 1]),
    );
    expect(told(await stats(['ORGANISATION', 'COUNTRY'], { filter: { isPart: true } }))).toEqual([
      ['body-1', 'AD', 2],
      ['body-1', 'CA', 2],
      ['body-2', 'AE', 2],
      ['body-2', 'CD', 2],
      ['body-3', 'AF', 2],
      ['body-3', 'CF', 2],
      ['office-1', 'AD', 2],
      ['office-1', 'CA', 2],
      ['office-2', 'AE', 2],
      ['office-2', 'CD', 2],
      ['office-3', 'AF', 2],
      ['office-3', 'CF', 2],
    ]);
    for (const grouping of ['PLACE', 'REPORT']) {
      expect(told(await stats([grouping])).map(([, events]) => events)).toEqual([3, 3, 3]);
    }
    expect(told(await stats(['MODALITY']))).toEqual([['HELD', 9]]);
  });

  it('says what a grouping leaves out', async () => {
    await app.client.eventPlace.deleteMany({ where: { event: { slug: 'event-1' } } });
    const { totalCount, ungrouped, buckets } = await stats(['PLACE']);
    expect([totalCount, ungrouped, buckets.map(({ events }) => events)]).toEqual([9, 1, [3, 3, 2]]);
  });

  it('leads to what its keys name, at the same cost for one as for many', async () => {
    const many = await app.ask<Answer>(QUERY, { groupBy: ['COUNTRY'] });
    expect(many.data.eventStats.buckets.map(({ keys }) => keys[0]?.node)).toEqual(
      ['Country', 'Neighbour'].flatMap((name) =>
        [1, 2, 3].map((n) => ({ __typename: 'Country', name: `${name} ${n}` })),
      ),
    );
    const one = await app.ask(QUERY, { groupBy: ['COUNTRY'], filter: { actors: ['actor-1'] } });
    expect([one.statements.length, many.statements.length]).toEqual([2, 2]);
  });

  it.each([
    ['no grouping', [], {}, /takes one grouping, or two/],
    ['three groupings', ['KIND', 'ACTOR', 'TOPIC'], {}, /it has 3/],
    ['a grouping twice', ['KIND', 'KIND'], {}, /names KIND twice/],
    ['time without an interval', ['TIME'], {}, /needs an `interval`/],
    ['an interval without time', ['KIND'], { interval: 'MONTH' }, /for the grouping TIME alone/],
    ['more buckets than it answers', ['TIME'], { interval: 'DAY', filter: { dates: { from: '1990-01-01' } } }, /1000/],
    [
      'more buckets crossed than it answers',
      ['ACTOR', 'TIME'],
      { interval: 'WEEK', filter: { dates: { from: '2010-01-01' } } },
      /Narrow the filter/,
    ],
    [
      'days that run backwards',
      ['KIND'],
      { filter: { starts: { from: '2020-01-01', to: '2019-01-01' } } },
      /backwards/,
    ],
  ])('refuses %s', async (_what, groupBy, more, message) => {
    const { errors } = await app.ask(QUERY, { groupBy, ...more });
    expect(errors?.map(({ extensions, message }) => [extensions.code, message])).toEqual([
      ['BAD_USER_INPUT', expect.stringMatching(message)],
    ]);
  });

  it('is refused before any statement where heavy fields hang on its buckets', async () => {
    const { errors, statements } = await app.ask(`{ eventStats(groupBy: [ACTOR]) { buckets { keys { node {
      ... on Actor { events(first: 100) { nodes { citations { passage { gist } } } } }
    } } } } }`);
    expect([errors?.[0]?.extensions.code, statements.length]).toEqual(['QUERY_TOO_COMPLEX', 0]);
  });

  it.each(Object.values(EVENT_GROUPS))('reads each row once for $name', async (grouping) => {
    let statement: Prisma.Sql | undefined;
    const catching = {
      $queryRaw: async (strings: TemplateStringsArray, ...values: unknown[]) => {
        statement = new Prisma.Sql([...strings], values as Prisma.Sql[]);
        return [];
      },
    };
    await countBuckets(catching as never, EVENTS, {}, [grouping, { name: 'TIME', unit: 'MONTH' }], 1001);
    const rows = await app.client.$queryRaw<{ 'QUERY PLAN': unknown }[]>`explain (format json) ${statement}`;
    const scans = [...JSON.stringify(rows).matchAll(/"Relation Name\\?":\s*\\?"(\w+)/g)].map(([, table]) => table);
    const heavy = ['event', 'citation', 'participation', 'event_topic', 'event_place', 'passage'];
    expect(scans).toContain('event');
    for (const table of heavy) expect(scans.filter((scan) => scan === table).length, table).toBeLessThanOrEqual(1);
  });
});
