import type { FieldKind, FieldRef, InputRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { builder, type FieldBuilder, type NodeRef, type SchemaTypes } from './builder.ts';
import type { Context } from './context.ts';
import { connectionComplexity } from './limits.ts';
import { checkingArguments } from './mutation-arguments.ts';
import {
  type Connection,
  cursorIn,
  DEFAULT_PAGE,
  MAX_PAGE,
  openConnection,
  type PageArgs,
  windowOf,
} from './paging.ts';
import type { NodeModel, Row } from './rows.ts';
import type { Sort } from './sort.ts';

/** How a kind of node is listed, wherever it is listed: one connection type, one filter, one set of orders. */
interface ListOptions<Model extends NodeModel, Filter, Order> {
  readonly model: Model;
  readonly node: NodeRef<Model>;
  /** What stands in the list, in the plural, for descriptions: "events". */
  readonly plural: string;
  readonly filter: InputRef<Filter>;
  /** The filter as a Prisma `where`. */
  readonly where: (filter: Filter) => object;
  /** What holds of every row that is listed, whatever the filter: absent where all rows are. */
  readonly always?: object;
  /** Absent for lists that have one order only. */
  readonly order?: InputRef<Order>;
  readonly sort: (order: Order | null) => Sort;
  /** The default order in words: "newest day first". */
  readonly ordered: string;
}

interface ListFieldOptions {
  readonly description: string;
  /**
   * The condition that ties the list to its parent, given the parent's id, and for a parent that is a pair of rows also its
   * `otherId`. The ids may be stand-ins (see `PARENT_ID`); the parent itself is one of those that the condition serves, to
   * read what they have in common. Left out on the query itself.
   */
  readonly within?: (parentId: string, otherId: string, parent: object) => object;
}

/** One node type's way of being listed. */
export interface List {
  readonly connection: ObjectRef<SchemaTypes, Connection>;
  /** A field that lists nodes of the type, on any parent. */
  field<Parent, Kind extends FieldKind>(
    t: FieldBuilder<Parent, Kind>,
    options: ListFieldOptions,
  ): FieldRef<SchemaTypes, Connection>;
}

type Args<Filter, Order> = PageArgs & { filter?: Filter | null; orderBy?: Order | null };

/** Adds the connection and edge types of a node type, and answers with the one way to write a field that lists it. */
export function defineList<Model extends NodeModel, Filter, Order = null>(
  options: ListOptions<Model, Filter, Order>,
): List {
  const name = options.model;
  const edge = builder.objectRef<{ connection: Connection; row: Row }>(`${name}Edge`);
  const connection = builder.objectRef<Connection>(`${name}Connection`);

  edge.implement({
    description: `One of the ${options.plural} of a page, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: `Pass it as \`after\` or \`before\` to go on from here, under the same filter and order. It keeps its place when the row itself is deleted.`,
        resolve: ({ connection: list, row }) => cursorIn(list, row),
      }),
      node: t.field({
        type: options.node,
        description: 'What stands there.',
        resolve: ({ row }) => row as never,
      }),
    }),
  });

  connection.implement({
    description: `A page of ${options.plural}, ${options.ordered}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page with a cursor a row.',
        complexity: { field: 0, multiplier: 1 },
        resolve: async (list) => (await list.page()).rows.map((row) => ({ connection: list, row })),
      }),
      nodes: t.field({
        type: [options.node],
        description: 'The page without its cursors; `pageInfo` has those of both ends.',
        complexity: { field: 0, multiplier: 1 },
        resolve: async (list) => (await list.page()).rows as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether the list goes on, and the cursors at both ends of this page.',
        complexity: { field: 0, multiplier: 1 },
        resolve: async (list) => {
          const { rows, hasNextPage, hasPreviousPage } = await list.page();
          const [head, tail] = [rows[0], rows.at(-1)];
          return {
            hasNextPage,
            hasPreviousPage,
            startCursor: head ? cursorIn(list, head) : null,
            endCursor: tail ? cursorIn(list, tail) : null,
          };
        },
      }),
      totalCount: t.int({
        description: `How many ${options.plural} the list has under its filter, on all pages; counted only when asked for.`,
        resolve: (list) => list.totalCount(),
      }),
    }),
  });

  const field: List['field'] = (t, { description, within }) => {
    const filter = t.arg({
      type: options.filter,
      description: `Which ${options.plural} to list; leave it out for all.`,
    });
    const orderBy =
      options.order && t.arg({ type: options.order, description: `Leave it out for the default: ${options.ordered}.` });
    return t.field({
      type: connection,
      description: `${description} In order: ${options.ordered}.`,
      args: {
        filter,
        ...(orderBy ? { orderBy } : {}),
        first: t.arg.int({
          description: `How many to list from the start, or from \`after\`: 0 to ${MAX_PAGE}, ${DEFAULT_PAGE} when neither \`first\` nor \`last\` is given.`,
        }),
        after: t.arg.string({ description: 'List only what follows this cursor.' }),
        last: t.arg.int({ description: `How many to list from the end, or back from \`before\`: 0 to ${MAX_PAGE}.` }),
        before: t.arg.string({ description: 'List only what precedes this cursor.' }),
      },
      complexity: connectionComplexity,
      extensions: checkingArguments((args: Args<Filter, Order>) => {
        windowOf(args, options.sort(args.orderBy ?? null));
        if (args.filter) options.where(args.filter);
      }),
      resolve: (parent: unknown, args: Args<Filter, Order>, context: Context, info: GraphQLResolveInfo) => {
        const chosen = args.filter ?? null;
        const row = parent as Row & { otherId?: string };
        return openConnection(context, info, {
          model: options.model,
          args,
          sort: options.sort(args.orderBy ?? null),
          ...(within ? { parentId: row.id } : {}),
          ...(row?.otherId === undefined ? {} : { otherId: row.otherId }),
          where: (parentId, otherId) => ({
            AND: [
              ...(options.always ? [options.always] : []),
              ...(within ? [within(parentId, otherId, row)] : []),
              ...(chosen === null ? [] : [options.where(chosen)]),
            ],
          }),
        });
      },
      // Pothos cannot follow arguments whose types are parameters here; the inputs themselves are typed above.
    } as never);
  };

  return { connection, field };
}

/** Both ways along one key; `name` is what the cursor carries. */
export function sortBy(
  name: string,
  key: Omit<Sort['keys'][0], 'direction'>,
  direction: 'ASC' | 'DESC',
  tie: Sort['keys'][0] = { field: 'slug', type: 'text', direction: 'asc' },
): Sort {
  return { name: `${name} ${direction}`, keys: [{ ...key, direction: direction === 'ASC' ? 'asc' : 'desc' }, tie] };
}

/** Which way along an order's field. */
export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way a list runs. Rows without a value come last either way.',
  values: {
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Greatest, latest or last in the alphabet first.' },
  } as const,
});
