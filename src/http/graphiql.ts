import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';

const folder = fileURLToPath(new URL('graphiql/', import.meta.url));

/** The worked queries with which GraphiQL opens, one file a tab, in the order of their names. */
export function readTabs(): { name: string; query: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((name) => ({ name, query: readFileSync(`${folder}${name}`, 'utf8') }));
}

export function graphiqlOptions(): GraphiQLOptions {
  return { title: 'Digestgraph', defaultTabs: readTabs().map(({ query }) => ({ query })), shouldPersistHeaders: false };
}

// The page holds its script and styles itself; nothing may come from, or go to, another host.
const POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  'worker-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL without a CDN. */
export function renderPage(options: GraphiQLOptions): string {
  return renderGraphiQL(options);
}

export const pageHeaders = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
