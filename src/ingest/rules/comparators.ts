import type { Comparator } from '../../generated/prisma/enums.ts';

const COMPARATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:no|not) more than|no longer than|(?:does|do|did) not exceed|not exceeding|not over/, 'AT_MOST'],
  [/no (?:less|fewer) than|not less than|at least|a minimum of|minimum/, 'AT_LEAST'],
  [/(?:just|slightly|a little|well|far) (?:over|above|more than)/, 'MORE_THAN'],
  [/(?:slightly|a little|just|well) (?:less|fewer) than/, 'LESS_THAN'],
  [/up to|at most|a maximum of|maximum|within/, 'AT_MOST'],
  [/more than|over|above|in excess of|exceed(?:s|ed|ing)?|upwards of|greater than/, 'MORE_THAN'],
  [/less than|fewer than|under|below/, 'LESS_THAN'],
  [/almost|nearly|nearing|approaching|close to|just under|not quite/, 'ALMOST'],
  [/about|around|approximately|roughly|some|circa|an estimated|estimated at|in the order of|near/, 'ABOUT'],
];

export const COMPARATOR = COMPARATORS.map(([pattern]) => pattern.source).join('|');

export function comparatorOf(printed: string | undefined): Comparator {
  const words = printed?.toLowerCase();
  if (!words) return 'EXACT';
  return COMPARATORS.find(([pattern]) => new RegExp(`^(?:${pattern.source})$`).test(words))?.[1] ?? 'EXACT';
}
