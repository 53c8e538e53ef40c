import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import { selectedFields } from './selected-fields.ts';

/** Throws what the resolver of the field would throw of its arguments, whatever its parent. */
type ArgumentCheck = (args: never) => void;

/** Declares on a field what its resolver refuses of its arguments alone. */
export const checkingArguments = (checkArguments: ArgumentCheck) => ({ checkArguments });

/**
 * What a field of a mutation's answer would refuse of its arguments, or null; to be asked before the mutation runs, for once
 * that has written, an error in its answer undoes nothing. Fields of queries refuse them where they stand.
 */
export function findBadArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
): GraphQLError | null {
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.MUTATION) return null;
  for (const selected of selectedFields(schema, document, operationName, variables)) {
    const { field, node } = selected;
    const { checkArguments } = field.extensions as Partial<ReturnType<typeof checkingArguments>>;
    if (!checkArguments) continue;
    try {
      checkArguments(getArgumentValues(field, node, selected.variables) as never);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      // It never ran, so it is no partial success; `spec` is explained in mask-error.ts.
      const http = { spec: true, status: 400 };
      return new GraphQLError(error.message, { nodes: node, extensions: { ...error.extensions, http } });
    }
  }
  return null;
}
