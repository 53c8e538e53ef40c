import { foldText, GENITIVE } from '../../lib/fold.ts';
import type { Range } from './sentences.ts';

export interface Token extends Range {
  /** Without the ending of a genitive, as is `end`. */
  readonly text: string;
  readonly fold: string;
  readonly capital: boolean;
}

export function listTokens(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu)].map(({ 0: printed, index }) => {
    const bare = printed.replace(GENITIVE, '');
    return {
      start: index,
      end: index + bare.length,
      text: bare,
      fold: foldText(bare),
      capital: /^\p{Lu}/u.test(bare),
    };
  });
}

/** Whether two neighbouring tokens may belong to one name: a space, a hyphen or a genitive is between them. */
export function isJoined(text: string, one: Token, next: Token): boolean {
  return /^(?:[’']s?)?(?:\s|[-–])(?:[“"])?$|^\s[-–—]\s$/u.test(text.slice(one.end, next.start));
}

/** Only a plain space. */
export const isSpaced = (text: string, one: Token, next: Token) => text.slice(one.end, next.start) === ' ';
