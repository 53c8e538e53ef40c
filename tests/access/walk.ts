import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** The id of a row that there is not. */
export const idOf = (type: string) => Buffer.from(`${type}:00000000-0000-7000-8000-000000000000`).toString('base64');

const VALUES: Readonly<Record<string, string>> = {
  String: '"x"',
  ID: JSON.stringify(idOf('Event')),
  Int: '1',
  Float: '1',
  Boolean: 'true',
  LocalDate: '"2019-09-10"',
  DateTime: '"2999-01-01T00:00:00Z"',
  URL: '"https://example.org/"',
  CountryCode: '"BY"',
  JSONObject: '{}',
};

/** Something that a type takes, as GraphQL writes it; no more of it than there has to be. */
function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{ ${given.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  const value = VALUES[type.name];
  if (value === undefined)
    throw new Error(`Say in tests/access/walk.ts what is to be sent for the scalar ${type.name}.`);
  return value;
}

type Field = GraphQLField<unknown, unknown>;

/** The call of a field with the arguments that it needs. */
export function callOf({ name, args }: Field): string {
  const given = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${literalOf(arg.type)}`);
  return given.length > 0 ? `${name}(${given.join(', ')})` : name;
}

/** What may be asked of a type so that the field that answers with it is complete: of a list its count, of all else nothing. */
export function leastOf({ type }: Field): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  const counted = isObjectType(named) && named.name.endsWith('Connection') && named.getFields().totalCount;
  return counted ? '{ totalCount }' : '{ __typename }';
}

/** Every object type of the schema that is its own. */
export function objectTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

export interface Step {
  readonly parent: GraphQLObjectType;
  readonly field: Field;
}

/** The types in which a field may end: itself, or the members of a union or an interface. */
export function endsOf(schema: GraphQLSchema, { type }: Field): readonly GraphQLObjectType[] {
  const named: GraphQLNamedType = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

/** By type name: the shortest way to it from the root by fields that may be passed. */
export function pathsFrom(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  mayPass: (step: Step, end: GraphQLObjectType) => boolean,
): ReadonlyMap<string, readonly Step[]> {
  const paths = new Map<string, readonly Step[]>([[root.name, []]]);
  const queue = [root];
  for (let parent = queue.shift(); parent; parent = queue.shift()) {
    const before = paths.get(parent.name) ?? [];
    for (const field of Object.values(parent.getFields())) {
      for (const end of endsOf(schema, field)) {
        if (paths.has(end.name) || !mayPass({ parent, field }, end)) continue;
        paths.set(end.name, [...before, { parent, field }]);
        queue.push(end);
      }
    }
  }
  return paths;
}

/** The operation that goes this way and asks for a field of the type at its end. */
export function operationFor(kind: string, path: readonly Step[], parent: GraphQLObjectType, field: Field): string {
  let selection = `... on ${parent.name} { ${callOf(field)} ${leastOf(field)} }`;
  for (const step of path.toReversed()) {
    selection = `... on ${step.parent.name} { ${callOf(step.field)} { ${selection} } }`;
  }
  return `${kind} { ${selection} }`;
}
