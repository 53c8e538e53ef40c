import { describe, expect, it } from 'vitest';
import { checkPassageOrder, passageKind } from '../../../src/modules/report/passage.rules.ts';
import { refusalOf } from '../refusal.ts';

describe('the number of a passage', () => {
  it('tells a paragraph from a bullet', () => {
    expect([passageKind('21'), passageKind('21.3'), passageKind('21.10')]).toEqual(['PARAGRAPH', 'BULLET', 'BULLET']);
  });

  it.each(['', '0', '01', '1.', '1.0', '1.01', '1.1.1', 'a', '-1', '1 '])('is not "%s"', (number) => {
    expect(refusalOf(() => passageKind(number))).toMatchObject({ code: 'PASSAGE_NUMBER', number });
  });

  const follows = (previous: string | null, number: string) =>
    checkPassageOrder(previous === null ? null : { number: previous, section: 1 }, { number, section: 1 });

  it.each([
    [null, '1'],
    ['1', '2'],
    ['1', '1.1'],
    ['1.9', '1.10'],
    ['1.9', '2'],
  ])('after %s may be %s', (previous, number) => {
    expect(() => follows(previous, number)).not.toThrow();
  });

  it.each([
    [null, '2', ['1']],
    [null, '0.1', ['1']],
    ['1', '1', ['2', '1.1']],
    ['1', '3', ['2', '1.1']],
    ['1', '2.1', ['2', '1.1']],
    ['1.1', '1.3', ['2', '1.2']],
  ])('after %s is not %s', (previous, number, expected) => {
    expect(refusalOf(() => follows(previous, number))).toMatchObject({ code: 'PASSAGE_ORDER', number, expected });
  });
});

describe('the section of a passage', () => {
  it('is that of the passage before, or a later one', () => {
    const check = (before: number, section: number) =>
      checkPassageOrder({ number: '1', section: before }, { number: '2', section });
    expect(() => check(1, 1)).not.toThrow();
    expect(() => check(1, 3)).not.toThrow();
    expect(refusalOf(() => check(2, 1)).code).toBe('PASSAGE_SECTION_ORDER');
  });
});
