import { Scope } from '../generated/prisma/enums.ts';
import type { NodeModel } from './rows.ts';
import type { Viewer } from './viewer.ts';

const SCOPE_COUNT = Object.values(Scope).length;

/**
 * Which rows of a model there are for a viewer, beyond what the scope of its type says. Of the log they are those whose
 * audience the viewer belongs to: whatever reads it for somebody has to ask for these alone.
 */
export function whereVisible(model: NodeModel, { scopes }: Viewer): object {
  // For those who may see all of it the database need not look.
  if (model !== 'LoggedChange' || scopes.size === SCOPE_COUNT) return {};
  const isPublic = { audience: null };
  return scopes.size === 0 ? isPublic : { OR: [isPublic, { audience: { in: [...scopes] } }] };
}
