import { dayOf, MONTH_PATTERN, monthOf } from '../rules/months.ts';

const DAY_AND_MONTH = new RegExp(
  String.raw`\b(?:(?<month>${MONTH_PATTERN})\.?\s+(?<day>\d{1,2})|(?<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month2>${MONTH_PATTERN}))\b(?!\d)(?:,?\s+(?<year>(?:19|20)\d\d))?`,
  'gu',
);

/** Days written with the name of a month that the calendar does not have. Without a year February may have 29. */
export function findImpossibleDates(text: string): readonly string[] {
  return [...text.matchAll(DAY_AND_MONTH)].flatMap(({ 0: found, groups = {} }) => {
    const month = monthOf(groups.month ?? groups.month2 ?? '');
    const day = Number(groups.day ?? groups.day2);
    return month === null || dayOf(Number(groups.year ?? 2000), month, day) ? [] : [found];
  });
}
