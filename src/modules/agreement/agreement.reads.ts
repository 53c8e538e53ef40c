import type { AgreementKind, AgreementStatus } from '../../generated/prisma/enums.ts';
import {
  type Combinators,
  type DateRange,
  given,
  oneOf,
  whereDates,
  whereFilter,
  whereNamed,
} from '../../lib/where.ts';
import { anyCalled, standingFor } from '../identity/cluster.reads.ts';

export interface AgreementFilter extends Combinators<AgreementFilter> {
  readonly kinds?: readonly AgreementKind[] | null;
  readonly statuses?: readonly AgreementStatus[] | null;
  readonly countries?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly signatories?: readonly string[] | null;
  readonly signed?: DateRange | null;
  readonly isDated?: boolean | null;
  readonly valid?: DateRange | null;
  readonly reports?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereAgreement(filter: AgreementFilter): object {
  return whereFilter(filter, (own) => [
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.statuses, (statuses) => ({ status: oneOf(statuses) })),
    given(own.countries, (codes) => {
      const country = { code: oneOf(codes) };
      return { parties: { some: { OR: [{ country }, { organisation: { country } }] } } };
    }),
    given(own.organisations, (slugs) => ({ parties: { some: { organisation: anyCalled(slugs) } } })),
    given(own.signatories, (slugs) => ({ signatories: { some: { actor: anyCalled(slugs) } } })),
    given(own.signed, (range) => whereDates('signedOn', 'signedOn', range)),
    given(own.isDated, (isDated) => ({ signedOn: isDated ? { not: null } : null })),
    given(own.valid, (range) => whereDates('validFrom', 'validTo', range)),
    given(own.reports, (slugs) => ({ citations: { some: { passage: { report: { slug: oneOf(slugs) } } } } })),
    given(own.text, whereNamed),
  ]);
}

/** Statuses of what was concluded, whatever became of it; an offer or a talk is not. */
const CONCLUDED = ['SIGNED', 'IN_FORCE', 'EXPIRED', 'TERMINATED'] satisfies AgreementStatus[];

/**
 * Signed by the actor, or concluded at an event in which the actor took part or at a part of such an event. A session that
 * only reviews what was agreed before concludes nothing: the step itself is an event of its own kind.
 */
export function whereActorAgreed(actorId: string): object {
  const actor = standingFor(actorId);
  const tookPart = { participations: { some: { actor } } };
  return {
    OR: [
      { signatories: { some: { actor } } },
      {
        AND: [
          { status: oneOf(CONCLUDED) },
          { events: { some: { event: { kind: 'AGREEMENT_STEP', OR: [tookPart, { parent: tookPart }] } } } },
        ],
      },
    ],
  };
}
