import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { CHANGE, type Change, LogReader } from './log.ts';

describe('the log of keys', () => {
  let app: TestApp;
  let log: LogReader;
  beforeAll(async () => {
    app = await createTestApp();
    log = new LogReader(app);
  });
  afterAll(() => app.close());

  const KEYS = `{ apiKeys { name history { totalCount nodes { ${CHANGE} entity { id } } } } }`;

  it('are made, used and revoked without a word to whoever is not ADMIN', async () => {
    const [reader, editor, admin] = [
      await app.createKey('READ_DRAFTS'),
      await app.createKey('PUBLISH'),
      await app.createKey('ADMIN'),
    ];
    const [everybody, readers] = [await log.all(), await log.all(reader)];
    const { createApiKey } = await log.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "night desk", scopes: [EDIT] }) { ... on ApiKeyCreated { secret } } }',
      {},
      admin,
    );
    const made = await log.all(admin);
    await log.ask('{ __typename }', {}, createApiKey.secret);
    expect(await app.client.apiKey.findFirst({ where: { name: 'night desk' } })).toMatchObject({
      lastUsedAt: expect.any(Date),
    });
    expect(await log.all(admin)).toEqual(made);
    await log.ask('mutation { revokeApiKey(input: { key: "night desk" }) { ... on ApiKey { id } } }', {}, admin);
    expect([await log.all(), await log.all(reader)]).toEqual([everybody, readers]);

    const { apiKeys } = await log.ask<{
      apiKeys: { name: string; history: { totalCount: number; nodes: Change[] } }[];
    }>(KEYS, {}, admin);
    const history = apiKeys.find(({ name }) => name === 'night desk')?.history.nodes ?? [];
    expect(history).toMatchObject([
      { kind: 'CREATED', key: 'night desk', audience: 'ADMIN', entity: null, withheld: ['api_key.hash'], before: null },
      { kind: 'UPDATED', entityType: 'API_KEY', by: expect.stringMatching(/^key ADMIN/), withheld: [] },
    ]);
    expect(history[0]?.after?.api_key?.[0]).toMatchObject({ scopes: ['EDIT'], revoked_at: null });
    expect(history[1]?.after?.api_key?.[0]?.revoked_at).toEqual(expect.any(String));
    expect(JSON.stringify(history)).not.toMatch(/[0-9a-f]{64}|last_used/);

    const changeId = history[1]?.id;
    expect(await log.revert({ changeId }, editor)).toMatchObject({ code: 'UNKNOWN_CHANGE' });
    expect(await log.revert({ changeId, wholeSet: true }, editor)).toMatchObject({ code: 'UNKNOWN_CHANGE' });
    expect(await log.revert({ changeId }, admin)).toMatchObject({ code: 'NOT_OF_THE_GRAPH' });
  });
});
