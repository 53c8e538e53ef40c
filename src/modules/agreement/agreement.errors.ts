import { DomainError } from '../../lib/domain-error.ts';

export class PartyCountError extends DomainError {
  readonly code = 'PARTY_COUNT';
  readonly count: number;

  constructor(count: number) {
    super(`A party is exactly one of organisation and country, and this one is ${count}.`);
    this.count = count;
  }
}

export class PartyRepeatedError extends DomainError {
  readonly code = 'PARTY_REPEATED';
  readonly partyId: string;

  constructor(partyId: string) {
    super(`${partyId} is a party more than once: leave the repetition out.`);
    this.partyId = partyId;
  }
}

export class ProposerCountError extends DomainError {
  readonly code = 'PROPOSER_COUNT';
  readonly partyIds: readonly string[];

  constructor(partyIds: readonly string[]) {
    super(`At most one party is the proposer, and here ${partyIds.join(' and ')} are: mark one of them, or none.`);
    this.partyIds = partyIds;
  }
}
