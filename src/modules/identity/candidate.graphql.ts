import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { defineComputedList, sourceOf } from '../../graphql/computed-list.ts';
import { getRow } from '../../graphql/rows.ts';
import { type Candidate, listCandidates } from './candidate.reads.ts';
import { Identity } from './identity.graphql.ts';

const ReasonKind = builder.enumType('IdentityReasonKind', {
  description: 'What speaks for two records being one.',
  values: {
    SAME_NAME: { description: 'A spelling of theirs is the same, but for case, accents, script or romanisation.' },
    SIMILAR_NAME: { description: 'Spellings of theirs are alike.' },
    SHARED_OFFICE: { description: 'Both are said to hold one office.' },
    SAME_COUNTRY: { description: 'Both belong to one country.' },
  } as const,
});

interface Reason {
  readonly kind: 'SAME_NAME' | 'SIMILAR_NAME' | 'SHARED_OFFICE' | 'SAME_COUNTRY';
  readonly detail: string | null;
}

const IdentityReason = builder.objectRef<Reason>('IdentityReason').implement({
  description: 'One thing that speaks for two records being one.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ReasonKind, description: 'What sort of thing.' }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'For people: the two spellings, or the office; null where the kind says it all.',
    }),
  }),
});

/** Below this, spellings are too unlike to be named as a reason. */
const LEAST_LIKENESS = 0.4;

function reasonsOf(candidate: Candidate): Reason[] {
  const { likeness, spelling, otherSpelling, offices, sharesCountry } = candidate;
  const detail = `"${spelling}" and "${otherSpelling}"`;
  return [
    ...(likeness >= LEAST_LIKENESS ? [{ kind: likeness >= 1 ? 'SAME_NAME' : 'SIMILAR_NAME', detail } as const] : []),
    ...offices.map((title) => ({ kind: 'SHARED_OFFICE', detail: title }) as const),
    ...(sharesCountry ? [{ kind: 'SAME_COUNTRY', detail: null } as const] : []),
  ];
}

const CandidateRef = builder.objectRef<Candidate>('IdentityCandidate').implement({
  description: 'Two records that may be of one person or body.',
  authScopes: { scope: 'READ_DRAFTS' },
  fields: (t) => ({
    a: t.field({
      type: Identity,
      description: 'The one record.',
      resolve: ({ model, id }, _args, context, info) => getRow(context, info, model, id),
    }),
    b: t.field({
      type: Identity,
      description: 'The other.',
      resolve: ({ model, otherId }, _args, context, info) => getRow(context, info, model, otherId),
    }),
    score: t.exposeFloat('score', {
      description: 'How much speaks for it, from 0 to 1. It orders the list, and is no probability.',
    }),
    reasons: t.field({ type: [IdentityReason], description: 'What speaks for it.', resolve: reasonsOf }),
    isUnsure: t.exposeBoolean('isUnsure', { description: 'Whether somebody has looked and judged UNSURE.' }),
  }),
});

const candidateOrder = {
  sort: {
    name: 'LIKELIEST',
    keys: [
      { field: 'doubt', type: 'float', direction: 'asc' },
      { field: 'slug', type: 'text', direction: 'asc' },
      { field: 'otherSlug', type: 'text', direction: 'asc' },
    ],
  },
  keysOf: ({ score, slug, otherSlug }: Candidate) => ({ doubt: 1 - score, slug, otherSlug }),
} as const;

const Candidates = defineComputedList<Candidate>({
  name: 'IdentityCandidate',
  node: CandidateRef,
  plural: 'pairs',
  ordered: 'likeliest first, ties by slug',
  ...candidateOrder,
});

const IdentityKind = builder.enumType('IdentityKind', {
  description: 'What may be one and the same.',
  values: { ACTORS: { description: 'People.' }, ORGANISATIONS: { description: 'Bodies.' } } as const,
});

const CandidateFilter = builder.inputType('IdentityCandidateFilter', {
  description: 'Which pairs to suggest. A field left out, or null, restricts nothing.',
  fields: (t) => ({
    kind: t.field({ type: IdentityKind, description: 'Only people, or only bodies.' }),
    minScore: t.float({ description: 'Only pairs with at least this score, from 0 to 1; 0.5 when left out.' }),
    isUnsure: t.boolean({ description: 'Only those that somebody was unsure of, or only those that nobody judged.' }),
  }),
});

/** Names are compared pair by pair: dearer than any list. */
const CANDIDATES_COST = 500;
const LEAST_SCORE = 0.5;

builder.queryFields((t) => ({
  identityCandidates: Candidates.field(t, {
    description:
      'Pairs of records that may be of one person or body, by their names in whatever spelling, offices and countries; never a pair that is judged DIFFERENT.',
    args: { filter: t.arg({ type: CandidateFilter, description: 'Leave it out for all.' }) },
    cost: CANDIDATES_COST,
    source: async (_root, { filter }, { db }) => {
      const { kind, minScore, isUnsure } = filter ?? {};
      const least = minScore ?? LEAST_SCORE;
      if (least < 0 || least > 1) throw badUserInput(`\`minScore\` must lie between 0 and 1; it is ${least}.`);
      const pairs = [
        ...(kind === 'ORGANISATIONS' ? [] : await listCandidates(db, 'Actor', least)),
        ...(kind === 'ACTORS' ? [] : await listCandidates(db, 'Organisation', least)),
      ];
      const wanted = typeof isUnsure === 'boolean' ? pairs.filter((pair) => pair.isUnsure === isUnsure) : pairs;
      return sourceOf(wanted, candidateOrder);
    },
  }),
}));
