import { basename } from 'node:path';
import type { Mistake } from '../src/edition/edition.errors.ts';
import { keyOf } from '../src/edition/findings.ts';
import type { ListedNoun } from '../src/edition/format.ts';
import { NOUNS } from '../src/edition/nouns.ts';
import type { Edition } from '../src/edition/parse-edition.ts';

/**
 * Where editions tell the same record and not the same of it: each would undo what the other has written, load after load.
 * Lists are added up and may differ.
 */
export function findDisagreements(editions: readonly Edition[]): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  for (const noun of NOUNS) {
    if ('inReport' in noun || noun.noun === 'series' || noun.noun === 'reports') continue;
    const first = new Map<string, { readonly folder: string; readonly record: Readonly<Record<string, unknown>> }>();
    for (const edition of editions) {
      for (const record of edition[noun.noun satisfies ListedNoun]) {
        const key = keyOf(record) ?? '';
        const other = first.get(key);
        if (!other) first.set(key, { folder: basename(edition.source), record });
        else {
          const file = `${basename(edition.source)}/${noun.noun}.yaml`;
          for (const path of differences(record, other.record)) {
            mistakes.push({ file, record: key, path, reason: `differs from what the edition ${other.folder} says` });
          }
        }
      }
    }
  }
  return mistakes;
}

function differences(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((field) => {
    const values = [one[field], other[field]];
    return !values.some(Array.isArray) && JSON.stringify(values[0]) !== JSON.stringify(values[1]);
  });
}
