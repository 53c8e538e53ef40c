import { loadGazetteer } from './gazetteer.reads.ts';
import { createHttpExtractor } from './http-extractor.ts';
import type { IngestTools } from './ingest-report.ts';
import { rulesExtractor } from './rules/rules-extractor.ts';

/** What reads texts: the extractor at `EXTRACTOR_URL`, or the rules of this project; and the names that the graph has. */
export const createIngestTools = (extractorUrl: string | null): IngestTools => ({
  extractor: extractorUrl === null ? rulesExtractor : createHttpExtractor(extractorUrl),
  loadGazetteer,
});
