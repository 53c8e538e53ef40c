import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecret } from '../../src/modules/access/key.rules.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const WHO = 'query Who { viewer { name kind scopes } }';

describe('the viewer', () => {
  let app: TestApp;
  const log: string[] = [];
  beforeAll(async () => {
    app = await createTestApp({ log });
  });
  afterAll(() => app.close());

  /** The answer over HTTP to the question who asks, with whatever stands in the header. */
  const ask = (authorization: string) =>
    app.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: WHO }),
    });

  it('is nobody without a credential, and costs no statement', async () => {
    const { data, statements } = await app.ask(WHO);
    expect(data.viewer).toEqual({ name: null, kind: 'ANONYMOUS', scopes: [] });
    expect(statements).toEqual([]);
  });

  it('is a key, with what its scopes imply', async () => {
    const edit = await app.ask(WHO, {}, await app.createKey('EDIT'));
    expect(edit.data.viewer).toMatchObject({ kind: 'API_KEY', scopes: ['READ_DRAFTS', 'EDIT'] });
    const admin = await app.ask(WHO, {}, await app.createKey('ADMIN'));
    expect(admin.data.viewer).toMatchObject({ scopes: ['READ_DRAFTS', 'EDIT', 'REVIEW', 'PUBLISH', 'ADMIN'] });
  });

  it('is never anonymous by mistake: what is no good credential is 401', async () => {
    const key = await app.createKey('EDIT');
    const wrong = [createSecret(), `${key}x`, key.slice(0, -1), key.toUpperCase(), 'dgk_', 'a.b.c', '\u00e9'].map(
      (secret) => `Bearer ${secret}`,
    );
    for (const header of [
      ...wrong,
      'Bearer',
      'Bearer ',
      key,
      `Basic ${btoa(`key:${key}`)}`,
      `Bearer ${key} ${key}`,
      '',
    ]) {
      const response = await ask(header);
      expect([header, response.status]).toEqual([header, 401]);
      expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    expect((await ask(`bearer ${key}`)).status).toBe(200);
  });

  it('has nothing any more when the key has expired or was revoked', async () => {
    const [expired, revoked, lasting] = [
      await app.createKey('EDIT'),
      await app.createKey('REVIEW'),
      await app.createKey('PUBLISH'),
    ];
    const ago = new Date(Date.now() - 1);
    await app.client.apiKey.updateMany({ where: { scopes: { has: 'EDIT' } }, data: { expiresAt: ago } });
    await app.client.apiKey.updateMany({ where: { scopes: { has: 'REVIEW' } }, data: { revokedAt: ago } });
    await app.client.apiKey.updateMany({
      where: { scopes: { has: 'PUBLISH' } },
      data: { expiresAt: new Date(Date.now() + 60_000) },
    });
    const statuses = [];
    for (const key of [expired, revoked, lasting]) statuses.push((await ask(`Bearer ${key}`)).status);
    expect(statuses).toEqual([401, 401, 200]);
  });

  it('leaves no secret in the log, whatever becomes of it', async () => {
    const [good, bad] = [await app.createKey('EDIT'), createSecret()];
    for (const key of [good, bad]) expect(await (await ask(`Bearer ${key}`)).text()).not.toContain(key);
    expect(log.length).toBeGreaterThan(0);
    expect(log.filter((line) => line.includes(good) || line.includes(bad) || line.includes('dgk_'))).toEqual([]);
  });
});
