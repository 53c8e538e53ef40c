import type { AssessmentKind, Likelihood } from '../../generated/prisma/enums.ts';
import { type Combinators, given, oneOf, whereFilter, whereWording } from '../../lib/where.ts';
import { anyCalled } from '../identity/cluster.reads.ts';

export interface AssessmentFilter extends Combinators<AssessmentFilter> {
  readonly kinds?: readonly AssessmentKind[] | null;
  readonly likelihoods?: readonly Likelihood[] | null;
  readonly isHedged?: boolean | null;
  readonly reports?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  readonly agreements?: readonly string[] | null;
  readonly actors?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereAssessment(filter: AssessmentFilter): object {
  return whereFilter(filter, (own) => [
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.likelihoods, (likelihoods) => ({
      AND: [{ likelihood: { not: null } }, { likelihood: oneOf(likelihoods) }],
    })),
    given(own.isHedged, (isHedged) => ({ hedge: isHedged ? { not: null } : null })),
    given(own.reports, (slugs) => ({ report: { slug: oneOf(slugs) } })),
    given(own.events, (slugs) => ({ about: { some: { targetEvent: { slug: oneOf(slugs) } } } })),
    given(own.agreements, (slugs) => ({ about: { some: { targetAgreement: { slug: oneOf(slugs) } } } })),
    given(own.actors, (slugs) => ({ about: { some: { targetActor: anyCalled(slugs) } } })),
    given(own.organisations, (slugs) => ({ about: { some: { targetOrganisation: anyCalled(slugs) } } })),
    given(own.countries, (codes) => ({ about: { some: { targetCountry: { code: oneOf(codes) } } } })),
    given(own.text, whereWording),
  ]);
}
