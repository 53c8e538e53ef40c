import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventKind, EventModality } from '../../src/generated/prisma/enums.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

/** Who was where: letters are people, digits are the bodies that the person before them stands for. */
interface Occasion {
  readonly slug: string;
  readonly day: number | null;
  readonly people: string;
  readonly kind?: EventKind;
  readonly modality?: EventModality;
}

const OCCASIONS: readonly Occasion[] = [
  { slug: 'first', day: 1, people: 'a1b2' },
  { slug: 'second', day: 9, people: 'ab2c' },
  { slug: 'undated', day: null, people: 'ab' },
  { slug: 'planned', day: 5, people: 'ad', modality: 'PLANNED' },
  { slug: 'visit', day: 6, people: 'ae', kind: 'VISIT' },
  { slug: 'third', day: 12, people: 'cf3' },
  { slug: 'fourth', day: 15, people: 'f3g' },
];

const person = (letter: string) => `person-${letter}`;
const body = (digit: string) => `body-${digit}`;

async function create({ client }: TestApp): Promise<void> {
  const countryId = (await client.country.create({ data: { code: 'BY', name: 'Belarus' } })).id;
  const otherCountryId = (await client.country.create({ data: { code: 'PL', name: 'Poland' } })).id;
  const ids = new Map<string, string>();
  for (const digit of '123') {
    const row = { slug: body(digit), name: `Body ${digit}`, kind: 'GOVERNMENT' as const };
    ids.set(digit, (await client.organisation.create({ data: row })).id);
  }
  // Backwards, so that nothing comes out right by the order of ids, which rise with time.
  for (const letter of 'hgfedcba') {
    const row = { slug: person(letter), name: `Person ${letter}`, kind: 'PERSON' as const };
    const country = 'ah'.includes(letter) ? countryId : otherCountryId;
    ids.set(letter, (await client.actor.create({ data: { ...row, countryId: country } })).id);
  }
  for (const { slug, day, people, kind = 'MEETING', modality = 'HELD' } of OCCASIONS) {
    const date = day === null ? null : new Date(Date.UTC(2021, 4, day));
    await client.event.create({
      data: {
        slug,
        kind,
        title: slug,
        summary: slug,
        startDate: date,
        endDate: date,
        dateBasis: date && 'STATED',
        datePrecision: date ? 'DAY' : 'UNKNOWN',
        modality,
        isKeyEvent: false,
        participations: {
          create: [...people.matchAll(/([a-z])(\d?)/g)].map(([, letter = '', digit], ordinal) => ({
            role: 'PARTICIPANT' as const,
            actorId: ids.get(letter) ?? '',
            onBehalfOfId: digit ? (ids.get(digit) ?? '') : null,
            ordinal,
          })),
        },
      },
    });
  }
  await client.agreement.create({
    data: {
      slug: 'pact',
      title: 'Pact',
      kind: 'PLAN',
      status: 'SIGNED',
      summary: 'Pact',
      signatories: { create: ['g', 'h'].map((letter, ordinal) => ({ actorId: ids.get(letter) ?? '', ordinal })) },
    },
  });
}

const NAMES = '... on Actor { slug } ... on Organisation { slug } ... on Country { code }';

interface Named {
  slug?: string;
  code?: string;
}

const nameOf = ({ slug, code }: Named) => slug ?? code ?? '';

interface Counterparts {
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  nodes: {
    meetingCount: number;
    firstOn: string | null;
    lastOn: string | null;
    participant: Named;
    meetings: { totalCount: number };
  }[];
}

