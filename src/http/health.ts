import type { Database } from '../database/database.ts';

/** Whether the database answers. Why it does not is for the log, not for whoever asks. */
export async function isReady(db: Database): Promise<boolean> {
  try {
    await db.$queryRaw`select 1 as one`;
    return true;
  } catch {
    return false;
  }
}
