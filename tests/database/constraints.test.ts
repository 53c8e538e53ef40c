import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { createSoundRows, type SoundRows } from './sound-rows.ts';

type Table = Exclude<keyof SoundRows, 'ids'>;
type Ids = SoundRows['ids'];

/** What to change in a sound row so that this constraint refuses it. */
interface Case {
  readonly constraint: string;
  readonly table: Table;
  readonly spoil: (ids: Ids) => Record<string, unknown>;
  readonly how: string;
}

const spoilt = (constraint: string, table: Table, how: string, spoil: Case['spoil']): Case => ({
  constraint,
  table,
  how,
  spoil,
});
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const SLUGGED: readonly Table[] = [
  'actor',
  'agreement',
  'assessment',
  'event',
  'indicator',
  'office',
  'organisation',
  'place',
  'report',
  'series',
  'statement',
  'statistic',
  'topic',
];

const CHECKS: readonly Case[] = [
  spoilt('about_one_subject', 'about', 'no subject', () => ({ assessmentId: null })),
  spoilt('about_one_target', 'about', 'no target', () => ({ targetEventId: null })),
  spoilt('about_one_target', 'about', 'two targets', (ids) => ({ targetActorId: ids.actor })),
  spoilt('agreement_party_one_party', 'agreementParty', 'no party', () => ({ organisationId: null })),
  spoilt('agreement_party_one_party', 'agreementParty', 'two parties', (ids) => ({ countryId: ids.country })),
  spoilt('citation_one_subject', 'citation', 'no subject', () => ({ eventId: null })),
  spoilt('name_one_owner', 'name', 'no owner', () => ({ actorId: null })),
  spoilt('name_one_owner', 'name', 'two owners', (ids) => ({ eventId: ids.event })),
  spoilt('participation_one_participant', 'participation', 'nobody', () => ({ actorId: null })),
  spoilt('participation_one_participant', 'participation', 'two at once', (ids) => ({ countryId: ids.country })),
  spoilt('statement_one_speaker', 'statement', 'two speakers', (ids) => ({ speakerCountryId: ids.country })),
  spoilt('statistic_one_giver', 'statistic', 'two givers', (ids) => ({ givenByOrganisationId: ids.organisation })),
  spoilt('actor_stands_for_itself_or_is_merged', 'actor', 'merged into itself', () => ({ isMerged: true })),
  spoilt('actor_stands_for_itself_or_is_merged', 'actor', 'another in its place', (ids) => ({
    canonicalId: ids.actor,
  })),
  spoilt('organisation_stands_for_itself_or_is_merged', 'organisation', 'merged into itself', () => ({
    isMerged: true,
  })),
  spoilt('identity_judgement_one_pair', 'identityJudgement', 'two pairs', (ids) => ({
    organisationId: ids.organisation,
  })),
  spoilt('identity_judgement_one_pair', 'identityJudgement', 'half a pair', () => ({ otherActorId: null })),
  spoilt('identity_judgement_ordered', 'identityJudgement', 'the greater id first', (ids) => ({
    actorId: ids.otherActor,
    otherActorId: ids.actor,
  })),
  spoilt('identity_judgement_revoked_by_somebody', 'identityJudgement', 'revoked by nobody', () => ({
    revokedAt: day('2019-09-30'),
  })),
  spoilt('agreement_validity_forwards', 'agreement', 'backwards', () => ({
    validFrom: day('2020-01-02'),
    validTo: day('2020-01-01'),
  })),
  spoilt('event_dates_forwards', 'event', 'backwards', () => ({ endDate: day('2019-09-02') })),
  spoilt('event_dates_forwards', 'event', 'an end without a start', () => ({
    startDate: null,
    dateBasis: null,
    datePrecision: 'UNKNOWN',
  })),
  spoilt('event_bounds_forwards', 'event', 'backwards', () => ({
    notBefore: day('2019-09-02'),
    notAfter: day('2019-09-01'),
  })),
  spoilt('event_precision_with_date', 'event', 'a precision of no date', () => ({
    startDate: null,
    endDate: null,
    dateBasis: null,
  })),
  spoilt('event_precision_with_date', 'event', 'no precision of a date', () => ({ datePrecision: 'UNKNOWN' })),
  spoilt('event_basis_with_date', 'event', 'no basis of a date', () => ({ dateBasis: null })),
  spoilt('report_period_forwards', 'report', 'backwards', () => ({ periodEnd: day('2019-08-31') })),
  spoilt('statistic_period_forwards', 'statistic', 'backwards', () => ({ periodEnd: day('2019-08-31') })),
  spoilt('tenure_forwards', 'tenure', 'backwards', () => ({ from: day('2019-10-01') })),
  spoilt('topic_validity_forwards', 'topic', 'backwards', () => ({ validTo: day('2018-12-31') })),
  spoilt('statistic_value_within_bounds', 'statistic', 'below the lower bound', () => ({ value: 8 })),
  spoilt('statistic_value_within_bounds', 'statistic', 'above the upper bound', () => ({ value: 12, lower: null })),
  spoilt('statistic_value_within_bounds', 'statistic', 'bounds crossed, no value', () => ({ value: null, lower: 12 })),
  ...SLUGGED.flatMap((table) =>
    ['Upper', '-a', 'a--b', 'a b', ''].map((slug) =>
      spoilt(`${table}_slug_format`, table, JSON.stringify(slug), () => ({ slug })),
    ),
  ),
  spoilt('api_key_hash_format', 'apiKey', 'the secret itself', () => ({ hash: 'dgk_secret' })),
  spoilt('api_key_name_given', 'apiKey', 'no name', () => ({ name: '' })),
  spoilt('api_key_revoked_by_somebody', 'apiKey', 'a reason, and not revoked', () => ({ revokedReason: 'lost' })),
  spoilt('api_key_scopes_given', 'apiKey', 'no scope', () => ({ scopes: [] })),
  spoilt('draft_period_forwards', 'draft', 'backwards', () => ({ periodEnd: day('2019-08-31') })),
  spoilt('draft_report_slug_format', 'draft', 'a space', () => ({ reportSlug: 'a b' })),
  spoilt('draft_series_slug_format', 'draft', 'upper case', () => ({ seriesSlug: 'Upper' })),
  spoilt('draft_text_with_digest', 'draft', 'a text without its digest', () => ({ sha256: null })),
  spoilt('draft_passage_number_format', 'draftPassage', 'a leading zero', () => ({ number: '01' })),
  spoilt('draft_passage_text_with_span', 'draftPassage', 'a text without its place', () => ({ spanStart: null })),
  spoilt('draft_passage_text_with_span', 'draftPassage', 'backwards', () => ({ spanStart: 10 })),
  spoilt('draft_suggestion_quote_with_span', 'draftSuggestion', 'a place without words', () => ({ quote: null })),
  spoilt('draft_suggestion_quote_with_span', 'draftSuggestion', 'backwards', () => ({ spanEnd: -1 })),
  spoilt('draft_suggestion_score_range', 'draftSuggestion', 'above 1', () => ({ score: 1.1 })),
  spoilt('country_code_format', 'country', 'lower case', () => ({ code: 'ru' })),
  spoilt('passage_number_format', 'passage', 'a leading zero', () => ({ number: '02' })),
  spoilt('passage_number_format', 'passage', 'a paragraph numbered as a bullet', () => ({ number: '2.1' })),
  spoilt('passage_number_format', 'passage', 'a bullet numbered as a paragraph', () => ({ kind: 'BULLET' })),
  spoilt('place_latitude_range', 'place', 'beyond the pole', () => ({ latitude: 90.1 })),
  spoilt('place_longitude_range', 'place', 'round the globe', () => ({ longitude: -180.1 })),
];

