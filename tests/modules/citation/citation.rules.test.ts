import { describe, expect, it } from 'vitest';
import { checkCitations, checkQuote } from '../../../src/modules/citation/citation.rules.ts';
import { refusalOf } from '../refusal.ts';

describe('the citations of a fact', () => {
  it('are at least one, and each passage once', () => {
    expect(() => checkCitations([{ passageId: '1' }, { passageId: '1.1' }])).not.toThrow();
    expect(refusalOf(() => checkCitations([])).code).toBe('CITATION_MISSING');
    expect(refusalOf(() => checkCitations([{ passageId: '1' }, { passageId: '2' }, { passageId: '1' }]))).toMatchObject(
      {
        code: 'CITATION_REPEATED',
        passageId: '1',
      },
    );
  });
});

describe('a quote', () => {
  it('has seven words and no more', () => {
    expect(() => checkQuote(' one two three four  five six-and-a-half seven ')).not.toThrow();
    expect(refusalOf(() => checkQuote('one two three four five six seven eight'))).toMatchObject({
      code: 'QUOTE_TOO_LONG',
      words: 8,
    });
  });
});
