/** A paragraph or bullet as one text has it. A text that nobody has loaded is null. */
export interface PassageText {
  readonly number: string;
  readonly text: string | null;
}

export type PassageChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';

/** What became of a passage between two texts. */
export interface PassageChange {
  readonly kind: PassageChangeKind;
  /** Its number in the text before; null for one that was added. */
  readonly before: string | null;
  /** Its number now; null for one that was removed. */
  readonly after: string | null;
}

export interface PassagesDiff {
  readonly changes: readonly PassageChange[];
  /** From the number that a passage had to the one that it has. */
  readonly numberOf: ReadonlyMap<string, string>;
}

/** Two passages of which less than this part of the words agrees are no versions of one. */
const LEAST_ALIKE = 0.5;

/** Under the same number a passage may have been reworded further. */
const LEAST_ALIKE_IN_PLACE = 0.3;

/**
 * Which passage of one text is which of another: by their wording first, then by how much of it they share. One that only
 * has another number because of what was added or removed before it has not changed.
 */
export function diffPassages(before: readonly PassageText[], after: readonly PassageText[]): PassagesDiff {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (old: PassageText, now: PassageText) => {
    pairs.set(old.number, now.number);
    taken.add(now.number);
  };
  const byText = Map.groupBy(after, ({ text }) => text);
  for (const old of before) {
    const same = old.text === null ? [] : (byText.get(old.text) ?? []).filter(({ number }) => !taken.has(number));
    const match = same.find(({ number }) => number === old.number) ?? same[0];
    if (match) pair(old, match);
  }
  const unpaired = before.filter(({ number }) => !pairs.has(number));
  const free = after.filter(({ number }) => !taken.has(number));
  const candidates = unpaired
    .flatMap((old) => free.map((now) => ({ old, now, alike: likeness(old, now) })))
    .filter(({ old, now, alike }) => alike >= (old.number === now.number ? LEAST_ALIKE_IN_PLACE : LEAST_ALIKE))
    .sort((one, other) => other.alike - one.alike);
  for (const { old, now } of candidates) if (!pairs.has(old.number) && !taken.has(now.number)) pair(old, now);

  const textOf = new Map(after.map(({ number, text }) => [number, text]));
  const place = new Map(after.map(({ number }, index) => [number, index]));
  const kept = longestRise(before.flatMap(({ number }) => place.get(pairs.get(number) ?? '') ?? []));
  const changes = before.flatMap(({ number, text }): PassageChange[] => {
    const now = pairs.get(number);
    if (now === undefined) return [{ kind: 'REMOVED', before: number, after: null }];
    if (text !== null && textOf.get(now) !== text) return [{ kind: 'CHANGED', before: number, after: now }];
    return kept.has(place.get(now) ?? -1) ? [] : [{ kind: 'MOVED', before: number, after: now }];
  });
  const added = after
    .filter(({ number }) => !taken.has(number))
    .map(({ number }): PassageChange => ({ kind: 'ADDED', before: null, after: number }));
  return { changes: [...changes, ...added], numberOf: pairs };
}

/** The part of the words, taken in pairs, that two passages share. */
function likeness(old: PassageText, now: PassageText): number {
  // Nothing but its number tells what an unloaded passage is.
  if (old.text === null || now.text === null) return old.number === now.number ? 1 : 0;
  const [one, other] = [pairsOf(old.text), pairsOf(now.text)];
  const shared = [...one].filter((words) => other.has(words)).length;
  return (2 * shared) / Math.max(1, one.size + other.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word, index) => `${words[index - 1] ?? ''} ${word}`));
}

/** The most numbers of a sequence that rise: the passages that stayed where they were while others were moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const best: { readonly value: number; readonly length: number; readonly previous: number }[] = [];
  for (const [index, value] of numbers.entries()) {
    let [length, previous] = [1, -1];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const found = best[earlier];
      if (found && found.value < value && found.length >= length) [length, previous] = [found.length + 1, earlier];
    }
    best.push({ value, length, previous });
  }
  const rise = new Set<number>();
  let at = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0);
  while (at >= 0 && best[at]) {
    rise.add(best[at]?.value ?? -1);
    at = best[at]?.previous ?? -1;
  }
  return rise;
}
