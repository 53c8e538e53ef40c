import type { Database } from '../../database/database.ts';
import { isUuid } from '../../lib/uuid.ts';
import { cutFragment, type Fragment, type PlacedWord, placeWords } from './highlight.rules.ts';
import { countHits, type Hit, listHits, prepareSearch, type Search } from './search.reads.ts';
import { SEARCHED, type Searched, type SearchFilter } from './search-filter.reads.ts';
import { listMarkedWords, listTextsById } from './search-text.reads.ts';

export interface Highlight extends Fragment {
  readonly field: string;
}

export interface SearchPage {
  readonly hits: readonly Hit[];
  readonly hasNextPage: boolean;
}

/** One search as a client asked for it. Each part is read once, when the first field beneath needs it. */
export interface SearchResults {
  readonly isContinued: boolean;
  page(): Promise<SearchPage>;
  totalCount(): Promise<number>;
  highlightsById(): Promise<ReadonlyMap<string, readonly Highlight[]>>;
}

interface Request {
  readonly text: string;
  readonly types: readonly Searched[] | null;
  readonly filter: SearchFilter;
  readonly size: number;
  readonly after: Hit | null;
}

/** The most highlights of one thing: a person may have more spellings than anybody wants to see marked. */
const MOST_HIGHLIGHTS = 5;

export function openSearch(db: Database, { text, types, filter, size, after }: Request): SearchResults {
  const prepared = once(() => prepareSearch(db, text, types, filter));
  const page = once(async (): Promise<SearchPage> => {
    const search = await prepared();
    const hits = search ? await listHits(db, search, after, size + 1) : [];
    return { hits: hits.slice(0, size), hasNextPage: hits.length > size };
  });
  return {
    isContinued: after !== null,
    page,
    totalCount: once(async () => {
      const search = await prepared();
      return search ? countHits(db, search) : 0;
    }),
    highlightsById: once(async () => {
      const search = await prepared();
      return search ? listHighlightsById(db, search, (await page()).hits) : new Map();
    }),
  };
}

async function listHighlightsById(
  db: Database,
  search: Search,
  hits: readonly Hit[],
): Promise<ReadonlyMap<string, readonly Highlight[]>> {
  const texts = await listTextsById(db, hits);
  const wordsIn = new Map<string, readonly PlacedWord[]>();
  for (const { text } of [...texts.values()].flat()) wordsIn.set(text, placeWords(text));
  const words = new Set([...wordsIn.values()].flat().map(({ folded }) => folded));
  const marked = await listMarkedWords(db, search, [...words]);
  return new Map([...texts].map(([id, fields]) => [id, mark(fields, wordsIn, marked)]));
}

function mark(
  fields: readonly { readonly field: string; readonly text: string }[],
  wordsIn: ReadonlyMap<string, readonly PlacedWord[]>,
  marked: ReadonlySet<string>,
): readonly Highlight[] {
  // The preferred name is one of the names as well.
  const seen = new Set<string>();
  const highlights = fields.flatMap(({ field, text }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    const fragment = cutFragment(text, wordsIn.get(text) ?? [], marked);
    return fragment ? [{ field, ...fragment }] : [];
  });
  return highlights.slice(0, MOST_HIGHLIGHTS);
}

/** A cursor holds what the order is by, and so outlives the row. */
export const cursorOfHit = ({ score, type, id }: Hit): string =>
  Buffer.from(JSON.stringify(['search', score, type, id])).toString('base64url');

/** What a cursor stands for; null where it is none. */
export function findHitOfCursor(cursor: string): Hit | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parsed) || parsed.length !== 4) return null;
  const [name, score, type, id] = parsed as unknown[];
  if (name !== 'search' || typeof score !== 'number' || !Number.isInteger(score) || Math.abs(score) > 1e6) return null;
  if (!SEARCHED.includes(type as Searched) || typeof id !== 'string' || !isUuid(id)) return null;
  return { score, type: type as Searched, id };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
