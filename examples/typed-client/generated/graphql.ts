/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How far it has come, as the latest source holds it. */
export type AgreementStatus =
  /** Offered or agreed, and said not to have been carried out. */
  | 'ABANDONED'
  /** The source says that it has run out. */
  | 'EXPIRED'
  /** The source says that it is in force. */
  | 'IN_FORCE'
  /** Both sides are said to intend it. */
  | 'PLANNED'
  /** One side put it forward. */
  | 'PROPOSED'
  /** Concluded, in the period or earlier; also one that is only reviewed now. */
  | 'SIGNED'
  /** The source says that a side ended it. */
  | 'TERMINATED'
  /** Talks about it are told. */
  | 'UNDER_NEGOTIATION';

export type DossierQueryVariables = Exact<{
  slug: string;
}>;


export type DossierQuery = { actor: { name: string, tenures: Array<{ title: string, organisation: { name: string } | null }>, meetings: { totalCount: number, nodes: Array<{ title: string, edtf: string | null, participations: Array<{ participant:
            | { slug: string, name: string }
            | Record<PropertyKey, never>
          , office: { title: string } | null }>, citations: Array<{ passage: { number: string } }> }> }, agreements: { totalCount: number, nodes: Array<{ title: string, status: AgreementStatus, signedOn: string | null }> }, assessments: { totalCount: number, nodes: Array<{ gist: string, hedge: string | null }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const DossierDocument = new TypedDocumentString(`
    query Dossier($slug: String!) {
  actor(slug: $slug) {
    name
    tenures {
      title
      organisation {
        name
      }
    }
    meetings(first: 100) {
      totalCount
      nodes {
        title
        edtf
        participations {
          participant {
            ... on Actor {
              slug
              name
            }
          }
          office {
            title
          }
        }
        citations {
          passage {
            number
          }
        }
      }
    }
    agreements(first: 100) {
      totalCount
      nodes {
        title
        status
        signedOn
      }
    }
    assessments(first: 100) {
      totalCount
      nodes {
        gist
        hedge
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DossierQuery, DossierQueryVariables>;