import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

const html = { headers: { accept: 'text/html' } };

describe('the server', () => {
  let app: TestApp;
  const log: string[] = [];
  beforeAll(async () => {
    app = await createTestApp({ log });
  });
  afterAll(() => app.close());

  it('sends a browser from / to GraphiQL', async () => {
    const response = await app.fetch('/', html);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('serves GraphiQL from its own process, with worked queries, and lets it load nothing from elsewhere', async () => {
    const response = await app.fetch('/graphql', html);
    const page = await response.text();
    expect(response.headers.get('content-type')).toMatch('text/html');
    expect(response.headers.get('content-security-policy')).toMatch("default-src 'none'; connect-src 'self'");
    expect(page).toContain('ActorMeetingsAndAgreements');
    expect([...page.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="(https?:)?\/\//g)]).toEqual([]);
  });

  it('serves no GraphiQL where it is switched off', async () => {
    const plain = await createTestApp({ config: { graphiql: false } });
    expect((await plain.fetch('/graphql', html)).headers.get('content-type') ?? '').not.toMatch('text/html');
    await plain.close();
  });

  it('lives while the process does, and is ready while the database answers', async () => {
    expect((await app.fetch('/health')).status).toBe(200);
    const ready = await app.fetch('/ready');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
    const other = await createTestApp();
    await other.close();
    const gone = await other.fetch('/ready');
    expect([gone.status, await gone.json()]).toEqual([503, { ready: false }]);
    const asked = await other.ask('{ events { totalCount } }');
    expect(asked.errors?.[0]?.extensions.code).toMatch(/SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR/);
  });

  it('answers every origin, and none with credentials', async () => {
    const response = await app.fetch('/graphql?query={__typename}', { headers: { origin: 'https://example.org' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('lets pages of every origin send a key, and read why it was refused', async () => {
    const origin = 'https://example.org';
    const preflight = await app.fetch('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/\bauthorization\b/);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();

    const refused = await app.fetch('/graphql?query={__typename}', { headers: { origin, authorization: 'Bearer no' } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toMatch(/www-authenticate/);
  });

  it('keeps the id that a proxy gave a request, and makes one where it gave none or rubbish', async () => {
    const idOf = async (given?: string) =>
      (await app.fetch('/health', given ? { headers: { 'x-request-id': given } } : {})).headers.get('x-request-id');
    expect(await idOf('abcdef-123456')).toBe('abcdef-123456');
    expect(await idOf('<script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf()).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs a line a request, without what was asked', async () => {
    log.length = 0;
    await app.ask('query Secret($s: String!) { actor(slug: $s) { name } }', { s: 'somebody' });
    expect(log.map((line) => JSON.parse(line))).toMatchObject([{ method: 'POST', path: '/graphql', status: 200 }]);
    expect(log.join()).not.toMatch(/somebody|Secret/);
  });
});
