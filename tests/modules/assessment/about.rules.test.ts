import { describe, expect, it } from 'vitest';
import { checkTargets } from '../../../src/modules/assessment/about.rules.ts';
import { refusalOf } from '../refusal.ts';

describe('what an assessment is about', () => {
  it('is each thing once', () => {
    const event = { kind: 'event', id: 'one' } as const;
    expect(() => checkTargets([event, { kind: 'agreement', id: 'one' }])).not.toThrow();
    expect(refusalOf(() => checkTargets([event, { ...event }]))).toMatchObject({
      code: 'ABOUT_REPEATED',
      targetId: 'one',
    });
  });
});
