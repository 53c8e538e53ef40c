import { createHmac } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { AUDIENCE, type FakeProvider, openFakeProvider } from '../support/oidc-provider.ts';

const WHO = 'query Who { viewer { name kind scopes } }';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const soon = () => Math.floor(Date.now() / 1000) + 300;

describe('tokens of the identity provider', () => {
  let provider: FakeProvider;
  let app: TestApp;
  const log: string[] = [];
  beforeEach(async () => {
    log.length = 0;
    provider = await openFakeProvider();
    app = await createTestApp({ log, config: { oidcIssuer: provider.issuer, oidcAudience: AUDIENCE } });
  });
  afterEach(async () => {
    await app.close();
    await provider.close();
  });

  const codeOf = async (token: string) => (await app.ask(WHO, {}, token)).errors?.[0]?.extensions.code;

  it('are viewers with the scopes of their claim', async () => {
    const scopes = async (scope: unknown) =>
      (await app.ask<{ viewer: { scopes: string[] } }>(WHO, {}, await provider.sign({ scope }))).data.viewer.scopes;
    const { data } = await app.ask(WHO, {}, await provider.sign({ scope: 'openid digestgraph:edit' }));
    expect(data.viewer).toEqual({ name: 'mira', kind: 'TOKEN', scopes: ['READ_DRAFTS', 'EDIT'] });
    expect(await scopes('digestgraph:review digestgraph:publish')).toEqual(['READ_DRAFTS', 'REVIEW', 'PUBLISH']);
    expect(await scopes(['digestgraph:read-drafts', 7])).toEqual(['READ_DRAFTS']);
    for (const none of [undefined, '', 'edit EDIT digestgraph:EDIT digestgraph:everything', { scope: 'x' }])
      expect(await scopes(none)).toEqual([]);
  });

  it('are refused when any part of them is wrong', async () => {
    const now = Math.floor(Date.now() / 1000);
    const other = await generateKeyPair('ES256');
    const claims = { iss: provider.issuer, aud: AUDIENCE, sub: 'mira', exp: soon(), scope: 'digestgraph:admin' };
    const hmac = `${base64({ alg: 'HS256' })}.${base64(claims)}`;
    const good = await provider.sign();
    const wrong: Record<string, string> = {
      issuer: await provider.sign({ iss: 'https://elsewhere.example' }),
      audience: await provider.sign({ aud: 'another' }),
      'no audience': await provider.sign({ aud: undefined as never }),
      expired: await provider.sign({ exp: now - 60 }),
      'no expiry': await provider.sign({ exp: undefined as never }),
      'not yet': await provider.sign({ nbf: now + 60 }),
      'no subject': await provider.sign({ sub: undefined as never }),
      'odd subject': await provider.sign({ sub: 'mi\nra' }),
      'unknown key': await provider.sign({}, { kid: 'key-9' }),
      'another signer': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'key-1' })
        .sign(other.privateKey),
      unsigned: `${base64({ alg: 'none' })}.${base64(claims)}.`,
      'unsigned with rest': `${base64({ alg: 'none' })}.${base64(claims)}.AA`,
      hmac: `${hmac}.${createHmac('sha256', 'secret').update(hmac).digest('base64url')}`,
      tampered: good.replace(/\.[^.]+\./, `.${base64({ ...claims })}.`),
      rubbish: 'a.b.c',
    };
    const codes = await Promise.all(
      Object.entries(wrong).map(async ([name, token]) => [name, await codeOf(token)] as const),
    );
    expect(codes).toEqual(Object.keys(wrong).map((name) => [name, 'UNAUTHENTICATED']));
    expect(await codeOf(good)).toBeUndefined();
    expect(log.filter((line) => line.includes(good.slice(-20)) || line.includes(claims.aud))).toEqual([]);
  });

  it('ask the provider for its keys once, and again for a key that is new after a while', async () => {
    for (let n = 0; n < 3; n += 1) expect(await codeOf(await provider.sign())).toBeUndefined();
    expect(provider.requests).toEqual(['/.well-known/openid-configuration', '/keys']);
    // Within thirty seconds nobody can make us ask again.
    await provider.rotate();
    expect(await codeOf(await provider.sign())).toBe('UNAUTHENTICATED');
    expect(provider.requests).toHaveLength(2);
  });

  it('never lead to the provider when they are of somebody else', async () => {
    await codeOf(await provider.sign({ iss: 'https://elsewhere.example' }));
    await app.ask(WHO);
    expect(provider.requests).toEqual([]);
  });

  it.each([
    ['does not answer', (one: FakeProvider) => one.close()],
    [
      'is broken',
      (one: FakeProvider) => void one.broken.set('/.well-known/openid-configuration', { status: 500, body: '' }),
    ],
    [
      'speaks for another',
      (one: FakeProvider) =>
        void one.broken.set('/.well-known/openid-configuration', {
          status: 200,
          body: '{"issuer":"https://elsewhere.example","jwks_uri":"https://elsewhere.example"}',
        }),
    ],
    ['has no keys', (one: FakeProvider) => void one.broken.set('/keys', { status: 404, body: '' })],
    ['has rubbish for keys', (one: FakeProvider) => void one.broken.set('/keys', { status: 200, body: '{"keys":7}' })],
  ])('cannot be checked when the provider %s; everybody else is served', async (how, damage) => {
    const token = await provider.sign();
    await damage(provider);
    const response = await app.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: WHO }),
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    expect((await app.ask(WHO)).data.viewer).toMatchObject({ kind: 'ANONYMOUS' });
    expect((await app.ask(WHO, {}, await app.createKey('EDIT'))).data.viewer).toMatchObject({ kind: 'API_KEY' });
    expect(log.some((line) => line.includes('provider'))).toBe(true);

    provider.broken.clear();
    if (how !== 'does not answer') expect(await codeOf(token)).toBeUndefined();
  });

  it('are read from the claim and the keys that are set', async () => {
    const set = await createTestApp({
      config: {
        oidcIssuer: 'https://identity.example/realm',
        oidcAudience: AUDIENCE,
        oidcJwksUrl: `${provider.issuer}/keys`,
        oidcScopeClaim: 'https://digestgraph.example/roles',
      },
    });
    const token = await provider.sign({
      iss: 'https://identity.example/realm',
      'https://digestgraph.example/roles': ['digestgraph:admin'],
    });
    expect((await set.ask(WHO, {}, token)).data.viewer).toMatchObject({ name: 'mira', kind: 'TOKEN' });
    expect(provider.requests).toEqual(['/keys']);
    await set.close();
  });

  it('are not taken where no provider is set', async () => {
    const without = await createTestApp();
    const { errors } = await without.ask(WHO, {}, await provider.sign());
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(provider.requests).toEqual([]);
    await without.close();
  });
});
