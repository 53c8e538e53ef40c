import { bySlug, inOrder } from './file-record.ts';

/** Which citations count when records are read: those of all reports, of the one with this id, or none. */
export type Citing = 'ALL' | 'NONE' | { readonly reportId: string };

/** How a record that may cite several reports names a passage. */
export const passageKey = (report: string, number: string) => `${report} ${number}`;

/** The citations that count, in the order in which they stand. Nothing is read of what does not count. */
export const countedCitations = (citing: Citing) => ({
  where: typeof citing === 'object' ? { passage: { reportId: citing.reportId } } : {},
  select: { quote: true, passage: { select: { number: true, report: citing === 'ALL' && bySlug } } },
  ...(citing === 'NONE' && { take: 0 }),
  ...inOrder,
});

interface Citation {
  readonly quote: string | null;
  /** The report is there where citations of all count. */
  readonly passage: { readonly number: string; readonly report?: { readonly slug: string } };
}

/** A report's own passages go by their numbers, those of several by `passageKey`. */
export const citesOf = (rows: readonly Citation[]) =>
  rows.map(({ quote, passage: { number, report } }) => {
    const passage = report ? passageKey(report.slug, number) : number;
    return quote === null ? passage : { passage, quote };
  });

/** Those parts of a record that a report attests; where no one report is asked for, all of them. */
export const attested = <Part extends { readonly citations: readonly unknown[] }>(
  parts: readonly Part[],
  citing: Citing,
) => (typeof citing === 'object' ? parts.filter((part) => part.citations.length > 0) : parts);
