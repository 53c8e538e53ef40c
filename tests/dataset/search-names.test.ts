import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

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
