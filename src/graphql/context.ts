import type DataLoader from 'dataloader';
import type { ChangeFeed } from '../database/change-feed.ts';
import type { Database } from '../database/database.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Viewer } from './viewer.ts';

/** What every resolver is given: one for each request, so that nothing loaded for one caller is served to another. */
export interface Context {
  readonly db: Database;
  /** Who asks, and what they may. */
  readonly viewer: Viewer;
  /** The instant at which the request began; of a subscription, at which this answer of it did. */
  readonly now: Date;
  /** The changes as they are committed. */
  readonly feed: ChangeFeed;
  /** Aborted when nobody waits for the answer any more. What a subscription is subscribed to ends itself by it. */
  readonly ended: AbortSignal;
  readonly loaders: Loaders;
  /** DataLoaders made on the way, one a field path; see rows.ts and paging.ts. */
  readonly batches: Map<string, DataLoader<string, unknown>>;
}

export function createContext(
  { db, feed }: Pick<Context, 'db' | 'feed'>,
  viewer: Viewer,
  ended: AbortSignal,
  now: Date = new Date(),
): Context {
  return { db, feed, viewer, ended, now, loaders: createLoaders(db), batches: new Map() };
}
