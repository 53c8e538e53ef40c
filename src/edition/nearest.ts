import { distance as countEdits } from 'fastest-levenshtein';

/** The candidate that differs in the fewest letters, if it looks like a slip of the pen. */
export function findNearest(text: string, candidates: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.floor(text.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= least) continue;
    const distance = countEdits(text, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
