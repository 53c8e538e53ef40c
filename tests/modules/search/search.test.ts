import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  readonly edges: {
    cursor: string;
    score: number;
    node: { __typename: string; slug?: string; number?: string };
    highlights: { field: string; fragment: string; ranges: { start: number; end: number }[] }[];
  }[];
}

const SEARCH = `query Search($text: String!, $types: [SearchType!], $filter: SearchFilter, $first: Int, $after: String) {
  search(text: $text, types: $types, filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges {
      cursor score
      node {
        __typename
        ... on Actor { slug } ... on Organisation { slug } ... on Event { slug } ... on Agreement { slug }
        ... on Statistic { slug } ... on Indicator { slug } ... on Statement { slug } ... on Assessment { slug }
        ... on Topic { slug } ... on Report { slug } ... on Passage { number }
      }
      highlights { field fragment ranges { start end } }
    }
  }
}`;

let app: TestApp;

async function search(text: string, more: object = {}): Promise<Found> {
  const { data, errors } = await app.ask<{ search: Found }>(SEARCH, { text, ...more });
  expect(errors).toBeUndefined();
  return data.search;
}

const keysOf = ({ edges }: Found) => edges.map(({ node }) => node.slug ?? `passage ${node.number}`);
const find = async (text: string, more: object = {}) => keysOf(await search(text, more));

const person = (slug: string, name: string, ...others: string[]) => ({
  data: {
    slug,
    name,
    kind: 'PERSON' as const,
    names: {
      create: [name, ...others].map((text, index) => ({
        text,
        kind: index === 0 ? ('PREFERRED' as const) : ('NATIVE' as const),
        inSource: index === 0,
        ordinal: index + 1,
      })),
    },
  },
});

const event = (slug: string, title: string, summary: string, day?: string) => ({
  data: {
    slug,
    title,
    summary,
    kind: 'MEETING' as const,
    modality: 'HELD' as const,
    isKeyEvent: false,
    ...(day
      ? {
          startDate: new Date(day),
          endDate: new Date(day),
          dateBasis: 'STATED' as const,
          datePrecision: 'DAY' as const,
        }
      : { datePrecision: 'UNKNOWN' as const }),
  },
});

beforeAll(async () => {
  app = await createTestApp();
  const { client } = app;
  await client.actor.create(person('raman-halouchanka', 'Raman Halouchanka'));
  await client.actor.create(person('stanislau-zas', 'Stanislau Zas', 'Станіслаў Зась'));
  await client.actor.create(person('pavel-belakoneu', 'Pavel Belakoneu'));
  await client.actor.create(person('will-an', 'Will An'));
  await client.organisation.create({
    data: { slug: 'smic', name: 'State Military Industrial Committee', kind: 'GOVERNMENT' },
  });
  await client.event.create(event('talks', 'Talks on air defence', 'Halouchanka received a delegation.', '2019-09-02'));
  await client.event.create(
    event('flight', 'Test flights of a drone', 'The drone O’Neill-7 flew over Homyel.', '2019-09-09'),
  );
  await client.event.create(event('undated', 'Stanislau Zas’s visits', 'Zas met Zas, said Zas.'));
  await client.topic.create({ data: { slug: 'air-defence', name: 'Air defence', kind: 'SUBJECT' } });
});
afterAll(() => app.close());

