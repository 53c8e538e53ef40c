import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { createGraph } from '../support/graph.ts';
import { type Answer, ask, createKey, type LiveServer, listen, serve } from '../support/live.ts';

let database: TestDatabase;
let server: LiveServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await serve(database.client, { intervals: { pollMs: 50 } });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

describe('reportPublished', () => {
  const PUBLISHED =
    'subscription ($series: String, $after: String) { reportPublished(series: $series, after: $after) { slug series { slug } } }';
  const slugsOf = (answers: Answer[]) => answers.map(({ data }) => (data.reportPublished as { slug: string }).slug);

  it('tells every edition, and those of one series to who asks for them', async () => {
    const [all, second, none] = await Promise.all([
      listen(server.url, PUBLISHED),
      listen(server.url, PUBLISHED, { series: 'series-2' }),
      listen(server.url, PUBLISHED, { series: 'series-9' }),
    ]);
    await createGraph(database.client, 2);
    expect(slugsOf((await all?.take(2)) ?? [])).toEqual(['report-1', 'report-2']);
    expect(await second?.take(1)).toEqual([
      { data: { reportPublished: { slug: 'report-2', series: { slug: 'series-2' } } } },
    ]);
    const silence = new Promise((resolve) => setTimeout(resolve, 300, 'silence'));
    expect(await Promise.race([none?.next(), silence])).toBe('silence');
    for (const reader of [all, second, none]) reader?.leave();
  });

  it('passes over what has been withdrawn since', async () => {
    const { data } = await ask(server.url, '{ changes(first: 1) { pageInfo { endCursor } } }');
    const after = (data as { changes: { pageInfo: { endCursor: string } } }).changes.pageInfo.endCursor;
    const { seriesId } = await database.client.report.findFirstOrThrow({ where: { slug: 'report-1' } });
    const period = { periodStart: new Date('2019-10-01'), periodEnd: new Date('2019-10-31'), language: 'en', seriesId };
    const gone = await database.client.report.create({ data: { slug: 'gone', title: 'Gone', ...period } });
    await database.client.report.delete({ where: { id: gone.id } });
    await database.client.report.create({ data: { slug: 'report-3', title: 'Report 3', ...period } });
    const reader = await listen(server.url, PUBLISHED, { after });
    expect(slugsOf(await reader.take(3))).toEqual(['report-1', 'report-2', 'report-3']);
    reader.leave();
  });
});

describe('ingestProgress', () => {
  const TEXT = [
    '# Tide Watch, March 2031',
    ...Array.from(
      { length: 30 },
      (_, n) => `On ${1 + (n % 28)} March the harbour office of Port ${n} counted ${n + 2} boats.`,
    ),
  ].join('\n\n');
  const INGEST = `mutation { ingestReport(input: { text: ${JSON.stringify(TEXT)}, series: "tide-watch", period: "2031-03" }) { __typename } }`;
  const PROGRESS =
    'subscription ($draft: ID, $report: String) { ingestProgress(draft: $draft, report: $report) { job report stage done total draft { id } } }';
  interface Told {
    readonly job: string;
    readonly stage: string;
    readonly done: number;
    readonly total: number;
    readonly draft: { id: string } | null;
  }
  const told = ({ data }: Answer) => data.ingestProgress as Told;

  it('is for who may read drafts', async () => {
    const [answer] = await (await listen(server.url, PROGRESS)).take(1);
    expect(answer?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('tells the stages of a text, to the end, and nothing of other reports', async () => {
    const { headers } = await createKey(database.client, 'EDIT');
    const reader = await listen(server.url, PROGRESS, { report: 'tide-watch-2031-03' }, headers);
    const other = await listen(server.url, PROGRESS, { report: 'tide-watch-2031-04' }, headers);
    const ingested = ask(server.url, INGEST, headers);
    const answers: Told[] = [];
    while (answers.at(-1)?.stage !== 'DONE') answers.push(told((await reader.take(1))[0] as Answer));
    expect(await ingested).not.toHaveProperty('errors');
    const order = ['READING', 'EXTRACTING', 'WRITING', 'DONE'];
    const stages = answers.map(({ stage }) => order.indexOf(stage));
    expect(stages).toEqual([...stages].sort((a, b) => a - b));
    expect(new Set(answers.map(({ job }) => job)).size).toBe(1);
    const draft = answers.at(-1)?.draft?.id;
    expect(draft).toBeTypeOf('string');
    reader.leave();

    const again = await listen(server.url, PROGRESS, { draft }, headers);
    await ask(server.url, INGEST.replace('30 boats', '31 boats'), headers);
    let last: Told | undefined;
    while (last?.stage !== 'DONE') last = told((await again.take(1))[0] as Answer);
    expect(last.draft?.id).toBe(draft);
    again.leave();
    const silence = new Promise((resolve) => setTimeout(resolve, 100, 'silence'));
    expect(await Promise.race([other.next(), silence])).toBe('silence');
    other.leave();
  });

  it('refuses the id of no draft', async () => {
    const { headers } = await createKey(database.client, 'READ_DRAFTS');
    const id = Buffer.from('Draft:01890000-0000-7000-8000-000000000000').toString('base64');
    for (const draft of [id, 'rubbish']) {
      const [answer] = await (await listen(server.url, PROGRESS, { draft }, headers)).take(1);
      expect(answer?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
