import type { Database } from '../database/database.ts';
import type { RecordMistake } from './correction.errors.ts';
import type { RawRecord } from './hold-record.ts';

/** A quote, and where the record has it. */
interface Quote {
  readonly path: string;
  /** The slug of a report and the number of a passage. */
  readonly passage: string;
  readonly quote: string;
}

/**
 * The quotes of a record that their passages do not have, as far as somebody has loaded the wording. One by which the graph
 * cites that passage already was told when that was loaded, and is no reason to refuse another change.
 */
export async function findFalseQuotes(db: Database, raw: RawRecord): Promise<readonly RecordMistake[]> {
  const quotes = listQuotes(raw);
  if (quotes.length === 0) return [];
  const passages = await db.passage.findMany({
    where: { OR: quotes.map(({ passage }) => whereNamed(passage)), text: { not: null } },
    select: { id: true, number: true, text: true, report: { select: { slug: true } } },
  });
  const textOf = new Map(passages.map(({ report, number, ...passage }) => [`${report.slug} ${number}`, passage]));
  const mistakes: RecordMistake[] = [];
  for (const { path, passage, quote } of quotes) {
    const { id, text } = textOf.get(passage) ?? {};
    if (id === undefined || text == null || text.includes(quote)) continue;
    if ((await db.citation.count({ where: { passageId: id, quote } })) > 0) continue;
    mistakes.push({ record: raw.slug, path, reason: `is "${quote}", which the passage ${passage} does not have` });
  }
  return mistakes;
}

function whereNamed(passage: string) {
  const [slug = '', number = ''] = passage.split(' ');
  return { report: { slug }, number };
}

function listQuotes(value: unknown, path = ''): readonly Quote[] {
  if (typeof value !== 'object' || value === null) return [];
  const { passage, quote } = value as { passage?: unknown; quote?: unknown };
  if (typeof passage === 'string' && typeof quote === 'string') return [{ path: `${path}.quote`, passage, quote }];
  return Object.entries(value).flatMap(([key, inner]) =>
    listQuotes(inner, Array.isArray(value) ? `${path}[${key}]` : [path, key].filter(Boolean).join('.')),
  );
}
