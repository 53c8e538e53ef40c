import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

const CREATE = `mutation Create($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on ApiKeyCreated { secret apiKey { id name hint scopes createdBy expiresAt lastUsedAt revokedAt isLive } }
    ... on Problem { code message }
  }
}`;
const REVOKE = `mutation Revoke($key: String!, $reason: String) {
  revokeApiKey(input: { key: $key, reason: $reason }) {
    __typename
    ... on ApiKey { id name isLive revokedAt revokedBy revokedReason }
    ... on Problem { code }
  }
}`;
const LIST = 'query Keys { apiKeys { id name hint scopes isLive lastUsedAt createdBy } }';
const WHO = 'query Who { viewer { name kind } }';

interface Created {
  readonly createApiKey: { __typename: string; secret: string; code?: string; apiKey: Record<string, unknown> };
}

describe('keys', () => {
  let app: TestApp;
  let admin: string;
  const log: string[] = [];
  beforeEach(async () => {
    log.length = 0;
    app = await createTestApp({ log });
    admin = await app.createKey('ADMIN');
  });
  afterEach(() => app.close());

  const create = async (input: object) => (await app.ask<Created>(CREATE, { input }, admin)).data.createApiKey;

  it('are made with a secret that works at once, is told once and is nowhere held', async () => {
    const { apiKey, secret } = await create({ name: ' the  desk ', scopes: ['REVIEW', 'EDIT', 'EDIT'] });
    expect(secret).toMatch(/^dgk_[\w-]{43}$/);
    expect(apiKey).toMatchObject({
      name: 'the desk',
      hint: secret.slice(0, 10),
      scopes: ['EDIT', 'REVIEW'],
      createdBy: expect.stringMatching(/^key ADMIN/),
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
      isLive: true,
    });
    expect((await app.ask(WHO, {}, secret)).data.viewer).toEqual({ name: 'the desk', kind: 'API_KEY' });

    const row = await app.client.apiKey.findFirstOrThrow({ where: { name: 'the desk' } });
    expect(row.hash).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify([row, await app.ask(LIST, {}, admin), log])).not.toContain(secret);
  });

  it('are listed for ADMIN, newest first', async () => {
    await create({ name: 'first', scopes: ['EDIT'] });
    await create({ name: 'second', scopes: ['READ_DRAFTS'] });
    const { data } = await app.ask<{ apiKeys: { name: string }[] }>(LIST, {}, admin);
    expect(data.apiKeys.map(({ name }) => name).slice(0, 2)).toEqual(['second', 'first']);
    const denied = await app.ask(LIST, {}, await app.createKey('EDIT', 'REVIEW', 'PUBLISH'));
    expect(denied).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', scope: 'ADMIN' } }] });
    expect(denied.data ?? null).toBeNull();
  });

  it('are refused in the answer where they cannot be made', async () => {
    await create({ name: 'desk', scopes: ['EDIT'] });
    const before = await app.client.apiKey.count();
    const refusals: [object, string][] = [
      [{ name: 'desk', scopes: ['EDIT'] }, 'KEY_NAME_TAKEN'],
      [{ name: '  ', scopes: ['EDIT'] }, 'KEY_NAME_INVALID'],
      [{ name: '-x', scopes: ['EDIT'] }, 'KEY_NAME_INVALID'],
      [{ name: 'a\nb\u0007', scopes: ['EDIT'] }, 'KEY_NAME_INVALID'],
      [{ name: 'x'.repeat(101), scopes: ['EDIT'] }, 'KEY_NAME_INVALID'],
      [{ name: '01a21728-864c-77cb-a067-6e522d3f7973', scopes: ['EDIT'] }, 'KEY_NAME_INVALID'],
      [{ name: 'none', scopes: [] }, 'KEY_WITHOUT_SCOPE'],
      [{ name: 'late', scopes: ['EDIT'], expiresAt: '2019-09-11T08:30:00Z' }, 'KEY_EXPIRES_IN_PAST'],
    ];
    for (const [input, code] of refusals) expect(await create(input)).toMatchObject({ code });
    expect(await app.client.apiKey.count()).toBe(before);
  });

  it('end when they are revoked, by name or by id; the name can be given again', async () => {
    const { secret, apiKey } = await create({ name: 'desk', scopes: ['EDIT'] });
    const revoked = await app.ask(REVOKE, { key: 'desk', reason: ' lost on the way ' }, admin);
    const { data } = await app.ask<{ viewer: { name: string } }>(WHO, {}, admin);
    expect(revoked.data.revokeApiKey).toMatchObject({
      __typename: 'ApiKey',
      id: apiKey.id,
      isLive: false,
      revokedBy: `key ${data.viewer.name}`,
      revokedReason: 'lost on the way',
    });
    expect((await app.ask(WHO, {}, secret)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);

    const second = await create({ name: 'desk', scopes: ['EDIT'] });
    expect(second.secret).not.toBe(secret);
    // The same once more, by its id: nothing changes, and the new key of the name lives on.
    expect((await app.ask(REVOKE, { key: apiKey.id, reason: 'another' }, admin)).data).toEqual(revoked.data);
    expect((await app.ask(WHO, {}, second.secret)).errors).toBeUndefined();
    expect((await app.ask(REVOKE, { key: 'nobody' }, admin)).data.revokeApiKey).toMatchObject({ code: 'UNKNOWN_KEY' });
  });

  it('note when they were used, once a minute', async () => {
    const { secret, apiKey } = await create({ name: 'desk', scopes: ['EDIT'] });
    const lastUse = async () =>
      (await app.client.apiKey.findUniqueOrThrow({ where: { id: apiKey.id as string } })).lastUsedAt;
    const writes = async () =>
      (await app.ask(WHO, {}, secret)).statements.filter((statement) => statement.startsWith('UPDATE')).length;

    expect(await writes()).toBe(1);
    const first = await lastUse();
    expect(Date.now() - (first?.getTime() ?? 0)).toBeLessThan(10_000);
    expect(await writes()).toBe(0);
    await app.client.apiKey.updateMany({ data: { lastUsedAt: new Date(Date.now() - 61_000) } });
    expect(await writes()).toBe(1);
  });

  it('answer even when their use cannot be noted', async () => {
    const { secret } = await create({ name: 'desk', scopes: ['EDIT'] });
    await app.client.$executeRawUnsafe(`
      create function refuse_update() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
    await app.client.$executeRawUnsafe(
      'create trigger refuse before update on api_key for each row execute function refuse_update()',
    );
    expect((await app.ask(WHO, {}, secret)).data.viewer).toMatchObject({ name: 'desk' });
    expect(log.some((line) => line.includes('could not be noted') && !line.includes(secret))).toBe(true);
  });

  it('are made and revoked by ADMIN alone, and nothing is written for others', async () => {
    const before = await app.client.apiKey.count();
    const key = await app.createKey('EDIT', 'REVIEW', 'PUBLISH');
    const anonymous = await app.ask(CREATE, { input: { name: 'x', scopes: ['ADMIN'] } });
    const others = await app.ask(CREATE, { input: { name: 'x', scopes: ['ADMIN'] } }, key);
    expect(anonymous).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED', scope: 'ADMIN' } }] });
    expect(others).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', scope: 'ADMIN' } }] });
    expect(anonymous.statements).toEqual([]);
    expect(await app.client.apiKey.count()).toBe(before + 1);
  });
});
