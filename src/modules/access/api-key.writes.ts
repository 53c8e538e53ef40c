import type { Database } from '../../database/database.ts';
import type { Author } from '../../database/transaction.ts';
import type { ApiKey } from '../../generated/prisma/client.ts';
import { isUuid } from '../../lib/uuid.ts';
import { KeyNameTakenError, UnknownKeyError } from './api-key.errors.ts';
import type { NewKey } from './api-key.rules.ts';
import { createSecret, hashOf, hintOf } from './key.rules.ts';

const MINUTE_MS = 60_000;

/**
 * Makes a key and answers with its secret, which is nowhere else from then on. Call it through `writeAs`: writers take
 * turns, so nobody takes the name meanwhile.
 */
export async function insertKey(
  db: Database,
  key: NewKey,
  createdBy: string,
  now: Date,
): Promise<{ key: ApiKey; secret: string }> {
  const taken = await db.apiKey.findFirst({ where: { name: key.name, revokedAt: null }, select: { id: true } });
  if (taken) throw new KeyNameTakenError(key.name);
  const secret = createSecret();
  const row = await db.apiKey.create({
    data: {
      name: key.name,
      scopes: [...key.scopes],
      expiresAt: key.expiresAt,
      hint: hintOf(secret),
      hash: hashOf(secret),
      createdAt: now,
      createdBy,
    },
  });
  return { key: row, secret };
}

/** Ends a key, by its id or its name; one that was revoked before stays as it is. */
export async function revokeKey(db: Database, idOrName: string, { by, reason }: Author, now: Date): Promise<ApiKey> {
  const key = await db.apiKey.findFirst({
    where: isUuid(idOrName) ? { id: idOrName } : { name: idOrName, revokedAt: null },
  });
  if (!key) throw new UnknownKeyError(idOrName);
  if (key.revokedAt) return key;
  return db.apiKey.update({ where: { id: key.id }, data: { revokedAt: now, revokedBy: by, revokedReason: reason } });
}

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
