import { readConfig } from '../config.ts';
import { DatabaseError, DataFolderInUseError } from '../database/database.errors.ts';
import { openDatabase } from '../database/database.ts';
import { applyMigrations } from '../database/migrate.ts';
import { writeAs } from '../database/transaction.ts';
import type { Scope } from '../generated/prisma/enums.ts';
import { listKeys } from '../modules/access/api-key.reads.ts';
import { type NewKey, normaliseNewKey } from '../modules/access/api-key.rules.ts';
import { insertKey, revokeKey } from '../modules/access/api-key.writes.ts';
import { type Remote, RemoteError } from './remote.ts';

/** A key as it is listed. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: string;
  readonly expiresAt: Date | string | null;
  readonly lastUsedAt: Date | string | null;
  readonly revokedAt: Date | string | null;
  readonly revokedBy: string | null;
}

/** What the commands do with keys, wherever these are. */
export interface KeyStore {
  create(key: NewKey): Promise<{ key: ListedKey; secret: string }>;
  list(): Promise<readonly ListedKey[]>;
  revoke(idOrName: string, reason: string | null): Promise<ListedKey>;
}

const BY = 'npm run keys';

/** The keys of the database that the environment names; who may open that needs no key. */
export async function withLocalKeys(
  env: Readonly<Record<string, string | undefined>>,
  work: (store: KeyStore) => Promise<void>,
): Promise<void> {
  const config = readConfig(env);
  const database = await openDatabase(config).catch((error) => {
    if (!(error instanceof DataFolderInUseError)) throw error;
    // The folder is a running server's more often than not, and that can be asked.
    throw new DatabaseError(
      `${error.message} A server that has it does the same with --server and its address. (${error.code})`,
    );
  });
  const { client } = database;
  const author = { by: BY, reason: null };
  try {
    await applyMigrations(database.connection);
    await work({
      create(draft) {
        const now = new Date();
        const key = normaliseNewKey(draft, now);
        return writeAs(client, author, (db) => insertKey(db, key, BY, now));
      },
      list: () => listKeys(client),
      revoke: (idOrName, reason) =>
        writeAs(client, { ...author, reason }, (db) => revokeKey(db, idOrName, { ...author, reason }, new Date())),
    });
  } finally {
    await database.close();
  }
}

const FIELDS = 'id name hint scopes createdBy expiresAt lastUsedAt revokedAt revokedBy';

/** The keys of a running server. */
export function remoteKeys(remote: Remote): KeyStore {
  /** The result of a mutation, where it is no problem. */
  const expectDone = <Done>(result: Done & { message?: string }): Done => {
    if (result.message !== undefined) throw new RemoteError(result.message);
    return result;
  };
  return {
    async create({ name, scopes, expiresAt }) {
      const { createApiKey } = await remote.ask<{ createApiKey: { apiKey: ListedKey; secret: string } }>(
        `mutation CreateKey($input: CreateApiKeyInput!) {
          createApiKey(input: $input) {
            ... on ApiKeyCreated { secret apiKey { ${FIELDS} } }
            ... on Problem { message }
          }
        }`,
        { input: { name, scopes, expiresAt } },
      );
      const { apiKey, secret } = expectDone(createApiKey);
      return { key: apiKey, secret };
    },
    list: async () => (await remote.ask<{ apiKeys: ListedKey[] }>(`query Keys { apiKeys { ${FIELDS} } }`)).apiKeys,
    async revoke(key, reason) {
      const { revokeApiKey } = await remote.ask<{ revokeApiKey: ListedKey }>(
        `mutation RevokeKey($input: RevokeApiKeyInput!) {
          revokeApiKey(input: $input) { ... on ApiKey { ${FIELDS} } ... on Problem { message } }
        }`,
        { input: { key, reason } },
      );
      return expectDone(revokeApiKey);
    },
  };
}
