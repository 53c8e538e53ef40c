import type { AuthFailure } from '@pothos/plugin-scope-auth';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Scope } from '../generated/prisma/enums.ts';
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
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return null;
  // With the defaults of the operation. The executor says best what is wrong with variables, and then nothing runs.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return null;
  const given = coerced;
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const visited = new Set<string>();

  function inSelections(parent: GraphQLNamedType, { selections }: SelectionSetNode): GraphQLError | null {
    for (const selection of selections) {
      if (isLeftOut(selection, given)) continue;
      const refusal = selection.kind === Kind.FIELD ? inField(parent, selection) : inFragment(parent, selection);
      if (refusal) return refusal;
    }
    return null;
  }

  function inField(parent: GraphQLNamedType, node: FieldNode): GraphQLError | null {
    // Introspection, and what validation has refused already.
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return null;
    const lacking = scopesOfField(field).find((scope) => !viewer.scopes.has(scope));
    if (lacking) return refuse(viewer, lacking, node);
    return node.selectionSet ? inSelections(getNamedType(field.type), node.selectionSet) : null;
  }

  function inFragment(parent: GraphQLNamedType, node: FragmentSpreadNode | InlineFragmentNode): GraphQLError | null {
    if (node.kind === Kind.FRAGMENT_SPREAD && visited.has(node.name.value)) return null;
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    if (!fragment) return null;
    if (fragment.kind === Kind.FRAGMENT_DEFINITION) visited.add(fragment.name.value);
    const type = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
    return type && mayRead(viewer, type) ? inSelections(type, fragment.selectionSet) : null;
  }

  return inSelections(root, operation.selectionSet);
}

function isLeftOut(
  node: SelectionNode & { directives?: readonly DirectiveNode[] },
  variables: Record<string, unknown>,
) {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  );
}
