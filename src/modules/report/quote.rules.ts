import type { QuotePolicy, Scope } from '../../generated/prisma/enums.ts';

/** Whether somebody is shown the published wording: who prepares editions is, everyone else where the series allows it. */
export function mayQuote(policy: QuotePolicy, scopes: ReadonlySet<Scope>): boolean {
  return policy === 'FULL' || scopes.has('READ_DRAFTS');
}
