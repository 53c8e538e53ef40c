import DataLoader from 'dataloader';
import type { Database } from '../../database/database.ts';
import { listCountryIdsByEvent, listReportIdsByEvent } from './event.reads.ts';

export function createEventLoaders(db: Database) {
  return {
    countryIds: new DataLoader<string, readonly string[]>(
      async (eventIds) => {
        const ids = await listCountryIdsByEvent(db, eventIds);
        return eventIds.map((id) => ids.get(id) ?? []);
      },
      { name: 'event.countryIds' },
    ),
    reportIds: new DataLoader<string, readonly string[]>(
      async (eventIds) => {
        const ids = await listReportIdsByEvent(db, eventIds);
        return eventIds.map((id) => ids.get(id) ?? []);
      },
      { name: 'event.reportIds' },
    ),
  };
}
