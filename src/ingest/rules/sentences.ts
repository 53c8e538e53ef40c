import { findHeading } from '../digest/headings.ts';

/** A stretch of a passage's text in UTF-16 units, as the language counts; only what leaves the rules counts code points. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Range {
  readonly text: string;
}

/** A longer one is no sentence; it is cut, so that no rule works long on it. */
const MOST = 2000;

/** A stop after these ends no sentence. */
const ABBREVIATIONS =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Sgt|St|No|vs|approx|resp|i\.e|e\.g|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b\p{Lu})\.$/u;

/** The sentences of a passage, without the heading that it opens with. */
export function listSentences(text: string, { heading }: { readonly heading: boolean }): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = heading ? (findHeading(text)?.length ?? 0) : 0;
  const push = (end: number) => {
    while (end - start > MOST) keep(start + Math.max(text.slice(start, start + MOST).lastIndexOf(' '), 1));
    keep(end);
  };
  const keep = (end: number) => {
    const cut = text.slice(start, end);
    const lead = cut.length - cut.trimStart().length;
    if (cut.trim()) sentences.push({ start: start + lead, end: start + cut.trimEnd().length, text: cut.trim() });
    start = end;
  };
  for (const match of text.matchAll(/[.!?…]+[”"’)]*(?=\s+[\p{Lu}\p{N}“"(«—])/gu)) {
    const end = match.index + match[0].length;
    if (end > start && !ABBREVIATIONS.test(text.slice(start, end))) push(end);
  }
  push(text.length);
  return sentences;
}
