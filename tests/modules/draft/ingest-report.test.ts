import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IngestProgress } from '../../../src/ingest/progress.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { SMALL } from './digests.ts';
import { ingest, type Scripted } from './scripted.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const OFFICE: Scripted = {
  words: 'Tide Office',
  noun: 'organisations',
  key: 'tide-office',
  record: () => ({ slug: 'tide-office', name: 'Tide Office', kind: 'GOVERNMENT' }),
  more: { recognition: 'NEW' },
};
const BUOYS: Scripted = {
  words: 'more than 40 buoys',
  noun: 'statistics',
  key: 'buoys-tested',
  record: (passage) => ({
    slug: 'buoys-tested',
    indicator: 'buoys',
    label: 'Buoys that the office tested',
    value: 40,
    comparator: 'MORE_THAN',
    nature: 'REPORTED',
    cites: [{ passage, quote: 'more than 40 buoys' }],
  }),
};
const SURVEY: Scripted = {
  words: 'a survey of the sandbank',
  noun: 'statements',
  key: 'survey-announced',
  record: (passage) => ({ slug: 'survey-announced', gist: 'A sandbank will be surveyed.', cites: [passage] }),
};
const SCRIPT = [OFFICE, BUOYS, SURVEY];

const suggestions = async () =>
  (await database.client.draftSuggestion.findMany({ orderBy: { ordinal: 'asc' } })).map(
    ({ noun, key, passage, state, attention }) =>
      [noun, key, passage, state, attention].filter((part) => part !== null).join(' '),
  );

const decide = (key: string, state: 'ACCEPTED' | 'REJECTED') =>
  database.client.draftSuggestion.updateMany({ where: { key }, data: { state } });

const writes = () => database.statements.filter((statement) => /^\s*(insert|update|delete)/i.test(statement));

describe('a new text', () => {
  it('becomes a draft with a suggestion for every passage and everything that was found', async () => {
    const progress: IngestProgress[] = [];
    const { kind, heading, draftId } = await ingest(database.client, SMALL, { script: SCRIPT, progress });
    expect([kind, heading.report]).toEqual(['CREATED', 'tide-watch-2031-03']);
    expect(await suggestions()).toEqual([
      'PASSAGES 1 1 PROPOSED',
      'PASSAGES 2 2 PROPOSED',
      'ORGANISATIONS tide-office 2 PROPOSED',
      'STATISTICS buoys-tested 2 PROPOSED',
      'PASSAGES 3 3 PROPOSED',
      'PASSAGES 3.1 3.1 PROPOSED',
      'PASSAGES 3.2 3.2 PROPOSED',
      'STATEMENTS survey-announced 3.2 PROPOSED',
      'PASSAGES 4 4 PROPOSED',
    ]);
    const draft = await database.client.draft.findUniqueOrThrow({ where: { id: draftId ?? '' } });
    expect(draft).toMatchObject({
      title: 'Tide watch, March 2031',
      state: 'OPEN',
      version: 1,
      extractor: 'scripted 1',
      updatedBy: 'key editor',
      periodEnd: new Date('2031-03-31'),
    });
    const buoys = await database.client.draftSuggestion.findFirstOrThrow({ where: { key: 'buoys-tested' } });
    expect([...(draft.text ?? '')].slice(buoys.spanStart ?? 0, buoys.spanEnd ?? 0).join('')).toBe(buoys.quote);
    expect(progress.map(({ stage, done, total }) => `${stage} ${done}/${total}`)).toEqual([
      'READING 0/0',
      'READING 6/6',
      ...[1, 2, 3, 4, 5, 6].map((done) => `EXTRACTING ${done}/6`),
      'WRITING 0/6',
      'DONE 6/6',
    ]);
    expect(new Set(progress.map(({ job }) => job)).size).toBe(1);
    expect(progress.at(-1)?.draftId).toBe(draftId);
  });

  it('gets gists of its passages that say what was found, and never in its own words', async () => {
    const copied = 'On March 4, 2031 the Tide Office tested more than 40 buoys off Cape Sorrow.';
    const copying: Scripted = {
      words: 'March 4',
      noun: 'events',
      key: 'copy',
      record: () => ({ slug: 'copy', title: copied }),
    };
    await ingest(database.client, SMALL, { script: [...SCRIPT, copying] });
    const gists = await database.client.draftSuggestion.findMany({
      where: { noun: 'PASSAGES' },
      orderBy: { ordinal: 'asc' },
    });
    expect(gists.map(({ record }) => (record as { gist: string }).gist)).toEqual([
      'Nothing in it was recognised.',
      'Buoys that the office tested: more than 40.',
      'Nothing in it was recognised.',
      'Nothing in it was recognised.',
      'A sandbank will be surveyed.',
      'Nothing in it was recognised.',
    ]);
  });

  it('loses the suggestions whose spans are not in their passages, and says how many', async () => {
    const astray = { ...BUOYS, more: { passage: '1' } };
    const nowhere = { ...SURVEY, more: { start: 5, end: 5 } };
    const { dropped } = await ingest(database.client, SMALL, { script: [OFFICE, astray, nowhere] });
    // The office stands in three passages, and is one record.
    expect(dropped).toBe(4);
    expect(await suggestions()).toContain('ORGANISATIONS tide-office 2 PROPOSED');
    expect(await suggestions()).not.toContain('STATISTICS buoys-tested 1 PROPOSED');
  });

  it('changes nothing when it comes a second time', async () => {
    await ingest(database.client, SMALL, { script: SCRIPT });
    await decide('buoys-tested', 'REJECTED');
    database.statements.length = 0;
    const { kind } = await ingest(database.client, `${SMALL.replaceAll('\n', '\r\n')}\r\n`, { script: SCRIPT });
    expect(kind).toBe('UNCHANGED');
    expect(writes()).toEqual([]);
  });

  it('is not one without a series and a month', async () => {
    await expect(ingest(database.client, SMALL, { series: 'Tide Watch' })).rejects.toMatchObject({
      code: 'INVALID_SERIES',
    });
    await expect(ingest(database.client, SMALL, { period: '2031-13' })).rejects.toMatchObject({
      code: 'INVALID_PERIOD',
    });
    await expect(ingest(database.client, SMALL, { language: '??' })).rejects.toMatchObject({
      code: 'INVALID_LANGUAGE',
    });
    await expect(ingest(database.client, SMALL, { sourceUrl: 'file:///x' })).rejects.toMatchObject({
      code: 'INVALID_SOURCE_URL',
    });
    expect(await database.client.draft.count()).toBe(0);
  });
});

