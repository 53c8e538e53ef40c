import SchemaBuilder, { type FieldKind } from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin, { type PrismaNodeRef } from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import { type AuthScopes, lackingScope, refuse } from './authorise.ts';
import type { Context } from './context.ts';
import { complexityOptions } from './limits.ts';

interface Types {
  Context: Context;
  AuthScopes: AuthScopes;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    LocalDate: { Input: Date; Output: Date };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: URL; Output: string | URL };
    CountryCode: { Input: string; Output: string };
    JSONObject: { Input: object; Output: object };
  };
}

/** The one schema builder. Modules add their types to it when they are imported; only `schema.ts` builds. */
export const builder = new SchemaBuilder<Types>({
  // ScopeAuth comes first: nothing else runs for whoever may not have it. Then Errors, so that the union of a result wraps
  // whatever the others do.
  plugins: [ScopeAuthPlugin, ErrorsPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin],
  // Absence is said where it can happen; everything else is a promise that the database's constraints keep.
  defaultFieldNullability: false,
  complexity: complexityOptions,
  // The second check of what findRefusal has let through (authorise.ts), when rows and their types are known.
  scopeAuth: {
    authScopes: ({ viewer }) => ({ scope: (scope) => viewer.scopes.has(scope) }),
    unauthorizedError: (_parent, { viewer }, _info, { failure }) => refuse(viewer, lackingScope(failure)),
    // Once a row, however it was reached, and not for each of its fields.
    runScopesOnType: true,
    authorizeOnSubscribe: true,
  },
  errors: {
    // A member of the union is the type itself, not a wrapper with a field for it.
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.slice(0, 1).toUpperCase()}${fieldName.slice(1)}Result`,
      description: 'What was done, or the problem for which nothing was.',
    },
  },
  relay: {
    // `node` and `nodes` are ours (node.ts): they answer null for what is not there, and batch.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything that can be fetched again by its `id` alone, through `node` or `nodes`.',
    },
    pageInfoTypeOptions: {
      description:
        'Where a page of a connection stands in the whole (Relay cursor connections specification, section 5).',
    },
    hasNextPageFieldOptions: {
      description: 'Whether the list goes on after this page. When paging backwards: whether a `before` was given.',
    },
    hasPreviousPageFieldOptions: {
      description: 'Whether the list begins before this page. When paging forwards: whether an `after` was given.',
    },
    startCursorFieldOptions: { description: 'The cursor of the first row; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row; null on an empty page.' },
    idFieldOptions: {
      description:
        'Opaque and stable: it survives a reload of the data, and means nothing outside `node` and `nodes`. Use `slug` in addresses that people read.',
    },
  },
  prisma: {
    client: (context) => context.db as never,
    dmmf: getDatamodel(),
    // A query built for a field and not used would be an N+1 in waiting.
    onUnusedQuery: 'error',
  },
});

/** What Pothos makes of the types above. */
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>;

/** As much of `t` as a field for any parent is made with; the whole of it is more than TypeScript can compare. */
export type FieldBuilder<Parent, Kind extends FieldKind> = Pick<
  PothosSchemaTypes.RootFieldBuilder<SchemaTypes, Parent, Kind>,
  'field' | 'arg'
>;

/**
 * The GraphQL type of a model. Named where types are exported: they refer to one another in circles, which TypeScript
 * cannot infer its way out of.
 */
export type NodeRef<Model extends keyof PrismaTypes> = PrismaNodeRef<
  SchemaTypes,
  PrismaTypes[Model],
  PrismaTypes[Model]['Shape']
>;

builder.queryType({
  description:
    'Everything that can be asked. Published data is open to everyone; what is not says in its description which scope it needs.',
});
