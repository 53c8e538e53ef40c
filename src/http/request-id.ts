import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();

/** The id under which everything is logged that is done for the request under way. */
export const requestId = (): string => storage.getStore() ?? randomUUID();

/** Handles a request under an id: the one that a proxy gave it, where that is a plain token, else a new one. */
export function withRequestId<T>(given: string | null, handle: (id: string) => T): T {
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  return storage.run(id, () => handle(id));
}
