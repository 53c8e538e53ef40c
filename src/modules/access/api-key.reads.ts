import type { Database } from '../../database/database.ts';
import type { ApiKey } from '../../generated/prisma/client.ts';
import { hashesAgree, hashOf, isLive, isSecret } from './key.rules.ts';

/** The key whose secret that is, or null: there is none, it has expired, or it was revoked. */
export async function findLiveKey(db: Database, secret: string, now: Date): Promise<ApiKey | null> {
  if (!isSecret(secret)) return null;
  const hash = hashOf(secret);
  const key = await db.apiKey.findUnique({ where: { hash } });
  return key && hashesAgree(key.hash, hash) && isLive(key, now) ? key : null;
}

/** Every key there is or was, newest first. */
export function listKeys(db: Database): Promise<ApiKey[]> {
  return db.apiKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
}
