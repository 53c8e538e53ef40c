import type { Database } from '../database/database.ts';
import { passageKey } from './citing.ts';
import type { UnknownReference } from './correction.errors.ts';
import type { CheckReference } from './format.ts';
import { findNearest } from './nearest.ts';
import { NOUNS, type Noun, type NounName } from './nouns.ts';
import { findIds, listKeys } from './records.ts';

/** A noun by its name, whichever reports its records belong to. */
export function nounNamed(name: NounName): Noun {
  const noun: Noun | undefined = NOUNS.find(({ noun }) => noun === name);
  if (!noun) throw new Error(`There is no noun ${name}.`);
  return { ...noun, inReport: false };
}

/** What a record refers to: noted while its form is read, then looked up all at once. */
export class References {
  readonly #keys = new Map<NounName, Set<string>>();
  readonly #ids = new Map<string, string>();
  readonly #unknown = new Map<string, Omit<UnknownReference, 'path'>>();

  /** The record itself, which may not be there yet. */
  constructor(noun: NounName, key: string, id: string) {
    this.#ids.set(labelOf(noun, key), id);
  }

  /** A check of references that finds all of them good. */
  readonly note: CheckReference = (noun, key) => {
    const keys = this.#keys.get(noun) ?? new Set();
    this.#keys.set(noun, keys.add(key));
    return undefined;
  };

  async resolve(db: Database): Promise<void> {
    for (const [noun, keys] of this.#keys) {
      const ids =
        noun === 'passages' ? await findPassageIds(db, [...keys]) : await findIds(db, nounNamed(noun), [...keys], '');
      for (const [key, id] of ids) this.#ids.set(labelOf(noun, key), id);
      const missing = [...keys].filter((key) => !this.#ids.has(labelOf(noun, key)));
      if (missing.length === 0) continue;
      const known = noun === 'passages' ? await listPassageKeys(db) : await listKeys(db, nounNamed(noun));
      for (const key of missing) {
        this.#unknown.set(reasonOf(noun, key), { noun, key, nearest: findNearest(key, known) ?? null });
      }
    }
  }

  /** Good once `resolve` is done. */
  readonly check: CheckReference = (noun, key) => (this.#ids.has(labelOf(noun, key)) ? undefined : reasonOf(noun, key));

  /** What a reason of `check` is about; undefined for the reasons of others. */
  unknownOf(reason: string): Omit<UnknownReference, 'path'> | undefined {
    return this.#unknown.get(reason);
  }

  readonly idOf = (noun: NounName, key: string): string => {
    const id = this.#ids.get(labelOf(noun, key));
    if (id === undefined) throw new Error(`The ${noun} ${key} has not been looked up.`);
    return id;
  };
}

const labelOf = (noun: NounName, key: string) => `${noun} ${key}`;
const reasonOf = (noun: NounName, key: string) => `refers to "${key}", which is not among the ${noun}`;

async function findPassageIds(db: Database, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const pairs = JSON.stringify(keys.map((key) => ({ report: key.split(' ', 1)[0], number: key.replace(/^\S* /, '') })));
  const rows = await db.$queryRaw<{ report: string; number: string; id: string }[]>`
    select asked.report, asked.number, passage.id::text
    from json_to_recordset(${pairs}::json) as asked (report text, number text)
    join report on report.slug = asked.report
    join passage on passage.report_id = report.id and passage.number = asked.number`;
  return new Map(rows.map(({ report, number, id }) => [passageKey(report, number), id]));
}

async function listPassageKeys(db: Database): Promise<readonly string[]> {
  const rows = await db.passage.findMany({ select: { number: true, report: { select: { slug: true } } } });
  return rows.map(({ number, report }) => passageKey(report.slug, number));
}
