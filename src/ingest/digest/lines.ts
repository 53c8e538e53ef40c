import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';

export type DigestFormat = 'text' | 'markdown' | 'html';

/** One line of a digest before it is cleaned: what the mark-up said of it, if there was any. */
export interface RawLine {
  readonly text: string;
  readonly kind: 'TEXT' | 'BULLET' | 'HEADING';
}

/** By what the caller says, else by the file's name, else by its first characters. */
export function detectFormat(text: string, { name, format }: { name?: string; format?: DigestFormat }): DigestFormat {
  if (format) return format;
  if (name && /\.x?html?$/i.test(name)) return 'html';
  if (name && /\.(md|markdown)$/i.test(name)) return 'markdown';
  return /^\s*<(!doctype html|html|head|body)\b/i.test(text) ? 'html' : 'text';
}

export function listLines(text: string, format: DigestFormat): readonly RawLine[] {
  switch (format) {
    case 'text':
      return text.split(LINE_END).map((line) => ({ text: line, kind: 'TEXT' }));
    case 'markdown':
      return linesOfHtml(`<!doctype html><html><body>${renderMarkdown(text)}</body></html>`);
    case 'html':
      return linesOfPage(text);
  }
}

export const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** A paragraph of Markdown may be wrapped, but a line that begins with a dash is a bullet all the same. */
function renderMarkdown(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n(?=[ \t]*[—–][ \t\u00a0])/g, '\n\n');
  return marked.parse(lines, { async: false, gfm: true });
}

/** The article of a saved page. Where Readability finds none, or hardly any of it, the whole body is taken. */
function linesOfPage(html: string): readonly RawLine[] {
  const whole = linesOfHtml(html);
  const { document } = parseHTML(html);
  // biome-ignore lint/suspicious/noExplicitAny: linkedom's document is not declared as the browser's, though it is used as one.
  const article = new Readability(document as any, { charThreshold: 200 }).parse();
  if (!article?.content) return whole;
  const lines = linesOfHtml(`<!doctype html><html><body>${article.content}</body></html>`);
  return lines.length > 0 ? lines : whole;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGURE FOOTER FORM HEADER HR HTML LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD NAV FOOTER ASIDE FORM BUTTON IFRAME SVG FIGURE'.split(' '),
);

interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<MarkupNode>;
}

function linesOfHtml(html: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  let current = '';
  let kind: RawLine['kind'] = 'TEXT';
  const flush = () => {
    if (/\S/.test(current)) lines.push({ text: current, kind });
    current = '';
    if (kind !== 'HEADING') kind = 'TEXT';
  };
  const walk = (node: MarkupNode) => {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3) current += (node.textContent ?? '').replaceAll(/[\n\r\t ]+/g, ' ');
    else if (name === 'BR') flush();
    else if (node.nodeType !== 1 || SKIPPED.has(name)) return;
    else if (!BLOCKS.has(name) && !HEADINGS.has(name)) for (const child of node.childNodes) walk(child);
    else {
      // A paragraph within a list item is the item itself.
      if (name !== 'P' || kind !== 'BULLET' || current.trim()) flush();
      if (name === 'LI') kind = 'BULLET';
      if (HEADINGS.has(name)) kind = 'HEADING';
      for (const child of node.childNodes) walk(child);
      flush();
      kind = 'TEXT';
    }
  };
  const { document } = parseHTML(html);
  for (const child of document.body.childNodes as unknown as Iterable<MarkupNode>) walk(child);
  flush();
  return lines;
}
