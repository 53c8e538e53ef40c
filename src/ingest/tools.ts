import { loadGazetteer } from './gazetteer.reads.ts';
import type { IngestTools } from './ingest-report.ts';
import { rulesExtractor } from './rules/rules-extractor.ts';

/** What reads texts where nothing else is configured: the rules of this project, and the names that the graph has. */
export const ingestTools: IngestTools = { extractor: rulesExtractor, loadGazetteer };
