import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk, FISH_BANK, FISH_BANK_SAYS, type Item } from './desk.ts';

const TEXT = readFileSync(new URL('fixtures/northern-waters-2031-10.txt', import.meta.url), 'utf8');
const EDITION = { series: 'northern-waters', period: '2031-10', seriesTitle: 'Northern waters' };
const REPORT = 'northern-waters-2031-10';

let app: TestApp;
let desk: EditorsDesk;
let draft: string;

beforeAll(async () => {
  app = await createTestApp();
  desk = new EditorsDesk(app, await app.createKey('EDIT', 'REVIEW', 'PUBLISH'));
});
afterAll(() => app.close());

describe('from a text to published facts, one step after another', () => {
  it('takes the text in', async () => {
    const { outcome, report, passageCount, dropped, warnings, ...ingested } = await desk.ingest({
      ...EDITION,
      text: TEXT,
    });
    draft = ingested.draft?.id ?? '';
    expect({ outcome, report, passageCount, dropped }).toEqual({
      outcome: 'CREATED',
      report: REPORT,
      passageCount: 14,
      dropped: 0,
    });
    expect(warnings).toEqual([{ code: 'IMPOSSIBLE_DATE', passage: '9' }]);
    expect(ingested.draft?.title).toBe('Northern waters, October 2031');
    const keys = (await desk.list(draft, { nouns: ['EVENTS'] })).map(({ key }) => key);
    expect(keys).toContain('2031-10-08-meeting-of-ingrid-solvang-and-bjarki-thorsson');
  });

  it('is invisible to whoever may not read drafts', async () => {
    expect(await publicly()).toEqual(NOTHING);
    const byId = await app.ask('query Node($id: ID!) { node(id: $id) { id } }', { id: draft });
    expect(byId.data).toEqual({ node: null });
    for (const document of ['{ drafts { totalCount } }', '{ suggestions { totalCount } }']) {
      expect((await app.ask(document)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('refuses to publish while something is open, and names it', async () => {
    const { code, count, suggestions } = await desk.publish({ draft });
    expect([code, count]).toEqual(['SUGGESTIONS_OPEN', (await desk.list(draft)).length]);
    expect(suggestions?.[0]?.key).toBe('1');
    expect(await publicly()).toEqual(NOTHING);
  });

  it('takes a decision once, and refuses one on an old version with the current one', async () => {
    const { id, version } = await desk.find(draft, 'EVENTS', /meeting-of-sunniva-lien/);
    const item = { id, version, decision: 'ACCEPT' as const };
    const [first] = await desk.review(item);
    expect([first?.changed, first?.suggestion?.state, first?.suggestion?.version]).toEqual([true, 'ACCEPTED', 2]);
    const [second] = await desk.review(item);
    expect([second?.changed, second?.suggestion?.version]).toEqual([false, 2]);
    const [late] = await desk.review({ ...item, decision: 'REJECT', reason: 'I had not seen that.' });
    expect([late?.__typename, late?.current?.state, late?.current?.version]).toEqual([
      'SuggestionConflict',
      'ACCEPTED',
      2,
    ]);
    const [unknown] = await desk.review({ ...item, id: draft });
    expect(unknown).toEqual({ __typename: 'UnknownSuggestion', id: draft });
  });

  it('refuses words that are not ours, quotes that are not printed, and records that have not the right form', async () => {
    const { id, version, record } = await desk.find(draft, 'PASSAGES', '4');
    const edit = async (change: object) => {
      const [result] = await desk.review({ id, version, decision: 'EDIT', record: { ...record, ...change } });
      return result?.mistakes?.map(({ path, reason }) => `${path} ${reason}`);
    };
    const printed = 'It was stated that the new pier will be finished by 2033.';
    expect(await edit({ gist: printed })).toEqual([
      'gist has words as printed ("it was stated that the new pier will"): say it in words of your own',
    ]);
    expect(await edit({ gist: '' })).toEqual(['gist is empty: leave the key out where there is nothing to say']);
    expect(await edit({ section: 'LEAD' })).toEqual([
      'section is "LEAD", which is none of KEY_EVENTS, DEVELOPMENTS, CONCLUSIONS, OTHER',
    ]);
    expect(await edit({ number: '40' })).toEqual(['number is that of the passage, 4, and stays']);
    const [rejected] = await desk.review({ id, version, decision: 'REJECT' });
    expect(rejected?.mistakes?.[0]?.reason).toMatch(/cannot be left out/);

    const gull = await desk.find(draft, 'EVENTS', /grey-gull/);
    const cite = async (quote: string) => {
      const [result] = await desk.review({
        id: gull.id,
        version: gull.version,
        decision: 'EDIT',
        record: { ...gull.record, cites: [{ passage: '3', quote }] },
      });
      return result?.mistakes?.map(({ reason }) => reason);
    };
    expect(await cite('the gull exercise')).toEqual(['quotes "the gull exercise", which passage 3 does not have']);
    expect((await cite('the exercise “Grey Gull — 2031” started at the Andoya'))?.[0]).toMatch(
      /^The quote has 10 words/,
    );
  });

  it('edits, and tells on a rejection who refers to what was rejected', async () => {
    const gist = await desk.find(draft, 'PASSAGES', '4');
    const meeting = await desk.find(draft, 'EVENTS', /meeting-of-sunniva-lien/);
    await desk.add(draft, FISH_BANK, FISH_BANK_SAYS);
    const mistaken = await desk.find(draft, 'ORGANISATIONS', 'fish-bank');
    const [edited, rejected] = await desk.review(
      {
        ...decision(gist, 'EDIT'),
        record: { ...gist.record, gist: 'The board of the harbours expects a pier by 2033.' },
      },
      { ...decision(mistaken, 'REJECT'), reason: 'There is no such bank.' },
    );
    expect([edited?.suggestion?.state, edited?.suggestion?.record.gist]).toEqual([
      'EDITED',
      'The board of the harbours expects a pier by 2033.',
    ]);
    expect(rejected?.referredToBy).toEqual([{ key: 'fish-bank-says' }]);
    expect(meeting.state).toBe('ACCEPTED');
  });

  it('adds what extraction missed, once', async () => {
    const plan = {
      noun: 'AGREEMENTS',
      passage: '1',
      quote: 'Plan of Joint Patrols',
      record: {
        slug: 'joint-patrols-2032',
        title: 'Plan of Joint Patrols for 2032',
        kind: 'PLAN',
        status: 'SIGNED',
        parties: [{ country: 'NO' }, { country: 'IS' }],
        summary: 'Both coast guards patrol together in 2032.',
        cites: [{ passage: '1', quote: 'Plan of Joint Patrols' }],
      },
    };
    const [added] = await desk.add(draft, plan);
    expect([added?.suggestion?.state, added?.changed]).toEqual(['EDITED', true]);
    const [again] = await desk.add(draft, plan);
    expect([again?.suggestion?.id, again?.changed]).toEqual([added?.suggestion?.id, false]);
    const [elsewhere, taken] = await desk.add(
      draft,
      { ...plan, passage: '77', record: { ...plan.record, slug: 'elsewhere' } },
      { ...plan, record: { ...plan.record, status: 'PLANNED' } },
    );
    expect(elsewhere?.mistakes).toEqual([{ path: 'passage', reason: 'is "77", which the draft does not have' }]);
    expect(taken?.mistakes?.[0]?.reason).toMatch(/key "joint-patrols-2032" of another suggestion/);
  });

  it('refuses a fact without a citation, and an edition that does not hold together', async () => {
    expect(await desk.acceptAll(draft)).toEqual([]);
    const statement = await desk.find(draft, 'STATEMENTS', 'fish-bank-says');
    const { cites: _, ...uncited } = { ...statement.record, cites: [] as unknown[] };
    const [edited] = await desk.review({ ...decision(statement, 'EDIT'), record: { ...uncited, cites: [] } });
    expect(edited?.suggestion?.state).toBe('EDITED');
    const refused = await desk.publish({ draft });
    expect([refused.code, refused.suggestions]).toEqual(['FACTS_UNCITED', [{ key: statement.key }]]);
    await desk.review({
      ...decision(await desk.find(draft, 'STATEMENTS', statement.key), 'EDIT'),
      record: statement.record,
    });

    const invalid = await desk.publish({ draft });
    expect([invalid.code, invalid.mistakes?.map(({ path, suggestion }) => `${suggestion?.key} ${path}`)]).toEqual([
      'INVALID_EDITION',
      ['fish-bank-says speaker.organisation'],
    ]);
    expect(invalid.mistakes?.[0]?.reason).toMatch(/^refers to "fish-bank", which .* does not have/);
    expect(await publicly()).toEqual(NOTHING);

    const { speaker: _speaker, ...unattributed } = statement.record;
    await desk.review({
      ...decision(await desk.find(draft, 'STATEMENTS', 'fish-bank-says'), 'EDIT'),
      record: unattributed,
    });
  });

  it('publishes all of it at once, and not on an old version', async () => {
    const late = await desk.publish({ draft, version: 77 });
    expect([late.code, late.version]).toEqual(['DRAFT_CHANGED', 1]);
    const published = await desk.publish({ draft, version: 1, reason: 'October is done.' });
    expect([published.__typename, published.report?.slug, published.draft?.state]).toEqual([
      'PublishedReport',
      REPORT,
      'PUBLISHED',
    ]);
    reportId = published.report?.id ?? '';
    const again = await desk.publish({ draft });
    expect(again.code).toBe('ALREADY_PUBLISHED');
    const [late2] = await desk.review(decision(await desk.find(draft, 'EVENTS', /grey-gull/), 'REJECT'));
    expect(late2?.mistakes?.[0]?.reason).toMatch(/withdraw that first/);
  });

  it('answers the public with what the text told', async () => {
    expect(await publicly()).toMatchObject({ reports: 1, search: ['Ingrid Solvang'] });
    const { data } = await app.ask<{
      actor: { meetings: { nodes: object[] }; names: object[] };
      indicators: unknown;
    }>(`{
      actor(slug: "bjarki-thorsson") {
        names { text kind }
        meetings { nodes { edtf participations { participant { ... on Actor { name } } office { title } } citations { quote passage { number gist } } } }
      }
    }`);
    expect(data.actor.names).toContainEqual({ text: 'Bjarki Thorson', kind: 'VARIANT' });
    expect(data.actor.meetings.nodes).toContainEqual({
      edtf: '2031-10-08',
      participations: [
        { participant: { name: 'Ingrid Solvang' }, office: { title: 'Minister of Defence' } },
        { participant: { name: 'Bjarki Thorsson' }, office: { title: 'Head of the Icelandic Coast Service' } },
      ],
      citations: [{ quote: 'met with', passage: { number: '2', gist: expect.any(String) } }],
    });
  });

  it('says so when the same text comes again, and attaches a corrected wording', async () => {
    const again = await desk.ingest({ ...EDITION, text: TEXT });
    expect(again.outcome).toBe('UNCHANGED');
    const reworded = await desk.ingest({ ...EDITION, text: TEXT.replace('met with Bjarki', 'saw Bjarki') });
    expect([reworded.outcome, reworded.changes, reworded.lostQuotes]).toEqual([
      'ATTACHED',
      [{ kind: 'CHANGED', before: '2', after: '2' }],
      [{ passage: '2', quote: 'met with' }],
    ]);
    expect((await desk.ingest({ ...EDITION, text: TEXT })).outcome).toBe('ATTACHED');
    const longer = await desk.ingest({ ...EDITION, text: `${TEXT}One paragraph more.\n` });
    expect([longer.code, longer.differences]).toEqual([
      'PASSAGES_DIFFER',
      [{ number: '12', inReport: null, inText: 'PARAGRAPH' }],
    ]);
    const other = await desk.ingest({ ...EDITION, text: 'The developments within the month. Something else.' });
    expect(other.code).toBe('PERIOD_ALREADY_PUBLISHED');
  });

  it('withdraws all of it, by every route', async () => {
    expect((await desk.withdraw({ report: 'nothing-2031-10', reason: 'A slip.' })).code).toBe('REPORT_NOT_PUBLISHED');
    expect((await desk.withdraw({ report: REPORT, reason: ' ' })).code).toBe('REASON_MISSING');
    const withdrawn = await desk.withdraw({ report: REPORT, reason: 'A date was wrong.' });
    expect([withdrawn.__typename, withdrawn.draft?.state, withdrawn.kept]).toEqual([
      'WithdrawnReport',
      'WITHDRAWN',
      [],
    ]);
    expect(await publicly()).toEqual(NOTHING);
    const byId = await app.ask('query Node($id: ID!) { node(id: $id) { id } }', { id: reportId });
    expect(byId.data).toEqual({ node: null });
    for (const table of [
      'citation',
      'name',
      'passage',
      'place',
      'organisation',
      'office',
      'country',
      'series',
      'seed_row',
    ]) {
      const [row] = await app.client.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      expect([table, row?.count]).toEqual([table, 0]);
    }
    expect((await desk.find(draft, 'AGREEMENTS', 'joint-patrols-2032')).state).toBe('EDITED');
  });

  it('is corrected, and published again', async () => {
    const text = TEXT.replace('October 32, 2031', 'October 30, 2031').replace('58 criminal cases', '59 criminal cases');
    const corrected = await desk.ingest({ ...EDITION, text });
    expect([corrected.outcome, corrected.warnings]).toEqual(['CORRECTED', []]);
    expect(corrected.changes).toEqual([
      { kind: 'CHANGED', before: '6.2', after: '6.2' },
      { kind: 'CHANGED', before: '9', after: '9' },
    ]);
    const cases = await desk.find(draft, 'STATISTICS', /criminal-cases/);
    expect([cases.attention, cases.isOpen]).toEqual(['ANCHOR_LOST', true]);
    const refused = await desk.publish({ draft });
    expect(refused.code).toBe('SUGGESTIONS_OPEN');
    await desk.review({
      ...decision(cases, 'EDIT'),
      record: { ...cases.record, value: 59, cites: [{ passage: '6.2', quote: '59 criminal cases' }] },
    });
    expect(await desk.acceptAll(draft)).toEqual([]);
    const published = await desk.publish({ draft, reason: 'Corrected.' });
    expect(published).toMatchObject({ __typename: 'PublishedReport', report: { slug: REPORT } });
    expect(await publicly()).toMatchObject({ reports: 1, search: ['Ingrid Solvang'] });
    const { data } = await app.ask(`{ statistic(slug: "${cases.key}") { value citations { quote } } }`);
    expect(data).toEqual({ statistic: { value: 59, citations: [{ quote: '59 criminal cases' }] } });
  });
});

let reportId: string;

const decision = (
  { id, version }: { readonly id: string; readonly version: number },
  what: Item['decision'],
): Item => ({
  id,
  version,
  decision: what,
});

const NOTHING = {
  reports: 0,
  events: 0,
  actors: 0,
  organisations: 0,
  agreements: 0,
  statistics: 0,
  statements: 0,
  assessments: 0,
  counted: 0,
  search: [],
  suggest: [],
};

/** What somebody without a credential is told, by every route there is to tell it. */
async function publicly(): Promise<Record<keyof typeof NOTHING, unknown>> {
  interface Counted {
    totalCount: number;
  }
  const { data, errors } = await app.ask<
    Record<Exclude<keyof typeof NOTHING, 'search' | 'suggest' | 'counted'>, Counted> & {
      eventStats: { totalCount: number };
      search: { nodes: { name?: string }[] };
      suggest: { text: string }[];
    }
  >(`{
    reports { totalCount } events { totalCount } actors { totalCount } organisations { totalCount }
    agreements { totalCount } statistics { totalCount } statements { totalCount } assessments { totalCount }
    eventStats(groupBy: [KIND]) { totalCount }
    search(text: "Solvang", types: [ACTOR]) { nodes { ... on Actor { name } } }
    suggest(prefix: "Thorss") { text }
  }`);
  expect(errors).toBeUndefined();
  const { eventStats, search, suggest, ...counts } = data;
  return {
    ...(Object.fromEntries(Object.entries(counts).map(([name, { totalCount }]) => [name, totalCount])) as Record<
      keyof typeof counts,
      number
    >),
    counted: eventStats.totalCount,
    search: search.nodes.map(({ name }) => name),
    suggest: suggest.map(({ text }) => text),
  };
}
