import { describe, expect, it } from 'vitest';
import { type NewName, normaliseNames } from '../../../src/modules/name/name.rules.ts';
import { refusalOf } from '../refusal.ts';

const variant: NewName = { text: 'B', kind: 'VARIANT', language: null, inSource: true };

describe('the names of a thing', () => {
  it('begin with the preferred one', () => {
    expect(normaliseNames({ text: 'A', inSource: false }, [variant])).toEqual([
      { text: 'A', kind: 'PREFERRED', language: null, inSource: false },
      variant,
    ]);
  });

  it('have one preferred among them', () => {
    const second = { ...variant, kind: 'PREFERRED' as const };
    expect(refusalOf(() => normaliseNames({ text: 'A', inSource: true }, [second]))).toMatchObject({
      code: 'SECOND_PREFERRED_NAME',
      text: 'B',
    });
  });

  it.each([
    ['the preferred one', [{ ...variant, text: 'A' }], 'A'],
    ['another', [variant, { ...variant, kind: 'MISSPELLING' as const }], 'B'],
  ])('do not repeat %s', (_, others, text) => {
    expect(refusalOf(() => normaliseNames({ text: 'A', inSource: true }, others))).toMatchObject({
      code: 'NAME_REPEATED',
      text,
    });
  });

  it('differ by their capitals', () => {
    expect(normaliseNames({ text: 'A', inSource: true }, [{ ...variant, text: 'a' }])).toHaveLength(2);
  });
});
