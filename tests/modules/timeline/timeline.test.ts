import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/lib/day.ts';
import { timelineOf } from '../../../src/modules/timeline/timeline.rules.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

interface Told {
  readonly slug: string;
}

interface Answer {
  readonly timeline: {
    readonly periods: readonly {
      readonly from: string;
      readonly to: string;
      readonly started: readonly Told[];
      readonly underWay: readonly { readonly event: Told; readonly to: string; readonly goesOn: boolean }[];
    }[];
    readonly bounded: readonly Told[];
    readonly undated: readonly Told[];
  };
}

const QUERY = `query Timeline($filter: EventFilter, $from: LocalDate, $to: LocalDate, $granularity: Interval! = MONTH) {
  timeline(filter: $filter, from: $from, to: $to, granularity: $granularity) {
    periods { from to started { slug } underWay { event { slug } to goesOn } }
    bounded { slug }
    undated { slug }
  }
}`;

describe('timeline', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
    const event = (slug: string, days: Record<string, string>, kind: 'VISIT' | 'TRAINING' = 'VISIT') => ({
      slug,
      kind,
      title: slug,
      summary: slug,
      modality: 'HELD' as const,
      isKeyEvent: false,
      datePrecision: days.startDate ? ('DAY' as const) : ('UNKNOWN' as const),
      ...(days.startDate ? { dateBasis: 'STATED' as const } : {}),
      ...Object.fromEntries(Object.entries(days).map(([field, day]) => [field, new Date(day)])),
    });
    await app.client.event.createMany({
      data: [
        event('a-spring', { startDate: '2021-03-20', endDate: '2021-05-10' }, 'TRAINING'),
        event('b-day', { startDate: '2021-04-30', endDate: '2021-04-30' }),
        event('c-day', { startDate: '2021-04-30', endDate: '2021-04-30' }),
        event('d-open', { startDate: '2021-05-02' }),
        event('e-late', { startDate: '2021-07-01', endDate: '2021-07-03' }),
        event('f-until-march', { notAfter: '2021-03-31' }),
        event('g-from-may', { notBefore: '2021-05-01' }),
        event('h-from-june', { notBefore: '2021-06-01', notAfter: '2021-06-30' }),
        event('i-anytime', {}),
      ],
    });
  });
  afterAll(() => app.close());

  async function timeline(variables: object = {}) {
    const { data, errors, statements } = await app.ask<Answer>(QUERY, variables);
    expect(errors).toBeUndefined();
    const { periods, bounded, undated } = data.timeline;
    const slugs = (events: readonly Told[]) => events.map(({ slug }) => slug);
    return {
      periods: periods.map(({ from, to, started, underWay }) => [
        `${from}..${to}`,
        slugs(started),
        underWay.map((stretch) => `${stretch.event.slug} ..${stretch.to}${stretch.goesOn ? '..' : ''}`),
      ]),
      bounded: slugs(bounded),
      undated: slugs(undated),
      statements,
    };
  }

  it('tells each event where it starts and, as an interval, where it reaches', async () => {
    const { periods, bounded, undated } = await timeline();
    expect(periods).toEqual([
      ['2021-03-20..2021-03-31', ['a-spring'], []],
      ['2021-04-01..2021-04-30', ['b-day', 'c-day'], ['a-spring ..2021-04-30..']],
      ['2021-05-01..2021-05-31', ['d-open'], ['a-spring ..2021-05-10']],
      ['2021-06-01..2021-06-30', [], []],
      ['2021-07-01..2021-07-03', ['e-late'], []],
    ]);
    expect(bounded).toEqual(['f-until-march', 'g-from-may', 'h-from-june']);
    expect(undated).toEqual(['i-anytime']);
  });

  it('cuts its periods to the range, and leaves out what cannot lie in it', async () => {
    const { periods, bounded, undated } = await timeline({ from: '2021-04-15', to: '2021-05-02' });
    expect(periods).toEqual([
      ['2021-04-15..2021-04-30', ['b-day', 'c-day'], ['a-spring ..2021-04-30..']],
      ['2021-05-01..2021-05-02', ['d-open'], ['a-spring ..2021-05-02..']],
    ]);
    expect(bounded).toEqual(['g-from-may']);
    expect(undated).toEqual(['i-anytime']);
  });

  it('takes a range of one side, a finer granularity and a filter', async () => {
    expect(await timeline({ from: '2021-07-02', filter: { kinds: ['VISIT'] }, granularity: 'DAY' })).toMatchObject({
      periods: [
        ['2021-07-02..2021-07-02', [], ['e-late ..2021-07-02..']],
        ['2021-07-03..2021-07-03', [], ['e-late ..2021-07-03']],
      ],
      bounded: ['g-from-may'],
    });
    expect(await timeline({ filter: { text: 'nothing' } })).toMatchObject({ periods: [], bounded: [], undated: [] });
    expect((await timeline({ from: '2001-01-01', to: '2001-02-01' })).periods).toEqual([
      ['2001-01-01..2001-01-31', [], []],
      ['2001-02-01..2001-02-01', [], []],
    ]);
  });

  it('costs as many statements for one period as for many', async () => {
    const [month, all] = [await timeline({ from: '2021-05-01', to: '2021-05-31' }), await timeline()];
    expect([month.statements.length, all.statements.length]).toEqual([5, 5]);
  });

  it.each([
    ['a range that runs backwards', { from: '2021-05-02', to: '2021-05-01' }, /backwards/],
    ['too many periods', { from: '2000-01-01', granularity: 'DAY' }, /more than 400 periods/],
  ])('refuses %s', async (_what, variables, message) => {
    const { errors } = await app.ask(QUERY, variables);
    expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([
      ['BAD_USER_INPUT', expect.stringMatching(message)],
    ]);
  });

  it('refuses more events, or more stretches of long ones, than it answers', async () => {
    const long = (n: number) => ({
      slug: `long-${n}`,
      kind: 'OTHER' as const,
      title: 'Long',
      summary: 'Long',
      modality: 'HELD' as const,
      isKeyEvent: false,
      datePrecision: 'DAY' as const,
      dateBasis: 'STATED' as const,
      startDate: new Date('2020-01-01'),
      endDate: new Date('2020-12-31'),
    });
    const add = (from: number, to: number) =>
      app.client.event.createMany({ data: Array.from({ length: to - from }, (_, n) => long(from + n)) });
    await add(0, 20);
    const filter = { kinds: ['OTHER'] };
    const days = await app.ask(QUERY, { filter, granularity: 'DAY' });
    expect(days.errors?.[0]).toMatchObject({ message: expect.stringMatching(/7300 stretches/) });
    await add(20, 501);
    const many = await app.ask(QUERY, { filter });
    expect(many.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/more than 500 events/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('a timeline', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)));
  const event = fc
    .record({ startDate: fc.option(day), days: fc.option(fc.integer({ min: 0, max: 90 })), notAfter: fc.option(day) })
    .map(({ startDate, days, notAfter }) => ({
      startDate,
      endDate: startDate && days !== null ? new Date(startDate.getTime() + days * 86_400_000) : null,
      notBefore: null,
      notAfter: startDate ? null : notAfter,
    }));
  const events = fc.array(event, { maxLength: 20 }).map((list) => list.map((each, n) => ({ id: String(n), ...each })));
  const units = fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR');

  it('starts every dated event once, tells every other once, and leaves no day of its range out', () => {
    fc.assert(
      fc.property(events, units, (list, unit) => {
        const { periods, boundedIds, undatedIds } = timelineOf(list, {}, unit as 'DAY', 10_000);
        const told = [...periods.flatMap(({ startedIds }) => startedIds), ...boundedIds, ...undatedIds];
        expect(told.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
        for (const [n, { from }] of periods.entries()) {
          const before = periods[n - 1];
          if (before) expect(isoDay(from)).toBe(isoDay(new Date(before.to.getTime() + 86_400_000)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has an event under way in every period from its first to its last, but where it starts', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { periods } = timelineOf(list, {}, 'MONTH', 10_000);
        for (const { id, startDate, endDate } of list) {
          if (!startDate) continue;
          const touched = periods.filter(({ from, to }) => startDate <= to && (endDate ?? startDate) >= from);
          const found = periods.filter(
            ({ startedIds, underWay }) => startedIds.includes(id) || underWay.some(({ eventId }) => eventId === id),
          );
          expect(found).toEqual(touched);
          const stretches = found.flatMap(({ underWay }) => underWay.filter(({ eventId }) => eventId === id));
          expect(stretches).toHaveLength(touched.length - 1);
          expect(stretches.filter(({ goesOn }) => !goesOn)).toHaveLength(Math.min(1, stretches.length));
        }
      }),
      { numRuns: 30 },
    );
  });
});
