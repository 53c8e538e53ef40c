import type { FieldKind, FieldRef, InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { builder, type FieldBuilder, type SchemaTypes } from './builder.ts';
import type { Context } from './context.ts';
import { checkingArguments } from './mutation-arguments.ts';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE } from './paging.ts';
import { cursorOf, type Sort, type SortValue, valuesOfCursor } from './sort.ts';

/** Where the rows of a list come from that no table holds; both are asked at most once a field. */
export interface RowSource<Row> {
  /** The first `take` rows beyond the values, in the list's order. */
  page(after: readonly SortValue[] | null, take: number): Promise<readonly Row[]>;
  count(): Promise<number>;
}

interface ComputedListOptions<Row> {
  /** The node type's name, from which those of the connection and its edge are made. */
  readonly name: string;
  readonly node: ObjectRef<SchemaTypes, Row>;
  readonly plural: string;
  readonly ordered: string;
  readonly sort: Sort;
  /** What the order looks at; the cursor carries it. */
  readonly keysOf: (row: Row) => Readonly<Record<string, SortValue>>;
}

interface ComputedFieldOptions<Parent, Args extends InputFieldMap, Row> {
  readonly description: string;
  readonly args?: Args;
  /** What it costs to work the rows out, however few of them are asked for; see limits.ts. */
  readonly cost: number;
  readonly source: (
    parent: Parent,
    args: InputShapeFromFields<Args>,
    context: Context,
    info: GraphQLResolveInfo,
  ) => RowSource<Row> | Promise<RowSource<Row>>;
}

interface Connection<Row> {
  readonly source: RowSource<Row>;
  readonly rows: () => Promise<readonly Row[]>;
  readonly size: number;
  readonly isContinued: boolean;
}

export interface ComputedList<Row> {
  field<Parent, Kind extends FieldKind, Args extends InputFieldMap = Record<never, never>>(
    t: FieldBuilder<Parent, Kind>,
    options: ComputedFieldOptions<Parent, Args, Row>,
  ): FieldRef<SchemaTypes, Connection<Row>>;
}

/**
 * The connection of a type whose rows are worked out and not stored: pages run forward, by what the order looks at, so that
 * a cursor keeps its place when rows come and go. Stored rows have `defineList`.
 */
export function defineComputedList<Row>(options: ComputedListOptions<Row>): ComputedList<Row> {
  const { sort, keysOf } = options;
  const edge = builder.objectRef<{ row: Row }>(`${options.name}Edge`).implement({
    description: `One of the ${options.plural} of a page, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'Pass it as `after` to go on from here, under the same arguments.',
        resolve: ({ row }) => cursorOf(sort, keysOf(row)),
      }),
      node: t.field({
        type: options.node as never,
        description: 'What stands there.',
        resolve: ({ row }) => row as never,
      }),
    }),
  });
  const shown = async (list: Connection<Row>) => (await list.rows()).slice(0, list.size);
  const connection = builder.objectRef<Connection<Row>>(`${options.name}Connection`).implement({
    description: `A page of ${options.plural}, ${options.ordered}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page with a cursor a row.',
        complexity: { field: 0, multiplier: 1 },
        resolve: async (list) => (await shown(list)).map((row) => ({ row })),
      }),
      nodes: t.field({
        type: [options.node] as never,
        description: 'The page without its cursors; `pageInfo` has those of both ends.',
        complexity: { field: 0, multiplier: 1 },
        resolve: async (list) => (await shown(list)) as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether the list goes on, and the cursors at both ends of this page.',
        complexity: { field: 0, multiplier: 1 },
        resolve: async (list) => {
          const rows = await shown(list);
          const [head, tail] = [rows[0], rows.at(-1)];
          return {
            hasNextPage: (await list.rows()).length > list.size,
            hasPreviousPage: list.isContinued,
            startCursor: head ? cursorOf(sort, keysOf(head)) : null,
            endCursor: tail ? cursorOf(sort, keysOf(tail)) : null,
          };
        },
      }),
      totalCount: t.int({
        description: `How many ${options.plural} there are under the same arguments, on all pages.`,
        resolve: (list) => list.source.count(),
      }),
    }),
  });
  const pageOf = ({ first, after }: { first?: number | null; after?: string | null }) => {
    const size = first ?? DEFAULT_PAGE;
    checkPageSize('first', size);
    return { size, beyond: after == null ? null : valuesOfCursor(sort, after, 'after') };
  };
  const field: ComputedList<Row>['field'] = (t, { description, args, cost, source }) =>
    t.field({
      type: connection,
      description: `${description} In order: ${options.ordered}.`,
      args: {
        ...args,
        first: t.arg.int({ description: `How many to list: 0 to ${MAX_PAGE}, ${DEFAULT_PAGE} when left out.` }),
        after: t.arg.string({ description: 'List only what follows this cursor.' }),
      },
      complexity: ({ first }: { first?: number | null }) => ({
        field: cost,
        multiplier: Math.max(0, first ?? DEFAULT_PAGE),
      }),
      extensions: checkingArguments(pageOf),
      resolve: async (parent: never, given: never, context: Context, info: GraphQLResolveInfo) => {
        const { size, beyond } = pageOf(given);
        const rows = await source(parent, given, context, info);
        let page: Promise<readonly Row[]> | undefined;
        const load = () => {
          page ??= rows.page(beyond, size + 1);
          return page;
        };
        return { source: rows, rows: load, size, isContinued: beyond !== null };
      },
      // As in list.ts: Pothos cannot follow arguments whose types are parameters here.
    } as never);
  return { field };
}

type Order<Row> = Pick<ComputedListOptions<Row>, 'sort' | 'keysOf'>;

/** Rows that are at hand as a whole, put into the list's order: numbers by size, texts by their code units. */
export function sourceOf<Row>(rows: readonly Row[], order: Order<Row>): RowSource<Row> {
  const sorted = [...rows].sort((one, other) => compare(valuesOf(order, one), valuesOf(order, other)));
  return sourceOfOrdered(() => sorted, order);
}

/** Rows that come in the list's order already; a page walks no further than its end. */
export function sourceOfOrdered<Row>(walk: () => Iterable<Row>, order: Order<Row>): RowSource<Row> {
  return {
    async page(after, take) {
      const rows: Row[] = [];
      for (const row of walk()) {
        if (rows.length === take) break;
        if (after === null || compare(valuesOf(order, row), after) > 0) rows.push(row);
      }
      return rows;
    },
    async count() {
      let total = 0;
      for (const _row of walk()) total += 1;
      return total;
    },
  };
}

const valuesOf = <Row>({ sort, keysOf }: Order<Row>, row: Row): readonly SortValue[] => {
  const keys = keysOf(row);
  return sort.keys.map(({ field }) => keys[field] ?? '');
};

function compare(one: readonly SortValue[], other: readonly SortValue[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
