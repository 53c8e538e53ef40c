import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAs } from '../../../src/database/transaction.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk, type Reviewed } from '../draft/desk.ts';
import { type Change, LogReader } from './log.ts';

const TEXT = [
  'The developments within the month.',
  'The Tide Office met the ferry crews on March 4, 2031. The quays were said to be silting up faster than they are dug.',
  'On March 9, 2031, the Tide Office met the pilots of the outer harbour.',
].join('\n');
const CORRECTED = TEXT.replace('faster than they are dug', 'more slowly than they are dug');
/** Words of the text, and of those who decide about it, that nobody else may come across. */
const SECRETS = /quays|silting|slow handwriting|tide-watch-2031-03|TIDE_SECRET/;
const REASON = 'It is what the slow handwriting says.';

let app: TestApp;
let desk: EditorsDesk;
let log: LogReader;
let [editor, reader, admin] = ['', '', ''];

beforeAll(async () => {
  app = await createTestApp();
  editor = await app.createKey('EDIT', 'REVIEW', 'PUBLISH');
  reader = await app.createKey('READ_DRAFTS');
  admin = await app.createKey('ADMIN');
  desk = new EditorsDesk(app, editor);
  log = new LogReader(app);
  await app.client.organisation.create({
    data: {
      slug: 'tide-office',
      name: 'Tide Office',
      kind: 'GOVERNMENT',
      names: { create: [{ text: 'Tide Office', kind: 'PREFERRED', inSource: true, ordinal: 1 }] },
    },
  });
});
afterAll(() => app.close());

const typesIn = (changes: readonly Change[]) => [...new Set(changes.map(({ entityType }) => entityType))].sort();
const addTopic = (slug: string) =>
  writeAs(app.client, { by: 'tests', reason: null }, (db) =>
    db.topic.create({ data: { slug, name: slug, kind: 'SUBJECT' } }),
  );

