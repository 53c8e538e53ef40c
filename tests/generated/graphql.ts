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

/** What sort of spelling it is. */
export type NameKind =
  /** A short form made of initials. */
  | 'ABBREVIATION'
  /** A name that it bore before. */
  | 'FORMER'
  /** A slip of the source; kept so that a search finds it. */
  | 'MISSPELLING'
  /** In its own language or script. */
  | 'NATIVE'
  /** The one shown: for a person the standard romanisation where that is known beyond doubt, else the commonest spelling in the source. */
  | 'PREFERRED'
  /** A wording or spelling in use beside the preferred one. */
  | 'VARIANT';

/** What part somebody took. */
export type ParticipationRole =
  /** Presided. */
  | 'CHAIR'
  /** The named head of a visiting delegation, beside the delegation itself. */
  | 'HEAD_OF_DELEGATION'
  /** Received the others, or owns the plant that was the venue. */
  | 'HOST'
  /** Was checked. */
  | 'INSPECTED'
  /** Checked somebody or something. */
  | 'INSPECTOR'
  /** Watched without taking part. */
  | 'OBSERVER'
  /** Arranged or carried it out. */
  | 'ORGANISER'
  /** Took part, with no more said; also a body in session. */
  | 'PARTICIPANT'
  /** Signed. */
  | 'SIGNATORY'
  /** Said or published what the event consists of. */
  | 'SPEAKER'
  /** Was acted on in another way: appointed, dismissed, detained, told what to do. */
  | 'SUBJECT'
  /** Came to be received; a delegation as a whole. */
  | 'VISITOR';

export type EverythingAboutQueryVariables = Exact<{
  slug: string;
  first: number;
}>;


export type EverythingAboutQuery = { actor: { name: string, country: { code: string } | null, names: Array<{ text: string, kind: NameKind }>, tenures: Array<{ title: string, organisation: { name: string } | null, citations: Array<{ passage: { number: string } }> }>, meetings: { totalCount: number, nodes: Array<{ slug: string, title: string, edtf: string | null, place: { name: string } | null, participations: Array<{ role: ParticipationRole, participant:
            | { __typename: 'Actor', slug: string, name: string }
            | { __typename: 'Country', code: string }
            | { __typename: 'Organisation', slug: string, name: string }
          , office: { title: string, organisation: { name: string } | null } | null }>, agreements: Array<{ slug: string, title: string }>, citations: Array<{ quote: string | null, passage: { number: string, gist: string } }> }> }, agreements: { nodes: Array<{ slug: string, status: AgreementStatus, signedOn: string | null, parties: Array<
          | { code: string }
          | { slug: string }
        >, signatories: Array<{ slug: string }>, citations: Array<{ passage: { number: string } }> }> }, statements: { nodes: Array<{ gist: string, event: { slug: string } | null, citations: Array<{ passage: { number: string } }> }> }, assessments: { nodes: Array<{ gist: string, hedge: string | null, about: Array<
          | { __typename: 'Actor', slug: string }
          | { __typename: 'Agreement' }
          | { __typename: 'Country' }
          | { __typename: 'Event', slug: string }
          | { __typename: 'Organisation' }
          | { __typename: 'Statement' }
          | { __typename: 'Statistic' }
        >, citations: Array<{ passage: { number: string } }> }> } } | null };

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

export const EverythingAboutDocument = new TypedDocumentString(`
    query EverythingAbout($slug: String!, $first: Int!) {
  actor(slug: $slug) {
    name
    country {
      code
    }
    names {
      text
      kind
    }
    tenures {
      title
      organisation {
        name
      }
      citations {
        passage {
          number
        }
      }
    }
    meetings(first: $first) {
      totalCount
      nodes {
        slug
        title
        edtf
        place {
          name
        }
        participations {
          role
          participant {
            __typename
            ... on Actor {
              slug
              name
            }
            ... on Organisation {
              slug
              name
            }
            ... on Country {
              code
            }
          }
          office {
            title
            organisation {
              name
            }
          }
        }
        agreements {
          slug
          title
        }
        citations {
          quote
          passage {
            number
            gist
          }
        }
      }
    }
    agreements(first: $first) {
      nodes {
        slug
        status
        signedOn
        parties {
          ... on Organisation {
            slug
          }
          ... on Country {
            code
          }
        }
        signatories {
          slug
        }
        citations {
          passage {
            number
          }
        }
      }
    }
    statements(first: $first) {
      nodes {
        gist
        event {
          slug
        }
        citations {
          passage {
            number
          }
        }
      }
    }
    assessments(first: $first) {
      nodes {
        gist
        hedge
        about {
          __typename
          ... on Event {
            slug
          }
          ... on Actor {
            slug
          }
        }
        citations {
          passage {
            number
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EverythingAboutQuery, EverythingAboutQueryVariables>;