import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldText, keyOf } from '../../../src/lib/fold.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

describe('a key', () => {
  it.each([
    ['Golovchenko', 'Halouchanka', 'Галоўчанка', 'Головченко', 'Hałoučanka'],
    ['Lukashenka', 'Lukashenko', 'Лукашэнка', 'Лукашенко', 'Łukaszenka', 'Lukašenka'],
    ['Zas', 'Zas’', 'Зась'],
    ['Raukou', 'Ravkov', 'Раўкоў', 'Равков'],
    ['Aliaksandr', 'Alexander', 'Александр', 'Аляксандр', 'Aleksandr'],
    ['Belakoneu', 'Belokonev', 'Белоконев'],
    ['Uladzimir', 'Vladimir', 'Владимир', 'Уладзімір', 'Wladimir'],
    ['Siarhei', 'Sergei', 'Сергей', 'Сяргей'],
    ['Karaeu', 'Karayev', 'Караев', 'Караеў'],
    ['Vučić', 'Vuchich', 'Вучић', 'Вучич'],
  ])('is one for %s and its other spellings', (...spellings) => {
    expect(new Set(spellings.map((spelling) => keyOf(foldText(spelling)))).size).toBe(1);
  });

  it('tells different names apart', () => {
    const names = ['Zas', 'Raukou', 'Lukashenka', 'Makei', 'Vakulchyk', 'Karaeu', 'Patrushev', 'Shoigu', 'Belakoneu'];
    expect(new Set(names.map((name) => keyOf(foldText(name)))).size).toBe(names.length);
  });
});

describe('folding', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const inSql = (texts: readonly string[]) =>
    database.client.$queryRaw<{ folded: string; key: string }[]>`
      select search_fold(text) as folded, search_key(search_fold(text)) as key
      from unnest(${[...texts]}::text[]) with ordinality as given(text, place) order by place`;

  it('is the same in SQL and here', async () => {
    // Blocks in which names are written; PostgreSQL and Node know different versions of the rest of Unicode.
    const letter = fc.oneof(
      fc.integer({ min: 1, max: 0x24f }),
      fc.integer({ min: 0x300, max: 0x36f }),
      fc.constantFrom(...[..."'’sS ab"]).map((character) => character.codePointAt(0) as number),
      fc.integer({ min: 0x370, max: 0x52f }).filter((code) => /\p{Assigned}/u.test(String.fromCodePoint(code))),
      fc.integer({ min: 0x2000, max: 0x2064 }),
      fc.constantFrom(...[...'ĄəİıẞﬁＡ№½…«»“”„–—Ґґ中文']).map((character) => character.codePointAt(0) as number),
    );
    const text = fc.array(letter, { maxLength: 30 }).map((codes) => String.fromCodePoint(...codes));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 60 }), async (texts) => {
        const rows = await inSql(texts);
        expect(rows).toEqual(texts.map((value) => ({ folded: foldText(value), key: keyOf(foldText(value)) })));
      }),
      { numRuns: 10 },
    );
  });

  it('changes nothing that has been folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it.each([
    ['Stanislau Zas’s visit', 'stanislau zas visit'],
    ["  O'Neill \t Ў\u0000й ", 'oneill u i'],
    ['Łódź – Ærø', 'lodz - aero'],
    ['Подъём ЩУКА', 'podem shchuka'],
    ['İlham Əliyev', 'ilham aliyev'],
  ])('makes of %s what one would type', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
