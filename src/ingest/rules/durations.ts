import { NUMBER } from './numbers.ts';

/** Where a stretch of time is a figure of its own. */
interface Told {
  readonly before: string;
  readonly rest: string;
  readonly comparator: string | undefined;
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^\s?(?:minutes?|mins?)\b/i, 'min'],
  [/^\s?(?:seconds?|secs?)\b/i, 's'],
  [/^\s?(?:hours?|hrs?)\b/i, 'h'],
  [/^\s?days?\b/i, 'd'],
  [/^\s?weeks?\b/i, 'wk'],
  [/^\s?months?\b/i, 'mo'],
  [/^\s?years?\b/i, 'a'],
];

const EACH = /\b\p{L}+ing (?:one|a|each|every) (?<noun>[a-z]+) (?:took|takes|lasts?|lasted|required?s?)[^.]*$/iu;

const PUNISHMENT =
  /^\s?(?:years?|months?|days?)(?: (?:of|in) (?:an? |the )?(?:\w+[ -]){0,3}?(?:imprisonment|prison|jail|colony|arrest|restriction|deprivation|detention|custody|service|labour|probation)|['’] imprisonment| behind bars)/;

const TERM = new RegExp(
  `\\b(?:term|period|deadline|leave|arrest|validity|deferment|course|service|stay|duration|flight|shift|trip|training)\\b[^.;,]{0,25}\\b(?:of|to|from|by|for) (?:${NUMBER} (?:to|or) )?$`,
  'u',
);

/**
 * UCUM of a time told as a figure: how long a thing took or may take, and how long somebody is put away. Any other time is a
 * stretch of the calendar: null.
 */
export function durationOf({
  before,
  rest,
  comparator,
}: Told): { readonly unit: string; readonly length: number } | null {
  const found = UNITS.flatMap(([pattern, unit]) => {
    const match = pattern.exec(rest);
    return match ? [{ unit, length: match[0].length }] : [];
  })[0];
  if (!found) return null;
  const noun = EACH.exec(before)?.groups?.noun;
  // "Loading one wagon took 5 minutes" is a time for each.
  if (noun) return { ...found, unit: `${found.unit}/{${noun}}` };
  const lasted = /\b(?:lasted|lasts?|took|takes|duration (?:of|was|is))\s+(?:\w+\s+)?$/.test(before);
  const limit = /^(?:within|no more than|not more than|no longer than|up to|at least|no less than)$/i.test(
    comparator ?? '',
  );
  const sentence =
    PUNISHMENT.test(rest) ||
    (/\b(?:sentenced|imprisoned|jailed)\b[^.;]*\bto\s+(?:\w+\s+)?$/.test(before) &&
      /^\s?(?:years?|months?)\b/.test(rest));
  // Hours and less are measured, not told by the calendar; a term, a leave and the like have a length.
  const clock = /^(?:min|s|h)$/.test(found.unit) && !/\b(?:at|by) $/.test(before);
  const term = TERM.test(before) && !/^\s?\p{L}+ of (?:this|the|\d)/u.test(rest);
  return lasted || sentence || clock || term || (limit && !/^\s?(?:years?|weeks?)\b/.test(rest)) ? found : null;
}
