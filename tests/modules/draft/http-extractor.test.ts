import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDigest } from '../../../src/ingest/digest/read-digest.ts';
import type { ExtractionInput } from '../../../src/ingest/extractor.ts';
import { createHttpExtractor } from '../../../src/ingest/http-extractor.ts';
import { EMPTY_GAZETTEER } from '../../ingest/fixtures/read-fixture.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

const INGEST = `mutation Ingest($input: IngestReportInput!) {
  ingestReport(input: $input) {
    ... on IngestedReport { outcome dropped draft { extractor suggestions { nodes { noun key quote rule } } } }
    ... on Problem { code message }
  }
}`;
const TEXT = 'On September 3 the harbour master of Alta met a pilot.\n';

describe('an extractor behind HTTP', () => {
  let app: TestApp;
  let key: string;
  let server: Server;
  let asked: ExtractionInput[];
  let answer: { status: number; body: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push(JSON.parse(Buffer.concat(chunks).toString()));
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    app = await createTestApp({ config: { extractorUrl: `http://127.0.0.1:${port}/read?token=secret` } });
    key = await app.createKey('EDIT');
  });
  afterAll(async () => {
    await app.close();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    asked = [];
  });

  const ingest = async () => {
    const input = { series: 'harbour', seriesTitle: 'Harbour', period: '2031-09', language: 'en', text: TEXT };
    const { data, errors } = await app.ask<{ ingestReport: Record<string, unknown> }>(INGEST, { input }, key);
    expect(errors).toBeUndefined();
    return data.ingestReport;
  };

  it.each([
    ['a status', { status: 503, body: 'no' }],
    ['no JSON', { status: 200, body: '<p>' }],
    ['something else', { status: 200, body: '{"suggestions":[{"noun":"poems"}]}' }],
  ])('that answers with %s is told of without its secret, and nothing is written', async (_what, given) => {
    answer = given;
    const problem = await ingest();
    expect(problem).toMatchObject({ code: 'EXTRACTOR_UNAVAILABLE', message: expect.stringContaining('127.0.0.1') });
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(await app.client.draft.count()).toBe(0);
  });

  it('stands in the place of the rules, and is held to the spans like them', async () => {
    const actor = { noun: 'actors', key: 'harbour-master-of-alta', passage: '1', rule: 'model', score: 0.9 };
    const record = { slug: actor.key, name: 'harbour master of Alta', kind: 'UNNAMED_OFFICE_HOLDER' };
    const start = TEXT.indexOf('harbour');
    const suggestions = [
      { ...actor, record, start, end: start + 'harbour master of Alta'.length },
      { ...actor, key: 'nobody', record: { ...record, slug: 'nobody' }, start: 500, end: 510 },
    ];
    answer = { status: 200, body: JSON.stringify({ suggestions }) };
    const { draft, ...result } = (await ingest()) as {
      draft: { extractor: string; suggestions: { nodes: { noun: string }[] } };
    };
    expect(result).toEqual({ outcome: 'CREATED', dropped: 1 });
    expect(draft.extractor).toMatch(/^http http:\/\/127\.0\.0\.1:\d+\/read 1$/);
    expect(draft.suggestions.nodes.filter(({ noun }) => noun === 'ACTORS')).toEqual([
      { noun: 'ACTORS', key: actor.key, quote: 'harbour master of Alta', rule: 'model' },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      digest: { passages: [{ number: '1' }] },
      period: { start: '2031-09-01', end: '2031-09-30' },
      language: 'en',
    });
  });

  it('is no longer asked once nobody waits for the answer', async () => {
    const ending = new AbortController();
    const gone = Promise.withResolvers<string>();
    const silent = createServer((request) => {
      request.socket.once('close', () => gone.resolve('gone'));
      ending.abort(new Error('Nobody waits.'));
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const input = {
      digest: readDigest(Buffer.from(TEXT)),
      period: { start: '2031-09-01', end: '2031-09-30' },
      language: 'en',
      gazetteer: EMPTY_GAZETTEER,
    };
    const asking = createHttpExtractor(`http://127.0.0.1:${port}/`).extract(input, undefined, ending.signal);
    await expect(asking).rejects.toThrow('Nobody waits.');
    expect(await gone.promise).toBe('gone');
    await new Promise((resolve) => silent.close(resolve));
  });
});
