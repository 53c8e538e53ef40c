import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../src/ingest/rules/numbers.ts';
import { findQuantities } from '../../../src/ingest/rules/quantities.ts';

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
    ['Half a million euros were lost.', [500000, 'EXACT', '{EUR}']],
    ['Two and a half thousand sailors came.', [2500, 'EXACT', '{person}']],
    ['One hundred and twenty boats sailed.', [120, 'EXACT', '{boat}']],
    ['They made 14 sorties.', [14, 'EXACT', '{sortie}']],
    ['They found 3 million pieces.', [3000000, 'EXACT', '{piece}']],
    ['There were 40 facts of poaching.', [40, 'EXACT', '{case}']],
    ['The storm lasted about 11 minutes.', [11, 'ABOUT', 'min']],
    ['He was sentenced to 9 years of imprisonment.', [9, 'EXACT', 'a']],
    ['It costs USD 120 per tonne.', [120, 'EXACT', '{USD}/t']],
    ['It costs EUR 90 per 1 thousand cubic metres.', [90, 'EXACT', '{EUR}/(1000.m3)']],
    ['The group of four left.', [4, 'EXACT', '{person}']],
    ['Sailors, of whom there are more than 5 thousand, sang.', [5000, 'MORE_THAN', '{person}']],
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
    'Protocol No. 7, Article 15 and Room 12 are not counted.',
    'In the second half of 2030 the two countries met for three days.',
    'He is 54.',
    'At 10:30, Unit 3214 left.',
  ])('finds no figure in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['1,450 boats sailed, of which 1,020 to the north, up to 250 to the south.', [1450, 1020, 250]],
    ['Out of 16 inspected boats, 14 received a mark.', [16, 14]],
    ['This year 600 boats sank (last year about 300).', [600, 300]],
    ['They won three gold and five bronze medals.', [3, 5]],
    ['The number of storms rose from 9 to 12.', [9, 12]],
    ['In all, 312 boats were mended and 41 were sold.', [312, 41]],
  ])('gives the figures of %j one unit', (text, values) => {
    const found = findQuantities(text);
    expect(found.map(({ value }) => value)).toEqual(values);
    expect(new Set(found.map(({ unit }) => unit)).size).toBe(1);
  });

  it('carries the unit into the next sentence only where that speaks of the same', () => {
    const [boats = null] = findQuantities('600 boats sank.');
    expect(findQuantities('Among them, almost 80 are new.', [], boats)).toMatchObject([{ value: 80, unit: '{boat}' }]);
    expect(findQuantities('The year before it was 80.', [], boats)).toMatchObject([{ value: 80, unit: '{boat}' }]);
    expect(findQuantities('He is 54.', [], boats)).toEqual([]);
  });

  it.each([
    [
      'Of 412 posts, nearly a quarter are free.',
      [
        [412, 'EXACT', '{post}'],
        [25, 'ALMOST', '%'],
      ],
    ],
    [
      'Only one in five sailors (19.6%) has it.',
      [
        [20, 'EXACT', '%'],
        [19.6, 'EXACT', '%'],
      ],
    ],
    [
      'Thirteen of the fifteen boats sailed.',
      [
        [13, 'EXACT', '{boat}'],
        [15, 'EXACT', '{boat}'],
      ],
    ],
    [
      'They won 4 gold, 7 silver and 9 bronze medals.',
      [
        [4, 'EXACT', '{medal}'],
        [7, 'EXACT', '{medal}'],
        [9, 'EXACT', '{medal}'],
      ],
    ],
    ['A boat costs USD 5,600; 300 were bought.', [[5600, 'EXACT', '{USD}']]],
    ['Some 2.7 million tonnes of oil a month pass.', [[2.7e6, 'ABOUT', 't/mo']]],
    ['Two thousand five hundred herders came.', [[2500, 'EXACT', '{herder}']]],
    [
      'Half an hour was lost, and sales made $3.5bn.',
      [
        [0.5, 'EXACT', 'h'],
        [3.5e9, 'EXACT', '{USD}'],
      ],
    ],
    [
      'The term of service was cut from 60 to 45 days.',
      [
        [60, 'EXACT', 'd'],
        [45, 'EXACT', 'd'],
      ],
    ],
    [
      'They sent 31, 28 and 6 sailors respectively.',
      [
        [31, 'EXACT', '{person}'],
        [28, 'EXACT', '{person}'],
        [6, 'EXACT', '{person}'],
      ],
    ],
    [
      '58 guns and 70 nets were taken, while before these figures were 41 and 5 respectively.',
      [
        [58, 'EXACT', '{gun}'],
        [70, 'EXACT', '{net}'],
        [41, 'EXACT', '{gun}'],
        [5, 'EXACT', '{net}'],
      ],
    ],
    [
      'Of 64 boats, 21 and 13 fall on Bodø and Tromsø respectively.',
      [
        [64, 'EXACT', '{boat}'],
        [21, 'EXACT', '{boat}'],
        [13, 'EXACT', '{boat}'],
      ],
    ],
    [
      'Collisions have become rarer (17 against 34 in 2030).',
      [
        [17, 'EXACT', '{collision}'],
        [34, 'EXACT', '{collision}'],
      ],
    ],
    [
      'It bought 24 nets for USD 7 million; another 76 of them follow.',
      [
        [24, 'EXACT', '{net}'],
        [7e6, 'EXACT', '{USD}'],
        [76, 'EXACT', '{net}'],
      ],
    ],
    [
      'Of 27 plans, 6 lag behind, and 2 have been closed.',
      [
        [27, 'EXACT', '{plan}'],
        [6, 'EXACT', '{plan}'],
        [2, 'EXACT', '{plan}'],
      ],
    ],
    [
      'Three quarters of the nets were new, twice as many as before.',
      [
        [75, 'EXACT', '%'],
        [2, 'EXACT', '1'],
      ],
    ],
    [
      'A pilot earns USD 1,150 a month, 1.4 times less than a cook.',
      [
        [1150, 'EXACT', '{USD}/mo'],
        [1.4, 'EXACT', '1'],
      ],
    ],
    [
      'Losses totalled 12 killed and 31 wounded.',
      [
        [12, 'EXACT', '{person}'],
        [31, 'EXACT', '{person}'],
      ],
    ],
    [
      'A 300-strong garrison and a staff of 640 stayed for less than four hours.',
      [
        [300, 'EXACT', '{person}'],
        [640, 'EXACT', '{person}'],
        [4, 'LESS_THAN', 'h'],
      ],
    ],
    ['From May to July 58 boats left between 3 and 5 p.m.', [[58, 'EXACT', '{boat}']]],
    ['On 12 March 17 boats left.', [[17, 'EXACT', '{boat}']]],
    [
      'The two pilots and the first six boats were safe.',
      [
        [2, 'EXACT', '{person}'],
        [6, 'EXACT', '{boat}'],
      ],
    ],
    ['It cost between EUR 40 and 45 million.', [['40000000-45000000', 'BETWEEN', '{EUR}']]],
    [
      '14 to 16 aircraft flew at 400 horsepower.',
      [
        ['14-16', 'BETWEEN', '{aircraft}'],
        [400, 'EXACT', '[HP]'],
      ],
    ],
  ])('reads the figures of %j by their form', (text, expected) => {
    expect(read(text)).toEqual(expected);
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
