import type { ChangeKind } from '../../generated/prisma/enums.ts';
import { type Combinators, given, oneOf, whereFilter } from '../../lib/where.ts';
import { instantOfSet } from './change.rules.ts';

export interface ChangeFilter extends Combinators<ChangeFilter> {
  readonly entityTypes?: readonly string[] | null;
  readonly keys?: readonly string[] | null;
  readonly kinds?: readonly ChangeKind[] | null;
  readonly by?: readonly string[] | null;
  readonly actions?: readonly string[] | null;
  readonly sets?: readonly string[] | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

export function whereChange(filter: ChangeFilter): object {
  return whereFilter(filter, (own) => [
    given(own.entityTypes, (types) => ({ entityType: oneOf(types) })),
    given(own.keys, (keys) => ({ key: oneOf(keys) })),
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.by, (names) => ({ set: { by: oneOf(names) } })),
    // Null is compared with nothing, or `not` would be no complement.
    given(own.actions, (actions) => ({ set: { action: { not: null, ...oneOf(actions) } } })),
    // What names no instant names no set.
    given(own.sets, (sets) => ({ set: { at: oneOf(sets.flatMap((set) => instantOfSet(set) ?? [])) } })),
    given(own.since, (instant) => ({ set: { at: { gte: instant } } })),
    given(own.until, (instant) => ({ set: { at: { lte: instant } } })),
  ]);
}

/** The changes by which an edition came before the public, for the first time or anew. */
export const WHERE_PUBLISHED: object = {
  entityType: 'Report',
  OR: [{ kind: 'CREATED' }, { kind: 'UPDATED', set: { action: 'PUBLISHED' } }],
};
