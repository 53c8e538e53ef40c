import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientOf } from '../../src/http/client-address.ts';
import { createSecret } from '../../src/modules/access/key.rules.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { createKey, type LiveServer, serve } from '../support/live.ts';

const CLIENT = '203.0.113.7';

describe('credentials that are not good', () => {
  let database: TestDatabase;
  let server: LiveServer;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(() => server.close());

  const start = async (config: Parameters<typeof serve>[1]) => {
    server = await serve(database.client, config);
  };

  async function send(secret: string | null, headers: Record<string, string> = {}) {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && { authorization: `Bearer ${secret}` }),
        ...headers,
      },
      body: JSON.stringify({ query: '{ viewer { kind } }' }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] };
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      extensions: errors?.[0]?.extensions,
    };
  }

  const from = (address: string) => ({ 'x-forwarded-for': address });

  async function fail(times: number, headers: Record<string, string>) {
    for (let time = 0; time < times; time += 1) expect((await send(createSecret(), headers)).status).toBe(401);
  }

  it('are refused unread after so many of them from one address, good ones with them, for the rest of the minute', async () => {
    await start({ maxFailedCredentials: 3, clientAddressHeader: 'X-Forwarded-For' });
    const { headers } = await createKey(database.client, 'EDIT');
    const key = headers.authorization.replace('Bearer ', '');
    await fail(2, from(CLIENT));
    // What is good does not count.
    for (let time = 0; time < 5; time += 1) expect((await send(key, from(CLIENT))).status).toBe(200);
    await fail(1, from(CLIENT));
    database.statements.length = 0;
    const refused = await send(createSecret(), from(CLIENT));
    expect(refused).toMatchObject({ status: 429, extensions: { code: 'RATE_LIMITED' } });
    expect(Number(refused.retryAfter)).toBeGreaterThan(50);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60);
    expect(refused.extensions?.retryAfterSeconds).toBe(Number(refused.retryAfter));
    expect((await send(key, from(CLIENT))).status).toBe(429);
    expect((await send('e30.e30.e30', from(CLIENT))).status).toBe(429);
    expect(database.statements).toEqual([]);

    expect((await send(null, from(CLIENT))).status).toBe(200);
    expect((await send(key, from('203.0.113.8'))).status).toBe(200);
    // Whoever writes an address before the proxy's is known by the proxy's.
    expect((await send(key, from(`203.0.113.9, ${CLIENT}`))).status).toBe(429);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    try {
      expect((await send(key, from(CLIENT))).status).toBe(200);
      await fail(1, from(CLIENT));
    } finally {
      vi.useRealTimers();
    }
  });

  it('are not limited behind a proxy whose header is not named, nor where no limit is set', async () => {
    await start({ maxFailedCredentials: 2 });
    await fail(4, from(CLIENT));
    await server.close();
    await start({ maxFailedCredentials: 0, clientAddressHeader: 'X-Forwarded-For' });
    await fail(4, from(CLIENT));
  });
});

describe('a client', () => {
  const clientAt = (peer: string | undefined, header: string | null = null, value?: string) =>
    clientOf(peer, new Headers(value === undefined || header === null ? {} : { [header]: value }), header);

  it('is known by the address that it comes from, unless that is one of a proxy', () => {
    expect(clientAt('203.0.113.7')).toBe('203.0.113.7');
    expect(clientAt('::ffff:203.0.113.7')).toBe('203.0.113.7');
    for (const near of [
      '127.0.0.1',
      '::1',
      '::ffff:10.0.0.4',
      '172.20.0.3',
      '192.168.1.1',
      'fd00::1',
      'fe80::1%eth0',
    ]) {
      expect([near, clientAt(near)]).toEqual([near, null]);
    }
    expect(clientAt(undefined)).toBeNull();
  });

  it('is one for all addresses of an IPv6 network', () => {
    expect(clientAt('2001:db8:0:1::1')).toBe('2001:db8:0:1::/64');
    expect(clientAt('2001:db8::1:ab:0:0:2')).toBe(clientAt('2001:db8:0:1:ab::99'));
    expect(clientAt('2001:db8::2')).toBe('2001:db8:0:0::/64');
  });

  it('is known by the header that the proxy writes, where one is named', () => {
    expect(clientAt('127.0.0.1', 'X-Forwarded-For', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(clientAt('127.0.0.1', 'X-Real-IP', '10.1.2.3')).toBe('10.1.2.3');
    expect(clientAt('127.0.0.1', 'X-Forwarded-For', '203.0.113.7:51234')).toBe('203.0.113.7');
    expect(clientAt('127.0.0.1', 'X-Forwarded-For', '[2001:db8::1]:51234')).toBe('2001:db8:0:0::/64');
    expect(clientAt('203.0.113.7', 'X-Forwarded-For')).toBe('203.0.113.7');
    expect(clientAt('127.0.0.1', 'X-Forwarded-For', 'unknown')).toBeNull();
  });
});
