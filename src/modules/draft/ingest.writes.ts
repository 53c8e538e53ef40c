import type { Database } from '../../database/database.ts';
import type { Draft } from '../../generated/prisma/client.ts';
import { attachToReport } from './attach.writes.ts';
import { DraftChangedError } from './draft.errors.ts';
import { anchorPassages, listDraftPassages, listSuggestions } from './draft.reads.ts';
import { type EditionHeading, nameSeries } from './draft.rules.ts';
import { createDraft, type DraftValues, replacePassages, updateDraft, upsertSuggestions } from './draft.writes.ts';
import { type IngestOutcome, outcome, type TextOfEdition, textOf } from './intake.rules.ts';
import { mergeSuggestions, NEW } from './merge.rules.ts';
import { diffPassages } from './passage-diff.rules.ts';
import { citesIn } from './record.rules.ts';
import { type DraftSuggestion, type FreshSuggestion, inTextOrder } from './suggestion.rules.ts';

export interface Extraction {
  readonly suggestions: readonly FreshSuggestion[];
  readonly dropped: number;
  /** Its name and version. */
  readonly extractor: string;
}

/** A text that is to be taken in. */
export interface Intake {
  readonly heading: EditionHeading;
  readonly digest: TextOfEdition;
  /** Null where none was needed when it was looked. */
  readonly extraction: Extraction | null;
  /** Who writes. */
  readonly by: string;
}

/** Whether the text has to be read for suggestions: not when it is the draft's own, or goes to what has its facts. */
export async function whatIsToDo(
  db: Database,
  { report }: EditionHeading,
  { sha256 }: TextOfEdition,
): Promise<'EXTRACT' | 'TAKE'> {
  if (await db.report.findUnique({ where: { slug: report }, select: { id: true } })) return 'TAKE';
  const draft = await db.draft.findUnique({ where: { reportSlug: report } });
  return draft && (draft.text === null || draft.sha256 === sha256) ? 'TAKE' : 'EXTRACT';
}

/** Writes what came of a text; the caller sees to it that all of it happens or nothing. */
export async function takeText(db: Database, intake: Intake): Promise<IngestOutcome> {
  const { heading, digest, extraction } = intake;
  const report = await db.report.findUnique({ where: { slug: heading.report } });
  const draft = await db.draft.findUnique({ where: { reportSlug: heading.report } });
  if (report) return attachToReport(db, report, draft, digest);
  if (draft && draft.text === null) return attachToDraft(db, draft, intake);
  if (draft && draft.sha256 === digest.sha256) return retitle(db, draft, intake);
  // It was another's turn to write between the looking and the taking.
  if (!extraction) throw new DraftChangedError(draft?.id ?? '', draft?.version ?? 0);
  return draft ? correct(db, draft, intake, extraction) : create(db, intake, extraction);
}

async function create(db: Database, intake: Intake, { suggestions, dropped, extractor }: Extraction) {
  const { digest, by } = intake;
  const numbers = digest.passages.map(({ number }) => number);
  const ordered = inTextOrder(suggestions, numbers).map((one, index) => ({ ...NEW, ...one, ordinal: index + 1 }));
  const values: DraftValues = {
    ...(await headOf(db, intake)),
    ...textOf(digest),
    extractor,
    dropped,
    updatedBy: by,
  };
  return outcome('CREATED', await createDraft(db, values, digest.passages, ordered), { dropped });
}

async function correct(db: Database, draft: Draft, intake: Intake, extraction: Extraction) {
  const { digest, by } = intake;
  const passages = await listDraftPassages(db, draft.id);
  const { changes, numberOf } = diffPassages(passages, digest.passages);
  const before = { passages: anchorPassages(passages), suggestions: await listSuggestions(db, draft.id) };
  const after = { passages: digest.passages, suggestions: extraction.suggestions };
  const { suggestions, removedIds } = mergeSuggestions({ before, after, numberOf });
  await db.draftSuggestion.deleteMany({ where: { id: { in: [...removedIds] } } });
  await upsertSuggestions(db, draft.id, suggestions);
  await replacePassages(db, draft.id, digest.passages);
  await updateDraft(db, draft.id, {
    ...givenHead(intake),
    ...textOf(digest),
    extractor: extraction.extractor,
    dropped: extraction.dropped,
    updatedBy: by,
  });
  return outcome('CORRECTED', draft.id, { changes, dropped: extraction.dropped });
}

