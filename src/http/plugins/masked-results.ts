import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type FaultReporter, maskError } from '../../graphql/mask-error.ts';

/** Masks the errors of every result on its way out: of execution, and of parsing and validation, which yoga leaves alone. */
export function useMaskedResults(report: FaultReporter): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      setResult({ ...result, errors: result.errors.map((error) => maskError(error, report)) as GraphQLError[] });
    },
  };
}
