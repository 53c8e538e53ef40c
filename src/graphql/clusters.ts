import { getDatamodel } from '../generated/pothos.ts';
import type { Delegate, NodeModel, Query, Row } from './rows.ts';

/** The models of whose rows one may stand for others; see modules/identity. */
export type IdentifiedModel = 'Actor' | 'Organisation';

export const isIdentified = (model: NodeModel): model is IdentifiedModel =>
  model === 'Actor' || model === 'Organisation';

interface Member extends Row {
  readonly canonicalId?: string | null;
}

const { models } = getDatamodel().datamodel;

/**
 * The rows that stand for those that meet the condition, by the id of every row for which they stand. All rows of a cluster
 * come in one statement, each with what the selection asks of it through `cluster`. Fetched through the row that stands
 * for them they would be a statement of their own, and a merged row a second one.
 */
export async function findClusters(
  delegate: Delegate,
  model: IdentifiedModel,
  query: Query,
  condition: object,
): Promise<ReadonlyMap<string, Row>> {
  const members: readonly Member[] = await delegate.findMany({
    ...ofEachMember(model, query),
    where: { canonical: { cluster: { some: condition } } },
  });
  const standing = new Map<string, Row>();
  for (const cluster of Map.groupBy(members, ({ canonicalId }) => canonicalId).values()) {
    const canonical = cluster.find(({ id, canonicalId }) => id === canonicalId);
    if (!canonical) throw new Error(`${model} ${cluster[0]?.canonicalId} is not there.`);
    const row = { ...canonical, cluster };
    for (const { id } of cluster) standing.set(id, row);
  }
  return standing;
}

/** What is asked of a row and, through `cluster`, of all for which it stands, as asked of any of them. */
function ofEachMember(model: IdentifiedModel, { select, include }: Query): Query & { orderBy?: object[] } {
  const { cluster, ...own } = { ...select, ...include } as { cluster?: { orderBy: object[]; select: object } };
  const isRelation = (name: string) => models[model]?.fields.find((field) => field.name === name)?.kind === 'object';
  const ofMember = Object.entries(cluster?.select ?? {});
  const relations = ofMember.filter(([name]) => isRelation(name));
  const clash = relations.find(([name]) => name in own);
  if (clash) throw new Error(`${model}.${clash[0]} is selected both of the row and of its cluster.`);
  return {
    ...(select
      ? { select: { ...own, ...Object.fromEntries(ofMember), id: true, canonicalId: true } }
      : { include: { ...own, ...Object.fromEntries(relations) } }),
    ...(cluster && { orderBy: cluster.orderBy }),
  };
}
