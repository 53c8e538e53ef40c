import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import type { FileRecord } from '../../edition/file-record.ts';
import { listReportRecords, type ReportRecords, removeReport } from '../../edition/remove-report.ts';
import type { Draft, Report } from '../../generated/prisma/client.ts';
import type { SectionKind, SuggestionNoun } from '../../generated/prisma/enums.ts';
import { passageKind } from '../report/passage.rules.ts';
import { ReportNotPublishedError } from './draft.errors.ts';
import { listSuggestions } from './draft.reads.ts';
import { createDraft, holdDraft, type NewDraftPassage, updateDraft, upsertSuggestions } from './draft.writes.ts';
import { NEW } from './merge.rules.ts';
import { ReportReferredToError } from './publish.errors.ts';
import { citesIn, type DraftRecord } from './record.rules.ts';
import { type DraftSuggestion, inTextOrder, isDecidedFor, labelOf } from './suggestion.rules.ts';

/** What a withdrawal came to. */
export interface Withdrawal {
  readonly draftId: string;
  /** Records that are out of the graph, by noun. */
  readonly removed: ReadonlyMap<string, number>;
  /** Records that others tell as well, or stand on, and that are in the graph without what the report said of them. */
  readonly kept: readonly { readonly noun: string; readonly key: string }[];
}

/**
 * Takes a report and all that it alone tells out of the graph, and leaves it as a draft to be corrected and published again.
 * What was changed in the graph since it was published is in the draft as it was changed.
 */
export async function withdrawReport(
  db: Database,
  slug: string,
  version: number | null,
  by: string,
): Promise<Withdrawal> {
  const report = await db.report.findUnique({ where: { slug } });
  if (!report) throw new ReportNotPublishedError(slug);
  const present = await db.draft.findUnique({ where: { reportSlug: slug }, select: { id: true } });
  const draft = present && (await holdDraft(db, present.id, { version, published: true }));
  const records = await listReportRecords(db, report.id);
  const draftId = draft ? await keepInDraft(db, draft, records, by) : await makeDraft(db, report, records, by);
  const { removed, kept, blocking } = await removeReport(db, report, records);
  if (blocking.length > 0) throw new ReportReferredToError(blocking);
  return { draftId, removed, kept };
}

/** What the graph has otherwise than the draft: what was added to the report, and what was changed, since it was published. */
async function keepInDraft(db: Database, draft: Draft, records: ReportRecords, by: string): Promise<string> {
  const suggestions = await listSuggestions(db, draft.id);
  const byLabel = new Map(suggestions.map((suggestion) => [labelOf(suggestion), suggestion]));
  const written = records.flatMap(({ noun, key, record, isOwn, isChanged }): DraftSuggestion[] => {
    const suggestion = byLabel.get(`${noun} ${key}`);
    if (!suggestion || !isDecidedFor(suggestion)) {
      const added = suggestionOf(noun, key, record, by);
      return [{ ...added, id: suggestion?.id ?? crypto.randomUUID(), ordinal: suggestions.length + 1 }];
    }
    if (!isOwn || !isChanged) return [];
    return [
      {
        ...suggestion,
        record,
        extracted: suggestion.extracted ?? suggestion.record,
        state: 'EDITED',
        version: suggestion.version + 1,
      },
    ];
  });
  await upsertSuggestions(db, draft.id, written);
  await updateDraft(db, draft.id, { state: 'WITHDRAWN', updatedBy: by });
  return draft.id;
}

async function makeDraft(db: Database, report: Report, records: ReportRecords, by: string): Promise<string> {
  const series = await db.series.findUniqueOrThrow({
    where: { id: report.seriesId },
    include: { publisher: { select: { slug: true } } },
  });
  const sections = await db.section.findMany({ where: { reportId: report.id }, orderBy: { ordinal: 'asc' } });
  const passages = await listPassages(db, report.id);
  const suggestions = records.map(({ noun, key, record }) => ({ ...suggestionOf(noun, key, record, by), id: null }));
  const ordered = inTextOrder(
    suggestions,
    passages.map(({ number }) => number),
  );
  return createDraft(
    db,
    {
      reportSlug: report.slug,
      seriesSlug: series.slug,
      seriesTitle: series.title,
      publisher: series.publisher?.slug ?? null,
      title: report.title,
      periodStart: report.periodStart,
      periodEnd: report.periodEnd,
      publishedOn: report.publishedOn,
      language: report.language,
      sourceUrl: report.sourceUrl,
      sections: sections.map(({ kind, heading }) => (heading === null ? { kind } : { kind, heading })),
      ...textOfPassages(passages),
      warnings: [],
      state: 'WITHDRAWN',
      updatedBy: by,
    },
    passages,
    ordered.map((suggestion, index) => ({ ...suggestion, ordinal: index + 1 })),
  );
}

/** What the graph tells counts as accepted: it was published. */
function suggestionOf(noun: string, key: string, record: FileRecord, by: string): Omit<DraftSuggestion, 'id'> {
  return {
    ...NEW,
    noun: noun.toUpperCase() as SuggestionNoun,
    key,
    record,
    passage: noun === 'passages' ? key : (citesIn(record as DraftRecord)[0]?.passage ?? '1'),
    spanStart: null,
    spanEnd: null,
    quote: null,
    rule: 'graph',
    score: 1,
    recognition: null,
    evidence: null,
    state: 'ACCEPTED',
    reviewedBy: by,
    reviewedAt: new Date(),
  };
}

/** The passages of a report, with their wording and its spans if somebody has loaded all of it. */
async function listPassages(db: Database, reportId: string): Promise<readonly NewDraftPassage[]> {
  const rows = await db.passage.findMany({
    where: { reportId },
    include: { section: { select: { kind: true } } },
    orderBy: { ordinal: 'asc' },
  });
  const isWhole = rows.every(({ text }) => text !== null);
  let at = 0;
  return rows.map(({ number, section, text }) => {
    const start = at + [...markerOf(number)].length;
    const end = start + [...(text ?? '')].length;
    at = end + 1;
    const kind: SectionKind = section.kind;
    return isWhole
      ? { number, section: kind, text, start, end }
      : { number, section: kind, text: null, start: null, end: null };
  });
}

/** As in a canonical text: a passage a line, bullets after a dash. */
const markerOf = (number: string) => (passageKind(number) === 'BULLET' ? '— ' : '');

function textOfPassages(passages: readonly NewDraftPassage[]): { text: string | null; sha256: string | null } {
  if (passages.length === 0 || passages.some(({ text }) => text === null)) return { text: null, sha256: null };
  const text = passages.map((passage) => `${markerOf(passage.number)}${passage.text}`).join('\n');
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}
