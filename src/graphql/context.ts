import type DataLoader from 'dataloader';
import type { ChangeFeed } from '../database/change-feed.ts';
import type { DatabaseClient } from '../database/client.ts';
import type { Database } from '../database/database.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Viewer } from './viewer.ts';

/** What subscriptions are served with. */
export interface Live {
  /** The changes as they are committed. */
  readonly feed: ChangeFeed;
  /** Aborted when nobody waits for an answer any more. What a field subscribes to has to end itself by it, and nothing is written any more. */
  readonly ended: AbortSignal;
}

/** What every resolver is given: one for each request, so that nothing loaded for one caller is served to another. */
export interface Context extends Live {
  readonly db: Database;
  /** For `writeAsViewer` alone (write.ts). */
  readonly client: DatabaseClient;
  /** Who asks, and what they may. */
  readonly viewer: Viewer;
  /** The extractor that reads texts over HTTP; null for the rules of this project. */
  readonly extractorUrl: string | null;
  /** The instant at which the request began; for an answer of a subscription, at which that did. */
  readonly now: Date;
  readonly loaders: Loaders;
  /** DataLoaders made on the way, one a field path; see rows.ts and paging.ts. */
  readonly batches: Map<string, DataLoader<string, unknown>>;
}

export function createContext(
  client: DatabaseClient,
  viewer: Viewer,
  now: Date = new Date(),
): Omit<Context, keyof Live | 'extractorUrl'> {
  return { db: client, client, viewer, now, loaders: createLoaders(client), batches: new Map() };
}
