import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Table, Value } from './rows.ts';

/** Takes the rows of a table by COPY, PostgreSQL's way for many of them. */
export type Copy = (table: Table) => Promise<void>;

const CHUNK = 2000;

/** For the session: generated rows have no history, and logging them would take longer than writing them. */
const UNLOGGED = "set digestgraph.change_log = 'off'";

/** A connection to PostgreSQL. */
export function copyThrough(client: pg.ClientBase): Copy {
  return async (table) => {
    await client.query(UNLOGGED);
    await pipeline(Readable.from(linesOf(table)), client.query(copyFrom(`copy ${target(table)} from stdin`)));
  };
}

/** PGlite by itself: over its socket a COPY breaks the connection, but it reads what is put in its place for a file. */
export function copyInto(database: PGlite): Copy {
  return async (table) => {
    await database.exec(UNLOGGED);
    await database.query(`copy ${target(table)} from '/dev/blob'`, [], { blob: new Blob([...linesOf(table)]) });
  };
}

/** Writes all tables, one after the other, as their foreign keys ask. */
export async function copyTables(tables: Iterable<Table>, copy: Copy): Promise<void> {
  for (const table of tables) await copy(table);
}

const target = ({ name, columns }: Table) => `"${name}" (${columns.map((column) => `"${column}"`).join(', ')})`;

/** COPY's text format, some rows at a time. */
function* linesOf({ rows }: Table): Generator<string> {
  let chunk: string[] = [];
  for (const row of rows) {
    chunk.push(`${row.map(textOf).join('\t')}\n`);
    if (chunk.length === CHUNK) {
      yield chunk.join('');
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk.join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const textOf = (value: Value) =>
  value === null ? '\\N' : String(value).replaceAll(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? '');
