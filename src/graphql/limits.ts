import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  valueFromASTUntyped,
  visit,
} from 'graphql';

/** What one operation may ask for; see `src/config.ts` for the settings that these are. */
export interface Limits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxFilterDepth: number;
  readonly maxFilters: number;
  readonly maxCost: number;
}

type Limited = 'tokens' | 'depth' | 'aliases' | 'directives' | 'filterDepth' | 'filters' | 'cost';

/** What the operation does too much of, to be put after "The operation". */
const EXCESS: Readonly<Record<Limited, (asked: string) => string>> = {
  tokens: (asked) => `has ${asked} tokens`,
  depth: (asked) => `nests fields ${asked} deep`,
  aliases: (asked) => `has ${asked} aliases`,
  directives: (asked) => `has ${asked} directives`,
  filterDepth: (asked) => `nests filters ${asked} deep`,
  filters: (asked) => `has ${asked} filters, those within others included`,
  cost: (asked) => `costs ${asked}`,
};

const DEFAULT_CONNECTION_SIZE = 20;

/**
 * A field costs 1, and what stands beneath a list is counted as often as the list may have rows: a plain list is taken to
 * have 5, a connection what the client asks of it.
 */
export const complexityOptions = { defaultComplexity: 1, defaultListMultiplier: 5 };

/** The cost of a list that has no pages and everything of its kind in it: countries, topics. */
export const wholeListComplexity = { field: 1, multiplier: 50 };

/** The cost of a connection. The plugin would not look at `first` by itself. */
export const connectionComplexity = ({ first, last }: { first?: number | null; last?: number | null }) => ({
  field: 1,
  multiplier: Math.max(0, first ?? last ?? DEFAULT_CONNECTION_SIZE),
});

/** A client that meets it can ask for less: `extensions` tell what is limited, how far, and how much was asked. */
export function tooComplex(limited: Limited, limit: number, actual: number | null): GraphQLError {
  const excess = EXCESS[limited](actual === null ? 'too many' : String(actual));
  return new GraphQLError(`The operation ${excess}; at most ${limit} are answered. Ask for less at once.`, {
    extensions: { code: 'QUERY_TOO_COMPLEX', limited, limit, ...(actual === null ? {} : { actual }) },
  });
}

/** Depth, aliases and directives, over fragments too: each of them multiplies work that the cost does not see. */
export function limitRules({ maxDepth, maxAliases, maxDirectives }: Limits): ValidationRule[] {
  return [
    counting('aliases', maxAliases, (node) => node.kind === Kind.FIELD && node.alias !== undefined),
    counting('directives', maxDirectives, (node) => node.kind === Kind.DIRECTIVE),
    depthRule(maxDepth),
  ];
}

function counting(
  limited: Limited,
  limit: number,
  matches: (node: { kind: string; alias?: unknown }) => boolean,
): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    let count = 0;
    return {
      enter(node) {
        if (matches(node)) count += 1;
      },
      leave(node) {
        if (node.kind === Kind.DOCUMENT && count > limit) context.reportError(tooComplex(limited, limit, count));
      },
    };
  };
}

function depthRule(limit: number): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet, context.getDocument(), new Map());
      if (depth > limit) context.reportError(tooComplex('depth', limit, depth));
    },
  });
}

/** Depth in fields. Introspection is left out: GraphQL.js has a rule of its own for it. */
function depthOf(selectionSet: SelectionSetNode, document: DocumentNode, known: Map<string, number>): number {
  let deepest = 0;
  for (const selection of selectionSet.selections) {
    let depth = 0;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue;
      depth = 1 + (selection.selectionSet ? depthOf(selection.selectionSet, document, known) : 0);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      depth = depthOf(selection.selectionSet, document, known);
    } else {
      depth = depthOfFragment(selection.name.value, document, known);
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function depthOfFragment(name: string, document: DocumentNode, known: Map<string, number>): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  // Set first: a fragment that spreads itself is another rule's error, and must not send this one round for ever.
  known.set(name, 0);
  const fragment = document.definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );
  const depth = fragment ? depthOf(fragment.selectionSet, document, known) : 0;
  known.set(name, depth);
  return depth;
}

/**
 * The refusal of an operation whose filters are too many or nest too deep, or null; to be asked with its variables, before
 * anything else reads them. The database and Prisma would break at a depth that a client can reach. The `input` of a mutation
 * is no filter: its depth counts, and how much of it there may be is for the mutation to say, and for the largest body.
 */
export function findExcessiveFilters(
  { maxFilterDepth, maxFilters }: Limits,
  document: DocumentNode,
  variables: Record<string, unknown>,
): GraphQLError | null {
  let count = 0;
  let deepest = 0;
  // Not by recursion, which a variable can nest deep enough to break.
  const open: { value: unknown; depth: number; counts: boolean }[] = [];
  visit(document, {
    Argument: ({ name, value }) => {
      open.push({ value: valueFromASTUntyped(value, variables), depth: 0, counts: name.value !== 'input' });
      return false;
    },
  });
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth, counts } = next;
    if (typeof value !== 'object' || value === null) continue;
    const within = Array.isArray(value) ? depth : depth + 1;
    if (counts && within > depth) count += 1;
    deepest = Math.max(deepest, within);
    for (const inner of Object.values(value)) open.push({ value: inner, depth: within, counts });
  }
  if (deepest > maxFilterDepth) return tooComplex('filterDepth', maxFilterDepth, deepest);
  return count > maxFilters ? tooComplex('filters', maxFilters, count) : null;
}

/** The refusal of an operation that costs more than it may, or null; to be asked with its variables, before it runs. */
export function findExcessiveCost(
  { maxCost }: Limits,
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  context: object,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  // The executor says best what is wrong with a name that fits no operation.
  if (!operation) return null;
  // The plugin looks at the first operation of a document, which need not be the one that runs.
  const definitions = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const { complexity } = complexityFromQuery(
    { kind: Kind.DOCUMENT, definitions: [operation, ...definitions] },
    { ctx: context, schema, variables },
  );
  return complexity > maxCost ? tooComplex('cost', maxCost, complexity) : null;
}
