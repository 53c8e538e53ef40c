import type { Scope } from '../../generated/prisma/enums.ts';

/** Every scope, from the least to the most. */
export const SCOPES: readonly Scope[] = ['READ_DRAFTS', 'EDIT', 'REVIEW', 'PUBLISH', 'ADMIN'];

/**
 * What each scope brings with it. Whoever changes, judges or publishes drafts has to see them; but who writes, who reviews
 * and who publishes may be three people, so none of these implies another. ADMIN is everything.
 */
const IMPLIED: Readonly<Record<Scope, readonly Scope[]>> = {
  READ_DRAFTS: [],
  EDIT: ['READ_DRAFTS'],
  REVIEW: ['READ_DRAFTS'],
  PUBLISH: ['READ_DRAFTS'],
  ADMIN: ['READ_DRAFTS', 'EDIT', 'REVIEW', 'PUBLISH'],
};

/** The scopes granted, with all that they imply, from the least to the most. */
export function withImplied(granted: Iterable<Scope>): ReadonlySet<Scope> {
  const held = new Set([...granted].flatMap((scope) => [scope, ...IMPLIED[scope]]));
  return new Set(SCOPES.filter((scope) => held.has(scope)));
}

const CLAIMED = new Map(SCOPES.map((scope) => [`digestgraph:${scope.toLowerCase().replaceAll('_', '-')}`, scope]));

/**
 * The scopes in a claim of a token: `digestgraph:edit` is EDIT, `digestgraph:read-drafts` READ_DRAFTS. Either one text with
 * spaces between (RFC 8693 §4.2) or a list; what is not ours is for others, and is passed over.
 */
export function scopesOfClaim(claim: unknown): Scope[] {
  const values: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return values.flatMap((value) => CLAIMED.get(value as string) ?? []);
}
