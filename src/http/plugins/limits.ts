import { type GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { findExcessiveCost, findExcessiveFilters, type Limits, limitRules, tooComplex } from '../../graphql/limits.ts';

/** Refuses operations that ask for too much: tokens while parsing, shape while validating, cost before executing. */
export function useLimits(limits: Limits): Plugin {
  const rules = limitRules(limits);
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parse(source, { ...options, maxTokens: limits.maxTokens });
        } catch (error) {
          if (/more tha[tn] \d+ tokens/.test((error as GraphQLError).message)) {
            throw tooComplex('tokens', limits.maxTokens, null);
          }
          throw error;
        }
      });
    },
    onValidate({ addValidationRule }) {
      for (const rule of rules) addValidationRule(rule);
    },
    onExecute: ({ args, setResultAndStopExecution }) => checkCost(limits, args, setResultAndStopExecution),
    // What one answer may cost; each is worked out when the one before has been taken.
    onSubscribe: ({ args, setResultAndStopExecution }) => checkCost(limits, args, setResultAndStopExecution),
  };
}

function checkCost(limits: Limits, args: Args, stop: (result: { errors: Error[] }) => void): void {
  const { schema, document, operationName, contextValue } = args;
  const variables = (args.variableValues ?? {}) as Record<string, unknown>;
  const error =
    findExcessiveFilters(limits, document, variables) ??
    findExcessiveCost(limits, schema, document, operationName, variables, contextValue as object);
  if (error) stop({ errors: [error] });
}

type Args = Parameters<NonNullable<Plugin['onExecute']>>[0]['args'];