/** The facts of such a draft are those of a report that was published: they are anchored, and nothing is extracted anew. */
async function attachToDraft(db: Database, draft: Draft, { digest, by, ...intake }: Intake) {
  const passages = await listDraftPassages(db, draft.id);
  const { changes, numberOf } = diffPassages(passages, digest.passages);
  const suggestions = await listSuggestions(db, draft.id);
  const carried = mergeSuggestions({
    before: { passages: [], suggestions },
    after: { passages: digest.passages, suggestions: null },
    numberOf,
  });
  await db.draftSuggestion.deleteMany({ where: { id: { in: [...carried.removedIds] } } });
  await upsertSuggestions(
    db,
    draft.id,
    carried.suggestions.map((suggestion) => ({ ...suggestion, ...anchorByQuote(suggestion, digest) })),
  );
  await replacePassages(db, draft.id, digest.passages);
  await updateDraft(db, draft.id, { ...givenHead({ digest, by, ...intake }), ...textOf(digest), updatedBy: by });
  return outcome('ATTACHED', draft.id, { changes });
}

/** The first quote by which the record is cited, where the text has it. */
function anchorByQuote(
  { record }: Pick<DraftSuggestion, 'record'>,
  { passages }: TextOfEdition,
): Partial<Pick<DraftSuggestion, 'passage' | 'spanStart' | 'spanEnd' | 'quote'>> {
  for (const { passage: number, quote } of citesIn(record)) {
    const passage = passages.find((one) => one.number === number);
    const at = quote === null ? -1 : (passage?.text.indexOf(quote) ?? -1);
    if (!passage || quote === null || at < 0) continue;
    const spanStart = passage.start + [...passage.text.slice(0, at)].length;
    return { passage: number, spanStart, spanEnd: spanStart + [...quote].length, quote };
  }
  return {};
}

async function retitle(db: Database, draft: Draft, intake: Intake) {
  const given = givenHead(intake);
  const differs = Object.entries(given).some(([field, value]) => draft[field as keyof Draft] !== value);
  if (!differs) return outcome('UNCHANGED', draft.id);
  await updateDraft(db, draft.id, { ...given, updatedBy: intake.by });
  return outcome('CORRECTED', draft.id);
}

/** What an editor has said of the edition this time; the rest stays. */
function givenHead({ heading: { title, seriesTitle, sourceUrl } }: Intake): Partial<DraftValues> {
  return {
    ...(title !== null && { title }),
    ...(seriesTitle !== null && { seriesTitle }),
    ...(sourceUrl !== null && { sourceUrl }),
  };
}

async function headOf(db: Database, { heading }: Intake) {
  const series = await db.series.findUnique({
    where: { slug: heading.series },
    include: { publisher: { select: { slug: true } } },
  });
  const earlier = await db.draft.findFirst({ where: { seriesSlug: heading.series }, orderBy: { periodStart: 'desc' } });
  const seriesTitle = series?.title ?? heading.seriesTitle ?? earlier?.seriesTitle ?? nameSeries(heading.series);
  return {
    reportSlug: heading.report,
    seriesSlug: heading.series,
    seriesTitle,
    publisher: series?.publisher?.slug ?? earlier?.publisher ?? null,
    title: heading.title ?? `${seriesTitle}, ${heading.periodName}`,
    periodStart: heading.periodStart,
    periodEnd: heading.periodEnd,
    language: heading.language,
    sourceUrl: heading.sourceUrl,
  };
}
