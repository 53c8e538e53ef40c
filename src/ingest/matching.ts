/** The largest set of pairs in which nothing stands twice (augmenting paths, after Kuhn). */
export function matchPairs<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  fits: (one: One, other: Other) => boolean,
): readonly (readonly [One, Other])[] {
  const choices = ones.map((one) => others.flatMap((other, index) => (fits(one, other) ? [index] : [])));
  const partnerOf = new Map<number, number>();
  const place = (one: number, tried: Set<number>): boolean => {
    for (const other of choices[one] ?? []) {
      if (tried.has(other)) continue;
      tried.add(other);
      const partner = partnerOf.get(other);
      if (partner === undefined || place(partner, tried)) {
        partnerOf.set(other, one);
        return true;
      }
    }
    return false;
  };
  for (const one of ones.keys()) place(one, new Set());
  return [...partnerOf].map(([other, one]) => [ones[one] as One, others[other] as Other] as const);
}
