import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { readTabs } from '../../src/http/graphiql.ts';
import { createApp } from '../../src/http/server.ts';
import { createSecret, hashOf, hintOf } from '../../src/modules/access/key.rules.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const executablePath = process.env.TEST_CHROMIUM;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.runIf(executablePath)('GraphiQL in a browser', () => {
  let database: TestDatabase;
  let server: ReturnType<ReturnType<typeof createApp>['createServer']>;
  let browser: Browser;
  let page: Page;
  const hosts = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ seed: true });
    const logger = pino({ level: 'silent' });
    server = createApp({
      schema: createSchema(),
      client: database.client,
      config: readConfig({}),
      logger,
    }).createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: FLAGS });
    page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http')) hosts.add(host);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForSelector('.graphiql-execute-button');
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
  });

  it('opens from / with the worked queries as tabs', async () => {
    expect(new URL(page.url()).pathname).toBe('/graphql');
    const tabs = await page.locator('.graphiql-tab').count();
    expect(tabs).toBe(readTabs().length);
  });

  it('runs the first of them and shows real data', async () => {
    await page.click('.graphiql-execute-button');
    const response = page.locator('.result-window');
    await expect
      // The editor's blanks do not break.
      .poll(async () => (await response.innerText()).replaceAll('\u00a0', ' '), { timeout: 20_000 })
      .toContain('"name": "Stanislau Zas"');
    if (process.env.TEST_SCREENSHOT) await page.screenshot({ path: process.env.TEST_SCREENSHOT });
  });

  it('sends the headers that are typed in, and forgets them', async () => {
    const secret = createSecret();
    const name = 'typed in';
    const key = { name, hint: hintOf(secret), hash: hashOf(secret), createdAt: new Date(), createdBy: 'tests' };
    await database.client.apiKey.create({ data: { ...key, scopes: ['EDIT'] } });
    await page.goto(`${page.url().split('#')[0]}?query=${encodeURIComponent('{ viewer { name } }')}`);
    await page.waitForSelector('.graphiql-execute-button');
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden)').click();
    await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${secret}` }));
    await page.click('.graphiql-execute-button');
    await expect
      .poll(async () => (await page.locator('.result-window').innerText()).replaceAll('\u00a0', ' '), {
        timeout: 20_000,
      })
      .toContain(`"name": "${name}"`);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(secret);
  });

  it('asks nothing of any other host, and has nothing to complain of', () => {
    expect([...hosts]).toEqual([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
    expect(complaints).toEqual([]);
  });
});
