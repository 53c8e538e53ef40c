import type { Database } from '../../database/database.ts';
import { createId } from '../../database/sync-rows.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { SectionKind } from '../../generated/prisma/enums.ts';
import { DraftChangedError, DraftPublishedError, UnknownDraftError } from './draft.errors.ts';
import type { DraftRow, DraftText } from './draft.reads.ts';
import type { DraftSuggestion } from './suggestion.rules.ts';

/** A draft's own columns, as far as a writer settles them. */
export type DraftValues = Omit<Prisma.DraftUncheckedCreateInput, 'passages' | 'suggestions' | 'id' | 'version'>;

/** A passage of a draft; the wording and its span are null where nobody has loaded them. */
export interface NewDraftPassage {
  readonly number: string;
  readonly section: SectionKind;
  readonly text: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** A suggestion that may be new; whoever has no id gets one. */
export type NewSuggestion = Omit<DraftSuggestion, 'id'> & { readonly id: string | null };

/** Creates a draft with all that it holds. Answers with its id. */
export async function createDraft(
  db: Database,
  values: DraftValues,
  passages: readonly NewDraftPassage[],
  suggestions: readonly NewSuggestion[],
): Promise<string> {
  const id = createId();
  await db.draft.create({ data: { ...values, id } });
  await replacePassages(db, id, passages);
  await insertSuggestions(db, id, suggestions);
  return id;
}

/** Makes a draft's own columns the given ones, and gives it a new version. */
export async function updateDraft(db: Database, id: string, values: Partial<DraftValues>): Promise<void> {
  await db.draft.update({ where: { id }, data: { ...values, updatedAt: new Date(), version: { increment: 1 } } });
}

export async function replacePassages(
  db: Database,
  draftId: string,
  passages: readonly NewDraftPassage[],
): Promise<void> {
  await db.draftPassage.deleteMany({ where: { draftId } });
  await db.draftPassage.createMany({
    data: passages.map(({ number, section, text, start, end }, index) => ({
      draftId,
      number,
      ordinal: index + 1,
      section,
      text,
      spanStart: start,
      spanEnd: end,
    })),
  });
}

/** Writes suggestions of a draft, new ones and ones that it has; all others stay. */
export async function upsertSuggestions(
  db: Database,
  draftId: string,
  suggestions: readonly NewSuggestion[],
): Promise<readonly string[]> {
  const known = suggestions.flatMap(({ id }) => id ?? []);
  // A key may pass from one to another, which an update row by row would trip over. Nothing refers to a suggestion.
  await db.draftSuggestion.deleteMany({ where: { draftId, id: { in: known } } });
  return insertSuggestions(db, draftId, suggestions);
}

async function insertSuggestions(
  db: Database,
  draftId: string,
  suggestions: readonly NewSuggestion[],
): Promise<readonly string[]> {
  const rows = suggestions.map(({ id, record, extracted, ...suggestion }) => ({
    ...suggestion,
    id: id ?? createId(),
    draftId,
    record: record as Prisma.InputJsonObject,
    extracted: extracted === null ? Prisma.DbNull : (extracted as Prisma.InputJsonObject),
  }));
  await db.draftSuggestion.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** What has to be so for a draft to be written. */
interface Expectation {
  readonly version?: number | null;
  readonly published?: boolean;
}

/** The draft, held until the end of the transaction; throws where it is not what the writer has seen. */
export async function holdDraft(
  db: Database,
  id: string,
  { version = null, published = false }: Expectation = {},
): Promise<DraftRow> {
  await db.$queryRaw`select id::text from draft where id = ${id}::uuid for update`;
  const draft = await db.draft.findUnique({ where: { id } });
  if (!draft) throw new UnknownDraftError();
  if (version !== null && draft.version !== version) throw new DraftChangedError(id, draft.version);
  if (!published && draft.state === 'PUBLISHED') throw new DraftPublishedError(draft.reportSlug);
  return draft;
}

/** Gives the passages of a published report the wording that a draft has of them. */
export async function attachText(db: Database, reportId: string, passages: DraftText): Promise<void> {
  const texts = JSON.stringify(passages.map(({ number, text }) => ({ number, text })));
  await db.$executeRaw`
    update passage set text = given.text
    from json_to_recordset(${texts}::json) as given (number text, text text)
    where passage.report_id = ${reportId}::uuid and passage.number = given.number
      and passage.text is distinct from given.text`;
}
