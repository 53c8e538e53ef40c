import type { Database } from '../../database/database.ts';
import { identifier, tableName, whereSql } from '../../database/where-sql.ts';
import type { Circle } from '../counterpart/counterpart.reads.ts';
import { membersSql, whereMet } from '../counterpart/side.reads.ts';

/** Two who met, and how often. */
export interface NetworkEdge extends Circle {
  readonly id: string;
  readonly otherId: string;
  readonly weight: number;
}

/** One end of an edge. */
export interface NetworkNode extends Pick<Circle, 'side'> {
  readonly id: string;
  readonly name: string;
  /** Meetings under the filter, whoever else was there. */
  readonly meetingCount: number;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Whether there are more edges than were asked for. */
  readonly isCut: boolean;
}

/** The heaviest edges, at most `size`, ties by the ids of their ends; and those ends, by name. Reads each participation once. */
export async function getNetwork(db: Database, circle: Circle, minWeight: number, size: number): Promise<Network> {
  const { side, filter } = circle;
  const rows = await db.$queryRaw<
    { id: string; otherId: string | null; name: string | null; count: number; total: number }[]
  >`
    with presence as materialized (
      select met.id as event_id, array_agg(distinct member.id) as ids
      from event met
      join ${membersSql(side)} member on member.event_id = met.id
      where member.id is not null and ${whereSql('Event', whereMet(filter), 'met')}
      group by met.id
    ),
    edge as materialized (
      select one.id, other.id as other_id, count(*)::int as weight, (count(*) over ())::int as total
      from presence
      cross join lateral unnest(presence.ids) one(id)
      cross join lateral unnest(presence.ids) other(id)
      where one.id < other.id
      group by one.id, other.id
      having count(*) >= ${minWeight}::int
      order by weight desc, one.id, other.id
      limit ${size}::int
    ),
    node as (
      select member.id, count(*)::int as meetings
      from presence
      cross join lateral unnest(presence.ids) member(id)
      where member.id in (select edge.id from edge union select edge.other_id from edge)
      group by member.id
    )
    (select node.id, null::uuid as "otherId", named.name, node.meetings as count, 0 as total
      from node
      join ${identifier(tableName(side))} named on named.id = node.id
      order by named.name, node.id)
    union all
    (select edge.id, edge.other_id, null, edge.weight, edge.total from edge order by edge.weight desc, edge.id, edge.other_id)`;
  const edges = rows.flatMap(({ id, otherId, count }) =>
    otherId === null ? [] : [{ ...circle, id, otherId, weight: count }],
  );
  return {
    nodes: rows.flatMap(({ id, name, count }) => (name === null ? [] : [{ side, id, name, meetingCount: count }])),
    edges,
    isCut: (rows.at(-1)?.total ?? 0) > edges.length,
  };
}
