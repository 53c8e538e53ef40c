import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { executeCodegen } from '@graphql-codegen/cli';
import {
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import codegen from '../../codegen.ts';
import { createSchemaText } from '../../src/cli/schema-text.ts';
import { createSchema } from '../../src/graphql/schema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

/** Everything of a type that a client meets, with its description. */
function partsOf(type: GraphQLNamedType): [name: string, description: string | null | undefined][] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value.description]);
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description]);
      if ('args' in field)
        for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
    }
  }
  return parts;
}

describe('the schema', () => {
  it('is what schema.graphql holds (npm run schema:print)', () => {
    expect(readFileSync(`${root}schema.graphql`, 'utf8')).toBe(createSchemaText());
  });

  it('describes each part for itself, for it is shown without its neighbours', () => {
    const leaning = types
      .flatMap(partsOf)
      .filter(([, description]) => /^(The same\b|Another\b)/.test(description ?? ''));
    expect(leaning).toEqual([]);
  });

  it('describes every type, field, argument and enum value', () => {
    const undescribed = types.flatMap(partsOf).filter(([, description]) => !description?.trim());
    expect(undescribed.map(([name]) => name)).toEqual([]);
    expect(
      schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive) && !directive.description),
    ).toEqual([]);
  });

  it('has a cost of its own for every connection, and for every list at the root, which nothing bounds', () => {
    const lists = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(
          (field) =>
            getNamedType(field.type).name.endsWith('Connection') ||
            (type.name === 'Query' && isListType(getNullableType(field.type))),
        )
        .map((field) => [
          `${type.name}.${field.name}`,
          (field.extensions.pothosOptions as { complexity?: unknown } | undefined)?.complexity !== undefined,
        ]),
    );
    expect(lists.length).toBeGreaterThan(50);
    expect(lists.filter(([, isDeclared]) => !isDeclared)).toEqual([]);
  });

  it('has a connection type for each type that is listed, with edges, nodes, pageInfo and totalCount', () => {
    const connections = types.filter((type) => type.name.endsWith('Connection'));
    expect(connections.map(({ name }) => name).sort()).toEqual(
      [
        'Actor',
        'Agreement',
        'Assessment',
        'Counterpart',
        'Draft',
        'DraftSuggestion',
        'Event',
        'FigureComparison',
        'IdentityCandidate',
        'IdentityJudgement',
        'Indicator',
        'LoggedChange',
        'Office',
        'OfficeContradiction',
        'OfficeOverlap',
        'Organisation',
        'Passage',
        'Report',
        'Search',
        'Statement',
        'Statistic',
        'StatisticCheck',
      ]
        .map((name) => `${name}Connection`)
        .sort(),
    );
    for (const connection of connections) {
      expect(Object.keys((connection as never as { getFields(): object }).getFields()).sort()).toEqual([
        'edges',
        'nodes',
        'pageInfo',
        'totalCount',
      ]);
    }
  });
});

describe('the generated clients', () => {
  it('are what codegen makes of the schema and the documents (npm run codegen)', async () => {
    const { result } = await executeCodegen({ ...codegen, cwd: root, silent: true });
    const wanted = new Map(result.map(({ filename, content }) => [filename.replace(root, ''), content]));
    expect(wanted.size).toBeGreaterThan(0);
    for (const [file, content] of wanted) expect(readFileSync(`${root}${file}`, 'utf8'), file).toBe(content);
    const written = ['examples/typed-client/generated/', 'tests/generated/'].flatMap((folder) =>
      readdirSync(`${root}${folder}`).map((file) => `${folder}${file}`),
    );
    expect(written.sort()).toEqual([...wanted.keys()].sort());
  });
});
