import type { Plugin } from 'graphql-yoga';
import { findRefusal } from '../../graphql/authorise.ts';
import type { Context } from '../../graphql/context.ts';

/** Refuses an operation that asks for something the viewer may not have, whole and before any of it runs. */
export function useAuthorisation(): Plugin<Context> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => check(args, setResultAndStopExecution),
    onSubscribe: ({ args, setResultAndStopExecution }) => check(args, setResultAndStopExecution),
  };
}

function check(args: Args, stop: (result: { errors: Error[] }) => void): void {
  const refusal = findRefusal(
    args.schema,
    args.document,
    args.operationName,
    (args.variableValues ?? {}) as Record<string, unknown>,
    args.contextValue.viewer,
  );
  if (refusal) stop({ errors: [refusal] });
}

type Args = Parameters<NonNullable<Plugin<Context>['onExecute']>>[0]['args'];
