import type { DatabaseClient } from '../../../src/database/client.ts';
import { authorOf } from '../../../src/graphql/viewer.ts';
import { readDigest } from '../../../src/ingest/digest/read-digest.ts';
import type { ExtractedSuggestion, Extractor, Gazetteer } from '../../../src/ingest/extractor.ts';
import { type IngestResult, ingestReport } from '../../../src/ingest/ingest-report.ts';
import type { IngestProgress } from '../../../src/ingest/progress.ts';
import type { EditionInput } from '../../../src/modules/draft/draft.rules.ts';

/** A record that is suggested wherever the text has these words. */
export interface Scripted {
  readonly words: string;
  readonly noun: ExtractedSuggestion['noun'];
  readonly key: string;
  readonly record: (passage: string) => Readonly<Record<string, unknown>>;
  readonly more?: Partial<ExtractedSuggestion>;
}

/** An extractor that knows what it is to find: the port takes any. */
export function scriptedExtractor(script: readonly Scripted[]): Extractor {
  return {
    name: 'scripted',
    version: '1',
    async extract({ digest }, onProgress = () => {}) {
      const found: ExtractedSuggestion[] = [];
      for (const [index, { number, text, start }] of digest.passages.entries()) {
        for (const { words, noun, key, record, more } of script) {
          const at = text.indexOf(words);
          if (at < 0) continue;
          const from = start + [...text.slice(0, at)].length;
          found.push({
            noun,
            key,
            record: record(number),
            passage: number,
            start: from,
            end: from + [...words].length,
            rule: `scripted.${noun}`,
            score: 0.9,
            recognition: null,
            evidence: null,
            ...more,
          });
        }
        onProgress(index + 1, digest.passages.length);
      }
      return found;
    },
  };
}

const NOTHING_KNOWN: Gazetteer = {
  actors: [],
  organisations: [],
  offices: [],
  places: [],
  topics: [],
  indicators: [],
  agreements: [],
  countries: [],
};

/** Takes a text in, by a script. */
export function ingest(
  client: DatabaseClient,
  text: string | Uint8Array,
  {
    script = [],
    progress = [],
    ...input
  }: Partial<EditionInput> & { readonly script?: readonly Scripted[]; readonly progress?: IngestProgress[] } = {},
): Promise<IngestResult> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return ingestReport(client, { series: 'tide-watch', period: '2031-03', ...input }, () => readDigest(bytes), {
    extractor: scriptedExtractor(script),
    loadGazetteer: async () => NOTHING_KNOWN,
    author: authorOf({ kind: 'API_KEY', name: 'editor', scopes: new Set() }),
    onProgress: (one) => progress.push(one),
  });
}
