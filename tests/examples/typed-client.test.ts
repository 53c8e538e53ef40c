import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierOf } from '../../examples/typed-client/dossier.ts';
import { readConfig } from '../../src/config.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createApp } from '../../src/http/server.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

describe('the typed client', () => {
  let database: TestDatabase;
  let server: ReturnType<ReturnType<typeof createApp>['createServer']>;
  let endpoint: string;

  beforeAll(async () => {
    database = await openTestDatabase({ seed: true });
    const app = createApp({
      schema: createSchema(),
      client: database.client,
      config: readConfig({}),
      logger: pino({ level: 'silent' }),
    });
    server = app.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await database.close();
  });

  it("prints an actor's dossier from a live server", async () => {
    const dossier = await dossierOf(endpoint, 'stanislau-zas');
    expect(dossier).toContain('Stanislau Zas\n  State Secretary of the Security Council of Belarus');
    expect(dossier).toContain('with Nikolai Patrushev, Secretary of the Security Council of Russia');
    expect(dossier).toContain('2019-09-18  Interaction plan');
    expect(dossier).toContain('What the authors think');
  });

  it('answers null for nobody', async () => {
    expect(await dossierOf(endpoint, 'nobody')).toBeNull();
  });
});
