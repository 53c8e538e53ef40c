/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query EverythingAbout($slug: String!, $first: Int!) {\n    actor(slug: $slug) {\n      name\n      country { code }\n      names { text kind }\n      tenures { title organisation { name } citations { passage { number } } }\n      meetings(first: $first) {\n        totalCount\n        nodes {\n          slug\n          title\n          edtf\n          place { name }\n          participations {\n            role\n            participant {\n              __typename\n              ... on Actor { slug name }\n              ... on Organisation { slug name }\n              ... on Country { code }\n            }\n            office { title organisation { name } }\n          }\n          agreements { slug title }\n          citations { quote passage { number gist } }\n        }\n      }\n      agreements(first: $first) {\n        nodes {\n          slug\n          status\n          signedOn\n          parties { ... on Organisation { slug } ... on Country { code } }\n          signatories { slug }\n          citations { passage { number } }\n        }\n      }\n      statements(first: $first) { nodes { gist event { slug } citations { passage { number } } } }\n      assessments(first: $first) {\n        nodes {\n          gist\n          hedge\n          about { __typename ... on Event { slug } ... on Actor { slug } }\n          citations { passage { number } }\n        }\n      }\n    }\n  }\n": typeof types.EverythingAboutDocument,
};
const documents: Documents = {
    "\n  query EverythingAbout($slug: String!, $first: Int!) {\n    actor(slug: $slug) {\n      name\n      country { code }\n      names { text kind }\n      tenures { title organisation { name } citations { passage { number } } }\n      meetings(first: $first) {\n        totalCount\n        nodes {\n          slug\n          title\n          edtf\n          place { name }\n          participations {\n            role\n            participant {\n              __typename\n              ... on Actor { slug name }\n              ... on Organisation { slug name }\n              ... on Country { code }\n            }\n            office { title organisation { name } }\n          }\n          agreements { slug title }\n          citations { quote passage { number gist } }\n        }\n      }\n      agreements(first: $first) {\n        nodes {\n          slug\n          status\n          signedOn\n          parties { ... on Organisation { slug } ... on Country { code } }\n          signatories { slug }\n          citations { passage { number } }\n        }\n      }\n      statements(first: $first) { nodes { gist event { slug } citations { passage { number } } } }\n      assessments(first: $first) {\n        nodes {\n          gist\n          hedge\n          about { __typename ... on Event { slug } ... on Actor { slug } }\n          citations { passage { number } }\n        }\n      }\n    }\n  }\n": types.EverythingAboutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EverythingAbout($slug: String!, $first: Int!) {\n    actor(slug: $slug) {\n      name\n      country { code }\n      names { text kind }\n      tenures { title organisation { name } citations { passage { number } } }\n      meetings(first: $first) {\n        totalCount\n        nodes {\n          slug\n          title\n          edtf\n          place { name }\n          participations {\n            role\n            participant {\n              __typename\n              ... on Actor { slug name }\n              ... on Organisation { slug name }\n              ... on Country { code }\n            }\n            office { title organisation { name } }\n          }\n          agreements { slug title }\n          citations { quote passage { number gist } }\n        }\n      }\n      agreements(first: $first) {\n        nodes {\n          slug\n          status\n          signedOn\n          parties { ... on Organisation { slug } ... on Country { code } }\n          signatories { slug }\n          citations { passage { number } }\n        }\n      }\n      statements(first: $first) { nodes { gist event { slug } citations { passage { number } } } }\n      assessments(first: $first) {\n        nodes {\n          gist\n          hedge\n          about { __typename ... on Event { slug } ... on Actor { slug } }\n          citations { passage { number } }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EverythingAboutDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
