import type { AgreementKind } from '../../generated/prisma/enums.ts';

const KINDS: readonly (readonly [RegExp, AgreementKind])[] = [
  [/\bplans?\b|\broad ?map/i, 'PLAN'],
  [/\bcontracts?\b/i, 'CONTRACT'],
  [/\bmemorand/i, 'MEMORANDUM'],
  [/\btreat(?:y|ies)\b|\bconvention\b|\bpact\b/i, 'TREATY'],
  [/\bdeclaration\b/i, 'DECLARATION'],
  [/\bprogrammes?\b|\bprograms?\b/i, 'PROGRAMME'],
  [/\b(?:agreements?|protocols?|statement|accords?|documents?|deals?|letters?)\b/i, 'OTHER'],
  [/\bsupply\b|\bdeliver|\bpurchase|\bsale\b|\bto (?:buy|sell)\b|\bprices?\b/i, 'CONTRACT'],
];

/** The kind of an agreement by the words for it; those for what it is about come after those for what it is called. */
export const agreementKindOf = (words: string): AgreementKind =>
  KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'OTHER';
