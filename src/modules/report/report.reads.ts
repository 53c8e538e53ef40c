import type { Database } from '../../database/database.ts';
import type { PassageKind, SectionKind } from '../../generated/prisma/enums.ts';
import {
  type Combinators,
  type DateRange,
  given,
  oneOf,
  whereDates,
  whereFilter,
  whereWording,
} from '../../lib/where.ts';
import { topicWithin } from '../topic/topic.rules.ts';

export interface ReportFilter extends Combinators<ReportFilter> {
  readonly series?: readonly string[] | null;
  readonly period?: DateRange | null;
  readonly languages?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereReport(filter: ReportFilter): object {
  return whereFilter(filter, (own) => [
    given(own.series, (slugs) => ({ series: { slug: oneOf(slugs) } })),
    given(own.period, (range) => whereDates('periodStart', 'periodEnd', range)),
    given(own.languages, (languages) => ({ language: oneOf(languages) })),
    given(own.text, whereWording),
  ]);
}

export interface PassageFilter extends Combinators<PassageFilter> {
  readonly sections?: readonly SectionKind[] | null;
  readonly kinds?: readonly PassageKind[] | null;
  readonly countries?: readonly string[] | null;
  readonly topics?: readonly string[] | null;
  readonly reports?: readonly string[] | null;
  readonly text?: string | null;
}

export function wherePassage(filter: PassageFilter): object {
  return whereFilter(filter, (own) => [
    given(own.sections, (sections) => ({ section: { kind: oneOf(sections) } })),
    given(own.kinds, (kinds) => ({ kind: oneOf(kinds) })),
    given(own.countries, (codes) => ({ countries: { some: { country: { code: oneOf(codes) } } } })),
    given(own.topics, (slugs) => ({ topics: { some: { topic: topicWithin(slugs) } } })),
    given(own.reports, (slugs) => ({ report: { slug: oneOf(slugs) } })),
    given(own.text, whereWording),
  ]);
}

/** Whether a report is there, and of that series where one is given. */
export async function isHeld(db: Database, id: string, series: string | null): Promise<boolean> {
  return (await db.report.count({ where: { id, ...(series === null ? {} : { series: { slug: series } }) } })) > 0;
}
