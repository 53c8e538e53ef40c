import type { Plugin } from 'graphql-yoga';
import { findBadArguments } from '../../graphql/mutation-arguments.ts';

/** Refuses a mutation whose answer could not be given as it is asked for, whole and before any of it runs. */
export function useMutationArguments(): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName } = args;
      const variables = (args.variableValues ?? {}) as Record<string, unknown>;
      const refusal = findBadArguments(schema, document, operationName, variables);
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
    },
  };
}
