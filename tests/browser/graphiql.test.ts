import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { writeAs } from '../../src/database/transaction.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { readTabs } from '../../src/http/graphiql.ts';
import { type App, createApp } from '../../src/http/server.ts';
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
  let app: App;
  let server: ReturnType<App['createServer']>;
  let browser: Browser;
  let page: Page;
  const hosts = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ seed: true });
    const logger = pino({ level: 'silent' });
    app = createApp({ schema: createSchema(), client: database.client, config: readConfig({}), logger });
    server = app.createServer();
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

  it('shows every tab, and changes to it by one click', async () => {
    const { width } = page.viewportSize() ?? { width: 0 };
    for (const [index, { query }] of readTabs().entries()) {
      const operationName = /query (\w+)/.exec(query)?.[1];
      const tab = page.locator('.graphiql-tab-button').nth(index);
      const box = (await tab.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(box.x + box.width, `the right edge of tab ${index + 1}`).toBeLessThan(width);
      // By the mouse itself: playwright's click() would try again until it has hit.
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect.poll(() => page.locator('[role=tab][aria-selected=true]').innerText()).toBe(operationName);
      // The editor follows in its own time, and so does what would run.
      await page.waitForTimeout(500);
      const answer = page.waitForResponse(
        (response) => response.request().postDataJSON()?.operationName === operationName,
      );
      await page.click('.graphiql-execute-button');
      expect(await (await answer).json()).toEqual({ data: expect.anything() });
    }
  });

  it('sends the headers that are typed in, and forgets them', async () => {
    const secret = createSecret();
    const name = 'typed in';
    const key = { name, hint: hintOf(secret), hash: hashOf(secret), createdAt: new Date(), createdBy: 'tests' };
    await database.client.apiKey.create({ data: { ...key, scopes: ['EDIT'] } });
    await page.goto(`${page.url().split(/[?#]/)[0]}?query=${encodeURIComponent('{ viewer { name } }')}`);
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

  it('runs a subscription, shows what it tells, and ends it', async () => {
    await page.click('.graphiql-tab-add');
    await page.locator('.graphiql-query-editor textarea').first().focus();
    await page.keyboard.insertText('subscription { changed { kind entityType key } }');
    await page.click('.graphiql-execute-button');
    await expect.poll(() => app.subscribers(), { timeout: 20_000 }).toBe(1);
    await writeAs(database.client, { by: 'tests', reason: null }, (db) =>
      db.topic.create({ data: { slug: 'seen-in-a-browser', name: 'Seen', kind: 'SUBJECT' } }),
    );
    const response = page.locator('.result-window');
    await expect
      .poll(async () => (await response.innerText()).replaceAll('\u00a0', ' '), { timeout: 20_000 })
      .toContain('"key": "seen-in-a-browser"');
    // The same button stops it.
    await page.click('.graphiql-execute-button');
    await expect.poll(() => app.subscribers(), { timeout: 20_000 }).toBe(0);
  });

  it('asks nothing of any other host, and has nothing to complain of', () => {
    expect([...hosts]).toEqual([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
    expect(complaints).toEqual([]);
  });
});