describe('a corrected text', () => {
  const corrected = SMALL.replace(
    'The developments within the month.',
    'A late addition on the price of lamp oil.\nThe developments within the month.',
  );

  it('tells what it has otherwise, and carries decisions along with their passages', async () => {
    await ingest(database.client, SMALL, { script: SCRIPT });
    await decide('buoys-tested', 'ACCEPTED');
    const { kind, changes } = await ingest(database.client, corrected, { script: SCRIPT });
    expect(kind).toBe('CORRECTED');
    expect(changes).toEqual([{ kind: 'ADDED', before: null, after: '2' }]);
    expect(await suggestions()).toContain('STATISTICS buoys-tested 3 ACCEPTED');
    const [buoys, draft] = [
      await database.client.draftSuggestion.findFirstOrThrow({ where: { key: 'buoys-tested' } }),
      await database.client.draft.findFirstOrThrow(),
    ];
    expect((buoys.record as { cites: unknown }).cites).toEqual([{ passage: '3', quote: 'more than 40 buoys' }]);
    expect([...(draft.text ?? '')].slice(buoys.spanStart ?? 0, buoys.spanEnd ?? 0).join('')).toBe('more than 40 buoys');
    expect(draft.version).toBe(2);
  });

  it('tells what was moved, removed and reworded', async () => {
    const lines = SMALL.split('\n');
    await ingest(database.client, SMALL, { script: SCRIPT });
    const moved = [lines[0], lines[1], lines[2], lines[4], lines[5]?.replace('probably lacks', 'lacks')].join('\n');
    const { changes } = await ingest(database.client, moved, { script: SCRIPT });
    expect(changes).toEqual([
      { kind: 'REMOVED', before: '3.1', after: null },
      { kind: 'CHANGED', before: '4', after: '4' },
    ]);
    const swapped = [lines[0], lines[1], lines[2], lines[4], lines[3], lines[5]].join('\n');
    await ingest(database.client, SMALL, { script: SCRIPT });
    const again = await ingest(database.client, swapped, { script: SCRIPT });
    expect(again.changes).toEqual([{ kind: 'MOVED', before: '3.2', after: '3.1' }]);
  });

  it('lists for another look what stands on words that are gone, and makes obsolete what nobody had decided', async () => {
    await ingest(database.client, SMALL, { script: SCRIPT });
    await decide('buoys-tested', 'ACCEPTED');
    const reworded = SMALL.replace('more than 40 buoys', 'a few dozen buoys').replace(
      'a survey of the',
      'a look at the',
    );
    await ingest(database.client, reworded, { script: SCRIPT });
    expect(await suggestions()).toEqual(
      expect.arrayContaining([
        'STATISTICS buoys-tested 2 ACCEPTED ANCHOR_LOST',
        'STATEMENTS survey-announced 3.2 OBSOLETE',
      ]),
    );
    // And what comes back is proposed again.
    await ingest(database.client, SMALL, { script: SCRIPT });
    expect(await suggestions()).toContain('STATEMENTS survey-announced 3.2 PROPOSED');
  });

  it('keeps a decision of which extraction now says something else, and shows both', async () => {
    await ingest(database.client, SMALL, { script: SCRIPT });
    await decide('buoys-tested', 'ACCEPTED');
    const fifty: Scripted = {
      ...BUOYS,
      words: 'more than 50 buoys',
      record: (passage) => ({ ...BUOYS.record(passage), value: 50, cites: [{ passage, quote: 'more than 50 buoys' }] }),
    };
    await ingest(database.client, SMALL.replace('40 buoys', '50 buoys'), { script: [OFFICE, fifty, SURVEY] });
    const row = await database.client.draftSuggestion.findFirstOrThrow({ where: { key: 'buoys-tested' } });
    expect(row).toMatchObject({ state: 'ACCEPTED', version: 2, quote: 'more than 50 buoys' });
    expect([(row.record as { value: number }).value, (row.extracted as { value: number }).value]).toEqual([40, 50]);
    expect(row.attention).toBe('ANCHOR_LOST');
  });
});
