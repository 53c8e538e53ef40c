import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settings } from '../src/config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('serves the embedded database on this machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: resolve('.data'),
      graphiql: true,
      introspection: true,
      maxTokens: 2000,
    });
  });

  it('takes what is set, and an empty variable for one left out', () => {
    const url = 'postgresql://me:secret@db.example:5432/graph?sslmode=require';
    expect(readConfig({ PORT: '0', GRAPHIQL: 'Off', DATABASE_URL: url, MAX_COST: ' ' })).toMatchObject({
      port: 0,
      graphiql: false,
      databaseUrl: url,
      maxCost: 50_000,
    });
  });

  it('names every bad setting at once, each with what it should be', () => {
    const problems = problemsOf({ PORT: '65536', HOST: 'a b', LOG_LEVEL: 'loud', GRAPHIQL: 'maybe', MAX_DEPTH: '1.5' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'HOST',
      'LOG_LEVEL',
      'GRAPHIQL',
      'MAX_DEPTH',
    ]);
    expect(problems[0]).toBe('PORT is "65536": give a whole number from 0 to 65535.');
  });

  it('never repeats an address that may hold a password', () => {
    for (const url of ['mysql://me:secret@localhost/graph', 'postgresql://me:secret@localhost/graph?schema=other']) {
      const problems = problemsOf({ DATABASE_URL: url });
      expect(problems).toHaveLength(1);
      expect(problems[0]).not.toContain('secret');
    }
  });

  it('takes an identity provider whole or not at all, and over HTTPS unless it is on this machine', () => {
    const [issuer, audience] = ['https://identity.example/realm', 'digestgraph'];
    expect(problemsOf({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience })).toEqual([]);
    expect(problemsOf({ OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_AUDIENCE: audience })).toEqual([]);
    expect(problemsOf({ OIDC_ISSUER: issuer })).toHaveLength(1);
    expect(problemsOf({ OIDC_AUDIENCE: audience })).toHaveLength(1);
    expect(problemsOf({ OIDC_JWKS_URL: `${issuer}/keys` })).toHaveLength(1);
    for (const wrong of ['http://identity.example', 'identity.example', 'ftp://identity.example'])
      expect(problemsOf({ OIDC_ISSUER: wrong, OIDC_AUDIENCE: audience })[0]).toMatch(/^OIDC_ISSUER is /);
  });

  it('gives a configuration that nobody can change', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('settings', () => {
  it('names each variable once and says what it means', () => {
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    expect(settings).toHaveLength(Object.keys(readConfig({})).length);
    for (const { meaning } of settings) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
