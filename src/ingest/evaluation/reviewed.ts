export type Cite = string | { readonly passage: string; readonly quote?: string | undefined };

export interface Names {
  readonly slug: string;
  readonly name: string;
  readonly nameInSource?: boolean;
  readonly names?: readonly { readonly text: string; readonly inSource?: boolean }[];
}

export interface Party {
  readonly actor?: string;
  readonly organisation?: string;
  readonly country?: string;
}

export interface Participation extends Party {
  readonly role: string;
  readonly statedOffice?: string;
}

export interface ReviewedEvent {
  readonly kind: string;
  readonly start?: string;
  readonly end?: string;
  readonly precision: string;
  readonly basis?: string;
  readonly topics?: readonly string[];
  readonly cites: readonly Cite[];
  readonly participations?: readonly Participation[];
}

export interface ReviewedAgreement {
  readonly kind: string;
  readonly status: string;
  readonly parties: readonly Party[];
  readonly cites: readonly Cite[];
}

export interface ReviewedStatistic {
  /** Left out by keys in which no figure refers to another. */
  readonly slug?: string;
  readonly indicator: string;
  readonly value?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly comparator: string;
  readonly baseline?: string;
  readonly partOf?: string;
  readonly cites: readonly Cite[];
}

export interface ReviewedStatement {
  readonly speaker?: Party;
  readonly topics?: readonly string[];
  readonly cites: readonly Cite[];
}

export interface ReviewedAssessment {
  readonly kind: string;
  readonly hedge?: string;
  readonly cites: readonly Cite[];
}

/** An edition as reviewed, its days as text, with as much of it as is measured. What a key leaves out is not measured. */
export interface ReviewedEdition {
  readonly passages: readonly {
    readonly number: string;
    readonly section: string;
    readonly topics?: readonly string[];
  }[];
  readonly actors: readonly Names[];
  readonly organisations: readonly Names[];
  readonly indicators: readonly { readonly slug: string; readonly unit: string }[];
  readonly events: readonly ReviewedEvent[];
  readonly agreements: readonly ReviewedAgreement[];
  readonly statistics: readonly ReviewedStatistic[];
  readonly statements?: readonly ReviewedStatement[];
  readonly assessments?: readonly ReviewedAssessment[];
}
