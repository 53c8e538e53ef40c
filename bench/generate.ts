import type { Table } from './rows.ts';
import { claims } from './tables/claims.ts';
import { entities } from './tables/entities.ts';
import { happenings } from './tables/happenings.ts';
import { reports } from './tables/reports.ts';
import { createWorld } from './world.ts';

/**
 * A graph with so many events and everything around them: the shape of real editions, invented throughout. The same number
 * gives the same rows.
 */
export function* generateTables(events: number): Generator<Table> {
  const world = createWorld(events);
  yield* entities(world);
  yield* reports(world);
  yield* happenings(world);
  yield* claims(world);
}
