import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A field that an operation asks for, the type on which it stands, and the operation's variables with their defaults. */
export interface SelectedField {
  readonly parent: GraphQLNamedType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly variables: Record<string, unknown>;
}

/**
 * The fields that an operation asks for, those in fragments included and those that a directive leaves out not; to be walked
 * before it runs. A fragment on a type that is not `entered` is passed over. Empty where the executor says best what is wrong:
 * with a name that fits no operation, or with the variables.
 */
export function* selectedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  rawVariables: Record<string, unknown>,
  entered: (type: GraphQLNamedType) => boolean = () => true,
): Generator<SelectedField> {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], rawVariables);
  if (!coerced) return;
  const variables = coerced;
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const visited = new Set<string>();

  function* inSelections(parent: GraphQLNamedType, { selections }: SelectionSetNode): Generator<SelectedField> {
    for (const selection of selections) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        // Introspection, and what validation has refused already.
        const field =
          isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[selection.name.value] : undefined;
        if (!field) continue;
        yield { parent, field, node: selection, variables };
        if (selection.selectionSet) yield* inSelections(getNamedType(field.type), selection.selectionSet);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD && visited.has(selection.name.value)) continue;
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) visited.add(fragment.name.value);
      const type = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      if (type && entered(type)) yield* inSelections(type, fragment.selectionSet);
    }
  }

  yield* inSelections(root, operation.selectionSet);
}

function isLeftOut(
  node: SelectionNode & { directives?: readonly DirectiveNode[] },
  variables: Record<string, unknown>,
): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  );
}
