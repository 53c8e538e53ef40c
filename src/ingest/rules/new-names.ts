import { INSTITUTION_WORDS, isBodyHead, OFFICE_HEADS, RANKS } from './lexicon.ts';
import { MONTH_NAMES } from './months.ts';
import { overlaps, type Reading } from './reading.ts';
import type { Range } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Two or three capitalised words that belong to no body, office or country. */
export function readNewName(reading: Reading, index: number): Range | null {
  const { text, tokens, mentions } = reading;
  let last = index;
  const isName = (token: Token | undefined) =>
    token?.capital &&
    !INSTITUTION_WORDS.has(token.fold) &&
    !isBodyHead(token.fold) &&
    !OFFICE_HEADS.has(token.fold) &&
    !RANKS.has(token.fold) &&
    !/^\p{Lu}{2,}$/u.test(token.text) &&
    !/\d/.test(token.text) &&
    !new RegExp(
      `^(?:${MONTH_NAMES.join('|')}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|In|On|At|A|An|He|She|It|They|His|Her|Its|Their|Our|This|That|These|Those|There|Later|Earlier|Meanwhile|Besides|Moreover|Also|Then|Yesterday|Today|Tomorrow|However|According|During|After|Before|When|While|Since|Until|Nobody|Thus|Apparently|Probably|Perhaps|Next|Finally|Afterwards|Instead|Former|Both|Only|Even|Not|If|As|By|For|From|To|With|Under|Over|Of|And|But|Or|Opened|Closed)$`,
      'u',
    ).test(token.text) &&
    !mentions.some((mention) => overlaps(mention, token));
  if (!isName(tokens[index])) return null;
  for (;;) {
    const [token, next] = [tokens[last] as Token, tokens[last + 1]];
    if (!next || last - index >= 3 || !/^(?: |-|[’'])$/.test(text.slice(token.end, next.start))) break;
    const particle =
      /^(?:al|el|ul|ur|abu|bin|bint|ibn|le|du|de|da|dos|van|von|der|la|di|oglu|ogly)$/.test(next.text) &&
      isName(tokens[last + 2]);
    const second = text[token.end] === '-' && /^\p{Ll}/u.test(next.text);
    if (!isName(next) && !particle && !second) break;
    last += 1;
  }
  return last > index ? { start: (tokens[index] as Token).start, end: (tokens[last] as Token).end } : null;
}
