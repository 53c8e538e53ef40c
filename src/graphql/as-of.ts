import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import { hasSqlState, NO_SUCH_TABLE, NOT_KEPT } from '../database/sql-state.ts';
import { badUserInput } from './bad-input.ts';
import type { builder } from './builder.ts';
import { selectedFields } from './selected-fields.ts';

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
  rawVariables: Record<string, unknown>,
  now: Date,
): Date | null | GraphQLError {
  const operation = getOperationAST(document, operationName);
  const query = schema.getQueryType();
  // Most operations know nothing of it, and need no second look at each of their fields.
  if (!query || operation?.operation !== OperationTypeNode.QUERY || !mentionsAsOf(document)) return null;
  const instants = new Set<number | null>();
  for (const { parent, field, node, variables } of selectedFields(schema, document, operationName, rawVariables)) {
    if (parent !== query) continue;
    const { asOf } = getArgumentValues(field, node, variables) as { asOf?: Date | null };
    instants.add(asOf?.getTime() ?? null);
  }
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
