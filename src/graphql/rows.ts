import { brandWithType, type typeBrandKey } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type PrismaTypes from '../generated/pothos.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { mayRead, refuse, scopesOfType } from './authorise.ts';
import { findClusters, type IdentifiedModel, isIdentified } from './clusters.ts';
import type { Context } from './context.ts';
import { whereVisible } from './visible.ts';

/** The models of prisma/models whose rows are nodes: they have an `id`, and GraphQL types that carry their names. */
const MODELS = [
  'Actor',
  'Agreement',
  'Assessment',
  'Citation',
  'Country',
  'Draft',
  'DraftSuggestion',
  'Event',
  'Indicator',
  'LoggedChange',
  'Office',
  'Organisation',
  'Participation',
  'Passage',
  'Place',
  'Report',
  'Section',
  'Series',
  'Statement',
  'Statistic',
  'Tenure',
  'Topic',
] as const satisfies readonly Prisma.ModelName[];

export type NodeModel = (typeof MODELS)[number];

export const NODE_MODELS: ReadonlySet<NodeModel> = new Set(MODELS);

/** A row of any model, as far as the kernel looks into it. */
export interface Row {
  readonly id: string;
}

/** A row of one model, all columns of it, that unions and interfaces know for what it is. */
export type RowOf<Model extends NodeModel> = Model extends NodeModel
  ? PrismaTypes[Model]['Shape'] & { [typeBrandKey]: string }
  : never;

/** What Prisma is to fetch of each row. */
export type Query = { select?: object; include?: object };

/** What the kernel calls on a Prisma delegate; the models differ only in types that it does not look at. */
export interface Delegate {
  findMany(args: Query & { where?: object; orderBy?: object[]; take?: number }): Promise<Row[]>;
  count(args: { where: object }): Promise<number>;
}

export function delegateOf(context: Context, model: NodeModel): Delegate {
  const name = model[0]?.toLowerCase() + model.slice(1);
  return (context.db as unknown as Record<string, Delegate>)[name] as Delegate;
}

/** The place in the query that `info` resolves, whatever its position in lists: what two calls must share to be batched. */
export function fieldPath(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let path: typeof info.path | undefined = info.path; path; path = path.prev) {
    if (typeof path.key === 'string') keys.push(`${path.typename ?? ''}.${path.key}`);
  }
  return keys.join('<');
}

/** The DataLoader of one field path; made by the first resolver that comes there. */
export function batchAt<T>(
  context: Context,
  key: string,
  load: (ids: readonly string[]) => Promise<ArrayLike<T | Error>>,
): DataLoader<string, T> {
  let loader = context.batches.get(key);
  if (!loader) {
    loader = new DataLoader<string, unknown>(load, { name: key });
    context.batches.set(key, loader);
  }
  return loader as DataLoader<string, T>;
}

// One resolver may ask for many rows, and each path link belongs to one field of one row of one request.
const selections = new WeakMap<object, Map<string, Query>>();

/**
 * The columns and relations that the selection beneath `info` (below `paths`, where given) asks of a model's rows. Pothos
 * notes on the way which of them this very field of this very row will find loaded, so each resolver has to ask, also
 * where a batch fetches for all of them: the others would load everything once more.
 */
export function selectionOf(context: Context, info: GraphQLResolveInfo, model: NodeModel, paths?: string[][]): Query {
  let byModel = selections.get(info.path);
  if (!byModel) {
    byModel = new Map();
    selections.set(info.path, byModel);
  }
  let query = byModel.get(model);
  if (!query) {
    query = queryFromInfo({ context, info, typeName: model, ...(paths ? { paths } : {}) }) as Query;
    byModel.set(model, query);
  }
  return query;
}

/**
 * The row with that id, with what the selection asks for; null where there is none, and no less where the viewer may not
 * see rows of that model, which is not even looked up, or that row. All parents of one field path share one statement a
 * model, which is what keeps unions, `node` and worked-out relations from an N+1.
 */
