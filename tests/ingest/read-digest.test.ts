import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/ingest/digest/read-digest.ts';
import {
  BinaryFileError,
  EmptyTextError,
  TextTooLargeError,
  UnreadableEncodingError,
} from '../../src/ingest/ingest.errors.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, source = {}) => readDigest(bytesOf(text), source);
const cut = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

const TEXT = `The main events of the month. On May 3, Ana Bell met Tom Finch.
They talked.
The developments over the month. The council published figures:
— 12 boats;
— 7 kg of 🍎 apples.
Conclusion. Nothing follows.`;

describe('readDigest', () => {
  it('numbers paragraphs, and bullets under the paragraph before them', () => {
    const { passages, sections, warnings } = read(TEXT);
    expect(passages.map(({ number, section }) => [number, section])).toEqual([
      ['1', 'KEY_EVENTS'],
      ['2', 'KEY_EVENTS'],
      ['3', 'DEVELOPMENTS'],
      ['3.1', 'DEVELOPMENTS'],
      ['3.2', 'DEVELOPMENTS'],
      ['4', 'CONCLUSIONS'],
    ]);
    expect(sections).toEqual([
      { kind: 'KEY_EVENTS', heading: 'The main events of the month' },
      { kind: 'DEVELOPMENTS', heading: 'The developments over the month' },
      { kind: 'CONCLUSIONS', heading: 'Conclusion' },
    ]);
    expect(warnings).toEqual([]);
  });

  it('leaves the heading in the paragraph that it opens, and the dash out of the bullet', () => {
    const [first, , , bullet] = read(TEXT).passages;
    expect(first?.text).toBe('The main events of the month. On May 3, Ana Bell met Tom Finch.');
    expect(bullet?.text).toBe('12 boats;');
  });

  it.each([
    ['The most important events of the month. Text.', 'KEY_EVENTS'],
    ['Key developments of the month: Text.', 'KEY_EVENTS'],
    ['Most significant events in October 2019. Text.', 'KEY_EVENTS'],
    ['Developments during the month. Text.', 'DEVELOPMENTS'],
    ['Other events of the month. Text.', 'DEVELOPMENTS'],
    ['The developmets within the month. Text.', 'DEVELOPMENTS'],
    ['Conclusions. Text.', 'CONCLUSIONS'],
    ['Main conclusions: Text.', 'CONCLUSIONS'],
    ['The events of the month were important for all. Text.', 'OTHER'],
    ['The minister summed up the month. Text.', 'OTHER'],
  ])('takes the heading of %j for %s', (text, kind) => {
    expect(read(text).sections[0]?.kind).toBe(kind);
  });

  it('takes a heading on a line of its own into the next paragraph', () => {
    expect(read('Conclusions\n\nAll is well.').text).toBe('Conclusions. All is well.');
  });

  it.each([
    ['Developments', 'DEVELOPMENTS'],
    ['Events:', 'DEVELOPMENTS'],
    ['2. Political and military developments', 'DEVELOPMENTS'],
    ['Developments in Norway', 'DEVELOPMENTS'],
    ['Chronology', 'DEVELOPMENTS'],
    ['Events and analysis', 'DEVELOPMENTS'],
    ['Highlights', 'KEY_EVENTS'],
    ['Key events', 'KEY_EVENTS'],
    ['II. Main events in Norway', 'KEY_EVENTS'],
    ['Analysis', 'CONCLUSIONS'],
    ['Our assessment', 'CONCLUSIONS'],
    ['Asessment of the situation', 'CONCLUSIONS'],
    ['Analysis of the main events', 'CONCLUSIONS'],
    ['Forecast for November', 'CONCLUSIONS'],
    ['Conclusions & outlook', 'CONCLUSIONS'],
    ['The Oslo summit', 'OTHER'],
    ['Assessment of the new frigates', 'OTHER'],
    ['How the minister explained the events', 'OTHER'],
    ['Further reading', 'OTHER'],
  ])('takes %j for %s where the mark-up says that it is a heading', (heading, kind) => {
    const markdown = `# A digest\n\nBy way of preface.\n\n## ${heading}\n\nAna Bell met Tom Finch.\n\nThey talked.`;
    const html = `<html><body><p>By way of preface.</p><h2>${heading}</h2><p>Ana Bell met Tom Finch.</p><p>They talked.</p></body></html>`;
    for (const { passages, sections } of [read(markdown, { format: 'markdown' }), read(html, { format: 'html' })]) {
      expect(passages.map(({ section }) => section)).toEqual(['OTHER', kind, kind]);
      if (kind !== 'OTHER') expect(sections[1]).toEqual({ kind, heading: heading.replace(':', '') });
    }
  });

  it('asks for the full wording of a heading where no mark-up tells one', () => {
    expect(read('Developments\n\nAna Bell met Tom Finch.').passages.map(({ section }) => section)).toEqual([
      'OTHER',
      'OTHER',
    ]);
  });

  it('takes the title of a page for no heading, and the heading of a paragraph before that of the mark-up', () => {
    const title = '# Norway Security News\n\nBy way of preface.\n\n';
    expect(read(title, { format: 'markdown' }).sections).toEqual([{ kind: 'OTHER', heading: null }]);
    const { sections } = read(`${title}## Developments\n\nMain events of the month. Ana Bell met Tom Finch.`, {
      format: 'markdown',
    });
    expect(sections.map(({ kind }) => kind)).toEqual(['OTHER', 'KEY_EVENTS']);
  });

  it('puts no heading into the text that could not be read there again', () => {
    const { text, sections } = read('## Developments\n\nAna Bell met Tom Finch.', { format: 'markdown' });
    expect(text).toBe('Ana Bell met Tom Finch.');
    expect(sections).toEqual([{ kind: 'DEVELOPMENTS', heading: 'Developments' }]);
  });

  it('reads Markdown and HTML as the same text', () => {
    const markdown =
      '# A digest\n\n## Main events of the month\n\nOn May 3, Ana Bell\nmet *Tom Finch*.\n\n- one\n- two\n';
    const html = `<!doctype html><html><head><title>A digest</title><style>p {}</style></head><body><nav><a href="/">Home</a></nav>
      <article><h1>A digest</h1><h2>Main events of the month</h2><p>On May 3, Ana&nbsp;Bell met <em>Tom Finch</em>.</p>
      <ul><li>one</li><li><p>two</p></li></ul></article><footer>All rights reserved</footer></body></html>`;
    const expected = 'Main events of the month. On May 3, Ana Bell met Tom Finch.\n— one\n— two';
    expect(read(markdown, { name: 'digest.md' }).text).toBe(expected);
    expect(read(html, { name: 'digest.html' }).text).toBe(expected);
    expect(read(html).text).toBe(expected);
  });

  it('drops what stands around the article of a saved page', () => {
    const long =
      'The council met for a long time, and it talked about boats, nets, and the price of fish, as it always did. ';
    const html = `<html><body><div class="menu"><a href="/a">News</a> <a href="/b">About us</a></div>
      <div id="content"><p>The main events of the month. ${long.repeat(3)}</p><p>— ${long}</p><p>Conclusions. ${long.repeat(3)}</p></div>
      <div class="sidebar related"><a href="/c">Read also: another thing</a></div><div class="footer">Copyright</div></body></html>`;
    const { text, passages } = read(html, { format: 'html' });
    expect(passages.map(({ number }) => number)).toEqual(['1', '1.1', '2']);
    expect(text).not.toMatch(/About us|Copyright|Read also/);
  });

  it('reads UTF-16 that says so, and UTF-8 with a mark', () => {
    const expected = read('Ä. — 1').sha256;
    const utf16 = Buffer.from('\ufeffÄ. — 1', 'utf16le');
    expect(readDigest(utf16).sha256).toBe(expected);
    expect(readDigest(Buffer.from(utf16).swap16()).sha256).toBe(expected);
    expect(read('\ufeffÄ. — 1').sha256).toBe(expected);
  });

  it.each([
    ['an empty file', bytesOf(''), EmptyTextError, { code: 'EMPTY_TEXT' }],
    ['a file of white space', bytesOf(' \n\u200b\n\t'), EmptyTextError, { code: 'EMPTY_TEXT' }],
    ['a PDF', bytesOf('%PDF-1.7 text'), BinaryFileError, { code: 'BINARY_FILE', offset: 0 }],
    [
      'a file with zero bytes',
      new Uint8Array([65, 66, 0, 0, 0, 67, 68]),
      BinaryFileError,
      { code: 'BINARY_FILE', offset: 2 },
    ],
    [
      'Windows-1251',
      new Uint8Array([65, 32, 0xcc, 0xe8, 0xed]),
      UnreadableEncodingError,
      { code: 'UNREADABLE_ENCODING', offset: 2 },
    ],
    ['UTF-8 cut off', new Uint8Array([65, 0xd0]), UnreadableEncodingError, { code: 'UNREADABLE_ENCODING', offset: 1 }],
    [
      'UTF-16 without a mark',
      Buffer.from('A digest of May', 'utf16le'),
      UnreadableEncodingError,
      { code: 'UNREADABLE_ENCODING', offset: 1 },
    ],
    [
      'half a surrogate in UTF-16',
      Buffer.from([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8]),
      UnreadableEncodingError,
      { code: 'UNREADABLE_ENCODING' },
    ],
  ] as const)('refuses %s', (_, bytes, error, facts) => {
    const attempt = () => readDigest(bytes);
    expect(attempt).toThrow(error);
    expect(attempt).toThrow(expect.objectContaining(facts));
  });

  it('refuses 50 MB without reading it', () => {
    const bytes = new Uint8Array(50_000_000).fill(65);
    const started = performance.now();
    expect(() => readDigest(bytes)).toThrow(TextTooLargeError);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it('warns of what is odd, with the passage', () => {
    const text =
      '— a bullet\r\nOn September 31, 2019 nothing happened.\nOn February 29 it did, on 30 February 2019 not.';
    expect(read(text).warnings.map(({ code, passage }) => [code, passage])).toEqual([
      ['MIXED_LINE_ENDINGS', null],
      ['BULLET_OUTSIDE_PARAGRAPH', '1'],
      ['NO_HEADINGS', null],
      ['IMPOSSIBLE_DATE', '2'],
      ['IMPOSSIBLE_DATE', '3'],
    ]);
  });

  it.each([
    ['On 31.02.2031 they met.', ['31.02.2031']],
    ['It is dated 2031-13-45.', ['2031-13-45']],
    ['They met on 30/02/2031, and on June 31.', ['30/02/2031', 'June 31']],
    ['On June 31 and (29-02-2031)', ['June 31', '29-02-2031']],
    ['On 2031.04.31', ['2031.04.31']],
    // Either order of day and month may be meant.
    ['On 28.02.2031, 02/28/2031, 2032-02-29 and 31/12/2031.', []],
    ['Version 1.31.5, 7.62.39 and 31.02.20311; 45.13 and 99.99.99', []],
    ['Decree No. 45/13/2031, № 45-13-2031 and GOST 45.13.2031', []],
    ['See 10.31.02.2031, 31.02.2031.1, A-31-02-2031, https://a.example/2031/13/45 and 31.02/2031', []],
  ])('finds the days in numbers that are none: %s', (text, expected) => {
    const found = read(text).warnings.filter(({ code }) => code === 'IMPOSSIBLE_DATE');
    expect(found.map(({ message }) => /"(.*)"/.exec(message)?.[1])).toEqual(expected);
  });

  it('has the same text for all line ends, forms of a letter and spaces', () => {
    const one = read('Café au lait.\nB — c.');
    const other = read('Cafe\u0301  au\u00a0lait. \r\n\r\n\tB — c.\r');
    expect(other.text).toBe(one.text);
    expect(one.sha256).toBe(createHash('sha256').update(one.text).digest('hex'));
  });

  it('has spans that cut out the passages, in code points, and reads its own text as itself', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '— one',
        '- two',
        '—',
        'Conclusions.',
        'Main events of the month',
        'The main events of the month. A 🍎.',
        '•\u00a0x',
        '5 - 3',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (lines, end) => {
          const text = lines.join(end);
          const attempt = () => read(text, { format: 'text' });
          if (/\0/.test(text)) return;
          let digest: ReturnType<typeof read>;
          try {
            digest = attempt();
          } catch (error) {
            expect(error).toBeInstanceOf(EmptyTextError);
            return;
          }
          for (const { start, end, text } of digest.passages) {
            expect(cut(digest.text, start, end)).toBe(text);
            expect(text.trim()).toBe(text);
            expect(text).not.toBe('');
          }
          const again = read(digest.text, { format: 'text' });
          expect(again.text).toBe(digest.text);
          expect(again.passages).toEqual(digest.passages);
          expect(again.sha256).toBe(digest.sha256);
        },
      ),
      { numRuns: 300 },
    );
  });
});
