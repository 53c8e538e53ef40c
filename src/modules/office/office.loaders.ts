import DataLoader from 'dataloader';
import type { Database } from '../../database/database.ts';
import { type Attestation, findAttestationByTenure, findTenureIdByParticipation } from './office.reads.ts';

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
    /** By tenure: the days that its reports cover; null only for one without a citation, which the loader of editions refuses. */
    attestation: new DataLoader<string, Attestation | null>(
      async (tenureIds) => {
        const attestations = await findAttestationByTenure(db, tenureIds);
        return tenureIds.map((id) => attestations.get(id) ?? null);
      },
      { name: 'office.attestation' },
    ),
  };
}
