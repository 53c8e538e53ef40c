import type DataLoader from 'dataloader';
import type { DatabaseClient } from '../database/client.ts';
import type { Database } from '../database/database.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Viewer } from './viewer.ts';

/** What every resolver is given: one for each request, so that nothing loaded for one caller is served to another. */
export interface Context {
  readonly db: Database;
  /** For `writeAsViewer` alone (write.ts). */
  readonly client: DatabaseClient;
  /** Who asks, and what they may. */
  readonly viewer: Viewer;
  /** The instant at which the request began. */
  readonly now: Date;
  readonly loaders: Loaders;
  /** DataLoaders made on the way, one a field path; see rows.ts and paging.ts. */
  readonly batches: Map<string, DataLoader<string, unknown>>;
}

export function createContext(client: DatabaseClient, viewer: Viewer, now: Date = new Date()): Context {
  return { db: client, client, viewer, now, loaders: createLoaders(client), batches: new Map() };
}
