import type { Database } from '../../database/database.ts';
import { createId, syncRows } from '../../database/sync-rows.ts';
import { columnName, identifier } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { DraftState, SectionKind } from '../../generated/prisma/enums.ts';
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
  await upsertSuggestions(db, id, suggestions);
  return id;
}

/** Makes a draft's own columns the given ones, and gives it a new version. */
export async function updateDraft(db: Database, id: string, values: Partial<DraftValues>): Promise<void> {
  await db.draft.update({ where: { id }, data: { ...values, updatedAt: new Date(), version: { increment: 1 } } });
}

/**
 * Gives drafts the state that they had before a set of the change log, where the set gave them the one that they are in: what is
 * no longer in the graph is not published. What was decided about their suggestions stays.
 */
export async function revertDraftStates(db: Database, setId: bigint, by: string): Promise<void> {
  const drafts = await db.$queryRaw<{ id: string; state: DraftState }[]>`
    select d.id::text, r.before->>'state' as state from changed_row r join draft d on d.id::text = r.row_key
    where r.set_id = ${setId} and r.table_name = 'draft' and d.state::text = r.after->>'state'
      and d.state::text <> r.before->>'state'`;
  for (const { id, state } of drafts) await updateDraft(db, id, { state, updatedBy: by });
}

/** Makes the passages of a draft the given ones; one that keeps its number keeps its id, and so its history. */
export async function replacePassages(
  db: Database,
  draftId: string,
  passages: readonly NewDraftPassage[],
): Promise<void> {
  const rows = passages.map(({ number, section, text, start, end }, index) => ({
    draftId,
    number,
    ordinal: index + 1,
    section,
    text,
    spanStart: start,
    spanEnd: end,
  }));
  await syncRows(db, 'DraftPassage', {
    rows,
    key: ['draftId', 'number'],
    within: { field: 'draftId', ids: [draftId] },
  });
}

const SUGGESTION_FIELDS = Object.values(Prisma.DraftSuggestionScalarFieldEnum);

/** Writes suggestions of a draft, new ones and ones that it has; all others stay, and so does what is written as it was. */
export async function upsertSuggestions(
  db: Database,
  draftId: string,
  suggestions: readonly NewSuggestion[],
): Promise<void> {
  if (suggestions.length === 0) return;
  const names = SUGGESTION_FIELDS.map((field) => identifier(columnName(field)));
  const columns = Prisma.join(names);
  const of = (row: 'present' | 'excluded') => names.map((name) => Prisma.sql`${Prisma.raw(row)}.${name}`);
  const rows = suggestions.map((suggestion) => {
    const row: Record<string, unknown> = { ...suggestion, id: suggestion.id ?? createId(), draftId };
    return Object.fromEntries(SUGGESTION_FIELDS.map((field) => [columnName(field), row[field]]));
  });
  const given = Prisma.sql`json_populate_recordset(null::draft_suggestion, ${JSON.stringify(rows)}::json) given`;
  // A key may pass from one to another: whoever gets another lets go of his own first.
  await db.$executeRaw`
    update draft_suggestion present set key = present.id::text from ${given}
    where present.id = given.id and present.key <> given.key`;
  await db.$executeRaw`
    insert into draft_suggestion as present (${columns}) select ${columns} from ${given}
    on conflict (id) do update set (${columns}) = row(${Prisma.join(of('excluded'))})
    where (${Prisma.join(of('present'))}) is distinct from (${Prisma.join(of('excluded'))})`;
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
