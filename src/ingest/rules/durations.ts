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
  return lasted || sentence || (limit && !/^\s?(?:years?|weeks?)\b/.test(rest)) ? found : null;
}
