import { DomainError } from '../../src/lib/domain-error.ts';

/** The refusal that a rule answers with; its code and facts are what a caller relies on. */
export function refusalOf(rule: () => unknown): DomainError {
  try {
    rule();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('The rule refused nothing.');
}
