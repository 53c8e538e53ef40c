import { findRepeated } from '../../lib/repeated.ts';
import { PartyCountError, PartyRepeatedError, ProposerCountError } from './agreement.errors.ts';

export interface NewParty {
  readonly organisationId: string | null;
  readonly countryId: string | null;
  /** The side that put the agreement forward, which makes it a party by construction. */
  readonly proposer: boolean;
}

/** Each party is a body or a state, named once; at most one of them is the proposer. */
export function checkParties(parties: readonly NewParty[]): void {
  const ids = parties.map(({ organisationId, countryId }) => {
    const given = [organisationId, countryId].filter((id) => id !== null);
    if (given.length !== 1) throw new PartyCountError(given.length);
    return String(given[0]);
  });
  const repeated = findRepeated(ids, (id) => id);
  if (repeated) throw new PartyRepeatedError(repeated);
  const proposers = ids.filter((_, index) => parties[index]?.proposer);
  if (proposers.length > 1) throw new ProposerCountError(proposers);
}
