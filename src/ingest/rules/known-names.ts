import type { Range } from './sentences.ts';
import { isJoined, listTokens, type Token } from './tokens.ts';

interface Entry<Owner> {
  readonly folds: readonly string[];
  readonly text: string;
  readonly owner: Owner;
}

export interface KnownMatch<Owner> extends Range {
  readonly owner: Owner;
  readonly text: string;
}

/** Finds names again wherever they stand, without regard to case, accents, hyphens and script. */
export class NameIndex<Owner> {
  readonly #byFirst = new Map<string, Entry<Owner>[]>();

  add(name: string, owner: Owner): void {
    const folds = listTokens(name).map(({ fold }) => fold);
    const [first] = folds;
    if (first === undefined) return;
    const entries = this.#byFirst.get(first) ?? [];
    entries.push({ folds, text: name, owner });
    // The longest first; of two names alike the one that was added first.
    entries.sort((a, b) => b.folds.length - a.folds.length);
    this.#byFirst.set(first, entries);
  }

  /** The owners of exactly this name. */
  find(name: string): readonly Owner[] {
    const folds = listTokens(name).map(({ fold }) => fold);
    return (this.#byFirst.get(folds[0] ?? '') ?? [])
      .filter(
        (entry) => entry.folds.length === folds.length && entry.folds.every((fold, index) => fold === folds[index]),
      )
      .map(({ owner }) => owner);
  }

  /** The longest names in a text, from left to right, none within another. */
  match(text: string, tokens: readonly Token[]): readonly KnownMatch<Owner>[] {
    const found: KnownMatch<Owner>[] = [];
    for (let at = 0; at < tokens.length; ) {
      const entry = this.#byFirst.get(tokens[at]?.fold ?? '')?.find((entry) => fits(entry, text, tokens, at));
      const first = tokens[at] as Token;
      if (!entry) {
        at += 1;
        continue;
      }
      const last = tokens[at + entry.folds.length - 1] as Token;
      found.push({ start: first.start, end: last.end, owner: entry.owner, text: text.slice(first.start, last.end) });
      at += entry.folds.length;
    }
    return found;
  }
}

function fits({ folds, text: name }: Entry<unknown>, text: string, tokens: readonly Token[], at: number): boolean {
  for (const [index, fold] of folds.entries()) {
    const token = tokens[at + index];
    if (!token || token.fold !== fold) return false;
    const before = tokens[at + index - 1];
    if (index > 0 && before && !isJoined(text, before, token)) return false;
  }
  const first = tokens[at] as Token;
  if (folds.length > 1) return true;
  // One word is a name only as names are written: "who" is no WHO, and "alliance" not yet the Alliance.
  if (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(name)) return first.text === name;
  return !/^\p{Lu}/u.test(name) || first.capital;
}
