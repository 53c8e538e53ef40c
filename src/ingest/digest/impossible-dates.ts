import { dayOf, MONTH_PATTERN, monthOf } from '../rules/months.ts';

const DAY_AND_MONTH = new RegExp(
  String.raw`\b(?:(?<month>${MONTH_PATTERN})\.?\s+(?<day>\d{1,2})|(?<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month2>${MONTH_PATTERN}))\b(?!\d)(?:,?\s+(?<year>(?:19|20)\d\d))?`,
  'gu',
);

/**
 * A year of four digits with a day and a month of two: what is shorter may be a version, a calibre or a sum. What goes on
 * as a longer number, an address or a designation ("No. 45/13/2031", "GOST 45.13.2031") is no date.
 */
const IN_NUMBERS =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][./-]|(?:№|#|\bN(?:os?|r)\.?|\bnumber|\b\p{Lu}{2,})\s*)(?:(?<year>(?:19|20)\d\d)(?<mark>[./-])(?<month>\d\d)\k<mark>(?<day>\d\d)|(?<first>\d\d)(?<mark2>[./-])(?<second>\d\d)\k<mark2>(?<year2>(?:19|20)\d\d))(?![\p{L}\p{N}]|[./-][\p{L}\p{N}])/gu;

/** Days that the calendar does not have, in the order of the text. Without a year February may have 29. */
export function findImpossibleDates(text: string): readonly string[] {
  const worded = [...text.matchAll(DAY_AND_MONTH)].filter(({ groups = {} }) => {
    const month = monthOf(groups.month ?? groups.month2 ?? '');
    const day = Number(groups.day ?? groups.day2);
    return month !== null && !dayOf(Number(groups.year ?? 2000), month, day);
  });
  const numeric = [...text.matchAll(IN_NUMBERS)].filter(({ groups = {} }) => {
    const year = Number(groups.year ?? groups.year2);
    if (groups.month) return !dayOf(year, Number(groups.month), Number(groups.day));
    // With the year last, either the day or the month comes first.
    const [first, second] = [Number(groups.first), Number(groups.second)];
    return !dayOf(year, second, first) && !dayOf(year, first, second);
  });
  return [...worded, ...numeric].toSorted((a, b) => a.index - b.index).map(([found]) => found);
}
