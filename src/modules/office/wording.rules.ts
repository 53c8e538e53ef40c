/** Words that lead from an office to its body or field: "Minister of Defence" goes on, "Minister of Defence Industry" is another. */
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'at', 'in', 'to', 'on']);

/** The words of a post, without what wordings of one post differ in: case, accents, articles, brackets and punctuation. */
export function foldWording(wording: string): readonly string[] {
  const folded = wording
    .replaceAll(/\([^()]*\)/g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== 'the');
}

/** The same words, or one wording says more of the body or the field than the other: "President" and "President of Azerbaijan". */
export function isSamePost(one: string, other: string): boolean {
  const [shorter, longer] = [foldWording(one), foldWording(other)].sort((a, b) => a.length - b.length) as [
    readonly string[],
    readonly string[],
  ];
  if (shorter.length === 0 || !shorter.every((word, index) => word === longer[index])) return false;
  return shorter.length === longer.length || LINKS.has(longer[shorter.length] ?? '');
}
