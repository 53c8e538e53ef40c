import type { Range } from './sentences.ts';

/** Words that point at days told before. */
export interface RelativeDate extends Range {
  /**
   * SAME: the days of what was told last. NEXT, PREVIOUS: some days after them, before them. FROM_START, LAST: one of
   * them.
   */
  readonly relation: 'SAME' | 'NEXT' | 'PREVIOUS' | 'FROM_START' | 'LAST';
  /** How many units on or back; a morning ends the night before; weeks and months are those of the calendar, "two weeks later" is 14 days. */
  readonly count: number;
  readonly unit: 'DAY' | 'MORNING' | 'WEEK' | 'MONTH';
}

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const COUNT = `(?:an?|\\d{1,2}|${COUNTS.join('|')})`;
const PART = '(?:day|morning|afternoon|evening|night)';

const RELATIVE: readonly (readonly [source: string, relation: RelativeDate['relation']])[] = [
  // "the same day", "that very evening", "later that night", "on the evening of the same day".
  [
    `(?:(?:later|earlier|still|already|also) )?(?:(?:on|in|during|by|towards) )?(?:the (?:very )?same|that(?: very| same)?|this very|the said)(?: very)? ${PART}\\b`,
    'SAME',
  ],
  [`(?:on|during|in) (?:the same|those|these) days\\b`, 'SAME'],
  [`at the same time,? (?=in |at |on |the |an? )`, 'SAME'],
  [`(?:simultaneously|concurrently)\\b`, 'SAME'],
  [
    `on (?:the )?(?:${ORDINALS.join('|')}) day(?: of (?:the |his |her |their |its )?\\p{Ll}+|(?=,| [«\\p{Lu}]| the ))`,
    'FROM_START',
  ],
  [
    `on (?:the )?(?:last|final|closing) day(?: of (?:the |his |her |their |its )?\\p{Ll}+|(?=,| [«\\p{Lu}]| the ))`,
    'LAST',
  ],
  [`${COUNT} (?:days?|weeks?|months?) (?:later|after (?:that|this)|on(?=,))`, 'NEXT'],
  [`${COUNT} (?:days?|weeks?|months?) (?:earlier|before(?:hand)?(?: (?:that|this))?|prior)\\b`, 'PREVIOUS'],
  [
    `(?:on |in |during )?the (?:next|following) (?:${PART}|week|month)\\b|the day after\\b|the morning after\\b`,
    'NEXT',
  ],
  [
    `(?:on |in |during )?the (?:previous|preceding) (?:${PART}|week|month)\\b|the (?:day|evening|night|week|month) before\\b|last week\\b|on the eve(?=,| [^o])`,
    'PREVIOUS',
  ],
];

const PATTERNS = RELATIVE.map(([source, relation]) => ({ pattern: new RegExp(`\\b${source}`, 'giu'), relation }));

/** "Four days later" is four, "a week earlier" seven, and "the next day" one; "the second day of" is one after the first. */
function lengthOf(words: string, relation: RelativeDate['relation']): Pick<RelativeDate, 'count' | 'unit'> {
  if (relation === 'FROM_START')
    return { count: ORDINALS.findIndex((word) => new RegExp(`\\b${word}\\b`, 'i').test(words)), unit: 'DAY' };
  const [first = ''] = words.toLowerCase().split(' ');
  const count = Number(first) || COUNTS.indexOf(first) + 1 || 1;
  if (/\bmorning\b/.test(words)) return { count, unit: 'MORNING' };
  if (/\bmonths?\b/.test(words)) return { count, unit: 'MONTH' };
  if (!/\bweeks?\b/.test(words)) return { count, unit: 'DAY' };
  return /\b(?:the \w+|last) week\b/i.test(words) ? { count, unit: 'WEEK' } : { count: count * 7, unit: 'DAY' };
}

export function findRelativeDates(text: string): readonly RelativeDate[] {
  const found: RelativeDate[] = [];
  for (const { pattern, relation } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (found.every((other) => end <= other.start || start >= other.end))
        found.push({ start, end, relation, ...lengthOf(match[0], relation) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
