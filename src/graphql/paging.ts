import type { GraphQLResolveInfo } from 'graphql';
import { column, identifier, OTHER_ID, PARENT_ID, tableName, whereSql } from '../database/where-sql.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { badUserInput } from './bad-input.ts';
import type { Context } from './context.ts';
import { batchAt, delegateOf, fieldPath, type NodeModel, type Query, type Row, selectionOf } from './rows.ts';
import { cursorOf, orderByOf, orderTermsOf, type Sort, valuesOfCursor, whereBeyond } from './sort.ts';
import { whereVisible } from './visible.ts';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/** The arguments of the Relay cursor connections specification, section 4. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One page of a list, in the list's order. */
export interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A list as a client asked for it. Neither the page nor the count is fetched before a field beneath needs it. */
export interface Connection {
  readonly sort: Sort;
  page(): Promise<Page>;
  totalCount(): Promise<number>;
}

interface Request {
  readonly model: NodeModel;
  /** The condition that selects the list's rows; given the parent's id, or those of the pair, that the list hangs on. */
  readonly where: (parentId: string, otherId: string) => object;
  /** Absent for lists that hang on the query itself. */
  readonly parentId?: string;
  /** The second row of a pair. */
  readonly otherId?: string;
  readonly sort: Sort;
  readonly args: PageArgs;
}

interface Window {
  readonly direction: 'forward' | 'backward';
  readonly size: number;
  readonly bounds: object[];
  readonly bounded: { readonly after: boolean; readonly before: boolean };
}

// Where the selection of a page's rows stands beneath the connection.
const NODE_PATHS = [['nodes'], ['edges', 'node']];

/**
 * A list field's value. Where the field stands beneath a list, the pages of all its parents come from one LATERAL statement
 * for the ids and one for the rows, and their counts from one; elsewhere Prisma fetches the page itself. So the number of
 * statements depends on the shape of the query and never on how many rows it meets.
 */
export function openConnection(context: Context, info: GraphQLResolveInfo, asked: Request): Connection {
  const visible = whereVisible(asked.model, context.viewer);
  const request: Request = { ...asked, where: (...ids) => ({ AND: [visible, asked.where(...ids)] }) };
  const window = windowOf(request.args, request.sort);
  const key = `${request.model}@${fieldPath(info)}`;
  const { parentId, otherId } = request;
  const batched = parentId !== undefined && standsInList(info);
  const parent = otherId === undefined ? `${parentId}` : `${parentId} ${otherId}`;
  const page = () => {
    const query = selectionOf(context, info, request.model, NODE_PATHS);
    return batched
      ? batchAt<Page>(context, `${key}#page`, (ids) => listPages(context, query, request, window, ids)).load(parent)
      : findPage(context, query, request, window);
  };
  const totalCount = () =>
    batched
      ? batchAt<number>(context, `${key}#count`, (ids) => countByParent(context, request, ids)).load(parent)
      : delegateOf(context, request.model).count({ where: request.where(parentId ?? '', otherId ?? '') });
  return { sort: request.sort, page: once(page), totalCount: once(totalCount) };
}

/** An edge's cursor. */
export const cursorIn = (connection: Connection, row: Row): string =>
  cursorOf(connection.sort, row as unknown as Record<string, unknown>);

async function findPage(context: Context, query: Query, request: Request, window: Window): Promise<Page> {
  const rows = await delegateOf(context, request.model).findMany({
    ...query,
    where: { AND: [request.where(request.parentId ?? '', request.otherId ?? ''), ...window.bounds] },
    orderBy: orderByOf(request.sort, window.direction),
    take: window.size + 1,
  });
  return cut(rows, window);
}

