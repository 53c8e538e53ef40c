import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scope } from '../../src/generated/prisma/enums.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { withImplied } from '../../src/modules/access/scope.rules.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { callOf, endsOf, idOf, leastOf, objectTypesOf, operationFor, pathsFrom } from './walk.ts';

// Everything is found by walking the schema, so that nothing new can be left out.
const schema = createSchema();
const types = objectTypesOf(schema);
const query = schema.getQueryType() as GraphQLObjectType;
const roots = { query, mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
const SCOPES = Object.values(Scope);

/** Fields that may be asked for anything that has an id, and are null for what is not the viewer's (loadRow in rows.ts). */
const BY_ID = ['Query.node', 'Query.nodes', 'LoggedChange.entity'];

const ROLES = [null, ...SCOPES];

/** What a module says with `authScopes`. */
function declared({ extensions }: { extensions: object }): Scope[] {
  const { authScopes } = (extensions as { pothosOptions?: { authScopes?: unknown } }).pothosOptions ?? {};
  if (authScopes === undefined) return [];
  const { scope, ...rest } = authScopes as { scope: Scope };
  // A function, or a scope of a kind of its own, would be nothing that this test could hold.
  if (!SCOPES.includes(scope) || Object.keys(rest).length > 0) throw new Error('Declare `authScopes: { scope }`.');
  return [scope];
}

/** What it takes to see a type: worked out anew here, and not asked of the code that is tested. */
function scopesOf(type: GraphQLObjectType): Scope[] {
  const { nodes, edges } = type.getFields();
  const listed = type.name.endsWith('Connection')
    ? (nodes ?? edges)
    : type.name.endsWith('Edge') && type.getFields().node;
  return [
    ...declared(type),
    ...type.getInterfaces().flatMap(declared),
    ...(listed
      ? endsOf(schema, listed).flatMap((end) => (endsOf(schema, listed).length === 1 ? scopesOf(end) : []))
      : []),
  ];
}

type Field = ReturnType<GraphQLObjectType['getFields']>[string];

/** What it takes to ask for a field of a type. */
function neededFor(parent: GraphQLObjectType, field: Field): Scope[] {
  const ends = endsOf(schema, field);
  const own = ends.length === 1 && ends[0] ? scopesOf(ends[0]) : [];
  return [...new Set([...scopesOf(parent), ...declared(field), ...own])].sort();
}

const fields = types.flatMap((parent) =>
  Object.values(parent.getFields()).map((field) => ({
    name: `${parent.name}.${field.name}`,
    parent,
    field,
    needed: neededFor(parent, field),
  })),
);
/** The types that everyone can reach. */
const reached = new Map(
  [roots.query, roots.subscription].flatMap((root) =>
    root
      ? [...pathsFrom(schema, root, ({ field }, end) => declared(field).length === 0 && scopesOf(end).length === 0)]
      : [],
  ),
);
const lacks = (role: Scope | null, needed: readonly Scope[]) =>
  needed.some((scope) => !withImplied(role ? [role] : []).has(scope));

describe('the table of who may have what', () => {
  it('holds every field of every type; what is new needs a decision (then: npm test -- tests/access -u)', async () => {
    // BENEATH: of a type to which no way leads but through something that needs a scope.
    const lines = fields.map(({ name, parent, needed }) => {
      return `${name} ${needed.join(' ') || (reached.has(parent.name) ? 'PUBLIC' : 'BENEATH')}`;
    });
    lines.sort();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('who-may-have-what.txt');
  });

  it('opens no mutation to everyone', () => {
    const open = fields.filter(({ parent, needed }) => parent === roots.mutation && needed.length === 0);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('is told in the description of each field that needs a scope', () => {
    const silent = fields.filter(({ field, needed }) =>
      neededFor(query, field).some((scope) => needed.includes(scope) && !field.description?.includes(scope)),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('what is not public', () => {
  it('is reached by no way of fields from the query, save where rows.ts finds nothing of it', () => {
    const leaks = fields
      .filter(({ parent, field }) => reached.has(parent.name) && declared(field).length === 0)
      // A union or an interface in which something is not public: whoever asks cannot be told beforehand.
      .filter(({ field }) => {
        const ends = endsOf(schema, field);
        return ends.length > 1 && ends.some((end) => scopesOf(end).length > 0);
      });
    expect(leaks.map(({ name }) => name).filter((name) => !BY_ID.includes(name))).toEqual([]);
    expect(reached.size).toBeGreaterThan(50);
  });
});

describe('everyone gets what is theirs', () => {
  let app: TestApp;
  const keys = new Map<Scope | null, string>();
  beforeAll(async () => {
    // What an operation may cost is another test's matter.
    app = await createTestApp({ schema, config: { maxCost: Number.MAX_SAFE_INTEGER, maxDepth: 100 } });
    for (const scope of SCOPES) {
      const key = await app.createKey(scope);
      keys.set(scope, key);
      await app.ask('{ __typename }', {}, key);
    }
  });
  afterAll(() => app.close());

  /** What came of an operation, and what it cost beside finding out who asks. */
  async function ask(operation: string, role: Scope | null) {
    const { errors, data, statements } = await app.ask(operation, {}, keys.get(role));
    const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
    return {
      data,
      errors,
      refused: codes.filter((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN'),
      statements: statements.filter(
        (statement) => !(statement.startsWith('SELECT') && statement.includes('"api_key"')),
      ),
    };
  }

  async function expectRefused(operation: string, role: Scope | null, needed: readonly Scope[]) {
    const { data, errors, statements } = await ask(operation, role);
    expect([operation, data ?? null, statements, errors?.length]).toEqual([operation, null, [], 1]);
    expect(errors?.[0]?.extensions.code).toBe(role ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    expect(needed).toContain(errors?.[0]?.extensions.scope);
  }

  const asked = Object.entries(roots).flatMap(([kind, root]) =>
    fields.filter(({ parent }) => parent === root && kind !== 'subscription').map((field) => ({ kind, ...field })),
  );

  it.each(asked)('by $name', async ({ kind, field, needed }) => {
    const operation = `${kind} { ${callOf(field)} ${leastOf(field)} }`;
    for (const role of ROLES) {
      if (lacks(role, needed)) await expectRefused(operation, role, needed);
      else expect([operation, role, (await ask(operation, role)).refused]).toEqual([operation, role, []]);
    }
  });

  const subscribed = fields.filter(({ parent }) => parent === roots.subscription);

  it('by every subscription', async () => {
    for (const { field, needed } of subscribed) {
      for (const role of ROLES) {
        const key = keys.get(role);
        const leave = new AbortController();
        const response = await app.fetch('/graphql', {
          method: 'POST',
          signal: leave.signal,
          headers: {
            'content-type': 'application/json',
            accept: 'text/event-stream',
            ...(key && { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({ query: `subscription { ${callOf(field)} ${leastOf(field)} }` }),
        });
        // One that is granted goes on for ever.
        if (lacks(role, needed)) expect(await response.text()).toContain(role ? 'FORBIDDEN' : 'UNAUTHENTICATED');
        else {
          expect(response.status).toBe(200);
          leave.abort();
        }
      }
    }
  });

  it('by every field within, which is refused before anything is read', async () => {
    for (const [kind, root] of Object.entries({ query: roots.query, mutation: roots.mutation })) {
      const paths = root ? pathsFrom(schema, root, () => true) : new Map();
      for (const { parent, field, needed } of fields) {
        const path = paths.get(parent.name);
        if (!path?.length || needed.length === 0) continue;
        // Where a union or an interface stands on the way nothing is promised before it is known what is there.
        if (path.some((step: { field: Field }) => endsOf(schema, step.field).length > 1)) continue;
        const operation = operationFor(kind, path, parent, field);
        for (const role of ROLES) if (lacks(role, needed)) await expectRefused(operation, role, needed);
      }
    }
  });

  const nodes = schema.getPossibleTypes(schema.getType('Node') as never);

  it.each(nodes.map(({ name }) => ({ name })))(
    'by the id of a $name: what is not theirs is not there, and is not looked for',
    async ({ name }) => {
      const type = schema.getType(name) as GraphQLObjectType;
      const id = JSON.stringify(idOf(name));
      const fragment = `... on ${name} { __typename id }`;
      const operation = `{ node(id: ${id}) { ${fragment} } nodes(ids: [${id}]) { ${fragment} } }`;
      for (const role of ROLES) {
        const { data, errors, statements } = await ask(operation, role);
        expect([errors, data]).toEqual([undefined, { node: null, nodes: [null] }]);
        expect(statements.length === 0).toBe(lacks(role, scopesOf(type)));
      }
    },
  );
});
