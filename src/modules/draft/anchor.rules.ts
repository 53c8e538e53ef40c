import { countCodePoints } from '../../lib/code-points.ts';

/** A passage with its wording and where that begins in the canonical text, in code points. */
export interface AnchorPassage {
  readonly number: string;
  readonly text: string;
  readonly start: number;
}

/** Some printed words, and what stood around them where they were found. */
export interface Anchor {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** How far into its passage it stood, from 0 to 1. */
  readonly place: number;
}

/** Where an anchor holds in another text. Offsets are code points of the canonical text. */
export interface Anchored {
  readonly passage: string;
  readonly start: number;
  readonly end: number;
}

/** As much of the surroundings is looked at. */
const CONTEXT = 40;

/** The anchor of a span of a passage; undefined where the span is not in it. */
export function anchorOf(passage: AnchorPassage, start: number, end: number): Anchor | undefined {
  const letters = [...passage.text];
  const [from, to] = [start - passage.start, end - passage.start];
  if (from < 0 || to > letters.length || to <= from) return undefined;
  return {
    quote: letters.slice(from, to).join(''),
    before: letters.slice(Math.max(0, from - CONTEXT), from).join(''),
    after: letters.slice(to, to + CONTEXT).join(''),
    place: from / letters.length,
  };
}

/**
 * Finds an anchor again: by its quote in the passage that it was in, among several by what stands around them, then by how
 * far in they stand. Where that passage does not have it, the one other passage that does; of several none is guessed.
 */
export function findAnchor(
  anchor: Anchor,
  passages: readonly AnchorPassage[],
  home: string | undefined,
): Anchored | undefined {
  const own = passages.find(({ number }) => number === home);
  if (own) {
    const found = placesIn(anchor, own);
    if (found.length > 0) return best(anchor, found);
  }
  const elsewhere = passages.flatMap((passage) => (passage === own ? [] : placesIn(anchor, passage)));
  if (elsewhere.length === 1) return elsewhere[0]?.anchored;
  const top = elsewhere.toSorted((one, other) => other.context - one.context);
  const [first, second] = top;
  // A stretch of the same surroundings on both sides is no accident.
  return first && first.context >= CONTEXT / 2 && first.context > (second?.context ?? 0) ? first.anchored : undefined;
}

interface Place {
  readonly anchored: Anchored;
  readonly context: number;
  readonly place: number;
}

function best(anchor: Anchor, places: readonly Place[]): Anchored | undefined {
  const distance = ({ place }: Place) => Math.abs(place - anchor.place);
  const [first] = places.toSorted((one, other) => other.context - one.context || distance(one) - distance(other));
  return first?.anchored;
}

function placesIn({ quote, before, after }: Anchor, { number, text, start }: AnchorPassage): readonly Place[] {
  const places: Place[] = [];
  if (quote === '') return places;
  const [length, size] = [countCodePoints(quote), Math.max(1, countCodePoints(text))];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const from = countCodePoints(text.slice(0, at));
    places.push({
      anchored: { passage: number, start: start + from, end: start + from + length },
      context: sharedEnd(before, text.slice(0, at)) + sharedStart(after, text.slice(at + quote.length)),
      place: from / size,
    });
  }
  return places;
}

function sharedStart(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

function sharedEnd(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}
