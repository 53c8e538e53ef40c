import type { Database } from '../../database/database.ts';
import { identifier } from '../../database/where-sql.ts';
import { type ChangeSet, Prisma } from '../../generated/prisma/client.ts';
import { revertDraftStates } from '../draft/draft.writes.ts';
import {
  ChangedSinceError,
  ChangeReferredToError,
  JudgedIdentityError,
  LeftUncitedError,
  PrivateChangeError,
  RuleForbidsError,
  UnknownChangeError,
  WordingNotKeptError,
} from './revert.errors.ts';
import {
  findChangedSince,
  findLastChange,
  findReference,
  isSameRow,
  type LoggedRow,
  listTables,
  listUncited,
  type Table,
} from './revert.reads.ts';

export interface Revert {
  readonly changeId: string;
  /** With all that was changed in the same transaction. */
  readonly wholeSet: boolean;
  /** Which changes there are for whoever asks, as Prisma's `where` of a logged change. */
  readonly among: object;
}

/**
 * Makes what a change wrote what it was before, in a new set, which is the answer; or refuses. The change itself stays in the
 * log. The caller sees to it that all of it happens or nothing.
 */
export async function revertChange(
  db: Database,
  by: string,
  { changeId, wholeSet, among }: Revert,
): Promise<Pick<ChangeSet, 'id' | 'at'>> {
  const change = await db.loggedChange.findFirst({ where: { AND: [{ id: changeId }, among] } });
  if (!change) throw new UnknownChangeError(changeId);
  const rows = await db.changedRow.findMany({
    where: { ...(wholeSet ? { setId: change.setId } : { changeId }), change: { audience: null } },
    orderBy: { id: 'asc' },
  });
  if (rows.length === 0) throw new PrivateChangeError(change.entityType);
  await undo(db, rows as unknown as readonly LoggedRow[]);
  if (wholeSet) await revertDraftStates(db, change.setId, by);
  const [set] = await db.$queryRaw<Pick<ChangeSet, 'id' | 'at'>[]>`
    select id, at from change_set where id = current_setting('digestgraph.change_set')::bigint`;
  if (!set) throw new Error('A change was reverted, and the log knows nothing of it.');
  return set;
}

async function undo(db: Database, rows: readonly LoggedRow[]): Promise<void> {
  if (rows.some(({ before, after, withheld }) => before && after && withheld.length > 0))
    throw new WordingNotKeptError();
  // Clusters are worked out from all judgements together, and not row by row.
  if (rows.some(isJudged)) throw new JudgedIdentityError();
  const tables = await listTables(db, rows);
  const rowsOf = Map.groupBy(rows, (row) => row.tableName);
  for (const table of tables) await refuseChangedSince(db, table, rowsOf.get(table.name) ?? []);
  // What refers goes before what it refers to, and comes back after it.
  for (const table of tables.toReversed()) await deleteRows(db, table, rowsOf.get(table.name) ?? []);
  for (const table of tables) {
    await insertRows(db, table, rowsOf.get(table.name) ?? []);
    await updateRows(db, table, rowsOf.get(table.name) ?? []);
  }
  await refuseUncited(db, rowsOf.get('citation') ?? []);
}

const isJudged = ({ tableName, before, after }: LoggedRow): boolean =>
  (tableName === 'identity_judgement' && [before, after].some((row) => row && !row.revoked_at)) ||
  (before !== null && after !== null && before.canonical_id !== after.canonical_id);

async function refuseChangedSince(db: Database, table: Table, rows: readonly LoggedRow[]): Promise<void> {
  const changed = await findChangedSince(db, table, rows);
  if (!changed) return;
  const later = await findLastChange(db, table.name, changed.rowKey);
  const isLater = later !== null && later.id !== changed.changeId;
  throw new ChangedSinceError(
    later ? `${later.entityType} ${later.key}` : `A row of ${table.name}`,
    isLater ? later.id : null,
  );
}

async function deleteRows(db: Database, table: Table, rows: readonly LoggedRow[]): Promise<void> {
  const added = rows.filter(({ before }) => before === null);
  if (added.length === 0) return;
  // Links have keys of several columns, and nothing refers to them.
  if (table.keys.length === 1) await refuseReferredTo(db, table, added);
  await db.$executeRaw`
    delete from public.${identifier(table.name)} present using ${recordset(
      table,
      added.map(({ after }) => after),
    )} given where ${isSameRow(table)}`;
}

/** Deleting would take the referring rows along, or their reference, unasked. */
async function refuseReferredTo(db: Database, table: Table, rows: readonly LoggedRow[]): Promise<void> {
  const reference = await findReference(
    db,
    table.name,
    rows.map(({ rowKey }) => rowKey),
  );
  if (!reference) return;
  const [own, referring] = await Promise.all([
    findLastChange(db, table.name, reference.id),
    findLastChange(db, reference.table, reference.rowKey),
  ]);
  const what = own ? `${own.entityType} ${own.key}` : `A row of ${table.name}`;
  if (own && referring?.entityId === own.entityId) throw new ChangedSinceError(what, referring.id);
  const by = referring ? `${referring.entityType} ${referring.key}` : `a row of ${reference.table}`;
  throw new ChangeReferredToError(what, by, referring?.id ?? null);
}

async function insertRows(db: Database, table: Table, rows: readonly LoggedRow[]): Promise<void> {
  const deleted = rows.flatMap(({ before, after }) => (before && after === null ? [before] : []));
  if (!deleted[0]) return;
  const columns = Prisma.join(Object.keys(deleted[0]).map(identifier));
  await db.$executeRaw`
    insert into public.${identifier(table.name)} (${columns}) select ${columns} from ${recordset(table, deleted)} given`;
}

async function updateRows(db: Database, table: Table, rows: readonly LoggedRow[]): Promise<void> {
  const updated = rows.flatMap(({ before, after }) => (before && after ? [before] : []));
  if (!updated[0]) return;
  const columns = Object.keys(updated[0]).filter((name) => !table.keys.includes(name));
  const changes = columns.map((name) => Prisma.sql`${identifier(name)} = given.${identifier(name)}`);
  await db.$executeRaw`
    update public.${identifier(table.name)} present set ${Prisma.join(changes)} from ${recordset(table, updated)} given
    where ${isSameRow(table)}`;
}

const recordset = ({ name }: Table, images: readonly unknown[]) =>
  Prisma.sql`json_populate_recordset(null::public.${identifier(name)}, ${JSON.stringify(images)}::json)`;

/** A citation that came with the change may have become the only one. */
async function refuseUncited(db: Database, citations: readonly LoggedRow[]): Promise<void> {
  const removed = citations.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  const uncited: string[] = [];
  for (const fact of ['event', 'participation', 'tenure', 'agreement', 'statistic', 'statement', 'assessment']) {
    const ids = removed.flatMap((citation) => citation[`${fact}_id`] ?? []).map(String);
    if (ids.length > 0) uncited.push(...(await listUncited(db, fact, ids)).map((name) => `${fact} ${name}`));
  }
  if (uncited.length > 0) throw new LeftUncitedError(uncited);
}

/** A constraint's refusal as one that the caller can act on: SQLSTATE class 23. */
export function brokenRule(error: unknown): RuleForbidsError | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as {
    cause?: { originalCode?: string; originalMessage?: string };
  };
  if (!cause?.originalCode?.startsWith('23')) return null;
  return new RuleForbidsError(/constraint "([^"]+)"/.exec(cause.originalMessage ?? '')?.[1] ?? null);
}