export async function loadRow<Model extends NodeModel>(
  context: Context,
  info: GraphQLResolveInfo,
  model: Model,
  id: string,
): Promise<RowOf<Model> | null> {
  if (!mayRead(context.viewer, info.schema.getType(model))) return null;
  const query = selectionOf(context, info, model);
  const loader = batchAt(context, `${model}@${fieldPath(info)}`, (ids) => findRows(context, model, query, ids));
  const row = await loader.load(id);
  if (row) brandWithType(row, model as never);
  return row as RowOf<Model> | null;
}

/** The rows with these ids, or those that stand for them, in order; null for each that is not there. */
async function findRows(
  context: Context,
  model: NodeModel,
  query: Query,
  ids: readonly string[],
): Promise<(Row | null)[]> {
  const delegate = delegateOf(context, model);
  const find = async (wanted: readonly string[]) => {
    const where = { id: { in: [...wanted] }, ...whereVisible(model, context.viewer) };
    return new Map((await delegate.findMany({ ...query, where })).map((row) => [row.id, row]));
  };
  if (!isIdentified(model)) {
    const rows = await find(ids);
    return ids.map((id) => rows.get(id) ?? null);
  }
  const standing = await findClusters(delegate, model, query, { id: { in: [...ids] } });
  const missing = ids.filter((id) => !standing.has(id));
  // A row that was logged before there were identities stands for itself.
  const unidentified = missing.length > 0 ? await find(missing) : new Map<string, Row>();
  return ids.map((id) => standing.get(id) ?? unidentified.get(id) ?? null);
}

/**
 * The row that is called so, or the one that stands for it, for a field whose selection is `query`; null where there is
 * none.
 */
export async function findCalled<Model extends IdentifiedModel>(
  context: Context,
  model: Model,
  query: Query,
  slug: string,
): Promise<RowOf<Model> | null> {
  const standing = await findClusters(delegateOf(context, model), model, query, { slug });
  const [row = null] = standing.values();
  return row as RowOf<Model> | null;
}

/** Each row once: two records of one person are one row. */
export function distinctRows<Found extends Row>(rows: readonly Found[]): Found[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Like `loadRow`, for ids that a foreign key vouches for: a row that may not be seen is refused, an absent one is a broken invariant. */
export async function getRow<Model extends NodeModel>(
  context: Context,
  info: GraphQLResolveInfo,
  model: Model,
  id: string,
): Promise<RowOf<Model>> {
  const type = info.schema.getType(model);
  if (type && !mayRead(context.viewer, type)) throw refuse(context.viewer, scopesOfType(type)[0] ?? null);
  const row = await loadRow(context, info, model, id);
  if (!row) throw new Error(`${model} ${id} is not there.`);
  return row;
}

/** `getRow` for a list; the order of the ids is kept. */
export function getRows<Model extends NodeModel>(
  context: Context,
  info: GraphQLResolveInfo,
  model: Model,
  ids: readonly string[],
): Promise<RowOf<Model>[]> {
  return Promise.all(ids.map((id) => getRow(context, info, model, id)));
}

/** The row behind the one foreign key of several that is set, with the statement shared as in `loadRow`; null if none is. */
export async function findOneOf<Model extends NodeModel>(
  context: Context,
  info: GraphQLResolveInfo,
  keys: Readonly<Record<Model, string | null>>,
): Promise<RowOf<Model> | null> {
  for (const [model, id] of Object.entries(keys) as [Model, string | null][]) {
    if (id) return getRow(context, info, model, id);
  }
  return null;
}

/** Like `findOneOf`, where a CHECK keeps one of the keys set. */
export async function getOneOf<Model extends NodeModel>(
  context: Context,
  info: GraphQLResolveInfo,
  keys: Readonly<Record<Model, string | null>>,
): Promise<RowOf<Model>> {
  const row = await findOneOf(context, info, keys);
  if (!row)
    throw new Error(`${info.parentType.name}.${info.fieldName}: none of ${Object.keys(keys).join(', ')} is set.`);
  return row;
}
