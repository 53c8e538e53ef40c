import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Where introspection is off, neither the schema nor hints at its names are given away. */
export function useIntrospection(enabled: boolean): Plugin {
  if (enabled) return {};
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ valid, result, setResult }) => {
        if (valid) return;
        setResult(
          (result as { message: string }[]).map((error) =>
            Object.assign(error, { message: error.message.replace(/ Did you mean .*\?$/, '') }),
          ) as never,
        );
      };
    },
  };
}
