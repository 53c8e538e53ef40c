/** A calendar day as the database driver gives it: midnight UTC, with no time of day and no zone meant. */
export type Day = Date;

/** ISO 8601 calendar day, "2019-09-11". */
export const isoDay = (day: Day): string => day.toISOString().slice(0, 10);

/**
 * The day of an ISO 8601 calendar day, or null where the text is none ("2019-02-30", "2019-9-1"), and for the year 0, which
 * PostgreSQL has not.
 */
export function parseDay(text: string): Day | null {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || isoDay(day) !== text ? null : day;
}
