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
    "\n  query Dossier($slug: String!) {\n    actor(slug: $slug) {\n      name\n      tenures {\n        title\n        organisation {\n          name\n        }\n      }\n      meetings(first: 100) {\n        totalCount\n        nodes {\n          title\n          edtf\n          participations {\n            participant {\n              ... on Actor {\n                slug\n                name\n              }\n            }\n            office {\n              title\n            }\n          }\n          citations {\n            passage {\n              number\n            }\n          }\n        }\n      }\n      agreements(first: 100) {\n        totalCount\n        nodes {\n          title\n          status\n          signedOn\n        }\n      }\n      assessments(first: 100) {\n        totalCount\n        nodes {\n          gist\n          hedge\n        }\n      }\n    }\n  }\n": typeof types.DossierDocument,
};
const documents: Documents = {
    "\n  query Dossier($slug: String!) {\n    actor(slug: $slug) {\n      name\n      tenures {\n        title\n        organisation {\n          name\n        }\n      }\n      meetings(first: 100) {\n        totalCount\n        nodes {\n          title\n          edtf\n          participations {\n            participant {\n              ... on Actor {\n                slug\n                name\n              }\n            }\n            office {\n              title\n            }\n          }\n          citations {\n            passage {\n              number\n            }\n          }\n        }\n      }\n      agreements(first: 100) {\n        totalCount\n        nodes {\n          title\n          status\n          signedOn\n        }\n      }\n      assessments(first: 100) {\n        totalCount\n        nodes {\n          gist\n          hedge\n        }\n      }\n    }\n  }\n": types.DossierDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Dossier($slug: String!) {\n    actor(slug: $slug) {\n      name\n      tenures {\n        title\n        organisation {\n          name\n        }\n      }\n      meetings(first: 100) {\n        totalCount\n        nodes {\n          title\n          edtf\n          participations {\n            participant {\n              ... on Actor {\n                slug\n                name\n              }\n            }\n            office {\n              title\n            }\n          }\n          citations {\n            passage {\n              number\n            }\n          }\n        }\n      }\n      agreements(first: 100) {\n        totalCount\n        nodes {\n          title\n          status\n          signedOn\n        }\n      }\n      assessments(first: 100) {\n        totalCount\n        nodes {\n          gist\n          hedge\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DossierDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