describe('who met whom', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await create(app);
  });
  afterAll(() => app.close());

  async function counterparts(field: string, args = ''): Promise<Counterparts> {
    const { data, errors } = await app.ask<{
      one: { counterparts: Counterparts };
    }>(`{ one: ${field} { counterparts${args} {
      totalCount pageInfo { endCursor hasNextPage }
      nodes { meetingCount firstOn lastOn participant { ${NAMES} } meetings { totalCount } }
    } } }`);
    expect(errors).toBeUndefined();
    return data.one.counterparts;
  }
  const actor = (letter: string) => `actor(slug: "${person(letter)}")`;
  const briefly = ({ nodes }: Counterparts) => nodes.map((node) => `${nameOf(node.participant)} ${node.meetingCount}`);

  it('counts held meetings, the undated too, but no visits and no plans', async () => {
    const met = await counterparts(actor('a'));
    expect(met.totalCount).toBe(2);
    expect(met.nodes).toMatchObject([
      { participant: { slug: person('b') }, meetingCount: 3, firstOn: '2021-05-01', lastOn: '2021-05-09' },
      { participant: { slug: person('c') }, meetingCount: 1, firstOn: '2021-05-09', lastOn: '2021-05-09' },
    ]);
    expect(met.nodes.map(({ meetings }) => meetings.totalCount)).toEqual([3, 1]);
  });

  it('is narrowed by a filter, and so are the meetings beneath', async () => {
    const met = await counterparts(actor('a'), '(filter: { dates: { from: "2021-05-02" } })');
    expect(briefly(met)).toEqual(['person-b 1', 'person-c 1']);
    expect(met.nodes.map(({ meetings }) => meetings.totalCount)).toEqual([1, 1]);
    expect(briefly(await counterparts(actor('a'), '(filter: { actors: ["nobody"] })'))).toEqual([]);
  });

  it('holds for bodies through those who stood for them, and for states through their people', async () => {
    expect(briefly(await counterparts('organisation(slug: "body-2")'))).toEqual(['body-1 1']);
    expect(briefly(await counterparts('organisation(slug: "body-3")'))).toEqual([]);
    expect(briefly(await counterparts('country(code: "BY")'))).toEqual(['PL 3']);
  });

  it('pages to the whole', async () => {
    const whole = briefly(await counterparts(actor('c')));
    const first = await counterparts(actor('c'), '(first: 1)');
    const next = await counterparts(actor('c'), `(first: 5, after: "${first.pageInfo.endCursor}")`);
    expect([...briefly(first), ...briefly(next)]).toEqual(whole);
    expect([first.pageInfo.hasNextPage, next.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(whole).toEqual(['person-a 1', 'person-b 1', 'person-f 1']);
  });

  it.each(['(first: 101)', '(first: -1)', '(after: "x")'])('refuses %s', async (args) => {
    const { errors } = await app.ask(`{ ${actor('a')} { counterparts${args} { totalCount nodes { meetingCount } } } }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is mutual, under any filter', async () => {
    const filter = fc.record(
      {
        kinds: fc.constantFrom(['MEETING'], ['MEETING', 'VISIT']),
        dates: fc.record({ from: fc.constantFrom('2021-05-01', '2021-05-09', '2021-05-13') }),
        actors: fc.constantFrom([person('a')], [person('b'), person('f')]),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filter, async (chosen) => {
        const fields = [...'abcdefgh'].map(
          (letter) =>
            `${letter}: ${actor(letter)} { counterparts(filter: $filter) { nodes { meetingCount participant { ${NAMES} } } } }`,
        );
        const { data } = await app.ask<Record<string, { counterparts: Counterparts }>>(
          `query ($filter: EventFilter) { ${fields.join('\n')} }`,
          { filter: chosen },
        );
        const links = Object.entries(data).flatMap(([letter, { counterparts: list }]) =>
          list.nodes.map(({ participant, meetingCount }) => [person(letter), nameOf(participant), meetingCount]),
        );
        const turned = links.map(([one, other, count]) => [other, one, count]);
        expect(turned.map(String).sort()).toEqual(links.map(String).sort());
      }),
      { numRuns: 15 },
    );
  });

  it('is drawn as a network that says the same', async () => {
    const { data, errors } = await app.ask<{
      network: {
        isCut: boolean;
        nodes: { id: string; label: string; meetingCount: number }[];
        edges: { source: string; target: string; weight: number; meetings: { totalCount: number } }[];
      };
    }>('{ network { isCut nodes { id label meetingCount } edges { source target weight meetings { totalCount } } } }');
    expect(errors).toBeUndefined();
    const labels = new Map(data.network.nodes.map(({ id, label }) => [id, label.replace('Person ', '')]));
    const edges = data.network.edges.map(
      ({ source, target, weight }) => `${[labels.get(source), labels.get(target)].sort().join('')} ${weight}`,
    );
    expect(edges[0]).toBe('ab 3');
    expect(edges).toEqual(['ab 3', 'ac 1', 'bc 1', 'cf 1', 'fg 1']);
    // Ties by slug, and the lesser one first: the same picture wherever the same records are loaded.
    expect(data.network.edges.map(({ source, target }) => `${labels.get(source)}${labels.get(target)}`)).toEqual([
      'ab',
      'ac',
      'bc',
      'cf',
      'fg',
    ]);
    expect(data.network.edges.every(({ weight, meetings }) => meetings.totalCount === weight)).toBe(true);
    expect(data.network.nodes.map(({ label, meetingCount }) => `${label} ${meetingCount}`)).toEqual([
      'Person a 3',
      'Person b 3',
      'Person c 2',
      'Person f 2',
      'Person g 1',
    ]);
    expect(data.network.isCut).toBe(false);
  });

  it('is cut to the heaviest edges, and says so', async () => {
    const { data } = await app.ask(
      '{ few: network(limit: 1) { isCut edges { weight } nodes { label } } heavy: network(minWeight: 2) { isCut edges { weight } } bodies: network(of: ORGANISATIONS) { nodes { label } } states: network(of: COUNTRIES) { edges { weight } } }',
    );
    expect(data).toEqual({
      few: { isCut: true, edges: [{ weight: 3 }], nodes: [{ label: 'Person a' }, { label: 'Person b' }] },
      heavy: { isCut: false, edges: [{ weight: 3 }] },
      bodies: { nodes: [{ label: 'Body 1' }, { label: 'Body 2' }] },
      states: { edges: [{ weight: 3 }] },
    });
  });

  async function paths(from: string, to: string, args = '') {
    const { data, errors } = await app.ask<{
      pathsBetween: {
        length: number;
        steps: {
          from: Named;
          to: Named;
          events: { nodes: { slug: string }[] };
          agreements: { nodes: { slug: string }[] };
        }[];
      }[];
    }>(
      `{ pathsBetween(from: { ${from} }, to: { ${to} }${args}) { length steps {
        from { ${NAMES} } to { ${NAMES} } events { nodes { slug } } agreements { nodes { slug } }
      } } }`,
    );
    return {
      errors,
      paths: data?.pathsBetween.map(({ length, steps }) => ({
        length,
        steps: steps.map((step) =>
          [
            nameOf(step.from),
            ...step.events.nodes.map(({ slug }) => slug),
            ...step.agreements.nodes.map(({ slug }) => slug),
            nameOf(step.to),
          ].join(' '),
        ),
      })),
    };
  }

  it('connects two who never met, through events and agreements, people first', async () => {
    const found = await paths('actor: "person-a"', 'actor: "person-h"', ', maxHops: 5');
    expect(found.errors).toBeUndefined();
    expect(found.paths).toEqual([
      {
        length: 4,
        steps: [
          'person-a second person-c',
          'person-c third person-f',
          'person-f fourth person-g',
          'person-g pact person-h',
        ],
      },
      {
        length: 4,
        steps: [
          'person-a second person-c',
          'person-c third body-3',
          'body-3 fourth person-g',
          'person-g pact person-h',
        ],
      },
    ]);
  });

  it('connects by visits and plans too, unless a filter leaves them out', async () => {
    const by = (await paths('actor: "person-d"', 'actor: "person-e"')).paths;
    expect(by).toEqual([{ length: 2, steps: ['person-d planned person-a', 'person-a visit person-e'] }]);
    expect((await paths('actor: "person-d"', 'actor: "person-e"', ', filter: { modalities: [HELD] }')).paths).toEqual(
      [],
    );
    expect((await paths('actor: "person-g"', 'actor: "person-h"', ', filter: { modalities: [HELD] }')).paths).toEqual(
      [],
    );
  });

  it('leads through events and agreements that both ends of each hop really share, under any filter', async () => {
    const filter = fc.constantFrom(
      null,
      { modalities: ['HELD'] },
      { kinds: ['MEETING'] },
      { dates: { from: '2021-05-09' } },
      { not: { actors: [person('f')] } },
    );
    const end = fc.oneof(
      fc.constantFrom(...'abcdefgh').map((letter) => ({ actor: person(letter) })),
      fc.constantFrom(...'123').map((digit) => ({ organisation: body(digit) })),
      fc.constantFrom('BY', 'PL').map((code) => ({ country: code })),
    );
    const ends = fc.tuple(end, end).filter(([from, to]) => JSON.stringify(from) !== JSON.stringify(to));
    type Ends = { from: Named; to: Named };
    type Shared = {
      participations: { participant: Named & { country?: Named }; onBehalfOf: Named | null }[];
    };
    type Step = Ends & {
      events: { nodes: (Shared & { slug: string })[] };
      agreements: { nodes: { signatories: Named[]; parties: Named[] }[] };
    };
    let found = 0;
    await fc.assert(
      fc.asyncProperty(ends, filter, async ([from, to], chosen) => {
        const { data, errors } = await app.ask<{
          pathsBetween: { length: number; steps: Step[] }[];
          events: { nodes: { slug: string }[] };
        }>(
          `query ($from: ParticipantRef!, $to: ParticipantRef!, $filter: EventFilter) {
            pathsBetween(from: $from, to: $to, maxHops: 6, filter: $filter) { length steps {
              from { ${NAMES} } to { ${NAMES} }
              events { nodes { slug participations {
                participant { ${NAMES} ... on Actor { country { code } } } onBehalfOf { slug } } } }
              agreements { nodes { signatories { slug } parties { ... on Organisation { slug } ... on Country { code } } } }
            } }
            events(filter: $filter, first: 100) { nodes { slug } }
          }`,
          { from, to, filter: chosen },
        );
        expect(errors).toBeUndefined();
        const matched = new Set(data.events.nodes.map(({ slug }) => slug));
        for (const { length, steps } of data.pathsBetween) {
          found += 1;
          const names = [nameOf(steps[0]?.from ?? {}), ...steps.map((step) => nameOf(step.to))];
          expect([names[0], names.at(-1)]).toEqual([Object.values(from)[0], Object.values(to)[0]]);
          expect([steps.length, new Set(names).size]).toEqual([length, length + 1]);
          for (const [index, step] of steps.entries()) {
            const both = [nameOf(step.from), nameOf(step.to)];
            expect(both[0]).toBe(names[index]);
            expect(step.events.nodes.length + step.agreements.nodes.length).toBeGreaterThan(0);
            for (const { slug, participations } of step.events.nodes) {
              expect(matched).toContain(slug);
              const there = participations.flatMap(({ participant, onBehalfOf }) => [
                nameOf(participant),
                nameOf(onBehalfOf ?? {}),
                nameOf(participant.country ?? {}),
              ]);
              expect(there).toEqual(expect.arrayContaining(both));
            }
            for (const { signatories, parties } of step.agreements.nodes)
              expect([...signatories, ...parties].map(nameOf)).toEqual(expect.arrayContaining(both));
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(10);
  });

  it('starts and ends at a state where its people are, as its counterparts do, and leads through none', async () => {
    expect((await paths('country: "BY"', 'country: "PL"')).paths).toEqual([
      { length: 1, steps: ['BY first planned visit second undated PL'] },
    ]);
    expect((await paths('actor: "person-f"', 'country: "BY"')).paths).toEqual([
      { length: 2, steps: ['person-f third person-c', 'person-c second BY'] },
    ]);
    // Both are of one country, and nothing else links them.
    expect((await paths('actor: "person-a"', 'actor: "person-h"', ', maxHops: 3')).paths).toEqual([]);
    const met = await counterparts('country(code: "PL")');
    for (const { participant } of met.nodes) {
      const way = await paths('country: "PL"', `country: "${nameOf(participant)}"`);
      expect(way.paths?.map(({ length }) => length)).toEqual([1]);
    }
  });

  it('finds nothing beyond maxHops, and for strangers', async () => {
    expect((await paths('actor: "person-a"', 'actor: "person-h"', ', maxHops: 3')).paths).toEqual([]);
    expect((await paths('actor: "person-a"', 'actor: "nobody"')).paths).toEqual([]);
  });

  it.each([
    ['the same end twice', 'actor: "person-a"', 'actor: "person-a"', ''],
    ['too many hops', 'actor: "person-a"', 'actor: "person-b"', ', maxHops: 7'],
    ['no hops', 'actor: "person-a"', 'actor: "person-b"', ', maxHops: 0'],
    ['too many paths', 'actor: "person-a"', 'actor: "person-b"', ', first: 51'],
    ['two ends in one', 'actor: "person-a", organisation: "body-1"', 'actor: "person-b"', ''],
  ])('refuses %s', async (_what, from, to, args) => {
    const { errors } = await paths(from, to, args);
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors?.[0]?.extensions.code);
  });

  it('costs as many statements for one row as for many, and for paths at most two a hop', async () => {
    const network = (limit: number) =>
      `{ network(limit: ${limit}) { nodes { participant { ... on Actor { name } } } edges { meetings { nodes { title } } } } }`;
    const [one, many] = [await app.ask(network(1)), await app.ask(network(100))];
    expect(many.statements).toHaveLength(one.statements.length);

    const path = (to: string, maxHops: number) =>
      app.ask(`{ pathsBetween(from: { actor: "person-a" }, to: { actor: "${to}" }, maxHops: ${maxHops}) { length } }`);
    // The two ends are looked up first.
    expect((await path('person-b', 6)).statements.length).toBeLessThanOrEqual(2 + 2);
    expect((await path('person-h', 4)).statements.length).toBeLessThanOrEqual(2 + 2 * 4);
  });

  it('refuses a network of networks before any SQL', async () => {
    const inner = 'counterparts(first: 100) { nodes { participant { ... on Actor { slug } } } }';
    const { errors, statements } = await app.ask(
      `{ network(limit: 500) { nodes { participant { ... on Actor { ${inner} } } } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(statements).toEqual([]);
  });
});
