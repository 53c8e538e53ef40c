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

// GraphiQL leaves a shift on each tab from when it laid them out, and lets it act once a tab has the focus: the tab would
// leap from under the pointer, and the click be lost. And it hides what tabs have no room in one row.
const STYLE = `<style>
  .graphiql-tabs .graphiql-tab { transform: none !important; }
  .graphiql-container .graphiql-tabs { flex-wrap: wrap; row-gap: 2px; }
  .graphiql-container .graphiql-session-header { height: auto; min-height: var(--session-header-height); }
</style>`;

/** GraphiQL without a CDN. */
export function renderPage(options: GraphiQLOptions): string {
  return renderGraphiQL(options).replace('</head>', () => `${STYLE}</head>`);
}

export const pageHeaders = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
