import type { Database } from '../../database/database.ts';
import { identifier, tableName, whereSql } from '../../database/where-sql.ts';
import type { Circle } from '../counterpart/counterpart.reads.ts';
import { membersSql, slugColumn, whereMet } from '../counterpart/side.reads.ts';

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

/**
 * The heaviest edges, at most `size`, ties by the slugs of their ends, of which the lesser comes first; and those ends, by
 * name. Reads each participation once.
 */
export async function getNetwork(db: Database, circle: Circle, minWeight: number, size: number): Promise<Network> {
  const { side, filter } = circle;
  // Counted by their places among the slugs: numbers, which compare fast and put ties in the order of slugs.
  const rows = await db.$queryRaw<
    { id: string; otherId: string | null; name: string | null; count: number; total: number }[]
  >`
    with named as materialized (
      select id, name, (row_number() over (order by ${slugColumn(side)}))::int as place from ${identifier(tableName(side))}
    ),
    presence as materialized (
      select met.id as event_id, array_agg(distinct named.place) as places
      from event met
      join ${membersSql(side)} member on member.event_id = met.id
      join named on named.id = member.id
      where ${whereSql('Event', whereMet(filter), 'met')}
      group by met.id
    ),
    edge as materialized (
      select one.place, other.place as other_place, count(*)::int as weight, (count(*) over ())::int as total
      from presence
      cross join lateral unnest(presence.places) one(place)
      cross join lateral unnest(presence.places) other(place)
      where one.place < other.place
      group by one.place, other.place
      having count(*) >= ${minWeight}::int
      order by weight desc, one.place, other.place
      limit ${size}::int
    ),
    node as (
      select member.place, count(*)::int as meetings
      from presence
      cross join lateral unnest(presence.places) member(place)
      where member.place in (select edge.place from edge union select edge.other_place from edge)
      group by member.place
    )
    (select named.id, null::uuid as "otherId", named.name, node.meetings as count, 0 as total
      from node
      join named on named.place = node.place
      order by named.name, named.place)
    union all
    (select one.id, other.id, null, edge.weight, edge.total
      from edge
      join named one on one.place = edge.place
      join named other on other.place = edge.other_place
      order by edge.weight desc, edge.place, edge.other_place)`;
  const edges = rows.flatMap(({ id, otherId, count }) =>
    otherId === null ? [] : [{ ...circle, id, otherId, weight: count }],
  );
  return {
    nodes: rows.flatMap(({ id, name, count }) => (name === null ? [] : [{ side, id, name, meetingCount: count }])),
    edges,
    isCut: (rows.at(-1)?.total ?? 0) > edges.length,
  };
}
