import type { Database } from '../../database/database.ts';
import type { Draft, Report } from '../../generated/prisma/client.ts';
import { foldText } from '../../lib/fold.ts';
import { passageKind } from '../report/passage.rules.ts';
import { type PassageDifference, PassagesDifferError, PeriodAlreadyPublishedError } from './draft.errors.ts';
import { anchorPassages, listDraftPassages, listSuggestions } from './draft.reads.ts';
import { attachText, replacePassages, updateDraft, upsertSuggestions } from './draft.writes.ts';
import { type IngestOutcome, outcome, type TextOfEdition, textOf } from './intake.rules.ts';
import { mergeSuggestions } from './merge.rules.ts';
import { diffPassages } from './passage-diff.rules.ts';

/** A part of a text that is not the report's, above which it is another text. */
const MOST_UNLIKE = 0.5;

/** With fewer quotes there is nothing to judge by. */
const LEAST_QUOTES = 3;

/**
 * Gives a published report the wording of its passages, or a corrected one. Its facts stay; the quotes by which they are cited
 * and which the text does not have are told.
 */
export async function attachToReport(
  db: Database,
  report: Report,
  draft: Draft | null,
  digest: TextOfEdition,
): Promise<IngestOutcome> {
  const passages = await db.passage.findMany({ where: { reportId: report.id }, orderBy: { ordinal: 'asc' } });
  checkDivision(report.slug, passages, digest);
  const changes = diffPassages(passages, digest.passages);
  const reworded = changes.changes.filter(({ kind }) => kind !== 'MOVED').length;
  const lostQuotes = await findLostQuotes(db, report.id, digest);
  if (reworded > passages.length * MOST_UNLIKE || lostQuotes.areMost)
    throw new PeriodAlreadyPublishedError(report.slug);
  const textBefore = new Map(passages.map(({ number, text }) => [number, text]));
  const isSame = digest.passages.every(({ number, text }) => textBefore.get(number) === text);
  if (isSame) return outcome('UNCHANGED', draft?.id ?? null, { lostQuotes: lostQuotes.quotes });
  await attachText(db, report.id, digest.passages);
  if (draft) await rewordDraft(db, draft, digest);
  return outcome('ATTACHED', draft?.id ?? null, { changes: changes.changes, lostQuotes: lostQuotes.quotes });
}

function checkDivision(report: string, passages: readonly { readonly number: string }[], digest: TextOfEdition): void {
  const [inReport, inText] = [passages, digest.passages].map((list) => new Set(list.map(({ number }) => number)));
  const numbers = [...new Set([...(inReport ?? []), ...(inText ?? [])])];
  const differences = numbers
    .filter((number) => inReport?.has(number) !== inText?.has(number))
    .map((number): PassageDifference => {
      const kind = passageKind(number);
      return {
        number,
        inReport: inReport?.has(number) ? kind : null,
        inText: inText?.has(number) ? kind : null,
      };
    });
  if (differences.length > numbers.length * MOST_UNLIKE) throw new PeriodAlreadyPublishedError(report);
  if (differences.length > 0) throw new PassagesDifferError(report, differences);
}

async function findLostQuotes(db: Database, reportId: string, { passages }: TextOfEdition) {
  const cited = await db.citation.findMany({
    where: { quote: { not: null }, passage: { reportId } },
    select: { quote: true, passage: { select: { number: true } } },
    orderBy: { id: 'asc' },
  });
  const textOfPassage = new Map(passages.map(({ number, text }) => [number, foldText(text)]));
  const quotes = new Map(
    cited.map(({ quote, passage: { number } }) => [`${number} ${quote}`, { passage: number, quote: quote ?? '' }]),
  );
  const lost = [...quotes.values()].filter(
    ({ passage, quote }) => !textOfPassage.get(passage)?.includes(foldText(quote)),
  );
  return { quotes: lost, areMost: quotes.size >= LEAST_QUOTES && lost.length > quotes.size * MOST_UNLIKE };
}

/** The draft behind a published report keeps the text that the report has. What it says is published, and stays as it is. */
async function rewordDraft(db: Database, draft: Draft, digest: TextOfEdition): Promise<void> {
  const passages = await listDraftPassages(db, draft.id);
  const before = await listSuggestions(db, draft.id);
  const { suggestions } = mergeSuggestions({
    before: { passages: anchorPassages(passages), suggestions: before },
    after: { passages: digest.passages, suggestions: null },
    numberOf: new Map(digest.passages.map(({ number }) => [number, number])),
  });
  const spans = new Map(suggestions.map(({ id, spanStart, spanEnd, quote }) => [id, { spanStart, spanEnd, quote }]));
  await upsertSuggestions(
    db,
    draft.id,
    before.map((suggestion) => ({ ...suggestion, ...spans.get(suggestion.id) })),
  );
  await replacePassages(db, draft.id, digest.passages);
  await updateDraft(db, draft.id, textOf(digest));
}
