import { z } from 'zod';
import { DomainError } from '../lib/domain-error.ts';
import { type Extractor, SUGGESTED_NOUNS } from './extractor.ts';

/** The extractor that is configured did not answer, or not with suggestions. Nothing was written. */
export class ExtractorUnavailableError extends DomainError {
  readonly code = 'EXTRACTOR_UNAVAILABLE';
  /** Where it was asked, without the credentials that its address may hold. */
  readonly address: string;
  constructor(address: string, what: string) {
    super(`The extractor at ${address} ${what}. Try again, or unset EXTRACTOR_URL to let the rules read the text.`);
    this.address = address;
  }
}

const answer = z.object({
  suggestions: z.array(
    z.object({
      noun: z.enum(SUGGESTED_NOUNS),
      key: z.string().min(1),
      record: z.record(z.string(), z.unknown()),
      passage: z.string(),
      start: z.int().min(0),
      end: z.int().min(0),
      rule: z.string().min(1),
      score: z.number().min(0).max(1),
      recognition: z.enum(['KNOWN', 'VARIANT', 'NEW']).nullable().default(null),
      evidence: z.string().nullable().default(null),
    }),
  ),
});

/** A language model may think for minutes over a whole digest. */
const TIMEOUT_MS = 600_000;

/**
 * The port of extraction over HTTP: POSTs an `ExtractionInput` as JSON and is answered with `{ suggestions }`, each of
 * them an `ExtractedSuggestion`. What comes back is held against spans, form and rules like anything else.
 */
export function createHttpExtractor(url: string): Extractor {
  const { origin, pathname } = new URL(url);
  const address = `${origin}${pathname}`;
  return {
    name: `http ${address}`,
    version: '1',
    async extract(input, onProgress, ended) {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(input),
        // It is told where to ask by configuration, and nowhere else.
        redirect: 'error',
        signal: ended ? AbortSignal.any([ended, timeout]) : timeout,
      }).catch(() => {
        ended?.throwIfAborted();
        throw new ExtractorUnavailableError(address, 'does not answer');
      });
      if (!response.ok) throw new ExtractorUnavailableError(address, `answers with the status ${response.status}`);
      const result = answer.safeParse(await response.json().catch(() => undefined));
      ended?.throwIfAborted();
      if (!result.success) {
        const [issue] = result.error.issues;
        const place = issue?.path.join('.') || 'the whole answer';
        throw new ExtractorUnavailableError(address, `answers with something else than suggestions (see ${place})`);
      }
      const total = input.digest.passages.length;
      onProgress?.(total, total);
      return result.data.suggestions;
    },
  };
}
