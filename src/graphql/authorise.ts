import type { AuthFailure } from '@pothos/plugin-scope-auth';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Scope } from '../generated/prisma/enums.ts';
import { selectedFields } from './selected-fields.ts';
import type { Viewer } from './viewer.ts';

/** What may stand in `authScopes` of a type or a field: the one scope that it needs. */
export interface AuthScopes {
  scope: Scope;
}

/** The refusal of what needs a scope that the viewer has not. `extensions.scope` names it. */
export function refuse({ kind }: Viewer, scope: Scope | null, node?: FieldNode): GraphQLError {
  const needed = scope ?? 'a scope';
  const [status, code, challenge, message] =
    kind === 'ANONYMOUS'
      ? [
          401,
          'UNAUTHENTICATED',
          'Bearer',
          `This needs ${needed}: send a key or a token that has it as \`Authorization: Bearer …\`.`,
        ]
      : [
          403,
          'FORBIDDEN',
          `Bearer error="insufficient_scope"`,
          `This needs ${needed}, which the key or token has not.`,
        ];
  return new GraphQLError(message as string, {
    nodes: node,
    extensions: {
      code,
      ...(scope && { scope }),
      http: { spec: true, status, headers: { 'www-authenticate': challenge } },
    },
  });
}

/** The scope whose lack made a check of the plugin fail. */
export function lackingScope(failure: AuthFailure): Scope | null {
  if ('parameter' in failure) return failure.parameter as Scope;
  if ('failures' in failure) return failure.failures.map(lackingScope).find((scope) => scope !== null) ?? null;
  return null;
}

/** What a type or a field declares for itself. */
function declaredOn({ extensions }: { extensions: object }): Scope[] {
  const options = (extensions as { pothosOptions?: { authScopes?: Partial<AuthScopes> } }).pothosOptions;
  return options?.authScopes?.scope ? [options.authScopes.scope] : [];
}

/** The scopes that it takes to be shown anything of a type: its own, its interfaces', and for a page or an edge its nodes'. */
export function scopesOfType(type: GraphQLNamedType): Scope[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const { pageInfo, nodes, edges, cursor, node } = type.getFields();
  // A count tells of rows, too.
  const listed = pageInfo ? (nodes ?? edges) : cursor && node;
  return [
    ...declaredOn(type),
    ...type.getInterfaces().flatMap(declaredOn),
    ...(listed ? scopesOfType(getNamedType(listed.type)) : []),
  ];
}

/** The scopes that it takes to ask for a field: its own, and those of what it answers with. */
export function scopesOfField(field: GraphQLField<unknown, unknown>): Scope[] {
  return [...new Set([...declaredOn(field), ...scopesOfType(getNamedType(field.type))])];
}

/** Whether a viewer may be shown anything of a type. */
export function mayRead(viewer: Viewer, type: GraphQLNamedType | undefined): boolean {
  return type !== undefined && scopesOfType(type).every((scope) => viewer.scopes.has(scope));
}

/** Tells in the description of each field which scope it takes, so that no module has to. */
export function describeScopes(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const scopes = scopesOfField(field);
      if (scopes.length > 0) field.description = `${field.description} Needs ${scopes.join(' and ')}.`;
    }
  }
}

/**
 * The refusal of an operation that asks for something the viewer may not have, or null; to be asked before it runs, for the
 * checks of the plugin come when a parent's rows, and with them those of its relations, have been read already. A fragment
 * on a type that the viewer may not see refuses nothing: it is never reached, and must not tell that apart from "not there".
 */
export function findRefusal(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  viewer: Viewer,
): GraphQLError | null {
  const entered = (type: GraphQLNamedType) => mayRead(viewer, type);
  for (const { field, node } of selectedFields(schema, document, operationName, variables, entered)) {
    const lacking = scopesOfField(field).find((scope) => !viewer.scopes.has(scope));
    if (lacking) return refuse(viewer, lacking, node);
  }
  return null;
}
