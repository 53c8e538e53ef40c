import type { ActorKind } from '../../generated/prisma/enums.ts';
import { type Combinators, given, oneOf, whereFilter, whereNamed } from '../../lib/where.ts';
import { anyCalled, someRecord } from '../identity/cluster.reads.ts';

export interface ActorFilter extends Combinators<ActorFilter> {
  readonly kinds?: readonly ActorKind[] | null;
  readonly countries?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly offices?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereActor(filter: ActorFilter): object {
  return whereFilter(filter, (own) => [
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.countries, (codes) => ({ country: { code: oneOf(codes) } })),
    given(own.organisations, (slugs) => ({
      ...someRecord({ tenures: { some: { office: { organisation: anyCalled(slugs) } } } }),
    })),
    given(own.offices, (slugs) => someRecord({ tenures: { some: { office: { slug: oneOf(slugs) } } } })),
    given(own.events, (slugs) => someRecord({ participations: { some: { event: { slug: oneOf(slugs) } } } })),
    given(own.text, (text) => someRecord(whereNamed(text))),
  ]);
}
