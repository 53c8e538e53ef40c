import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface FakeProvider {
  readonly issuer: string;
  /** The paths that were asked for, oldest first. */
  readonly requests: string[];
  /** What it answers with instead of its keys, by path. */
  readonly broken: Map<string, { status: number; body: string }>;
  /** A token signed with the newest key, good in every way but for what is given. */
  sign(claims?: JWTPayload, header?: { alg?: string; kid?: string }): Promise<string>;
  /** Signs with a new key from now on. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

export const AUDIENCE = 'digestgraph-tests';

/** An identity provider on this machine, with discovery and keys. */
export async function openFakeProvider(): Promise<FakeProvider> {
  const requests: string[] = [];
  const broken = new Map<string, { status: number; body: string }>();
  const keys: { kid: string; pair: Awaited<ReturnType<typeof generateKeyPair>> }[] = [];
  const rotate = async () => {
    keys.push({ kid: `key-${keys.length + 1}`, pair: await generateKeyPair('ES256', { extractable: true }) });
  };
  await rotate();
  const server = createServer(async ({ url = '' }, response) => {
    requests.push(url);
    const fault = broken.get(url);
    if (fault) return response.writeHead(fault.status).end(fault.body);
    if (url === '/.well-known/openid-configuration')
      return response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    if (url === '/keys') {
      const all = keys.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256' }));
      return response.end(JSON.stringify({ keys: await Promise.all(all) }));
    }
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    requests,
    broken,
    rotate,
    sign(claims = {}, header = {}) {
      const newest = keys.at(-1);
      if (!newest) throw new Error('There is a key from the start.');
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: issuer, aud: AUDIENCE, sub: 'mira', iat: now, exp: now + 300, ...claims };
      return new SignJWT(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
        .setProtectedHeader({ alg: 'ES256', kid: newest.kid, ...header })
        .sign(newest.pair.privateKey);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
