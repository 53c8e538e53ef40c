import type { Database } from '../../database/database.ts';
import type { ApiKey } from '../../generated/prisma/client.ts';

const MINUTE_MS = 60_000;

/** Notes that a key was used, at most once a minute: not every read of the graph is to become a write. */
export async function noteUse(db: Database, key: Pick<ApiKey, 'id' | 'lastUsedAt'>, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - MINUTE_MS);
  if (key.lastUsedAt && key.lastUsedAt > minuteAgo) return;
  // Asked once more, since many requests may have read the same row.
  await db.apiKey.updateMany({
    where: { id: key.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minuteAgo } }] },
    data: { lastUsedAt: now },
  });
}