describe('search', () => {
  it.each([
    ['Halouchanka', 'raman-halouchanka'],
    ['Golovchenko', 'raman-halouchanka'],
    ['Галоўчанка', 'raman-halouchanka'],
    ['Головченко', 'raman-halouchanka'],
    ['halouchánka', 'raman-halouchanka'],
    ['Roman Golovchenko', 'raman-halouchanka'],
    ['Belakonev', 'pavel-belakoneu'],
    ['Белоконев', 'pavel-belakoneu'],
    ['Belakonef', 'pavel-belakoneu'],
    ['Belakomeu', 'pavel-belakoneu'],
    ['Blakoneu', 'pavel-belakoneu'],
    ['Зась', 'stanislau-zas'],
    ['ЗАСЬ', 'stanislau-zas'],
    ['"Станислав Зась"', 'stanislau-zas'],
    ['State Militry Industrial', 'smic'],
    ['will', 'will-an'],
  ])('finds by %s whom it means', async (text, slug) => {
    expect((await find(text))[0]).toBe(slug);
  });

  it('finds what mentions a name in another romanisation', async () => {
    expect(await find('Golovchenko')).toEqual(['raman-halouchanka', 'talks']);
  });

  it('ranks a name before a title, and a title before a summary', async () => {
    expect(await find('zas')).toEqual(['stanislau-zas', 'undated']);
    expect(await find('air defence')).toEqual(['air-defence', 'talks']);
    const { edges } = await search('zas');
    for (const { score } of edges) expect(score > 0 && score <= 1).toBe(true);
    expect(edges.map(({ score }) => score)).toEqual(edges.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('takes inflections for one word, `or` for alternatives, `-` for exclusion and quotes for a phrase', async () => {
    expect(await find('flight')).toEqual(['flight']);
    expect((await find('drone OR delegation')).sort()).toEqual(['flight', 'talks']);
    expect(await find('zas -visits')).toEqual(['stanislau-zas']);
    expect(await find('"air defence talks"')).toEqual([]);
    expect(await find('"defence air"')).toEqual([]);
    expect(await find('talks on the drone')).toEqual([]);
  });

  it('scores by what is asked for, whatever is excluded beside it', async () => {
    const scores = async (text: string) => (await search(text)).edges.map(({ score, node }) => [node.slug, score]);
    expect(await scores('zas -harbour')).toEqual(await scores('zas'));
    expect(await scores('-delegation drone')).toEqual(await scores('drone'));
    expect(await scores('"air defence" -visits')).toEqual(await scores('"air defence"'));
    for (const [, score] of await scores('-zas')) expect(score).toBe(0);
  });

  it('does not take a word that stands somewhere for a slip of a name', async () => {
    // "drove" would be one letter from "drone", which is no name; "Paval" is nowhere but near a name.
    expect(await find('drove')).toEqual([]);
    expect(await find('Pavol')).toEqual(['pavel-belakoneu']);
  });

  it('takes a word with a figure in it as it is written', async () => {
    await app.client.organisation.create({ data: { slug: 'b7', name: 'Brigade77 of Drybin', kind: 'MILITARY' } });
    expect(await find('brigade77')).toEqual(['b7']);
    expect(await find('brigade78')).toEqual([]);
    await app.client.organisation.delete({ where: { slug: 'b7' } });
  });

  it('marks what matched, in the text as it stands', async () => {
    const marked = async (text: string, slug: string) => {
      const { edges } = await search(text);
      const highlights = edges.find(({ node }) => node.slug === slug)?.highlights ?? [];
      return highlights.map(({ field, fragment, ranges }) => [
        field,
        ...ranges.map(({ start, end }) => fragment.slice(start, end)),
      ]);
    };
    expect(await marked('Zas', 'stanislau-zas')).toEqual([
      ['name', 'Zas'],
      ['names', 'Зась'],
    ]);
    expect((await marked('Zas', 'undated'))[0]).toEqual(['title', 'Zas']);
    expect(await marked('Голоўчанка', 'talks')).toEqual([['summary', 'Halouchanka']]);
    expect(await marked('oneill', 'flight')).toEqual([['summary', 'O’Neill']]);
    expect(await marked('drones', 'flight')).toEqual([
      ['title', 'drone'],
      ['summary', 'drone'],
    ]);
  });

  it('marks within a long text what stands around the first match, and halves no character', async () => {
    const filler = 'Łódź 🛩️ sentence goes on. '.repeat(40);
    const { id } = await app.client.event.create(event('long', 'Long', `${filler}Here a quagga grazes. ${filler}`));
    const [edge] = (await search('quagga')).edges;
    const [{ fragment, ranges } = { fragment: '', ranges: [] }] = edge?.highlights ?? [];
    expect(fragment.length).toBeLessThanOrEqual(240);
    expect(fragment).toContain('Here a quagga grazes');
    expect(fragment.isWellFormed()).toBe(true);
    expect(ranges.map(({ start, end }) => fragment.slice(start, end))).toEqual(['quagga']);
    await app.client.event.delete({ where: { id } });
  });

  it('looks only for the types asked for, and where the filter says', async () => {
    expect(await find('zas', { types: ['EVENT'] })).toEqual(['undated']);
    expect(await find('zas', { types: [] })).toEqual([]);
    expect(await find('defence or drone', { filter: { dates: { from: '2019-09-05' } } })).toEqual(['flight']);
    expect(await find('zas', { filter: { dates: { from: '2000-01-01' } } })).toEqual([]);
    expect(await find('zas', { filter: { reports: ['nowhere'] } })).toEqual([]);
    expect(await find('zas', { filter: { countries: [] } })).toEqual([]);
    expect(await find('zas', { filter: {} })).toEqual(['stanislau-zas', 'undated']);
  });

  it('refuses what it cannot use', async () => {
    for (const more of [{ first: 101 }, { first: -1 }, { after: 'x' }, { after: 'WyJzZWFyY2giLDEsIkFjdG9yIiwieCJd' }]) {
      const { errors } = await app.ask(SEARCH, { text: 'zas', ...more });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    const backwards = await app.ask(SEARCH, {
      text: 'zas',
      filter: { dates: { from: '2019-09-02', to: '2019-09-01' } },
    });
    expect(backwards.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('costs what its page may hold, so that no query asks for many at once', async () => {
    const fields = Array.from(
      { length: 6 },
      (_, n) =>
        `s${n}: search(text: "a", first: 100) { edges { node { ... on Actor { events(first: 100) { nodes { slug } } } } } }`,
    );
    const { errors, statements } = await app.ask(`{ ${fields.join(' ')} }`);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(statements).toEqual([]);
  });

  it('answers any string, and nothing to a blank one', async () => {
    for (const text of ['', ' ', '\t\n', '%', '_', '\\', "'", '"', '-', '--', '()', '🛩️', '\ud800', '\0', '"-" or or']) {
      expect((await search(text)).totalCount).toBe(0);
    }
    for (const text of [
      'zas\0',
      "zas'",
      '"zas',
      'zas & | ! <-> :*',
      'zas \udc00',
      'zas %',
      'zas\\',
      '((zas',
      'or zas or',
    ]) {
      expect(keysOf(await search(text))[0]).toBe('stanislau-zas');
    }
    expect((await search('zas '.repeat(2500))).totalCount).toBe(2);
    expect((await search('z'.repeat(10_000))).totalCount).toBe(0);
    expect((await search('-zas', { types: ['ACTOR'] })).totalCount).toBe(3);
  });

  it('never fails, whatever the string', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom('zas', 'or', '-', '"', "'", '\\', ':*', '<->', '&', '|', '!', '(', ')', '\0', '%', ' '),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const { edges, totalCount } = await search(value);
        expect(edges.length).toBe(Math.min(20, totalCount));
        const { errors } = await app.ask(
          'query($t: String!) { suggest(prefix: $t) { text } actors(filter: { text: $t }) { totalCount } }',
          { t: value },
        );
        expect(errors).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the index', () => {
  it('follows every write of a name, an office and the row itself', async () => {
    const { client } = app;
    const { id } = await client.actor.create({ data: { slug: 'x', name: 'Quentin Xyster', kind: 'PERSON' } });
    expect(await find('xyster')).toEqual(['x']);
    await client.actor.update({ where: { id }, data: { name: 'Quentin Yarrow' } });
    expect([await find('xyster'), await find('yarrow')]).toEqual([[], ['x']]);

    const name = await client.name.create({
      data: { text: 'Ґжегож', kind: 'NATIVE', inSource: false, ordinal: 2, actorId: id },
    });
    expect(await find('gzhegozh')).toEqual(['x']);
    await client.name.update({ where: { id: name.id }, data: { text: 'Bartholomew' } });
    expect([await find('gzhegozh'), await find('bartholomew')]).toEqual([[], ['x']]);
    const zas = await client.actor.findUniqueOrThrow({ where: { slug: 'stanislau-zas' } });
    await client.name.update({ where: { id: name.id }, data: { actorId: zas.id } });
    expect(await find('bartholomew')).toEqual(['stanislau-zas']);
    await client.name.delete({ where: { id: name.id } });
    expect(await find('bartholomew')).toEqual([]);

    const office = await client.office.create({ data: { slug: 'beekeeper', title: 'Chief beekeeper' } });
    await client.tenure.create({ data: { actorId: id, officeId: office.id, ordinal: 1 } });
    expect(await find('beekeeper')).toEqual(['x']);
    await client.office.update({ where: { id: office.id }, data: { title: 'Chief falconer' } });
    expect([await find('beekeeper'), await find('falconer')]).toEqual([[], ['x']]);
    await client.actor.delete({ where: { id } });
    expect(await find('falconer')).toEqual([]);
    await client.office.delete({ where: { id: office.id } });
  });

  it('follows a statement that writes or empties whole tables', async () => {
    const { client } = app;
    await client.$executeRaw`insert into topic (id, slug, name, kind)
      select gen_random_uuid(), 'herd-' || n, 'Herd ' || n, 'SUBJECT' from generate_series(1, 50) n`;
    expect((await search('herd')).totalCount).toBe(50);
    await client.$executeRaw`update topic set name = replace(name, 'Herd', 'Swarm')`;
    expect([(await search('herd')).totalCount, (await search('swarm')).totalCount]).toEqual([0, 50]);
    await client.$executeRaw`delete from topic where slug like 'herd-%'`;
    expect((await search('swarm')).totalCount).toBe(0);
  });

  it('is served by indexes, and takes one word for all texts of a row', async () => {
    const plan = await app.client.$transaction(async (db) => {
      await db.$executeRaw`set local enable_seqscan = off`;
      return db.$queryRaw<object[]>`
        explain (format json) select id from event where search_document @@ search_query(${"'zas'"}::text)`;
    });
    expect(JSON.stringify(plan)).toContain('event_search_document_idx');
    // No phrase begins in the title and ends in the summary.
    expect(await find('"visits Zas met"')).toEqual([]);
    expect(await find('visits met')).toEqual(['undated']);
  });

  it('joins pages to the whole, each found once, and counts them all', async () => {
    const { client } = app;
    await client.topic.createMany({
      data: Array.from({ length: 23 }, (_, n) => ({
        slug: `page-${n}`,
        name: `Paging ${n % 4}`,
        kind: 'SUBJECT' as const,
      })),
    });
    const whole = await search('paging', { first: 100 });
    expect([whole.totalCount, whole.edges.length, whole.pageInfo.hasNextPage]).toEqual([23, 23, false]);
    for (const first of [1, 4, 23]) {
      const keys: string[] = [];
      let after: string | null = null;
      for (;;) {
        const page: Found = await search('paging', { first, after });
        expect([page.totalCount, page.pageInfo.hasPreviousPage]).toEqual([23, after !== null]);
        keys.push(...keysOf(page));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(keys).toEqual(keysOf(whole));
    }
    await client.topic.deleteMany({ where: { slug: { startsWith: 'page-' } } });
  });

  it('takes as many statements for one as for many', async () => {
    const one = await app.ask(SEARCH, { text: 'zas or drone or defence', first: 1, types: ['EVENT'] });
    const many = await app.ask(SEARCH, { text: 'zas or drone or defence', first: 50, types: ['EVENT'] });
    expect(many.statements).toHaveLength(one.statements.length);
    expect((many.data.search as Found).edges.length).toBeGreaterThan(2);
  });
});

describe('suggest', () => {
  const SUGGEST = `query Suggest($prefix: String!, $types: [SearchType!], $first: Int! = 10) {
    suggest(prefix: $prefix, types: $types, first: $first) { text name type node { __typename } }
  }`;
  const suggest = async (prefix: string, more: object = {}) => {
    const { data, errors } = await app.ask<{ suggest: { text: string; name: string; type: string }[] }>(SUGGEST, {
      prefix,
      ...more,
    });
    expect(errors).toBeUndefined();
    return data.suggest.map(({ text, type }) => `${type} ${text}`);
  };

  it('goes on with what was typed, in whatever script', async () => {
    expect(await suggest('st')).toEqual([
      'ACTOR Stanislau Zas',
      'ORGANISATION State Military Industrial Committee',
      'EVENT Stanislau Zas’s visits',
    ]);
    expect(await suggest('Зас', { types: ['ACTOR'] })).toEqual(['ACTOR Станіслаў Зась']);
    expect(await suggest('станіслаў з')).toContain('ACTOR Станіслаў Зась');
    expect(await suggest('Golovch')).toEqual(['ACTOR Raman Halouchanka']);
    expect(await suggest('air')).toEqual(['TOPIC Air defence', 'EVENT Talks on air defence']);
    expect(await suggest('st', { first: 1 })).toHaveLength(1);
  });

  it('suggests nothing to nothing, and refuses what it cannot use', async () => {
    expect(await suggest('')).toEqual([]);
    expect(await suggest('%_')).toEqual([]);
    expect(await suggest('zzz')).toEqual([]);
    expect((await app.ask(SUGGEST, { prefix: 'a', first: 51 })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a text filter', () => {
  const actors = async (text: string) => {
    const { data } = await app.ask<{ actors: { nodes: { slug: string }[] } }>(
      'query($t: String) { actors(filter: { text: $t }) { nodes { slug } } }',
      { t: text },
    );
    return data.actors.nodes.map(({ slug }) => slug);
  };

  it.each([
    ['Golovchenko', ['raman-halouchanka']],
    ['ГАЛОЎЧАНКА', ['raman-halouchanka']],
    ['louch', ['raman-halouchanka']],
    ["Z'as", ['stanislau-zas']],
    ['islaŭ z', ['stanislau-zas']],
    ['зась', ['stanislau-zas']],
    ['nobody', []],
    ['HALAUCANKA 7', []],
  ])('finds %s', async (text, slugs) => {
    expect(await actors(text)).toEqual(slugs);
  });

  it('is served by an index of trigrams', async () => {
    const plan = await app.client.$transaction(async (db) => {
      await db.$executeRaw`set local enable_seqscan = off`;
      return db.$queryRaw<object[]>`explain (format json) select id from event where search_text like ${'%halouch%'}`;
    });
    expect(JSON.stringify(plan)).toContain('event_search_text_idx');
  });
});

describe('a truncated table', () => {
  it('takes what stood in it out of the index', async () => {
    await app.client.$executeRaw`truncate table public.name`;
    const [row] = await app.client.$queryRaw<{ text: string }[]>`
      select search_text as text from actor where slug = 'stanislau-zas'`;
    expect(row?.text).toBe('stanislau zas\nSTANISLAU ZAS');
    expect(await find('zas')).toContain('stanislau-zas');
  });
});
