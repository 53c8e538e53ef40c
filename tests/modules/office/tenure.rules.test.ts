import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/day.ts';
import { checkTenures } from '../../../src/modules/office/tenure.rules.ts';
import { refusalOf } from '../refusal.ts';

describe('the tenures of an actor', () => {
  it('may be of one office twice, from different days', () => {
    const from = parseDay('2019-09-01');
    expect(() =>
      checkTenures([
        { officeId: 'minister', from },
        { officeId: 'minister', from: null },
      ]),
    ).not.toThrow();
  });

  it('are of one office from one day once, also where the day is unknown', () => {
    for (const text of ['2019-09-01', '']) {
      const twice = [1, 2].map(() => ({ officeId: 'minister', from: parseDay(text) }));
      expect(refusalOf(() => checkTenures(twice))).toMatchObject({ code: 'TENURE_REPEATED', officeId: 'minister' });
    }
  });
});
