import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

/** A letter of the word left out, doubled, changed or swapped with the next; its first stays as it is. */
function slipsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).flatMap((letter, n) => {
    const [head, tail] = [letters.slice(0, n + 1).join(''), letters.slice(n + 2).join('')];
    const swapped = tail ? [`${head}${tail[0]}${letter}${tail.slice(1)}`] : [];
    return [`${head}${tail}`, `${head}${letter}${letter}${tail}`, `${head}q${tail}`, ...swapped];
  });
}

describe('a search of the dataset', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ seed: true });
  });
  afterAll(() => app.close());

  it.each([
    ['raman-halouchanka', ['Golovchenko', 'Halouchanka', 'Галоўчанка', 'Головченко', 'Haloučanka', 'Halouchenko']],
    [
      'aliaksandr-lukashenka',
      ['Lukashenko', 'Łukaszenka', 'Лукашэнка', 'Лукашенко', 'Alexander Lukashenko', 'lukashneka'],
    ],
    ['stanislau-zas', ['Zas', 'Зась', 'Станислав Зась', "Zas'"]],
    ['andrei-raukou', ['Ravkov', 'Раўкоў', 'Равков']],
    ['aleh-belakoneu', ['Belakonev', 'Белоконев', 'Belakonef', 'Oleg Belokonev']],
    ['nikolai-patrushev', ['Patrushew', 'Патрушев', 'Patrushov']],
    ['david-hale', ['Hale', 'Хейл', 'Дэвид Хейл', 'Halle']],
    ['david-muhoozi', ['Muhoozi', 'Makhuzi', 'Мухузи']],
    ['liu-sheng', ['Liu Sheng', 'Лю Шэн', 'Liu Shen']],
    ['nenad-miloradovic', ['Miloradovic', 'Милорадовић', 'Miloradovich']],
  ])('finds %s first, however the name is spelled', async (slug, spellings) => {
    for (const text of spellings) {
      const { data } = await app.ask<{ search: { nodes: { slug?: string }[] } }>(
        'query($text: String!) { search(text: $text, first: 1) { nodes { ... on Actor { slug } } } }',
        { text },
      );
      expect(data.search.nodes, text).toEqual([{ slug }]);
    }
  });

  it('finds everybody by a name of five letters or more with one of them wrong', async () => {
    const { data } = await app.ask<{ actors: { nodes: { slug: string; names: { text: string }[] }[] } }>(
      '{ actors(first: 100, filter: { kinds: [PERSON] }) { nodes { slug names { text } } } }',
    );
    const asked = data.actors.nodes.flatMap(({ slug, names }) => {
      const words = names.flatMap(({ text }) => text.split(' ').slice(-1)).filter((word) => word.length >= 5);
      return [...new Set(words.flatMap(slipsOf))].map((text) => ({ slug, text }));
    });
    expect(asked.length).toBeGreaterThan(500);
    const missed: string[] = [];
    for (let start = 0; start < asked.length; start += 25) {
      const some = asked.slice(start, start + 25);
      const fields = some.map(
        ({ text }, n) => `a${n}: search(text: "${text}", types: [ACTOR], first: 3) { nodes { ... on Actor { slug } } }`,
      );
      const answer = await app.ask<Record<string, { nodes: { slug: string }[] }>>(`{ ${fields.join(' ')} }`);
      expect(answer.errors).toBeUndefined();
      for (const [n, { slug, text }] of some.entries()) {
        if (!answer.data[`a${n}`]?.nodes.some((node) => node.slug === slug)) missed.push(`${text} (${slug})`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('suggests what is spelled as typed before what only sounds so', async () => {
    const { data } = await app.ask<{ suggest: { text: string; node: { slug: string } }[] }>(
      '{ suggest(prefix: "Голо", types: [ACTOR]) { text node { ... on Actor { slug } } } }',
    );
    expect(data.suggest[0]).toEqual({ text: 'Роман Головченко', node: { slug: 'raman-halouchanka' } });
    expect(data.suggest.map(({ node }) => node.slug)).toContain('david-hale');
  });

  it('opens what it finds down to the passages', async () => {
    const { data } = await app.ask<{ search: { nodes: { citations: { passage: { number: string } }[] }[] } }>(`{
      search(text: "missile", types: [EVENT, STATEMENT, ASSESSMENT, STATISTIC]) {
        nodes { ... on Cited { citations { passage { number } } } }
      }
    }`);
    expect(data.search.nodes.length).toBeGreaterThan(0);
    for (const { citations } of data.search.nodes) expect(citations.length).toBeGreaterThan(0);
  });
});
