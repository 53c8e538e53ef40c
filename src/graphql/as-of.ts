import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { hasSqlState, NO_SUCH_TABLE, NOT_KEPT } from '../database/sql-state.ts';
import { badUserInput } from './bad-input.ts';
import type { builder } from './builder.ts';

type ArgBuilder = Parameters<NonNullable<Parameters<typeof builder.queryFields>[0]>>[0];

/** The argument of the root fields that can be answered from the past. */
export const asOfArg = (t: Pick<ArgBuilder, 'arg'>) =>
  t.arg({
    type: 'DateTime',
    description:
      'Answers as the graph stood at this instant, all that is asked beneath included; left out, or null, as it stands now. Null is the answer when it was not there then, or when the log had not begun. All fields of an operation have to be asked as of the same instant, none in the future; neither the published wording nor what searches by text is kept for the past.',
  });

/** The instant as of which an operation is to be answered, null for now, or why it can't be told. Cheap where none is asked for. */
export function findAsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  rawVariables: Readonly<Record<string, unknown>>,
  now: Date,
): Date | null | GraphQLError {
  const operation = getOperationAST(document, operationName);
  const query = schema.getQueryType();
  // Most operations know nothing of it, and need no second look at each of their fields.
  if (!query || operation?.operation !== OperationTypeNode.QUERY || !mentionsAsOf(document)) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], rawVariables);
  // The executor says best what is wrong with the variables.
  if (!coerced) return null;
  const asked = rootInstants(operation.selectionSet, query, document, coerced);
  const instants = new Set(asked.map((instant) => instant?.getTime() ?? null));
  const [instant = null] = instants;
  if (instants.size > 1) {
    return badUserInput(
      'All fields of an operation are answered as of one instant: give each the same `asOf`, or ask in operations of their own.',
    );
  }
  if (instant === null) return null;
  if (instant > now.getTime()) return badUserInput('`asOf` lies in the future, of which nothing is known.');
  return new Date(instant);
}

const mentionsAsOf = ({ loc }: DocumentNode) => loc === undefined || loc.source.body.includes('asOf');

/** The `asOf` of every field at the root; null for one that has none, or can have none. */
function rootInstants(
  selectionSet: SelectionSetNode,
  query: GraphQLObjectType,
  document: DocumentNode,
  variables: Record<string, unknown>,
): (Date | null)[] {
  return selectionSet.selections.flatMap((selection) => {
    if (
      getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true ||
      getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false
    ) {
      return [];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return rootInstants(selection.selectionSet, query, document, variables);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = document.definitions.find(
        (definition): definition is FragmentDefinitionNode =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      return fragment ? rootInstants(fragment.selectionSet, query, document, variables) : [];
    }
    const field = query.getFields()[selection.name.value];
    // The schema itself has no history.
    if (!field) return [];
    return [(getArgumentValues(field, selection, variables).asOf as Date | null | undefined) ?? null];
  });
}

/** What to answer in the place of a result that needed what the log does not hold; null for any other result. */
export function refusalOfPast(errors: readonly GraphQLError[] | undefined): GraphQLError | null {
  const refused = errors?.find(({ originalError }) =>
    [NOT_KEPT, NO_SUCH_TABLE].some((state) => hasSqlState(originalError, state)),
  );
  if (!refused) return null;
  return badUserInput(
    `\`${refused.path?.join('.')}\` needs what is not kept for the past, such as the index of searches by text: leave it out, or leave \`asOf\` out.`,
  );
}