/** Rows that may stand once; most of the columns they are told apart by are null. */
const ONCE: readonly { index: string; table: Table }[] = [
  { index: 'about_once', table: 'about' },
  { index: 'agreement_party_once', table: 'agreementParty' },
  { index: 'citation_once', table: 'citation' },
  { index: 'participation_once', table: 'participation' },
  { index: 'tenure_once', table: 'tenure' },
];

let database: TestDatabase;
let rows: SoundRows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = await createSoundRows(database.client);
});
afterAll(() => database.close());

type Tables = Pick<TestDatabase['client'], Table>;

/** Writes rows of one table, takes them back, and answers with the constraint that refused one, or null. */
async function refusal(table: Table, ...added: Record<string, unknown>[]): Promise<string | null> {
  const takenBack = new Error('taken back');
  const insert = database.client.$transaction(async (transaction) => {
    const { create } = (transaction as Tables)[table] as unknown as { create(args: object): Promise<unknown> };
    for (const data of added) await create({ data: { ...rows[table], ...data } });
    throw takenBack;
  });
  const error = await insert.catch((reason: unknown) => reason);
  if (error === takenBack) return null;
  const { driverAdapterError } = (error as { meta?: { driverAdapterError?: { cause: { originalMessage: string } } } })
    .meta ?? { driverAdapterError: undefined };
  const name = driverAdapterError?.cause.originalMessage.match(/constraint "(\w+)"/)?.[1];
  if (!name) throw error;
  return name;
}

describe('the constraints', () => {
  it.each([...new Set(CHECKS.map(({ table }) => table))])('let a sound row of %s pass', async (table) => {
    expect(await refusal(table, {})).toBeNull();
  });

  it.each(CHECKS)('$constraint refuses a row of $table: $how', async ({ constraint, table, spoil }) => {
    expect(await refusal(table, spoil(rows.ids))).toBe(constraint);
  });

  it.each(ONCE)('$index refuses the same row of $table twice', async ({ index, table }) => {
    // Not refused for a second proposer.
    const twin = table === 'agreementParty' ? { proposer: false } : {};
    expect(await refusal(table, {}, twin)).toBe(index);
  });

  it('agreement_party_one_proposer refuses a second proposer and lets a second party pass', async () => {
    const other = { organisationId: null, countryId: rows.ids.country };
    expect(await refusal('agreementParty', {}, other)).toBe('agreement_party_one_proposer');
    expect(await refusal('agreementParty', {}, { ...other, proposer: false })).toBeNull();
  });

  it('are all seen at work here', async () => {
    const checks = await database.client.$queryRaw<{ name: string }[]>`
      select conname::text as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`;
    expect(checks.map(({ name }) => name).sort()).toEqual([...new Set(CHECKS.map((test) => test.constraint))].sort());
    const nullsNotDistinct = await database.client.$queryRaw<{ name: string }[]>`
      select indexrelid::regclass::text as name from pg_index where indnullsnotdistinct`;
    expect(nullsNotDistinct.map(({ name }) => name).sort()).toEqual(ONCE.map(({ index }) => index));
  });
});
