import { describe, expect, it } from 'vitest';
import { findQuantities, numberOf } from '../../../src/ingest/rules/quantities.ts';

const read = (text: string) =>
  findQuantities(text).map(({ value, lower, upper, comparator, unit }) => [
    value ?? `${lower}-${upper}`,
    comparator,
    unit,
  ]);

describe('findQuantities', () => {
  it.each([
    ['More than 2 thousand sailors came.', [2000, 'MORE_THAN', '{person}']],
    ['About 1,250 pieces of equipment were shown.', [1250, 'ABOUT', '{unit}']],
    ['Almost 3.5 tonnes of fish were caught.', [3.5, 'ALMOST', 't']],
    ['Up to 40 km of nets were laid.', [40, 'AT_MOST', 'km']],
    ['No fewer than 7 boats were lost.', [7, 'AT_LEAST', '{boat}']],
    ['Fewer than 90 per cent of them hold.', [90, 'LESS_THAN', '%']],
    ['Thirty-five boats sailed.', [35, 'EXACT', '{boat}']],
    ['It cost USD 1.2 million in all.', [1200000, 'EXACT', '{USD}']],
    ['It cost around 300 thousand euros.', [300000, 'ABOUT', '{EUR}']],
    ['The level is 98-99% of the old one.', ['98-99', 'BETWEEN', '%']],
    ['2-3 thousand people are needed.', ['2000-3000', 'BETWEEN', '{person}']],
    ['They fired four-barrel guns.', [4, 'EXACT', '{barrel}']],
    ['Painting one boat took no more than 20 minutes.', [20, 'AT_MOST', 'min/{boat}']],
    ['They bought 6 armoured personnel carriers.', [6, 'EXACT', '{carrier}']],
    ['Five units of pistols were found.', [5, 'EXACT', '{pistol}']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    'On May 3, 2031 the 16th crew of the 7th brigade left.',
    'The two sides met for one of the talks.',
    'For 8 months of this year it rained.',
    'The Su-27 and the “Falcon-2031” flew.',
    'A number of boats left in 2030.',
    'Resolution 1540 is in force.',
    'The plan for 2030-2031 was signed.',
  ])('finds no figure in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('leaves a bare figure the unit of the one before, and says what it is compared with or part of', () => {
    expect(findQuantities('65 boats against 43 were lost.')).toMatchObject([
      { value: 65, baselineOf: null },
      { value: 43, unit: '{boat}', baselineOf: 0 },
    ]);
    expect(findQuantities('200 boats, including 60 units of rowing boats, sailed.')).toMatchObject([
      { value: 200, partOf: null },
      { value: 60, partOf: 0 },
    ]);
    expect(findQuantities('Out of 12 lakes, only three are clean.')).toMatchObject([
      { value: 12, unit: '{lake}' },
      { value: 3, unit: '{lake}', partOf: 0 },
    ]);
    expect(findQuantities('Two out of three planned harbours are ready.')).toMatchObject([
      { value: 2, unit: '{harbour}' },
      { value: 3, unit: '{harbour}' },
    ]);
  });

  it('marks exactly the words of the figure', () => {
    const text = 'In total, more than 2 thousand sailors came.';
    expect(findQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'more than 2 thousand sailors',
    ]);
  });

  it.each([
    ['1,054.6', 1054.6],
    ['449.11', 449.11],
    ['12 345', 12345],
    ['3,5', 3.5],
    ['2 thousand', 2000],
    ['a hundred', 100],
    ['twenty-one', 21],
    ['1.1 thousand', 1100],
    ['many', null],
  ])('takes %j for %j', (printed, value) => {
    expect(numberOf(printed)).toBe(value);
  });
});
