import { graphql } from '../generated/gql.ts';

/** "Everything about one actor", as the first request that an analyst makes. */
export const Everything = graphql(`
  query EverythingAbout($slug: String!, $first: Int!) {
    actor(slug: $slug) {
      name
      country { code }
      names { text kind }
      tenures { title organisation { name } citations { passage { number } } }
      meetings(first: $first) {
        totalCount
        nodes {
          slug
          title
          edtf
          place { name }
          participations {
            role
            participant {
              __typename
              ... on Actor { slug name }
              ... on Organisation { slug name }
              ... on Country { code }
            }
            office { title organisation { name } }
          }
          agreements { slug title }
          citations { quote passage { number gist } }
        }
      }
      agreements(first: $first) {
        nodes {
          slug
          status
          signedOn
          parties { ... on Organisation { slug } ... on Country { code } }
          signatories { slug }
          citations { passage { number } }
        }
      }
      statements(first: $first) { nodes { gist event { slug } citations { passage { number } } } }
      assessments(first: $first) {
        nodes {
          gist
          hedge
          about { __typename ... on Event { slug } ... on Actor { slug } }
          citations { passage { number } }
        }
      }
    }
  }
`);
