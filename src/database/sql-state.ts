/** Raised by the views of the schema as_of where what is asked was never logged. */
export const NOT_KEPT = 'DG001';

/** A table or view of that name is not there: undefined_table. */
export const NO_SUCH_TABLE = '42P01';

/**
 * Whether the database refused with that SQLSTATE. Prisma wraps what the database said, deeper in one error than in
 * another.
 */
export function hasSqlState(error: unknown, state: string): boolean {
  const { code, meta, cause } = (error ?? {}) as { code?: unknown; meta?: unknown; cause?: unknown };
  return typeof code === 'string' && /^P\d/.test(code) && JSON.stringify([meta, cause]).includes(state);
}
