import { DomainError } from './domain-error.ts';

export class AncestryCycleError extends DomainError {
  readonly code = 'ANCESTRY_CYCLE';
  /** The way round, from a member back to itself. */
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    super(`This goes round in a circle (${keys.join(', ')}): nothing may be its own ancestor.`);
    this.keys = keys;
  }
}

/** What stands above, nearest first; a parent that is not known ends the way up. Throws for a member of a circle. */
export function listAncestors(key: string, parentOf: (key: string) => string | null | undefined): readonly string[] {
  // A Set keeps the order, and ends the walk when the circle is further up: that one is told of its own members.
  const ancestors = new Set<string>();
  for (let next = parentOf(key); next && !ancestors.has(next); next = parentOf(next)) {
    if (next === key) throw new AncestryCycleError([key, ...ancestors, key]);
    ancestors.add(next);
  }
  return [...ancestors];
}
