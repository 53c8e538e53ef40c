import type { CodegenConfig } from '@graphql-codegen/cli';

// The settings that a client under Node's type stripping needs: no enums, imports with their extension, and documents as
// strings, so that the client carries no GraphQL library.
const client = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    importExtension: '.ts',
    strictScalars: true,
    useTypeImports: true,
    scalars: {
      CountryCode: 'string',
      DateTime: 'string',
      JSONObject: 'Record<string, unknown>',
      LocalDate: 'string',
      URL: 'string',
    },
  },
} as const;

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'examples/typed-client/generated/': { ...client, documents: 'examples/typed-client/*.ts' },
    'tests/generated/': { ...client, documents: 'tests/**/*.documents.ts' },
  },
};

export default config;
