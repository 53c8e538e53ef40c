import type { OrganisationKind } from '../../generated/prisma/enums.ts';
import { type Combinators, given, oneOf, whereFilter, whereNamed } from '../../lib/where.ts';
import { anyCalled, someRecord } from '../identity/cluster.reads.ts';

export interface OrganisationFilter extends Combinators<OrganisationFilter> {
  readonly kinds?: readonly OrganisationKind[] | null;
  readonly countries?: readonly string[] | null;
  readonly parents?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereOrganisation(filter: OrganisationFilter): object {
  return whereFilter(filter, (own) => [
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.countries, (codes) => ({ country: { code: oneOf(codes) } })),
    given(own.parents, (slugs) => ({ parent: anyCalled(slugs) })),
    given(own.text, (text) => someRecord(whereNamed(text))),
  ]);
}
