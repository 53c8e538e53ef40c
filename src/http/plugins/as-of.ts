import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { readAsOf } from '../../database/as-of.ts';
import type { DatabaseClient } from '../../database/client.ts';
import { findAsOf, refusalOfPast } from '../../graphql/as-of.ts';
import type { Context } from '../../graphql/context.ts';
import { createLoaders } from '../../graphql/loaders.ts';

/** Runs operations that ask `asOf` an instant on the graph as it stood then. */
export function useAsOf(client: DatabaseClient): Plugin {
  return {
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const context = args.contextValue as unknown as Context;
      const variables = (args.variableValues ?? {}) as Record<string, unknown>;
      const asOf = findAsOf(args.schema, args.document, args.operationName, variables, context.now);
      if (asOf === null) return;
      if (asOf instanceof GraphQLError) {
        setResultAndStopExecution({ errors: [asOf] });
        return;
      }
      setExecuteFn((executionArgs) =>
        readAsOf(client, asOf, async (db) => {
          // What is loaded for the past is loaded anew; whoever asks is the same.
          const past: Context = { ...context, db, loaders: createLoaders(db), batches: new Map() };
          const result = await executeFn({ ...executionArgs, contextValue: past });
          const refusal = refusalOfPast(result.errors);
          return refusal ? { errors: [refusal] } : result;
        }),
      );
    },
  };
}
