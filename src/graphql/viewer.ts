import type { Author } from '../database/transaction.ts';
import type { Scope } from '../generated/prisma/enums.ts';

/** How somebody showed who they are: not at all, by a key made here, or by a token of the identity provider. */
export type ViewerKind = 'ANONYMOUS' | 'API_KEY' | 'TOKEN';

/** Who asks. One for each request; src/http/plugins/authenticate.ts finds out. */
export interface Viewer {
  readonly kind: ViewerKind;
  /** Of the key, or the subject of the token; null for who gives no credential. */
  readonly name: string | null;
  /** All that they may do, what is implied included. */
  readonly scopes: ReadonlySet<Scope>;
}

export const ANONYMOUS: Viewer = { kind: 'ANONYMOUS', name: null, scopes: new Set() };

/** The viewer as the change log names them: with the kind, for a token's subject may read like the name of a key. */
export function authorOf({ kind, name }: Viewer, reason: string | null = null): Author {
  const kinds: Record<ViewerKind, string> = { ANONYMOUS: 'anonymous', API_KEY: `key ${name}`, TOKEN: `token ${name}` };
  return { by: kinds[kind], reason };
}
