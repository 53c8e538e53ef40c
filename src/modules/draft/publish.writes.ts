import type { Database } from '../../database/database.ts';
import { EditionError } from '../../edition/edition.errors.ts';
import { keyOf, unfiled } from '../../edition/findings.ts';
import { findKnown, mergeKnown, textsIn } from '../../edition/known.ts';
import {
  type Edition,
  type Files,
  type KnownRecords,
  LISTED_NOUNS,
  parseEdition,
} from '../../edition/parse-edition.ts';
import { type LoadReport, writeEdition } from '../../edition/write-edition.ts';
import { isoDay } from '../../lib/day.ts';
import { chooseRecords, isUncited } from './compose.rules.ts';
import { type DraftRow, listDraftPassages, listSuggestions } from './draft.reads.ts';
import { attachText, holdDraft, updateDraft } from './draft.writes.ts';
import { FactsUncitedError, InvalidEditionError, SuggestionsOpenError } from './publish.errors.ts';
import { type DraftSuggestion, isDecidedFor, isOpen } from './suggestion.rules.ts';

/** Publishes a draft, if nothing keeps it from being an edition; the caller sees to it that all of it happens or nothing. */
export async function publishDraft(
  db: Database,
  draftId: string,
  version: number | null,
  by: string,
): Promise<LoadReport> {
  const draft = await holdDraft(db, draftId, { version });
  const suggestions = await listSuggestions(db, draft.id);
  const open = suggestions.filter(isOpen);
  if (open.length > 0) throw new SuggestionsOpenError(open.map(({ id }) => id));
  const uncited = suggestions.filter((suggestion) => isDecidedFor(suggestion) && isUncited(suggestion));
  if (uncited.length > 0) throw new FactsUncitedError(uncited.map(({ id }) => id));
  const written = await composing(suggestions, async () =>
    writeEdition(db, await composeEdition(db, draft, suggestions), { corrected: 'MERGE' }),
  );
  const passages = (await listDraftPassages(db, draft.id)).filter(({ text }) => text !== null);
  const report = await db.report.findUniqueOrThrow({ where: { slug: draft.reportSlug }, select: { id: true } });
  await attachText(db, report.id, passages);
  await updateDraft(db, draft.id, { state: 'PUBLISHED', updatedBy: by });
  return written;
}

/** The edition that the decided suggestions of a draft are, beside what the graph has; throws an `EditionError` where they are none. */
async function composeEdition(
  db: Database,
  draft: DraftRow,
  suggestions: readonly DraftSuggestion[],
): Promise<Edition> {
  const chosen = chooseRecords(suggestions);
  const records = [...chosen.values()].flatMap((some) => some.map(({ record }) => record));
  const head = await headOf(db, draft);
  const texts = [...textsIn(records), ...textsIn(head)];
  const named = await findKnown(db, new Set(texts), draft.reportSlug);
  // What stands in the graph refers to more of it: a place to the one around it.
  const around = Object.values(named).flatMap((some) => textsIn([...some.values()]));
  const known = await findKnown(db, new Set([...texts, ...around]), draft.reportSlug);
  const lists = LISTED_NOUNS.map((noun) => [noun, (chosen.get(noun) ?? []).map(({ record }) => record)] as const);
  const files = Object.fromEntries(
    lists.map(([noun, list]) => [
      noun,
      unfiled(
        `the list of ${noun}`,
        list.map((record) => beside(record, known[noun])),
      ),
    ]),
  );
  return parseEdition({
    source: `The draft of ${draft.reportSlug}`,
    files: { ...files, report: unfiled('the heading', head) } as unknown as Files,
    known,
  });
}

function beside(record: DraftSuggestion['record'], known: KnownRecords[keyof KnownRecords]) {
  const standing = known?.get(keyOf(record) ?? '');
  return standing ? mergeKnown(record, standing) : record;
}

async function headOf(db: Database, draft: DraftRow) {
  // A series that the graph has stays as it is.
  const series = await db.series.findUnique({
    where: { slug: draft.seriesSlug },
    include: { publisher: { select: { slug: true } } },
  });
  const publisher = series ? series.publisher?.slug : draft.publisher;
  return {
    series: {
      slug: draft.seriesSlug,
      title: series?.title ?? draft.seriesTitle,
      ...(publisher != null && { publisher }),
    },
    report: {
      slug: draft.reportSlug,
      title: draft.title,
      periodStart: isoDay(draft.periodStart),
      periodEnd: isoDay(draft.periodEnd),
      ...(draft.publishedOn && { publishedOn: isoDay(draft.publishedOn) }),
      language: draft.language,
      ...(draft.sourceUrl !== null && { sourceUrl: draft.sourceUrl }),
    },
    sections: draft.sections,
  };
}

/** Says of each mistake which suggestion it is in. */
async function composing<Result>(
  suggestions: readonly DraftSuggestion[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EditionError)) throw error;
    const ids = new Map(
      suggestions.filter(isDecidedFor).map(({ id, noun, key }) => [`${noun.toLowerCase()} ${key}`, id]),
    );
    throw new InvalidEditionError(
      error.mistakes.map(({ file, record, path = '', reason }) => {
        const noun = file.replace(/^the list of |\.yaml$/g, '');
        return { suggestionId: ids.get(`${noun} ${record ?? ''}`) ?? null, path, reason };
      }),
    );
  }
}
