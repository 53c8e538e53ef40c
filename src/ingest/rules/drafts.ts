import type {
  AgreementKind,
  AgreementStatus,
  AssessmentKind,
  DateBasis,
  DatePrecision,
  EventKind,
  EventModality,
  Likelihood,
  ParticipationRole,
} from '../../generated/prisma/enums.ts';
import type { Entity } from './entities.ts';
import type { FoundQuantity } from './quantities.ts';
import type { Range } from './sentences.ts';

/** Whoever takes part, speaks or concludes: somebody named, or a state. */
export type Side = { readonly entity: Entity } | { readonly country: string };

export interface DraftParticipation {
  readonly side: Side;
  readonly role: ParticipationRole;
  readonly office: string | null;
  readonly body: Entity | null;
}

export interface DraftDates {
  readonly start: string | null;
  readonly end: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly precision: DatePrecision;
  readonly basis: DateBasis | null;
}

export type DraftPlace = { readonly entity: Entity } | { readonly country: string; readonly capital: string | null };

/** Words of one passage on which something rests. */
export interface Anchor extends Range {
  readonly passage: string;
}

export interface DraftEvent {
  readonly kind: EventKind;
  readonly rule: string;
  readonly anchor: Anchor;
  score: number;
  modality: EventModality;
  dates: DraftDates;
  place: DraftPlace | null;
  participations: DraftParticipation[];
  parent: DraftEvent | null;
  /** The proper name in the text, of an exercise for instance. */
  name: string | null;
  ordinal: number | null;
  /** What it was, in our words: "tour of enterprises"; null where kind and participants say it. */
  readonly topic: string | null;
  readonly cites: Anchor[];
}

export interface DraftAgreement {
  readonly kind: AgreementKind;
  readonly status: AgreementStatus;
  readonly rule: string;
  readonly anchor: Anchor;
  readonly score: number;
  readonly known: Entity | null;
  readonly parties: readonly (Side & { readonly proposer?: boolean })[];
  readonly signatories: readonly Entity[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly event: DraftEvent | null;
  readonly cites: Anchor[];
}

export interface DraftStatistic {
  readonly quantity: FoundQuantity;
  /** The words of its sentence between the figures before and after it. */
  readonly near: string;
  readonly anchor: Anchor;
  readonly nature: 'REPORTED' | 'PLANNED' | 'CLAIMED' | 'ESTIMATED';
  readonly period: { readonly start: string; readonly end: string | null } | null;
  readonly area: string | null;
  readonly attributedTo: Side | null;
  readonly event: DraftEvent | null;
  baseline: DraftStatistic | null;
  partOf: DraftStatistic | null;
}

export interface DraftStatement {
  readonly rule: string;
  readonly anchor: Anchor;
  readonly score: number;
  readonly speaker: Side | null;
  readonly event: DraftEvent | null;
  readonly about: readonly Side[];
}

export interface DraftAssessment {
  readonly rule: string;
  readonly anchor: Anchor;
  readonly score: number;
  readonly kind: AssessmentKind;
  readonly hedge: string | null;
  readonly likelihood: Likelihood | null;
  readonly about: readonly (Side | { readonly event: DraftEvent })[];
}

export const isSameSide = (one: Side, other: Side): boolean =>
  'entity' in one
    ? 'entity' in other && one.entity === other.entity
    : 'country' in other && one.country === other.country;
