import { useRequestDeadline } from '@whatwg-node/server';
import type { Plugin } from 'graphql-yoga';
import { problem } from '../problem.ts';

const gaveUp = () => problem(503, 'TIMEOUT', 'The request took too long and was given up. Ask for less at once.');

/**
 * The answer where yoga threw because a request was given up; null for any other fault. Telling the work to stop has yoga
 * throw before it has the plugin's answer.
 */
export function answerGivenUp(fault: unknown): Response | null {
  return fault instanceof DOMException && fault.name === 'AbortError' ? gaveUp() : null;
}

/** Gives a request up after a while, and tells whatever works for it to stop. */
export function deadline(timeoutMs: number): Plugin {
  return useRequestDeadline({
    timeout: timeoutMs,
    response: gaveUp,
  }) as Plugin;
}
