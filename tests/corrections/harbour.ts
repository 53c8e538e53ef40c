import { fileURLToPath } from 'node:url';
import type { GraphQLUnionType } from 'graphql';
import { loadEdition } from '../../seed/load.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createTestApp, type GraphQLAnswer, type TestApp } from '../support/app.ts';

/** The invented edition of a harbour, published, and a key that may correct it. */
export interface Harbour {
  readonly app: TestApp;
  ask<Data = Record<string, unknown>>(document: string, variables?: object): Promise<GraphQLAnswer<Data>>;
  /** What a mutation with this input answers, be it a problem. */
  mutate(field: string, input: object): Promise<Answer>;
  /** Every slug of a type. */
  slugsOf(type: string): Promise<readonly string[]>;
  idOf(type: string, slug: string): Promise<string>;
  /** Of the record with that slug. */
  versionOf(type: string, slug: string): Promise<string>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into it by the shape that it expects.
export type Answer = Record<string, any>;

const PROBLEMS: Readonly<Record<string, string>> = {
  InvalidRecordProblem: 'mistakes { record path reason }',
  UnknownReferenceProblem: 'references { path key nearest }',
  UncitedProblem: 'paths',
  SlugTakenProblem: 'slug',
  NoSuchRecordProblem: 'nearest',
  VersionConflictProblem: 'version current { id }',
  StillReferredToProblem: 'referrers { type count }',
};

const schema = createSchema();

/** A fragment on every problem with which the field may answer. */
function problemsOf(result: string): string {
  return schema
    .getPossibleTypes(schema.getType(result) as GraphQLUnionType)
    .filter(({ name }) => name.endsWith('Problem'))
    .map(({ name }) => `... on ${name} { code message ${PROBLEMS[name] ?? ''} }`)
    .join(' ');
}

interface Delegate {
  findMany(args: object): Promise<{ id: string; slug: string }[]>;
}

export async function openHarbour(): Promise<Harbour> {
  const app = await createTestApp();
  const folder = fileURLToPath(new URL('../seed/fixtures/harbour-watch-2021-05', import.meta.url));
  await loadEdition(app.client, folder);
  const key = await app.createKey('EDIT');
  const ask: Harbour['ask'] = (document, variables = {}) => app.ask(document, variables, key);
  const rowsOf = async (type: string) => {
    const delegates = app.client as unknown as Record<string, Delegate>;
    return (await delegates[type[0]?.toLowerCase() + type.slice(1)]?.findMany({ orderBy: { slug: 'asc' } })) ?? [];
  };
  const idOf = async (type: string, slug: string) => {
    const row = (await rowsOf(type)).find((each) => each.slug === slug);
    return Buffer.from(`${type}:${row?.id}`).toString('base64');
  };
  return {
    app,
    ask,
    idOf,
    slugsOf: async (type) => (await rowsOf(type)).map(({ slug }) => slug),
    async mutate(field, input) {
      const [, verb, type] = /^(record|update|delete)(\w+)$/.exec(field) ?? [];
      const node = verb === 'delete' ? '... on Deletion { type id slug }' : `... on ${type} { slug version }`;
      const name = `${field[0]?.toUpperCase()}${field.slice(1)}`;
      const inputType = verb === 'delete' ? 'DeleteInput' : `${name}Input`;
      const { data, errors } = await ask<{ result: Answer }>(
        `mutation Correct($input: ${inputType}!) { result: ${field}(input: $input) { __typename ${node} ${problemsOf(`${name}Result`)} } }`,
        { input },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.result;
    },
    async versionOf(type, slug) {
      const { data } = await ask<{ node: { version: string } | null }>(
        `query Version($id: ID!) { node(id: $id) { ... on ${type} { version } } }`,
        { id: await idOf(type, slug) },
      );
      return data.node?.version ?? '';
    },
  };
}

export const cite = (number: string, quote?: string) => ({
  passage: { report: 'harbour-watch-2021-05', number },
  ...(quote === undefined ? {} : { quote }),
});