async function listPages(
  context: Context,
  query: Query,
  request: Request,
  window: Window,
  parentIds: readonly string[],
): Promise<Page[]> {
  const condition = whereSql(request.model, { AND: [request.where(PARENT_ID, OTHER_ID), ...window.bounds] }, 'listed');
  const terms = orderTermsOf(request.sort, window.direction).map(
    ([field, rest]) => Prisma.sql`${column('listed', field)} ${Prisma.raw(rest)}`,
  );
  const links = await context.db.$queryRaw<{ parentId: string; id: string }[]>`
    select parent.key as "parentId", page.id
    from ${parentsOf(parentIds)}
    cross join lateral (
      select listed.id, row_number() over (order by ${Prisma.join(terms)}) as place
      from ${identifier(tableName(request.model))} listed
      where ${condition}
      order by ${Prisma.join(terms)}
      limit ${window.size + 1}
    ) page
    order by page.place`;
  const ids = [...new Set(links.map((link) => link.id))];
  const rows = await delegateOf(context, request.model).findMany({ ...query, where: { id: { in: ids } } });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const idsOf = Map.groupBy(links, (link) => link.parentId);
  return parentIds.map((parentId) => {
    // A row deleted between the two statements is as if it had never been listed.
    const found = (idsOf.get(parentId) ?? []).flatMap(({ id }) => rowOf.get(id) ?? []);
    return cut(found, window);
  });
}

async function countByParent(context: Context, request: Request, parentIds: readonly string[]): Promise<number[]> {
  const condition = whereSql(request.model, request.where(PARENT_ID, OTHER_ID) as Record<string, unknown>, 'listed');
  const counts = await context.db.$queryRaw<{ id: string; total: number }[]>`
    select parent.key as id,
      (select count(*)::int from ${identifier(tableName(request.model))} listed where ${condition}) as total
    from ${parentsOf(parentIds)}`;
  const totalOf = new Map(counts.map(({ id, total }) => [id, total]));
  return parentIds.map((id) => totalOf.get(id) ?? 0);
}

/** The parents as rows: `key` is what they were asked by, one id or two with a space between. */
function parentsOf(keys: readonly string[]): Prisma.Sql {
  const pairs = keys.map((key) => key.split(' '));
  const ids = pairs.map(([id]) => id);
  const otherIds = pairs.map(([, otherId]) => otherId ?? null);
  return Prisma.sql`unnest(${[...keys]}::text[], ${ids}::uuid[], ${otherIds}::uuid[]) as parent(key, id, other_id)`;
}

/** Refuses what the arguments cannot mean: a page above the limit is an error, never a silent cut. */
export function windowOf(args: PageArgs, sort: Sort): Window {
  const first = args.first ?? null;
  const last = args.last ?? null;
  if (first !== null && last !== null) throw badUserInput('Pass either `first` or `last`, not both.');
  checkPageSize('first', first);
  checkPageSize('last', last);
  const bounds: object[] = [];
  if (args.after != null) bounds.push(whereBeyond(sort, valuesOfCursor(sort, args.after, 'after'), 'forward'));
  if (args.before != null) bounds.push(whereBeyond(sort, valuesOfCursor(sort, args.before, 'before'), 'backward'));
  return {
    direction: last === null ? 'forward' : 'backward',
    size: first ?? last ?? DEFAULT_PAGE,
    bounds,
    bounded: { after: args.after != null, before: args.before != null },
  };
}

/** Refuses a page of fewer than no rows or of more than `MAX_PAGE`. */
export function checkPageSize(name: 'first' | 'last', size: number | null): void {
  if (size !== null && (size < 0 || size > MAX_PAGE)) {
    throw badUserInput(
      `\`${name}\` must lie between 0 and ${MAX_PAGE}; it is ${size}. Fetch further pages with cursors.`,
    );
  }
}

/** One row more than the page was fetched, which tells whether the list goes on. */
function cut(fetched: readonly Row[], { direction, size, bounded }: Window): Page {
  const rows = fetched.slice(0, size);
  const goesOn = fetched.length > size;
  // On the other side a cursor was given, so something was there when it was handed out.
  return direction === 'forward'
    ? { rows, hasNextPage: goesOn || bounded.before, hasPreviousPage: bounded.after }
    : { rows: rows.reverse(), hasNextPage: bounded.before, hasPreviousPage: goesOn || bounded.after };
}

function standsInList(info: GraphQLResolveInfo): boolean {
  for (let path: typeof info.path | undefined = info.path; path; path = path.prev) {
    if (typeof path.key === 'number') return true;
  }
  return false;
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