describe('a draft that is taken in and decided about', () => {
  let draft: string;
  let event: Reviewed;
  let before: Awaited<ReturnType<LogReader['all']>>;

  beforeAll(async () => {
    before = await log.all();
    draft = (await desk.ingest({ series: 'tide-watch', period: '2031-03', text: TEXT })).draft?.id ?? '';
    event = await desk.find(draft, 'EVENTS', /./);
    await desk.review({ id: event.id, version: event.version, decision: 'ACCEPT', reason: REASON });
    const record = { ...event.record, title: 'Talks of TIDE_SECRET' };
    await desk.review({ id: event.id, version: event.version + 1, decision: 'EDIT', record, reason: REASON });
    await desk.ingest({ series: 'tide-watch', period: '2031-03', text: CORRECTED });
  });

  it('is nowhere in what everybody is told: no change, place, page, count or filter', async () => {
    expect(await log.all()).toEqual(before);
    const keys = { keys: ['tide-watch-2031-03', event.key] };
    for (const filter of [{ entityTypes: ['DRAFT', 'DRAFT_SUGGESTION', 'API_KEY'] }, keys, { not: { not: keys } }]) {
      expect(await log.all(undefined, filter)).toEqual({ totalCount: 0, nodes: [] });
    }
    const everythingElse = { not: { entityTypes: ['ORGANISATION'] } };
    expect((await log.all(undefined, everythingElse)).nodes).toEqual([]);
    const private_ = (await log.all(admin)).nodes.filter(({ audience }) => audience !== null);
    expect(private_.length).toBeGreaterThan(5);
    for (const filter of [
      { sets: private_.map(({ set }) => set) },
      { by: [...new Set(private_.map(({ by }) => by))] },
    ]) {
      expect((await log.all(undefined, filter)).nodes.filter(({ audience }) => audience !== null)).toEqual([]);
    }
    expect(await log.page(private_.at(-1)?.cursor)).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('cannot be had by the id of a change, now or of the past', async () => {
    const { nodes: everything } = await log.all(admin);
    const ids = everything.filter(({ audience }) => audience !== null).map(({ id }) => id);
    const document = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const byId = 'query Node($id: ID!, $asOf: DateTime) { node(id: $id, asOf: $asOf) { id } }';
    const asOf = everything.at(-1)?.at;
    for (const id of [draft, event.id, ...ids]) {
      expect(await log.ask(byId, { id })).toEqual({ node: null });
      expect(await log.ask(byId, { id, asOf })).toEqual({ node: null });
    }
    // Nor has anybody else a past of drafts.
    const { errors } = await app.ask(byId, { id: draft, asOf }, admin);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await log.ask(document, { ids: [draft, event.id, ...ids].slice(0, 50) })).toEqual({
      nodes: [draft, event.id, ...ids].slice(0, 50).map(() => null),
    });
    const [own] = ids;
    expect(await log.ask(document, { ids: [own] }, admin)).toEqual({ nodes: [{ id: own }] });
    const past =
      'organisation(slug: "tide-office", asOf: $asOf) { history(filter: { kinds: [CREATED] }) { nodes { key audience } } }';
    for (const key of [undefined, reader, admin]) {
      expect(await log.ask(`query Past($asOf: DateTime!) { ${past} }`, { asOf }, key)).toEqual({
        organisation: { history: { nodes: [{ key: 'tide-office', audience: null }] } },
      });
    }
  });

  it('tells who may read drafts what was decided, by whom, when, why, and how it was before and after', async () => {
    const history = await log.historyOf(event.id, reader);
    expect(history.map(({ kind, before: old, after }) => [kind, old, after].map(stateIn))).toEqual([
      ['CREATED', null, 'PROPOSED'],
      ['UPDATED', 'PROPOSED', 'ACCEPTED'],
      ['UPDATED', 'ACCEPTED', 'EDITED'],
    ]);
    const [taken, accepted, edited] = history;
    expect(taken?.withheld).toEqual(['draft_suggestion.quote']);
    expect(accepted).toMatchObject({
      entityType: 'DRAFT_SUGGESTION',
      key: event.key,
      audience: 'READ_DRAFTS',
      by: expect.stringMatching(/^key EDIT REVIEW PUBLISH/),
      withheld: [],
      after: { draft_suggestion: [{ reason: REASON, version: 2 }] },
    });
    expect(Date.parse(accepted?.at ?? '')).toBeGreaterThan(0);
    expect(edited).toMatchObject({
      withheld: [],
      before: { draft_suggestion: [{ record: { title: event.record.title } }] },
      after: { draft_suggestion: [{ record: { title: 'Talks of TIDE_SECRET' } }] },
    });
    expect(typesIn((await log.all(reader)).nodes)).toEqual(['DRAFT', 'DRAFT_SUGGESTION', 'ORGANISATION']);
  });

  it('tells of a corrected text which passages are others, and of none its words', async () => {
    const [taken, corrected, ...more] = await log.historyOf(draft, reader);
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ kind: 'CREATED', key: 'tide-watch-2031-03', before: null });
    expect(taken?.withheld.toSorted()).toEqual(['draft.text', 'draft_passage.text']);
    expect(corrected?.withheld.toSorted()).toEqual(['draft.text', 'draft_passage.text']);
    // The words of the first passage, and the span of the second.
    expect(corrected?.after?.draft_passage?.map(({ number }) => number).toSorted()).toEqual(['1', '2']);
    expect(corrected?.before?.draft_passage?.map(({ id }) => id)).toEqual(
      corrected?.after?.draft_passage?.map(({ id }) => id),
    );
    const rows = await app.client.changedRow.findMany();
    const logged = JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(logged).not.toMatch(/silting|more slowly|pilots of the outer/);
  });

  it('is not told by the numbers of what is public', async () => {
    for (const slug of ['one', 'two']) await addTopic(slug);
    await desk.ingest({ series: 'ebb-watch', period: '2031-03', text: TEXT });
    for (const slug of ['three', 'four']) await addTopic(slug);
    const { nodes } = await log.all(undefined, { entityTypes: ['TOPIC'] });
    const places = nodes.map(({ cursor }) => {
      const [, place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
      return BigInt(place);
    });
    const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0n));
    expect(new Set(steps)).toEqual(new Set([2n ** 24n]));
    expect(nodes.map(({ set }) => set)).toEqual(nodes.map(({ at }) => String(Date.parse(at))));
    // Among themselves all of them keep the order in which they were committed.
    const everything = (await log.all(admin)).nodes.map(({ at }) => Date.parse(at));
    expect(everything).toEqual(everything.toSorted((a, b) => a - b));
  });

  it('is not told by what was written and refused', async () => {
    const placeOf = async (slug: string) => {
      await addTopic(slug);
      const { cursor } = (await log.all()).nodes.at(-1) as Change;
      return BigInt((JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string])[1]);
    };
    const before = await placeOf('moorings');
    const refused = writeAs(app.client, { by: 'tests', reason: null }, async (db) => {
      await db.topic.create({ data: { slug: 'wrecks', name: 'Wrecks', kind: 'SUBJECT' } });
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    const between = await placeOf('beacons');
    expect((await placeOf('lighthouses')) - between).toBe(between - before);
  });

  it('is not taken back by `revert`, which says what does', async () => {
    const [taken, accepted] = await log.historyOf(event.id, reader);
    for (const wholeSet of [false, true]) {
      for (const changeId of [taken?.id, accepted?.id]) {
        expect(await log.revert({ changeId, wholeSet }, editor)).toMatchObject({
          __typename: 'PrivateChangeProblem',
          code: 'NOT_OF_THE_GRAPH',
          message: expect.stringContaining('reviewSuggestions'),
        });
      }
    }
  });

  it('shows everybody what is published and withdrawn, and nothing else of the same transactions', async () => {
    const known = (await log.all()).totalCount;
    const refused = await desk.acceptAll(draft);
    await desk.review(
      ...refused.flatMap(({ refused: one }) =>
        one ? [{ id: one.id, version: one.version, decision: 'REJECT' as const, reason: REASON }] : [],
      ),
    );
    expect((await log.all()).totalCount).toBe(known);
    expect(await desk.publish({ draft, reason: 'March is done.' })).toMatchObject({ __typename: 'PublishedReport' });
    const published = (await log.all()).nodes.slice(known);
    expect(typesIn(published)).toEqual(expect.arrayContaining(['EVENT', 'PASSAGE', 'REPORT']));
    expect(typesIn(published).filter((type) => /DRAFT|KEY/.test(type))).toEqual([]);
    expect(new Set(published.map(({ action, reason }) => `${action} ${reason}`))).toEqual(
      new Set(['PUBLISHED March is done.']),
    );
    const forEditors = (await log.all(reader, { sets: [published[0]?.set] })).nodes;
    expect(forEditors.filter(({ audience }) => audience !== null)).toMatchObject([
      { entityType: 'DRAFT', action: 'PUBLISHED', reason: 'March is done.' },
    ]);
    expect(stateIn((await log.historyOf(draft, reader)).at(-1)?.after)).toBe('PUBLISHED');

    await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A date was wrong.' });
    const withdrawn = (await log.all()).nodes.slice(known + published.length);
    expect(new Set(withdrawn.map(({ action }) => action))).toEqual(new Set(['WITHDRAWN']));
    expect(typesIn(withdrawn).filter((type) => /DRAFT|KEY/.test(type))).toEqual([]);
    expect(stateIn((await log.historyOf(draft, reader)).at(-1)?.after)).toBe('WITHDRAWN');
    expect(JSON.stringify((await log.all()).nodes.map(({ reason }) => reason))).not.toMatch(SECRETS);
  });

  it('goes with its edition when the whole of a publication or withdrawal is taken back', async () => {
    const stateOf = async () =>
      (
        await log.ask<{ draft: { state: string } }>(
          'query State($id: ID!) { draft(id: $id) { state } }',
          { id: draft },
          reader,
        )
      ).draft.state;
    const last = async () => (await log.all()).nodes.at(-1)?.id;
    const undone = await log.revert({ changeId: await last(), wholeSet: true }, editor);
    expect(undone).toMatchObject({ __typename: 'Reverted' });
    expect(new Set(undone.changes.nodes.map(({ set }) => set))).toEqual(new Set([undone.set]));
    expect(await stateOf()).toBe('PUBLISHED');
    await desk.withdraw({ report: 'tide-watch-2031-03', reason: 'A date was wrong.' });
    await desk.publish({ draft });
    expect(await log.revert({ changeId: await last(), wholeSet: true }, editor)).toMatchObject({
      __typename: 'Reverted',
    });
    expect(await stateOf()).toBe('WITHDRAWN');
    expect(await desk.publish({ draft })).toMatchObject({ __typename: 'PublishedReport' });
  });
});

const stateIn = (images: unknown): unknown => {
  if (typeof images !== 'object' || images === null) return images;
  const { draft_suggestion, draft } = images as Record<string, { state: string }[]>;
  return (draft_suggestion ?? draft)?.[0]?.state;
};
