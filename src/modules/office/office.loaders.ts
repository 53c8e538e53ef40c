import DataLoader from 'dataloader';
import type { Database } from '../../database/database.ts';
import { findTenureIdByParticipation } from './office.reads.ts';

export function createOfficeLoaders(db: Database) {
  return {
    /** By participation: the id of the tenure in which it was taken, or null. */
    tenureId: new DataLoader<string, string | null>(
      async (participationIds) => {
        const ids = await findTenureIdByParticipation(db, participationIds);
        return participationIds.map((id) => ids.get(id) ?? null);
      },
      { name: 'office.tenureId' },
    ),
  };
}
