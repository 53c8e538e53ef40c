import { createHash } from 'node:crypto';
import type { SectionKind } from '../../generated/prisma/enums.ts';
import type { Digest, DigestPassage, DigestSection, DigestWarning } from '../extractor.ts';
import { EmptyTextError } from '../ingest.errors.ts';
import { decodeText } from './decode.ts';
import { findHeading, findMarkedHeading } from './headings.ts';
import { findImpossibleDates } from './impossible-dates.ts';
import { type DigestFormat, detectFormat, LINE_END, listLines, type RawLine } from './lines.ts';

export interface DigestSource {
  /** Of the file, for its ending. */
  readonly name?: string;
  readonly format?: DigestFormat;
}

/** What marks a bullet in print or in Markdown. A hyphen or an asterisk needs a space after it: "-5" is a number. */
const BULLET = /^(?:[—–―•‣▪◦·]\s*|[-*+]\s+)(?=\S)/u;

interface Line {
  readonly text: string;
  readonly bullet: boolean;
  readonly heading: { readonly kind: SectionKind; readonly heading: string } | null;
}

/**
 * Reads a digest out of a file. Its canonical text is in NFC, one passage a line; runs of white space are one space, what
 * takes no room is gone, bullets begin with "— ", and a heading that stands alone has moved into the paragraph after it.
 * Reading the canonical text gives the same passages again.
 */
export function readDigest(bytes: Uint8Array, source: DigestSource = {}): Digest {
  const decoded = decodeText(bytes);
  const lines = joinHeadings(listLines(decoded, detectFormat(decoded, source)));
  if (lines.length === 0) throw new EmptyTextError();
  const warnings = warnOfLineEnds(decoded);
  const { passages, sections } = numberPassages(lines, warnings);
  const text = lines.map(({ text, bullet }) => (bullet ? `— ${text}` : text)).join('\n');
  return {
    text,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    sections,
    passages,
    warnings: [...warnings, ...passages.flatMap(warnOfPassage)],
  };
}

function cleanLine(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replaceAll(/[\p{Z}\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** Cleans the lines, and puts a heading that stands alone before the paragraph that it opens. */
function joinHeadings(raw: readonly RawLine[]): readonly Line[] {
  const lines: Line[] = [];
  let pending: { readonly kind: SectionKind; readonly heading: string; readonly isWorded: boolean } | null = null;
  let mayBeTitle = true;
  for (const { text, kind } of raw) {
    const cleaned = cleanLine(text);
    const bullet = kind === 'BULLET' || (kind === 'TEXT' && BULLET.test(cleaned));
    const own = bullet ? stripMarkers(cleaned) : cleaned;
    if (own === '') continue;
    const found = bullet ? null : findHeading(own);
    if (found && found.length === own.length) {
      pending = { kind: found.kind, heading: found.heading, isWorded: true };
    } else if (kind === 'HEADING') {
      const known = findMarkedHeading(own, { mayBeTitle: mayBeTitle && lines.length === 0 });
      mayBeTitle = false;
      // The first one is the title of the page; a later one opens a stretch of which nothing else is known.
      if (known || lines.length > 0) {
        pending = { kind: known ?? 'OTHER', heading: own.replace(/[.:]$/, ''), isWorded: false };
      }
    } else if (pending && !bullet && !(found && !pending.isWorded)) {
      // What the mark-up alone tells of would be no heading in the canonical text.
      const { kind, heading, isWorded } = pending;
      lines.push({ text: isWorded ? `${heading}. ${own}` : own, bullet, heading: { kind, heading } });
      pending = null;
    } else {
      if (!bullet) pending = null;
      lines.push({ text: own, bullet, heading: found && { kind: found.kind, heading: found.heading } });
    }
  }
  return lines;
}

/** A bullet keeps no marker, however many it had. */
function stripMarkers(text: string): string {
  let stripped = text;
  while (BULLET.test(stripped)) stripped = stripped.replace(BULLET, '');
  return /^[—–―•‣▪◦·*+-]$/u.test(stripped) ? '' : stripped;
}

function numberPassages(
  lines: readonly Line[],
  warnings: DigestWarning[],
): { passages: readonly DigestPassage[]; sections: readonly DigestSection[] } {
  const passages: DigestPassage[] = [];
  const sections: DigestSection[] = [];
  let offset = 0;
  let paragraph = 0;
  let bullet = 0;
  for (const line of lines) {
    const asBullet = line.bullet && paragraph > 0;
    bullet = asBullet ? bullet + 1 : 0;
    if (!asBullet) paragraph += 1;
    const number = asBullet ? `${paragraph}.${bullet}` : String(paragraph);
    if (line.bullet && !asBullet) {
      warnings.push(
        warn('BULLET_OUTSIDE_PARAGRAPH', 'A bullet stands before any paragraph, and is read as one.', number),
      );
    }
    const repeated = line.heading && sections.some(({ kind }) => kind === line.heading?.kind);
    if (repeated) {
      const message = `The heading "${line.heading?.heading}" opens no section: there is one of its kind already.`;
      warnings.push(warn('HEADING_REPEATED', message, number));
    }
    if (line.heading && !repeated) sections.push(line.heading);
    else if (sections.length === 0) sections.push({ kind: 'OTHER', heading: null });
    const marker = line.bullet ? 2 : 0;
    const length = [...line.text].length;
    const start = offset + marker;
    const section = (sections.at(-1) as DigestSection).kind;
    passages.push({ number, section, text: line.text, start, end: start + length });
    offset = start + length + 1;
  }
  if (sections.every(({ heading }) => heading === null)) {
    warnings.push(warn('NO_HEADINGS', 'No heading was recognised, so that all passages are in one section.', null));
  }
  return { passages, sections };
}

function warnOfLineEnds(text: string): DigestWarning[] {
  const ends = new Set(text.match(new RegExp(LINE_END, 'g')));
  if (ends.size < 2) return [];
  return [warn('MIXED_LINE_ENDINGS', 'The lines of the file end in different ways, which are taken as one.', null)];
}

function warnOfPassage({ number, text }: DigestPassage): readonly DigestWarning[] {
  const dates = findImpossibleDates(text).map((date) =>
    warn('IMPOSSIBLE_DATE', `There is no such day as "${date}", so that nothing is dated by it.`, number),
  );
  if (!text.includes('\ufffd')) return dates;
  return [...dates, warn('REPLACEMENT_CHARACTER', 'A letter was lost before the file was saved (U+FFFD).', number)];
}

const warn = (code: string, message: string, passage: string | null): DigestWarning => ({ code, message, passage });
