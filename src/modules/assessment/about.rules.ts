import { findRepeated } from '../../lib/repeated.ts';
import { AboutRepeatedError } from './about.errors.ts';

export type TargetKind = 'event' | 'agreement' | 'statistic' | 'statement' | 'actor' | 'organisation' | 'country';

/** What a statement or an assessment is about. */
export interface NewTarget {
  readonly kind: TargetKind;
  readonly id: string;
}

export function checkTargets(targets: readonly NewTarget[]): void {
  const repeated = findRepeated(targets, ({ kind, id }) => JSON.stringify([kind, id]));
  if (repeated) throw new AboutRepeatedError(repeated.id);
}
